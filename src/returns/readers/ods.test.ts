import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readBlocks } from '../../../test/support/read-blocks.ts';
import { fodsOf, odsCell, odsOf, odsTable } from '../../../test/support/workbooks.ts';
import { odsReader } from './ods.reader.ts';
import { usualLimits } from './reader.ts';

const table = (rows: string, name = 'Data') => `<table:table table:name="${name}">${rows}</table:table>`;
const row = (...cells: (string | number | null)[]) =>
  `<table:table-row>${cells.map(odsCell).join('')}</table:table-row>`;

test('a cell of an OpenDocument spreadsheet says what it shows, stores and where it stands', async () => {
  const bytes = odsOf(
    odsTable('Q1 & Q2', [
      ['Age', null, 'Victims'],
      [null, null, 40],
    ]),
  );
  const { tables, cell, findings } = await readBlocks(odsReader, bytes, 'reply.eml/a.ods');
  const { at, text, stored, kind } = cell('C2');
  assert.deepEqual(
    { at, text, stored, kind },
    { at: 'reply.eml/a.ods#Q1 & Q2!C2', text: '40', stored: 40, kind: 'number' },
  );
  assert.deepEqual([tables[0]?.rows, tables[0]?.cols, findings.length], [2, 3, 0]);
});

test('rows are read inside groups, header rows and row blocks', async () => {
  const rows =
    `<table:table-header-rows>${row('Head', 1)}</table:table-header-rows>` +
    `<table:table-row-group><table:table-row-group><table:table-rows>${row('a', 2)}</table:table-rows></table:table-row-group>${row('b', 3)}</table:table-row-group>` +
    row('c', 4);
  const { cell } = await readBlocks(odsReader, odsOf(table(rows)));
  assert.deepEqual(
    ['B1', 'B2', 'B3', 'B4'].map((name) => cell(name).stored),
    [1, 2, 3, 4],
  );
});

test('a value without a paragraph is read, and so is a text kept as an attribute', async () => {
  const rows =
    '<table:table-row><table:table-cell office:value-type="float" office:value="12"/><table:table-cell office:value-type="percentage" office:value="0.25"/>' +
    '<table:table-cell office:value-type="string" office:string-value="Total"/><table:table-cell office:value-type="date" office:date-value="2024-04-01T00:00:00"/><table:table-cell office:value-type="boolean" office:boolean-value="false"/></table:table-row>';
  const { cell } = await readBlocks(odsReader, odsOf(table(rows)));
  assert.deepEqual(
    ['A1', 'B1', 'C1', 'D1', 'E1'].map((name) => [cell(name).text, cell(name).stored]),
    [
      ['12', 12],
      ['25%', 0.25],
      ['Total', null],
      ['2024-04-01', '2024-04-01'],
      ['FALSE', false],
    ],
  );
});

test('repeats are expanded where they hold something and stepped over where they are blank', async () => {
  const seven =
    '<table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="7"><text:p>7</text:p></table:table-cell>';
  const rows =
    `<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="3"/>${seven}<table:table-cell table:number-columns-repeated="16379"/></table:table-row>` +
    `<table:table-row table:number-rows-repeated="5"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>${row('end')}` +
    '<table:table-row table:number-rows-repeated="1048568"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>';
  const { tables, cell } = await readBlocks(odsReader, odsOf(table(rows)));
  assert.deepEqual(
    tables[0]?.cells.map((one) => one.at),
    ['D1', 'E1', 'D2', 'E2', 'A8'].map((name) => `book#Data!${name}`),
  );
  assert.equal(cell('E2').stored, 7);
  assert.deepEqual([tables[0]?.rows, tables[0]?.cols], [8, 5]);
});

test('a repeat of more cells than are read is refused before it is expanded', async () => {
  const cell =
    '<table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"/>';
  const bytes = odsOf(
    table(`<table:table-row table:number-rows-repeated="1048576">${cell}</table:table-row>`),
  );
  const started = performance.now();
  const { tables, findings } = await readBlocks(odsReader, bytes);
  assert.ok(performance.now() - started < 1000);
  assert.deepEqual(
    [tables.length, findings[0]?.code, findings[0]?.facts.reason],
    [0, 'unreadable', 'over-limits'],
  );
});

test('the limit of cells counts over all sheets of a file', async () => {
  const bytes = odsOf(odsTable('A', [[1, 2]]) + odsTable('B', [[3, 4]]));
  const tight = await readBlocks(odsReader, bytes, 'book', { ...usualLimits, cells: 3 });
  assert.equal(tight.findings[0]?.facts.reason, 'over-limits');
  const exactly = await readBlocks(odsReader, bytes, 'book', { ...usualLimits, cells: 4 });
  assert.equal(exactly.tables.length, 2);
});

test('several paragraphs are one text, raised marks are taken out and comments are not read', async () => {
  const styles =
    '<style:style style:name="T1" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>';
  const rows =
    '<table:table-row><table:table-cell office:value-type="string"><office:annotation><text:p>55</text:p></office:annotation><text:p>Recorded<text:s text:c="3"/>in</text:p><text:p>2024<text:tab/>25</text:p></table:table-cell>' +
    '<table:table-cell office:value-type="string"><text:p>45<text:span text:style-name="T1">1</text:span></text:p></table:table-cell>' +
    '<table:table-cell office:value-type="string"><text:p>see <text:a>page</text:a></text:p><draw:frame><draw:text-box><text:p>* is under 5</text:p></draw:text-box></draw:frame></table:table-cell></table:table-row>';
  const { cell, lines } = await readBlocks(odsReader, odsOf(table(rows), styles));
  assert.equal(cell('A1').text, 'Recorded in 2024 25');
  assert.deepEqual([cell('B1').text, cell('B1').marks], ['45', ['1']]);
  assert.equal(cell('C1').text, 'see page');
  assert.deepEqual(
    lines.map(({ text, at }) => [text, at]),
    [['* is under 5', 'book#Data!C1']],
  );
});

