/**
 * Workbooks as people really have them, and as nobody should: saved by other programs, patched by tools, cut in transit,
 * with parts missing, in other encodings, out of all proportion. Each with what the check must make of it: the rules judged,
 * or a reason in words. All are made here; none is anybody's file.
 */

import { unzipSync, zipSync } from 'fflate';
import { firstEdition } from '#publish/edition.ts';
import { odsBytes } from '#publish/spreadsheet/ods.ts';
import { releaseBook } from '#publish/spreadsheet/release-book.ts';
import { xlsxBytes } from '#publish/spreadsheet/xlsx.ts';
import { everyKindRelease } from './spreadsheet-release.ts';
import { deep, laughs, patched, saved, textOf, utf16 } from './workbook-patches.ts';
import { odsOf, odsTable, xlsxOf, xlsxRows, zipOf } from './workbooks.ts';

export type Odd = {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** `judged`, or what is said of why it was not; `either` where both are right and only not to fail is asked. */
  readonly made: 'judged' | 'either' | RegExp;
};

const book = releaseBook(everyKindRelease(), firstEdition);
const [ods, xlsx] = [odsBytes(book), xlsxBytes(book)];
const grid = [
  ['Area', 'Offences', 'Note'],
  ['North', 120, 'x'],
  ['South', 5, null],
] as const;
const rows = xlsxRows(grid);

const sheet = (over: object): Uint8Array => xlsxOf({ sheets: [{ name: 'Data', rows, ...over }] });

const of = (name: string, made: Odd['made'], bytes: Uint8Array): Odd => ({ name, made, bytes });

