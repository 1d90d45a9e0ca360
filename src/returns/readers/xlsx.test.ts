import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readBlocks } from '../../../test/support/read-blocks.ts';
import { stylesOf, type XlsxParts, xlsxOf, xlsxRows, zipOf } from '../../../test/support/workbooks.ts';
import { xlsxReader } from './xlsx.reader.ts';

function book(rows: string, rest: Partial<XlsxParts> & { before?: string; after?: string } = {}) {
  const { before = '', after = '', ...parts } = rest;
  return xlsxOf({ sheets: [{ name: 'Data', rows, before, after }], ...parts });
}

function masked(code: string, value: number): Uint8Array {
  return book(`<row r="1"><c r="A1" s="1"><v>${value}</v></c></row>`, { styles: stylesOf([code]) });
}

test('a cell of a workbook says what it shows, what it stores and where it stands', async () => {
  const rows = xlsxRows([
    ['Age', 'Victims'],
    ['12-15', 1234],
  ]);
  const { tables, cell, findings } = await readBlocks(xlsxReader, book(rows), 'Annex A.xlsx');
  const { row, col, text, stored, kind, at } = cell('B2');
  assert.deepEqual(
    { row, col, text, stored, kind, at },
    { row: 1, col: 1, text: '1234', stored: 1234, kind: 'number', at: 'Annex A.xlsx#Data!B2' },
  );
  assert.equal(cell('A2').stored, null);
  assert.deepEqual([tables[0]?.rows, tables[0]?.cols, tables[0]?.name], [2, 2, 'Data']);
  assert.equal(tables[0]?.placeOf(9, 27), 'Annex A.xlsx#Data!AB10');
  assert.deepEqual(findings, []);
});

test('a number is shown by its format and keeps its value', async () => {
  const codes = ['#,##0', '0.0%', 'dd/mm/yyyy', '@', '0.0', '_-* #,##0_-;-* #,##0_-;_-* "-"??_-;_-@_-'];
  const values = [12345, 0.125, 45383, 7, 3.06, 0];
  const cells = values.map((value, n) => `<c s="${n + 1}"><v>${value}</v></c>`);
  const { cell, found } = await readBlocks(
    xlsxReader,
    book(`<row>${cells.join('')}</row>`, { styles: stylesOf(codes) }),
  );
  const shown = ['A1', 'B1', 'C1', 'D1', 'E1', 'F1'].map((name) => cell(name).text);
  assert.deepEqual(shown, ['12,345', '12.5%', '01/04/2024', '7', '3.1', '-']);
  assert.deepEqual([cell('C1').kind, cell('C1').stored], ['date', '2024-04-01']);
  assert.equal(cell('A1').stored, 12345);
  assert.deepEqual(found, []);
});

test('a count stored behind a mask is reported at its cell and the mask is what is read', async () => {
  for (const code of ['"<5"', '[<5]"<5";0', '"*"', ';;;', '**', '"1-4"', '"fewer than 5"']) {
    const { tables, found, findings } = await readBlocks(xlsxReader, masked(code, 3));
    assert.deepEqual(found, ['stored-value-hidden #Data!A1'], code);
    assert.equal(findings[0]?.level, 'error');
    assert.notEqual(tables[0]?.cells[0]?.text, '3', code);
    assert.equal(tables[0]?.cells[0]?.stored, 3);
    assert.ok(!JSON.stringify(findings[0]?.facts).includes('3'), 'the finding repeats the hidden number');
  }
});

test('a number shown in another way than digits alone is not taken for masked', async () => {
  for (const [code, value] of [
    ['#,##0', 1234],
    ['0"*"', 45],
    ['"£"0.00', 12.5],
    ['0" offences"', 9],
    ['0;-0;"nil"', 0],
  ] as const) {
    const { found } = await readBlocks(xlsxReader, masked(code, value));
    assert.deepEqual(found, [], code);
  }
});

test('conditional formatting that puts a mask over small counts is followed', async () => {
  const dxfs = '<dxfs count="1"><dxf><numFmt numFmtId="300" formatCode="&quot;&lt;5&quot;"/></dxf></dxfs>';
  const rule = (inside: string) => `<conditionalFormatting sqref="A1:B2">${inside}</conditionalFormatting>`;
  const rows = xlsxRows([[3, 12]]);
  const styles = stylesOf([]) + dxfs;
  const less = rule(
    '<cfRule type="cellIs" dxfId="0" priority="1" operator="lessThan"><formula>5</formula></cfRule>',
  );
  const and = rule(
    '<cfRule type="expression" dxfId="0" priority="1"><formula>AND($A1&gt;0,A1&lt;5)</formula></cfRule>',
  );
  for (const after of [less, and]) {
    const { cell, found } = await readBlocks(xlsxReader, book(rows, { after, styles }));
    assert.deepEqual([cell('A1').text, cell('B1').text], ['<5', '12']);
    assert.deepEqual(found, ['stored-value-hidden #Data!A1']);
  }
  const other = rule(
    '<cfRule type="expression" dxfId="0" priority="1"><formula>ISODD(ROW())</formula></cfRule>',
  );
  const { found } = await readBlocks(xlsxReader, book(rows, { after: other, styles }));
  assert.deepEqual(found, ['hidden-content #Data']);
});

