/**
 * Builds small and large workbooks as bytes, part by part, so that a test can say exactly what a file holds, also what
 * no program would write. Same arguments, same bytes.
 */
import { strToU8, type Zippable, zipSync } from 'fflate';

export type Grid = readonly (readonly (string | number | null)[])[];

export type SheetParts = {
  readonly name: string;
  readonly state?: 'hidden' | 'veryHidden';
  /** Inside `sheetData`. */
  readonly rows: string;
  /** Before and after `sheetData`. */
  readonly before?: string;
  readonly after?: string;
};

export type XlsxParts = {
  readonly sheets: readonly SheetParts[];
  /** Inside `sst`. */
  readonly strings?: string;
  /** Inside `styleSheet`. */
  readonly styles?: string;
  /** Inside `workbook`, before the sheets. */
  readonly settings?: string;
  readonly extra?: Readonly<Record<string, string>>;
};

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const longAgo = new Date('1980-01-02T00:00:00Z');

export function zipOf(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const files: Zippable = {};
  for (const [name, content] of Object.entries(parts)) {
    files[name] = [typeof content === 'string' ? strToU8(content) : content, { mtime: longAgo, level: 6 }];
  }
  return zipSync(files);
}

export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

export function letters(col: number): string {
  return col < 26 ? String.fromCharCode(65 + col) : letters(Math.floor(col / 26) - 1) + letters(col % 26);
}

export function xlsxOf({ sheets, strings, styles, settings = '', extra = {} }: XlsxParts): Uint8Array {
  const list = sheets.map(({ name, state }, n) => {
    const hidden = state === undefined ? '' : ` state="${state}"`;
    return `<sheet name="${escapeXml(name)}" sheetId="${n + 1}"${hidden} r:id="rId${n + 1}"/>`;
  });
  const targets = sheets.map((_, n) => relation(`rId${n + 1}`, 'worksheet', `worksheets/sheet${n + 1}.xml`));
  if (strings !== undefined) targets.push(relation('rIdS', 'sharedStrings', 'sharedStrings.xml'));
  if (styles !== undefined) targets.push(relation('rIdY', 'styles', 'styles.xml'));
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypes(sheets.length, strings !== undefined, styles !== undefined),
    '_rels/.rels': relationList([relation('rId1', 'officeDocument', 'xl/workbook.xml')]),
    'xl/workbook.xml': `${declaration}<workbook xmlns="${main}" xmlns:r="${relations}">${settings}<sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationList(targets),
  };
  if (strings !== undefined)
    parts['xl/sharedStrings.xml'] = `${declaration}<sst xmlns="${main}">${strings}</sst>`;
  if (styles !== undefined)
    parts['xl/styles.xml'] = `${declaration}<styleSheet xmlns="${main}">${styles}</styleSheet>`;
  sheets.forEach(({ rows, before = '', after = '' }, n) => {
    parts[`xl/worksheets/sheet${n + 1}.xml`] =
      `${declaration}<worksheet xmlns="${main}" xmlns:r="${relations}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;
  });
  return zipOf({ ...parts, ...extra });
}

function relation(id: string, kind: string, target: string): string {
  return `<Relationship Id="${id}" Type="${relations}/${kind}" Target="${target}"/>`;
}

function relationList(items: readonly string[]): string {
  return `${declaration}<Relationships xmlns="${packaged}/relationships">${items.join('')}</Relationships>`;
}

function contentTypes(sheets: number, strings: boolean, styles: boolean): string {
  const type = (part: string, kind: string) =>
    `<Override PartName="/xl/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
  const overrides = [type('workbook', 'sheet.main')];
  for (let n = 1; n <= sheets; n++) overrides.push(type(`worksheets/sheet${n}`, 'worksheet'));
  if (strings) overrides.push(type('sharedStrings', 'sharedStrings'));
  if (styles) overrides.push(type('styles', 'styles'));
  return `${declaration}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`;
}

/** Number formats by code as the parts of a style sheet: cell style 1 is the first code, and so on; the last is bold. */
export function stylesOf(codes: readonly string[]): string {
  const formats = codes.map((code, n) => `<numFmt numFmtId="${200 + n}" formatCode="${escapeXml(code)}"/>`);
  const looks = codes.map((_, n) => `<xf numFmtId="${200 + n}" fontId="0" applyNumberFormat="1"/>`);
  return (
    `<numFmts count="${codes.length}">${formats.join('')}</numFmts>` +
    '<fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts>' +
    '<fills count="1"><fill><patternFill patternType="none"/></fill></fills>' +
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0"/></cellStyleXfs>' +
    `<cellXfs count="${codes.length + 2}"><xf numFmtId="0" fontId="0"/>${looks.join('')}<xf numFmtId="0" fontId="1"/></cellXfs>`
  );
}

/** Rows of `sheetData` with inline strings. */
export function xlsxRows(grid: Grid): string {
  return grid
    .map((cells, row) => {
      const written = cells.map((value, col) => {
        if (value === null) return '';
        const r = `${letters(col)}${row + 1}`;
        if (typeof value === 'number') return `<c r="${r}"><v>${value}</v></c>`;
        return `<c r="${r}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`;
      });
      return `<row r="${row + 1}">${written.join('')}</row>`;
    })
    .join('');
}

const odfNames =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" ' +
  'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" ' +
  'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"';

const spreadsheet = 'application/vnd.oasis.opendocument.spreadsheet';

/** `tables` stands inside `office:spreadsheet`, `styles` inside the automatic styles. */
export function odsOf(tables: string, styles = ''): Uint8Array {
  return zipOf({
    mimetype: spreadsheet,
    'META-INF/manifest.xml': `${declaration}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="${spreadsheet}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`,
    'styles.xml': `${declaration}<office:document-styles ${odfNames} office:version="1.3"></office:document-styles>`,
    'content.xml': `${declaration}<office:document-content ${odfNames} office:version="1.3"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
  });
}

export function fodsOf(tables: string, styles = ''): Uint8Array {
  return strToU8(
    `${declaration}<office:document ${odfNames} office:version="1.3" office:mimetype="${spreadsheet}"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document>`,
  );
}

export function odsCell(value: string | number | null): string {
  if (value === null) return '<table:table-cell/>';
  const text = `<text:p>${escapeXml(String(value))}</text:p>`;
  if (typeof value === 'string')
    return `<table:table-cell office:value-type="string">${text}</table:table-cell>`;
  return `<table:table-cell office:value-type="float" office:value="${value}">${text}</table:table-cell>`;
}

export function odsTable(name: string, grid: Grid): string {
  const rows = grid.map((cells) => `<table:table-row>${cells.map(odsCell).join('')}</table:table-row>`);
  return `<table:table table:name="${escapeXml(name)}">${rows.join('')}</table:table>`;
}

/** A plain grid of so many rows and columns: labels in the first, counts in the rest. */
export function plainGrid(rows: number, cols: number): Grid {
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: cols }, (_, col) =>
      col === 0 ? `Area ${row} & district` : (row * 31 + col * 17) % 9973,
    ),
  );
}