export const oddWorkbooks: readonly Odd[] = [
  of('an xlsx saved by another library', 'judged', saved('xlsx')),
  of('an ods saved by another library', 'judged', saved('ods')),
  of('an xlsm without its macros', 'judged', saved('xlsm')),
  of('a binary workbook, xlsb', 'either', saved('xlsb')),
  of('an Excel 97 file, xls', /older Excel/, saved('biff8')),
  of('a flat ods', /no workbook/, saved('fods')),
  of('a web page called a workbook', /no workbook/, saved('html')),
  of('a CSV called a workbook', /no workbook/, saved('csv')),
  of('SpreadsheetML of 2003', /no workbook/, saved('xlml')),
  of(
    'a workbook with the prefix x: on every element',
    'either',
    patched(xlsx, (parts) => ({
      'xl/worksheets/sheet1.xml': textOf(parts, 'xl/worksheets/sheet1.xml')
        .replace(/<(\/?)(?=[a-z])/g, '<$1x:')
        .replace('xmlns="', 'xmlns:x="'),
    })),
  ),
  of(
    'absolute paths among the relations',
    'judged',
    patched(xlsx, (parts) => ({
      'xl/_rels/workbook.xml.rels': textOf(parts, 'xl/_rels/workbook.xml.rels').replaceAll(
        'Target="',
        'Target="/xl/',
      ),
    })),
  ),
  of(
    'backslashes in the names of parts',
    'either',
    zipSync(
      Object.fromEntries(
        Object.entries(unzipSync(xlsx)).map(([name, content]) => [name.replaceAll('/', '\\'), content]),
      ),
    ),
  ),
  of(
    'names of parts in capitals',
    'either',
    zipSync(
      Object.fromEntries(
        Object.entries(unzipSync(xlsx)).map(([name, content]) => [name.toUpperCase(), content]),
      ),
    ),
  ),
  of(
    'a byte order mark before every part',
    'either',
    zipSync(
      Object.fromEntries(
        Object.entries(unzipSync(xlsx)).map(([name, content]) => [
          name,
          new Uint8Array([0xef, 0xbb, 0xbf, ...content]),
        ]),
      ),
    ),
  ),
  of(
    'a sheet in UTF-16',
    'either',
    patched(xlsx, (parts) => ({
      'xl/worksheets/sheet2.xml': utf16(textOf(parts, 'xl/worksheets/sheet2.xml').replace('UTF-8', 'UTF-16')),
    })),
  ),
  of(
    'no styles',
    'either',
    patched(xlsx, () => ({ 'xl/styles.xml': null })),
  ),
  of(
    'no properties',
    'judged',
    patched(xlsx, () => ({ 'docProps/core.xml': null, 'docProps/app.xml': null })),
  ),
  of(
    'a sheet that is listed and not there',
    'either',
    patched(xlsx, () => ({ 'xl/worksheets/sheet3.xml': null })),
  ),
  of(
    'a table that is listed and not there',
    'either',
    patched(xlsx, () => ({ 'xl/tables/table4.xml': null })),
  ),
  of(
    'no list of relations',
    'either',
    patched(xlsx, () => ({ 'xl/_rels/workbook.xml.rels': null })),
  ),
  of('a workbook without sheets', 'either', xlsxOf({ sheets: [] })),
  of('a sheet that is empty', 'judged', xlsxOf({ sheets: [{ name: 'Empty', rows: '' }] })),
  of(
    'a sheet of which the XML ends in the middle',
    'either',
    patched(xlsx, (parts) => ({
      'xl/worksheets/sheet4.xml': textOf(parts, 'xl/worksheets/sheet4.xml').slice(0, 3000),
    })),
  ),
  of(
    'an entity that grows without end',
    'either',
    patched(xlsx, (parts) => ({
      'xl/worksheets/sheet1.xml':
        laughs +
        textOf(parts, 'xl/worksheets/sheet1.xml')
          .replace(/<\?xml.*?\?>/, '')
          .replace('<t>', '<t>&j;'),
    })),
  ),
  of(
    'an entity that reads a file',
    'either',
    patched(ods, (parts) => ({
      'content.xml': `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]>${textOf(parts, 'content.xml').replace(/<\?xml.*?\?>/, '')}`,
    })),
  ),
  of('elements ten thousand deep', 'either', sheet({ after: deep('extLst', 10_000) })),
  of(
    'a dimension of the whole sheet around three cells',
    'judged',
    sheet({ before: '<dimension ref="A1:XFD1048576"/>' }),
  ),
  of(
    'cells in no order, twice and without an address',
    'either',
    xlsxOf({
      sheets: [
        {
          name: 'Data',
          rows: '<row r="3"><c r="B3"><v>3</v></c><c r="A3"><v>1</v></c><c r="A3"><v>2</v></c></row><row r="1"><c><v>1</v></c></row><row><c r="ZZZ1"><v>9</v></c></row>',
        },
      ],
    }),
  ),
  of(
    'numbers that are none',
    'either',
    xlsxOf({
      sheets: [
        {
          name: 'Data',
          rows: '<row r="1"><c r="A1"><v>NaN</v></c><c r="B1"><v>1e999</v></c><c r="C1" t="s"><v>99999</v></c><c r="D1" t="e"><v>#REF!</v></c><c r="E1" t="b"><v>7</v></c></row>',
        },
      ],
    }),
  ),
  of(
    'addresses beyond every sheet',
    'either',
    xlsxOf({
      sheets: [
        {
          name: 'Data',
          rows: '<row r="99999999999"><c r="XFE1048577"><v>1</v></c></row><row r="-1"><c r="0"><v>1</v></c></row>',
        },
      ],
    }),
  ),
  of(
    'merged cells all over one another',
    'judged',
    sheet({
      after:
        '<mergeCells count="3"><mergeCell ref="A1:C3"/><mergeCell ref="B2:D9"/><mergeCell ref="nonsense"/></mergeCells>',
    }),
  ),
  of(
    'widths below nothing and beyond the last column',
    'judged',
    sheet({
      before:
        '<cols><col min="-3" max="99999" width="-8"/><col min="1" max="1" width="1e308" hidden="1"/></cols>',
    }),
  ),
  of(
    'panes, filters, hidden rows, a drawing and comments',
    'judged',
    sheet({
      before:
        '<sheetViews><sheetView workbookViewId="0" zoomScale="55"><pane ySplit="3" state="frozen"/></sheetView></sheetViews>',
      after:
        '<autoFilter ref="A1:C3"/><headerFooter><oddHeader>&amp;CDraft</oddHeader></headerFooter><drawing r:id="rId9"/><legacyDrawing r:id="rId8"/>',
    }),
  ),
  of(
    'names that no sheet may have',
    'judged',
    xlsxOf({
      sheets: [
        { name: 'Data / 2024 [final] *?:', rows },
        { name: ' '.repeat(31), rows },
        { name: '\u202eatad\u202c \u0645\u0631\u062d\u0628\u0627', rows },
        { name: 'x'.repeat(3000), rows },
      ],
    }),
  ),
  of(
    'very hidden sheets',
    'judged',
    xlsxOf({
      sheets: [
        { name: 'Seen', rows },
        { name: 'Lookup', rows, state: 'veryHidden' },
      ],
    }),
  ),
  of(
    'a chart sheet, links to other workbooks and a pivot',
    'judged',
    xlsxOf({
      sheets: [{ name: 'Data', rows }],
      extra: {
        'xl/chartsheets/sheet1.xml': '<chartsheet/>',
        'xl/externalLinks/externalLink1.xml': '<externalLink/>',
        'xl/pivotCache/pivotCacheDefinition1.xml': '<pivotCacheDefinition/>',
        'xl/vbaProject.bin': 'no project',
      },
    }),
  ),
  of(
    'two hundred sheets',
    'judged',
    xlsxOf({ sheets: Array.from({ length: 200 }, (_, at) => ({ name: `Sheet${at + 1}`, rows })) }),
  ),
  of(
    'a long text in every cell',
    'either',
    xlsxOf({
      sheets: [
        {
          name: 'Data',
          rows: xlsxRows(
            Array.from({ length: 300 }, () => [
              '(['.repeat(2000),
              '* - .. : '.repeat(500),
              'http://a.example/'.repeat(200),
            ]),
          ),
        },
      ],
    }),
  ),
  of(
    'fifty thousand rows',
    'judged',
    xlsxOf({
      sheets: [
        { name: 'Data', rows: xlsxRows(Array.from({ length: 50_000 }, (_, at) => [`Row ${at}`, at, 'x'])) },
      ],
    }),
  ),
  of(
    'an ods with cells covered, spans and tables inside tables',
    'either',
    odsOf(
      '<table:table table:name="a"><table:table-row><table:table-cell table:number-columns-spanned="9" table:number-rows-spanned="99999"><table:table table:name="b"><table:table-row><table:table-cell/></table:table-row></table:table></table:table-cell><table:covered-table-cell table:number-columns-repeated="16383"/></table:table-row></table:table>',
    ),
  ),
  of(
    'an ods that repeats rows to the end of the sheet',
    'judged',
    odsOf(
      `${odsTable('a', grid).replace('</table:table>', '')}<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>`,
    ),
  ),
  of(
    'an ods that repeats by no number',
    'either',
    odsOf(
      '<table:table table:name="a"><table:table-row table:number-rows-repeated="-5"><table:table-cell table:number-columns-repeated="1e9"/><table:table-cell table:number-columns-repeated="many" office:value-type="float" office:value="NaN"/></table:table-row></table:table>',
    ),
  ),
  of(
    'an ods without content',
    'either',
    patched(ods, () => ({ 'content.xml': null })),
  ),
  of(
    'an ods without styles, settings and properties',
    'either',
    patched(ods, () => ({ 'styles.xml': null, 'settings.xml': null, 'meta.xml': null })),
  ),
  of(
    'an ods with a password',
    /password/,
    patched(ods, (parts) => ({
      'META-INF/manifest.xml': textOf(parts, 'META-INF/manifest.xml').replace(
        '/>',
        '><manifest:encryption-data/></manifest:file-entry>',
      ),
    })),
  ),
  of(
    'styles that are their own parents',
    'either',
    patched(ods, (parts) => ({
      'content.xml': textOf(parts, 'content.xml').replace(
        '<office:automatic-styles>',
        '<office:automatic-styles><style:style style:name="A" style:family="table-cell" style:parent-style-name="B"/><style:style style:name="B" style:family="table-cell" style:parent-style-name="A"/>',
      ),
    })),
  ),
  of(
    'a Word file called a workbook',
    /no workbook/,
    zipOf({ 'word/document.xml': '<w/>', '[Content_Types].xml': '<Types/>' }),
  ),
  of(
    'an ODF text called a workbook',
    'either',
    zipOf({
      mimetype: 'application/vnd.oasis.opendocument.text',
      'content.xml': '<office:document-content/>',
      'META-INF/manifest.xml': '<m/>',
    }),
  ),
  of('a zip in which nothing is', /no workbook|damaged|cut|cannot|content/, zipSync({})),
  of('a zip of a zip of a workbook', 'either', zipOf({ 'inner.zip': zipOf({ 'book.xlsx': xlsx }) })),
  of(
    'one part a thousand times its packed size',
    'either',
    zipOf({
      '[Content_Types].xml': '<Types/>',
      'xl/workbook.xml': `<workbook>${' '.repeat(80_000_000)}</workbook>`,
    }),
  ),
  of(
    'names of parts that climb out of the package',
    'either',
    zipOf({ ...unzipSync(xlsx), '../../outside.xml': '<x/>', '/etc/x': '<x/>' }),
  ),
  of('the first half', 'either', xlsx.slice(0, xlsx.length >> 1)),
  of('the second half', 'either', xlsx.slice(xlsx.length >> 1)),
  of('bytes after the end', 'either', new Uint8Array([...xlsx, ...new Uint8Array(1000)])),
  of('bytes before the beginning', 'either', new Uint8Array([...new Uint8Array(100), ...xlsx])),
  of('nothing', /no workbook/, new Uint8Array()),
];