test('a number stored behind a mask in an OpenDocument cell is reported', async () => {
  const rows =
    '<table:table-row><table:table-cell office:value-type="float" office:value="3"><text:p>&lt;5</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="12345"><text:p>12,345</text:p></table:table-cell></table:table-row>';
  const { cell, found } = await readBlocks(odsReader, odsOf(table(rows)));
  assert.deepEqual([cell('A1').text, cell('A1').stored], ['<5', 3]);
  assert.deepEqual(found, ['stored-value-hidden #Data!A1']);
});

test('a number that its narrow column shows as hashes or an exponent is shown whole', async () => {
  const cell = (shown: string) =>
    `<table:table-cell office:value-type="float" office:value="1250"><text:p>${shown}</text:p></table:table-cell>`;
  const read = await readBlocks(
    odsReader,
    odsOf(table(`<table:table-row>${cell('###')}${cell('1E+03')}</table:table-row>`)),
  );
  assert.deepEqual([read.cell('A1').text, read.cell('B1').text, read.found.length], ['1250', '1250', 0]);
});

test('a failed or unsaved formula of an OpenDocument cell is an error and no number', async () => {
  const rows =
    '<table:table-row><table:table-cell table:formula="of:=1/0" office:value-type="float" office:value="0"><text:p>#DIV/0!</text:p></table:table-cell>' +
    '<table:table-cell table:formula="of:=[.A1]"/><table:table-cell table:formula="of:=1+1" office:value-type="float" office:value="2"><text:p>2</text:p></table:table-cell></table:table-row>';
  const { cell, found } = await readBlocks(odsReader, odsOf(table(rows)));
  assert.deepEqual([cell('A1').kind, cell('A1').stored], ['error', null]);
  assert.deepEqual([cell('B1').kind, cell('B1').text], ['error', '']);
  assert.equal(cell('C1').stored, 2);
  assert.deepEqual(found, ['unreadable #Data!B1']);
});

test('spans, covered cells, and rows, columns and tables out of sight are told apart', async () => {
  const styles =
    '<style:style style:name="ta1" style:family="table"><style:table-properties table:display="false"/></style:style>' +
    '<style:style style:name="co1" style:family="table-column"><style:table-column-properties style:column-width="0in"/></style:style>' +
    '<style:style style:name="ce1" style:family="table-cell"><style:text-properties fo:font-weight="bold"/></style:style>';
  const content =
    '<table:table-column table:default-cell-style-name="ce1"/><table:table-column table:visibility="collapse"/><table:table-column table:style-name="co1"/><table:table-column/>' +
    `<table:table-row><table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="2" office:value-type="string"><text:p>Wide</text:p></table:table-cell><table:covered-table-cell office:value-type="float" office:value="9"/>${odsCell(2)}${odsCell(3)}</table:table-row>` +
    `<table:table-row table:visibility="filter">${odsCell(null)}${odsCell(null)}${odsCell(null)}${odsCell(4)}</table:table-row>` +
    `<table:table-row-group table:display="false">${row(null, null, null, 5)}</table:table-row-group>${row(null, null, null, 6)}`;
  const bytes = odsOf(
    `${table(content)}<table:table table:name="Old" table:style-name="ta1">${row(1)}</table:table>`,
    styles,
  );
  const { tables, cell, findings } = await readBlocks(odsReader, bytes);
  assert.deepEqual([cell('Data!A1').rowSpan, cell('Data!A1').colSpan, cell('Data!A1').bold], [2, 2, true]);
  const hidden = ['B1', 'C1', 'D1', 'D2', 'D3', 'D4'].map((name) => cell(`Data!${name}`).hidden);
  assert.deepEqual(hidden, [true, true, false, true, true, false]);
  assert.deepEqual(
    tables.map((one) => one.visibility),
    ['visible', 'hidden'],
  );
  assert.deepEqual(
    findings.map(({ facts }) => facts.what),
    ['hidden rows', 'hidden columns', 'cells under merged cells', 'hidden sheet'],
  );
});

test('a spreadsheet in one flat file reads like its package', async () => {
  const tables = odsTable('Data', [
    ['Age', 'Victims'],
    ['13', 40],
  ]);
  const flat = await readBlocks(odsReader, fodsOf(tables));
  const packed = await readBlocks(odsReader, odsOf(tables));
  assert.deepEqual(flat.tables[0]?.cells, packed.tables[0]?.cells);
  assert.equal(odsReader.recognises(fodsOf(tables), 'reply.xml'), 1);
});

test('tables kept from other files and rows kept from deleted changes are not read', async () => {
  const kept = odsTable("'file:///C:/other.ods'#$Sheet1", [[99]]);
  const changes = `<table:tracked-changes><table:deletion><table:table-row>${odsCell(98)}</table:table-row></table:deletion></table:tracked-changes>`;
  const { tables, findings } = await readBlocks(odsReader, odsOf(changes + odsTable('Data', [[1]]) + kept));
  assert.deepEqual(
    tables.map((one) => one.name),
    ['Data'],
  );
  assert.deepEqual(
    findings.map(({ facts }) => facts.what),
    ['link to another workbook'],
  );
});
