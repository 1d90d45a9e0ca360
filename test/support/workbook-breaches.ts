/**
 * For every rule of accessible spreadsheets a way to break it, in both formats: by what the workbook says, or by an edit of
 * the parts of its package. A rule that no breach can break would be a check that cannot fail.
 */
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { type Book, line, type Sheet, type Table, text, type Value } from '#publish/spreadsheet/book.ts';
import { odsBytes } from '#publish/spreadsheet/ods.ts';
import { xlsxBytes } from '#publish/spreadsheet/xlsx.ts';
import { zipOf } from './workbooks.ts';

export type Format = 'ods' | 'xlsx';

/** Part by name, what to find in it and what to put there; a part that is not there is added. */
type Edit = readonly [part: string, find: RegExp | null, put: string];

export type BookBreach = {
  readonly book?: (book: Book) => Book;
  readonly xlsx?: readonly Edit[];
  readonly ods?: readonly Edit[];
  /** Name of the file, where that is what is wrong. */
  readonly file?: string;
};

export function bytesOf(book: Book, format: Format): Uint8Array {
  return format === 'ods' ? odsBytes(book) : xlsxBytes(book);
}

export function broken(book: Book, format: Format, breach: BookBreach): Uint8Array {
  const bytes = bytesOf(breach.book?.(book) ?? book, format);
  const edits = breach[format] ?? [];
  if (edits.length === 0) return bytes;
  const parts = unzipSync(bytes);
  for (const [part, find, put] of edits) {
    const content = parts[part];
    if (find === null || content === undefined) {
      parts[part] = strToU8(put);
      continue;
    }
    const before = strFromU8(content);
    const after = before.replace(find, put);
    if (after === before) throw new Error(`${part} holds nothing like ${find}`);
    parts[part] = strToU8(after);
  }
  return zipOf(parts);
}

const DATA = 3;

const sheetOf = (book: Book, at: number, change: (sheet: Sheet) => Sheet): Book => ({
  ...book,
  sheets: book.sheets.map((sheet, n) => (n === at ? change(sheet) : sheet)),
});
const tableOf = (book: Book, change: (table: Table) => Table): Book =>
  sheetOf(book, DATA, (sheet) => ({ ...sheet, table: sheet.table === null ? null : change(sheet.table) }));
const lineOf = (book: Book, at: number, said: string): Book =>
  sheetOf(book, DATA, (sheet) => ({
    ...sheet,
    lines: sheet.lines.map((one, n) => (n === at ? { ...one, text: said } : one)),
  }));
const named = (book: Book, at: number, name: string): Book =>
  sheetOf(book, at, (sheet) => ({ ...sheet, name }));
const headed = (book: Book, from: string, heading: string): Book =>
  tableOf(book, (table) => ({
    ...table,
    columns: table.columns.map((column) => (column.heading === from ? { ...column, heading } : column)),
  }));
const valued = (book: Book, heading: string, value: Value): Book =>
  tableOf(book, (table) => {
    const col = table.columns.findIndex((column) => column.heading === heading);
    const [first = [], ...rows] = table.rows;
    return { ...table, rows: [first.map((old, n) => (n === col ? value : old)), ...rows] };
  });
const bareCover = (book: Book): Book =>
  sheetOf(book, 0, (sheet) => ({ ...sheet, lines: [...sheet.lines.slice(0, 1), line('Text.')] }));

const NO_WRAP: BookBreach = {
  xlsx: [['xl/styles.xml', / wrapText="1"/g, '']],
  ods: [
    ['content.xml', /fo:wrap-option="wrap"/g, 'fo:wrap-option="no-wrap"'],
    ['styles.xml', /fo:wrap-option="wrap"/g, 'fo:wrap-option="no-wrap"'],
  ],
};

const HEADER =
  '<office:master-styles><style:master-page style:name="Default"><style:header><text:p>Draft</text:p></style:header></style:master-page></office:master-styles></office:document-styles>';