test('a footnote mark raised beside a number is taken out of it', async () => {
  const raised = '<r><rPr><b/><vertAlign val="superscript"/></rPr><t>2</t></r>';
  const strings = `<si><r><t>45</t></r>${raised}</si><si><t>Caf\u00e9_x000D_</t><rPh sb="0" eb="1"><t>reading</t></rPh></si>`;
  const rows = `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><r><t>9</t></r>${raised}</is></c></row>`;
  const { cell } = await readBlocks(xlsxReader, book(rows, { strings }));
  assert.deepEqual([cell('A1').text, cell('A1').marks], ['45', ['2']]);
  assert.deepEqual([cell('C1').text, cell('C1').marks], ['9', ['2']]);
  assert.equal(cell('B1').text, 'Caf\u00e9');
});

test('a formula counts for its saved result, and without one it is reported and reads as nothing', async () => {
  const rows =
    '<row r="1"><c r="A1"><f>SUM(B1:B2)</f><v>12</v></c><c r="B1"><f>A1</f></c>' +
    '<c r="C1" t="str"><f>"x"</f><v>x</v></c><c r="D1" t="str"><f>""</f><v></v></c><c r="E1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>';
  const { cell, has, found } = await readBlocks(xlsxReader, book(rows));
  assert.deepEqual([cell('A1').text, cell('A1').stored], ['12', 12]);
  assert.deepEqual([cell('B1').text, cell('B1').stored, cell('B1').kind], ['', null, 'error']);
  assert.equal(cell('C1').text, 'x');
  assert.equal(has('D1'), false);
  assert.deepEqual([cell('E1').text, cell('E1').kind, cell('E1').stored], ['#DIV/0!', 'error', null]);
  assert.deepEqual(found, ['unreadable #Data!B1']);
});

test('a merged cell stands once with its spans, and what lies under it is hidden and reported', async () => {
  const rows = xlsxRows([
    ['2024/25', 8, null],
    ['Female', 'Male', 'Total'],
  ]);
  const after = '<mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="A2:A9"/></mergeCells>';
  const { cell, found } = await readBlocks(xlsxReader, book(rows, { after }));
  assert.deepEqual([cell('A1').rowSpan, cell('A1').colSpan], [1, 3]);
  assert.deepEqual([cell('A2').rowSpan, cell('A2').colSpan], [1, 1], 'a merge ends with the last filled row');
  assert.equal(cell('B1').hidden, true);
  assert.equal(cell('B2').hidden, false);
  assert.deepEqual(found, ['hidden-content #Data']);
});

test('hidden rows, columns and sheets are marked and reported, never dropped', async () => {
  const before =
    '<cols><col min="2" max="2" width="9" hidden="1"/><col min="3" max="3" width="0" customWidth="1"/></cols>';
  const rows =
    '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c></row>' +
    '<row r="2" hidden="1"><c r="A2"><v>4</v></c></row><row r="3" ht="0" customHeight="1"><c r="A3"><v>5</v></c></row>';
  const bytes = xlsxOf({
    sheets: [
      { name: 'Data', rows, before },
      { name: 'Old', state: 'hidden', rows: xlsxRows([[6]]) },
      { name: 'Deep', state: 'veryHidden', rows: xlsxRows([[7]]) },
      { name: 'Empty', state: 'hidden', rows: '' },
    ],
  });
  const { tables, cell, findings, found } = await readBlocks(xlsxReader, bytes);
  const hidden = ['Data!A1', 'Data!B1', 'Data!C1', 'Data!A2', 'Data!A3'].map((name) => cell(name).hidden);
  assert.deepEqual(hidden, [false, true, true, true, true]);
  assert.deepEqual(
    tables.map((table) => table.visibility),
    ['visible', 'hidden', 'very-hidden', 'hidden'],
  );
  assert.deepEqual(
    found,
    ['#Data', '#Data', '#Old', '#Deep'].map((at) => `hidden-content ${at}`),
  );
  assert.deepEqual(findings.map(({ facts }) => facts.why).slice(0, 2), ['2-3', 'B-C']);
});

