/**
 * A small workbook of text, numbers and marked passages, written row by row. Nothing in it is a formula: a record that begins with an
 * equals sign stays a text. Same input, same bytes.
 */
import { ZipWriter } from './zip-write.ts';

/** A passage of a text with its look; `plain` for what stands between. */
export type Run = { readonly text: string; readonly look: 'plain' | 'supports' | 'sets-aside' | 'doubts' };

export type Cell = string | number | null | { readonly runs: readonly Run[] };

export type WorkbookSheet = {
  readonly name: string;
  readonly heads: readonly string[];
  /** Widths in letters. */
  readonly widths: readonly number[];
  /** Columns that a person fills in, and the words allowed there where they are few. */
  readonly toFill: ReadonlyMap<number, readonly string[] | null>;
  readonly rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>;
};

/** Most letters that a cell may hold. */
export const MOST_LETTERS = 32_767;

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

export async function writeWorkbook(path: string, sheets: readonly WorkbookSheet[]): Promise<void> {
  const zip = new ZipWriter(path);
  await zip.add('[Content_Types].xml', [
    `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`,
    '<Default Extension="xml" ContentType="application/xml"/>',
    `<Override PartName="/xl/workbook.xml" ContentType="${type('sheet.main')}"/>`,
    `<Override PartName="/xl/styles.xml" ContentType="${type('styles')}"/>`,
    ...sheets.map(
      (_, n) => `<Override PartName="/xl/worksheets/sheet${n + 1}.xml" ContentType="${type('worksheet')}"/>`,
    ),
    '</Types>',
  ]);
  await zip.add('_rels/.rels', [
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ]);
  await zip.add('xl/workbook.xml', [
    `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>`,
    ...sheets.map(({ name }, n) => `<sheet name="${escaped(name)}" sheetId="${n + 1}" r:id="rId${n + 1}"/>`),
    '</sheets></workbook>',
  ]);
  await zip.add('xl/_rels/workbook.xml.rels', [
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">`,
    ...sheets.map(
      (_, n) =>
        `<Relationship Id="rId${n + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${n + 1}.xml"/>`,
    ),
    `<Relationship Id="rId${sheets.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  ]);
  await zip.add('xl/styles.xml', [STYLES]);
  for (const [n, sheet] of sheets.entries())
    await zip.add(`xl/worksheets/sheet${n + 1}.xml`, sheetXml(sheet));
  zip.close();
}

function type(part: string): string {
  return `application/vnd.openxmlformats-officedocument.spreadsheetml.${part}+xml`;
}

/** Looks of cells: 0 plain and wrapped, 1 heads, 2 to be filled in. */
const STYLES =
  `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Arial"/></font>` +
  '<font><b/><sz val="11"/><name val="Arial"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill>' +
  '<fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFF7D6"/></patternFill></fill></fills>' +
  '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3">' +
  '<xf applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>' +
  '<xf fontId="1" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>' +
  '<xf fillId="2" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>';

async function* sheetXml(sheet: WorkbookSheet): AsyncGenerator<string> {
  yield `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>`;
  for (const [n, width] of sheet.widths.entries())
    yield `<col min="${n + 1}" max="${n + 1}" width="${width}" customWidth="1"/>`;
  yield `</cols><sheetData>${rowXml(1, sheet.heads, () => 1)}`;
  let row = 1;
  for await (const cells of sheet.rows)
    yield rowXml(++row, cells, (column) => (sheet.toFill.has(column) ? 2 : 0));
  yield `</sheetData><autoFilter ref="A1:${lettersOf(sheet.heads.length - 1)}${row}"/>`;
  const lists = [...sheet.toFill].flatMap(([column, words]) =>
    words === null ? [] : [[column, words] as const],
  );
  if (lists.length > 0 && row > 1) {
    yield `<dataValidations count="${lists.length}">`;
    for (const [column, words] of lists) {
      const letters = lettersOf(column);
      yield `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${letters}2:${letters}${row}"><formula1>"${escaped(words.join(','))}"</formula1></dataValidation>`;
    }
    yield '</dataValidations>';
  }
  yield '</worksheet>';
}

function rowXml(row: number, cells: readonly Cell[], styleOf: (column: number) => number): string {
  const xml = cells.map((cell, column) => cellXml(cell, `${lettersOf(column)}${row}`, styleOf(column)));
  return `<row r="${row}">${xml.join('')}</row>`;
}

function cellXml(cell: Cell, at: string, style: number): string {
  if (cell === null || cell === '') return style === 0 ? '' : `<c r="${at}" s="${style}"/>`;
  if (typeof cell === 'number') return `<c r="${at}" s="${style}"><v>${cell}</v></c>`;
  const inside =
    typeof cell === 'string' ? textXml(cell.slice(0, MOST_LETTERS)) : cell.runs.map(runXml).join('');
  return `<c r="${at}" s="${style}" t="inlineStr"><is>${inside}</is></c>`;
}

/** Told apart by more than colour: bold, struck through, underlined. */
const LOOKS: Readonly<Record<Run['look'], string>> = {
  plain: '<sz val="11"/><rFont val="Arial"/>',
  supports: '<b/><sz val="11"/><color rgb="FF12436D"/><rFont val="Arial"/>',
  'sets-aside': '<strike/><sz val="11"/><color rgb="FF595959"/><rFont val="Arial"/>',
  doubts: '<i/><sz val="11"/><color rgb="FF801650"/><rFont val="Arial"/><u/>',
};

function runXml({ text, look }: Run): string {
  return text === '' ? '' : `<r><rPr>${LOOKS[look]}</rPr>${textXml(text)}</r>`;
}

function textXml(text: string): string {
  return `<t xml:space="preserve">${escaped(text)}</t>`;
}

/** What XML cannot hold: control characters, half a pair of UTF-16, two letters that are none. */
const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

export function escaped(text: string): string {
  return text
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replace(NOT_XML, (letter) => `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/\r\n?/g, '\n');
}

export function lettersOf(column: number): string {
  return column < 26
    ? String.fromCharCode(65 + column)
    : lettersOf(Math.floor(column / 26) - 1) + String.fromCharCode(65 + (column % 26));
}
