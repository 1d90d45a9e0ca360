/**
 * Builds word-processed letters as bytes from the markup of their parts, so that a test can say exactly what stands in
 * one, also what no writer would choose. Same arguments, same bytes.
 */
import { escapeXml, zipOf } from './workbooks.ts';

export type LetterParts = {
  /** Inside `w:body`; see `p` and `tbl`. */
  readonly body: string;
  /** Inside `w:styles`, `w:numbering`, `w:footnotes`, `w:comments`. */
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly comments?: string;
  /** Inside `w:hdr` of the only header. */
  readonly header?: string;
  readonly extra?: Readonly<Record<string, string | Uint8Array>>;
};

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ' +
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" ' +
  'xmlns:v="urn:schemas-microsoft-com:vml"';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export function letterOf({
  body,
  styles,
  numbering,
  footnotes,
  comments,
  header,
  extra = {},
}: LetterParts): Uint8Array {
  const part = (name: string, inside: string): string =>
    `${declaration}<w:${name} ${namespaces}>${inside}</w:${name}>`;
  const parts: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels':
      `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
      '<Relationship Id="rId1" Target="word/document.xml" ' +
      'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>',
    'word/document.xml': part('document', `<w:body>${body}</w:body>`),
  };
  const others = { styles, numbering, footnotes, comments, hdr: header };
  for (const [name, inside] of Object.entries(others)) {
    if (inside !== undefined) {
      parts[`word/${name === 'hdr' ? 'header1' : name}.xml`] = part(name, inside);
    }
  }
  return zipOf({ ...parts, ...extra });
}

/** A paragraph of plain text or of runs, with its properties as written. */
export function p(content: string, properties = ''): string {
  const runs = content.startsWith('<') || content === '' ? content : r(content);
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`;
}

/** A run of text with its properties as written, such as `<w:vertAlign w:val="superscript"/>`. */
export function r(text: string, properties = ''): string {
  const kept = `<w:t xml:space="preserve">${escapeXml(text)}</w:t>`;
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}${kept}</w:r>`;
}

export const raised = '<w:vertAlign w:val="superscript"/>';

/** A cell: text, or paragraphs as written; with its properties. */
export function tc(content: string, properties = ''): string {
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<') ? content : p(content)}</w:tc>`;
}

export function tr(...cells: readonly string[]): string {
  return `<w:tr>${cells.join('')}</w:tr>`;
}

export function tbl(...rows: readonly string[]): string {
  return `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`;
}