test('prefixes, the strict variant, absolute targets and missing references change nothing', async () => {
  const strict = 'http://purl.oclc.org/ooxml';
  const bytes = zipOf({
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="${strict}/officeDocument/relationships/officeDocument" Target="/Book/main.xml"/></Relationships>`,
    'Book/main.xml': `<x:workbook xmlns:x="${strict}/spreadsheetml/main" xmlns:q="${strict}/officeDocument/relationships"><x:sheets><x:sheet name="S" q:id="s1"/><x:sheet name="C" q:id="s2"/></x:sheets></x:workbook>`,
    'Book/_rels/main.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s1" Type="${strict}/officeDocument/relationships/worksheet" Target="/Book/sheets/One%20.xml"/><Relationship Id="s2" Type="${strict}/officeDocument/relationships/chartsheet" Target="chart.xml"/></Relationships>`,
    'book/sheets/one .xml': `<x:worksheet xmlns:x="${strict}/spreadsheetml/main"><x:sheetData><x:row><x:c><x:v>5</x:v></x:c><x:c t='inlineStr'><x:is><x:t>a &gt; b</x:t></x:is></x:c></x:row><x:row r="4"><x:c/><x:c><x:v><![CDATA[6]]></x:v></x:c></x:row></x:sheetData></x:worksheet>`,
  });
  const { tables, cell } = await readBlocks(xlsxReader, bytes);
  assert.equal(tables.length, 1, 'a chart sheet holds no cells');
  assert.deepEqual([cell('A1').stored, cell('B1').text, cell('B4').stored], [5, 'a > b', 6]);
});

test('numbers kept as text stay text', async () => {
  const { cell } = await readBlocks(xlsxReader, book(xlsxRows([['1,037', ' 42 ', '007']])));
  assert.deepEqual(
    ['A1', 'B1', 'C1'].map((name) => [cell(name).text, cell(name).stored, cell(name).kind]),
    [
      ['1,037', null, 'text'],
      ['42', null, 'text'],
      ['007', null, 'text'],
    ],
  );
});

test('both epochs of dates are known, and booleans and ISO dates', async () => {
  const rows =
    '<row><c s="1"><v>43921</v></c><c t="b"><v>1</v></c><c t="d"><v>2025-03-31T00:00:00</v></c></row>';
  const styles = stylesOf(['d mmmm yyyy']);
  const early = await readBlocks(xlsxReader, book(rows, { styles, settings: '<workbookPr date1904="1"/>' }));
  assert.deepEqual([early.cell('A1').text, early.cell('A1').stored], ['1 April 2024', '2024-04-01']);
  assert.deepEqual([early.cell('B1').text, early.cell('B1').stored], ['TRUE', true]);
  assert.equal(early.cell('C1').stored, '2025-03-31');
  const usual = await readBlocks(xlsxReader, book(rows, { styles }));
  assert.equal(usual.cell('A1').stored, '2020-03-31');
});

test('pivot caches, links to other workbooks and embedded files are reported', async () => {
  const extra = {
    'xl/pivotCache/pivotCacheDefinition1.xml': '<x/>',
    'xl/externalLinks/externalLink1.xml': '<x/>',
    'xl/embeddings/oleObject1.bin': 'x',
  };
  const { findings } = await readBlocks(xlsxReader, book(xlsxRows([[1]]), { extra }));
  assert.deepEqual(
    findings.map(({ code, facts }) => [code, facts.what]),
    [
      ['hidden-content', 'pivot cache'],
      ['hidden-content', 'link to another workbook'],
      ['hidden-content', 'embedded file'],
    ],
  );
});

test('the text of a text box is a line at the cell where the box begins', async () => {
  const drawing =
    '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:twoCellAnchor><xdr:from><xdr:col>2</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>4</xdr:row></xdr:from><xdr:to><xdr:col>9</xdr:col><xdr:row>9</xdr:row></xdr:to><xdr:sp><xdr:txBody><a:p><a:r><a:t>* means fewer </a:t></a:r><a:r><a:t>than 5</a:t></a:r></a:p><a:p/></xdr:txBody></xdr:sp></xdr:twoCellAnchor></xdr:wsDr>';
  const bytes = book(xlsxRows([['*']]), {
    after: '<drawing r:id="d1"/>',
    extra: {
      'xl/drawings/drawing1.xml': drawing,
      'xl/worksheets/_rels/sheet1.xml.rels':
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="d1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing" Target="../drawings/drawing1.xml"/></Relationships>',
    },
  });
  const { lines } = await readBlocks(xlsxReader, bytes);
  assert.deepEqual(
    lines.map(({ text, at }) => [text, at]),
    [['* means fewer than 5', 'book#Data!C5']],
  );
});

test('rows out of order are put in order, and a cell that stands twice is refused', async () => {
  const row = (r: number, value: number) => `<row r="${r}"><c r="A${r}"><v>${value}</v></c></row>`;
  const { tables } = await readBlocks(xlsxReader, book(row(3, 30) + row(1, 10)));
  assert.deepEqual(
    tables[0]?.cells.map((cell) => cell.stored),
    [10, 30],
  );
  const twice = await readBlocks(xlsxReader, book(row(1, 1) + row(1, 2)));
  assert.deepEqual(twice.found, ['unreadable ']);
  assert.equal(twice.tables.length, 0);
});

test('a workbook is recognised by its parts and not by its name', () => {
  const bytes = book(xlsxRows([[1]]));
  assert.equal(xlsxReader.recognises(bytes, 'reply.txt'), 1);
  assert.equal(xlsxReader.recognises(zipOf({ 'a.txt': 'a' }), 'archive.zip'), 0);
  assert.equal(xlsxReader.recognises(new TextEncoder().encode('Age,Number\n1,2\n'), 'list.xlsx'), 0);
});