export const breaches: Readonly<Record<string, BookBreach>> = {
  A1: { book: (book) => ({ ...book, title: 'Figures 2015-16' }) },
  A2: {
    xlsx: [['docProps/core.xml', /<dc:language>.*<\/dc:language>/, '']],
    ods: [['styles.xml', / fo:language="en" fo:country="GB"/, '']],
  },
  A3: { book: (book) => ({ ...book, publisher: '' }) },
  A4: { book: (book) => named(book, 0, 'Start') },
  A5: { book: (book) => named(book, 1, 'List') },
  A6: { book: (book) => ({ ...book, sheets: book.sheets.filter(({ name }) => name !== 'Notes') }) },
  A7: { book: (book) => named(book, DATA, 'Sheet1') },
  A8: {
    book: (book) => ({
      ...book,
      sheets: [...book.sheets, { name: 'Rest', lines: [], table: null, width: 9 }],
    }),
  },
  A9: {
    xlsx: [['xl/workbook.xml', /activeTab="0"/, 'activeTab="2"']],
    ods: [['settings.xml', /("ActiveTable" config:type="string">)\w+/, '$1Notes']],
  },
  A10: {
    xlsx: [['xl/worksheets/sheet4.xml', /<v>/, '<f>1+1</f><v>']],
    ods: [['content.xml', /office:value-type="float"/, 'table:formula="of:=1+1" office:value-type="float"']],
  },
  A11: { xlsx: [['xl/media/image1.png', null, '']], ods: [['Pictures/1.png', null, '']] },
  A12: {
    xlsx: [
      [
        'xl/worksheets/sheet4.xml',
        /<\/worksheet>/,
        '<headerFooter><oddHeader>&amp;CDraft</oddHeader></headerFooter></worksheet>',
      ],
    ],
    ods: [['styles.xml', /<\/office:document-styles>/, HEADER]],
  },
  A13: {
    xlsx: [['xl/worksheets/sheet4.xml', /<row r="9"/, '<row r="9" hidden="1"']],
    ods: [['content.xml', /<table:table-row /, '<table:table-row table:visibility="collapse" ']],
  },
  A14: {
    xlsx: [['docProps/core.xml', /<\/cp:core/, '<cp:lastModifiedBy>Somebody</cp:lastModifiedBy></cp:core']],
    ods: [['meta.xml', /<dc:creator>/, '<dc:creator>Somebody of ']],
  },
  A15: { book: (book) => valued(book, 'Number', { kind: 'number', number: 7, decimals: 0 }) },
  A16: { file: 'Final_v2' },
  A17: { file: 'figures.zip' },
  A18: {
    book: (book) =>
      sheetOf(book, 1, (sheet) => ({
        ...sheet,
        table: sheet.table === null ? null : { ...sheet.table, rows: sheet.table.rows.slice(1) },
      })),
  },
  B1: { book: (book) => lineOf(book, 0, 'Figures') },
  B2: {
    xlsx: [['xl/styles.xml', /name="Heading 1" xfId="1" builtinId="16"/, 'name="Big" xfId="1"']],
    ods: [['styles.xml', /display-name="Heading 1"/, 'display-name="Big"']],
  },
  B3: { book: (book) => lineOf(book, 1, 'There is 1 table here. It has notes.') },
  B4: { book: (book) => lineOf(book, 2, 'Shorthand used in this table: [b] means a break in the series.') },
  B5: { book: (book) => lineOf(book, 5, 'Made from replies.') },
  B6: {
    xlsx: [
      [
        'xl/worksheets/sheet4.xml',
        /<tablePart r:id="rIdT"\/>/,
        '<tablePart r:id="rIdT"/><tablePart r:id="rIdT"/>',
      ],
    ],
    ods: [['content.xml', /(<table:database-range [^>]*Notes\.[^>]*>)/, '$1$1']],
  },
  B7: {
    xlsx: [['xl/tables/table4.xml', /ref="A/, 'ref="B']],
    ods: [['content.xml', /(target-range-address="\w+\.)A/g, '$1B']],
  },
  B8: { book: (book) => lineOf(book, 4, '') },
  B9: {
    xlsx: [['xl/tables/table4.xml', /:Q/, ':P']],
    ods: [['content.xml', /\.Q(\d+")/g, '.P$1']],
  },
  B10: {
    xlsx: [['xl/worksheets/sheet4.xml', /<selection/, '<pane ySplit="1" state="frozen"/><selection']],
    ods: [['settings.xml', /("HorizontalSplitMode" config:type="short">)0/, '$12']],
  },
  B11: {
    xlsx: [['xl/styles.xml', /patternType="none"/, 'patternType="solid"']],
    ods: [['content.xml', /fo:wrap-option="wrap"/, 'fo:wrap-option="wrap" fo:background-color="#ffff00"']],
  },
  B12: {
    xlsx: [['xl/styles.xml', /sz val="12"/g, 'sz val="9"']],
    ods: [['content.xml', /fo:font-size="12pt"/g, 'fo:font-size="9pt"']],
  },
  B13: {
    xlsx: [['xl/styles.xml', /<b\/>/g, '<i/>']],
    ods: [['content.xml', /fo:font-weight="bold"/g, 'fo:font-style="italic"']],
  },
  B14: {
    book: (book) =>
      sheetOf(book, 0, (sheet) => ({
        ...sheet,
        lines: [...sheet.lines, line('click here', { link: 'https://example.org/' })],
      })),
  },
  B15: NO_WRAP,
  C1: { book: (book) => sheetOf(book, DATA, (sheet) => ({ ...sheet, table: null })) },
  C2: { book: (book) => tableOf(book, (table) => ({ ...table, name: 'Table1' })) },
  C3: {
    xlsx: [
      [
        'xl/worksheets/sheet4.xml',
        /<\/sheetData>/,
        '</sheetData><mergeCells count="1"><mergeCell ref="A9:B9"/></mergeCells>',
      ],
    ],
    ods: [
      [
        'content.xml',
        /office:value-type="float"/,
        'table:number-columns-spanned="2" office:value-type="float"',
      ],
    ],
  },
  C4: { book: (book) => headed(book, 'Area code', 'Area name') },
  C5: {
    book: (book) =>
      tableOf(book, (table) => ({ ...table, rows: [...table.rows, table.columns.map(() => text(''))] })),
  },
  C6: { book: (book) => valued(book, 'Doubts', text('')) },
  C7: { book: (book) => headed(book, 'Doubts', 'Doubts %') },
  C8: { book: (book) => headed(book, 'Doubts', 'Doubts [note 99]') },
  C9: { book: (book) => valued(book, 'Number', text('*')) },
  C10: {
    book: (book) =>
      tableOf(book, (table) => ({
        ...table,
        columns: table.columns.map((column) => ({ ...column, kind: 'text' as const })),
      })),
  },
  C11: {
    xlsx: [['xl/styles.xml', /numFmtId="3"/g, 'numFmtId="1"']],
    ods: [['content.xml', /number:grouping="true"/g, 'number:grouping="false"']],
  },
  C12: { book: (book) => valued(book, 'Period', text('01/04/2015')) },
  C13: { book: (book) => valued(book, 'Area code', text('E23000021 Leicestershire')) },
  C14: { book: (book) => valued(book, 'Forces asked', text('not sure')) },
  C15: { book: (book) => valued(book, 'Area name', text('Kent ')) },
  C16: { book: (book) => headed(book, 'Area name', 'AREA NAME') },
  C17: {
    book: (book) =>
      tableOf(book, (table) => ({
        ...table,
        columns: table.columns.map((column) => ({ ...column, width: 1 })),
      })),
  },
  C18: { book: (book) => valued(book, 'Highest', text('0 to 195')) },
  D1: {
    book: (book) =>
      sheetOf(book, 0, (sheet) => ({
        ...sheet,
        lines: [line('Figures', { heading: 1 }), ...sheet.lines.slice(1)],
      })),
  },
  D2: {
    book: (book) =>
      sheetOf(book, 0, (sheet) => ({
        ...sheet,
        table: {
          name: 'beside',
          columns: [
            { heading: 'One', kind: 'text', width: 9 },
            { heading: 'Two', kind: 'text', width: 9 },
          ],
          rows: [[text('a'), text('b')]],
        },
      })),
  },
  ...Object.fromEntries(
    ['D3', 'D4', 'D5', 'D6', 'D7', 'D8', 'D9', 'D10'].map((rule) => [rule, { book: bareCover }]),
  ),
  F1: { book: (book) => valued(book, 'Number', text('[q]')) },
  F2: { book: (book) => valued(book, 'Number', text('[r,e]')) },
  F3: { book: (book) => valued(book, 'Number', text('5 [r]')) },
  F4: { book: (book) => valued(book, 'Number', text('N/A')) },
};
