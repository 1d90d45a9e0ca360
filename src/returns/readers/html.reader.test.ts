import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Block, Line, Table } from '../document.ts';
import { htmlReader } from './html.reader.ts';
import { type Blocks, usualLimits } from './reader.ts';

async function read(html: string | Uint8Array): Promise<Blocks> {
  const bytes = typeof html === 'string' ? new TextEncoder().encode(html) : html;
  return htmlReader.read(bytes, 'page.html', usualLimits);
}

async function blocks(body: string): Promise<readonly Block[]> {
  return (await read(`<!DOCTYPE html><html><head><title></title></head><body>${body}</body></html>`)).blocks;
}

async function lines(body: string): Promise<readonly string[]> {
  return (await blocks(body))
    .filter((block): block is Line => block.kind === 'line')
    .map((line) => `${line.furniture ? '~' : ''}${line.at.replace('page.html#', '')} ${line.text}`);
}

async function table(body: string): Promise<Table> {
  const found = (await blocks(body)).find((block): block is Table => block.kind === 'table');
  assert.ok(found, 'no table was read');
  return found;
}

function cells(found: Table): readonly string[] {
  return found.cells.map((cell) => {
    const spans = cell.rowSpan + cell.colSpan > 2 ? ` ${cell.rowSpan}x${cell.colSpan}` : '';
    return `${cell.at.split('#')[1]}${spans} ${cell.text}`;
  });
}

test('paragraphs, headings and list items of a page are counted together, empty ones not', async () => {
  assert.deepEqual(
    await lines('<h1>Answer</h1><p></p><p>&nbsp;</p><p>One</p><ul><li>Two</li><li> </li><li>Three</li></ul>'),
    ['p1 Answer', 'p2 One', 'p3 Two', 'p4 Three'],
  );
});

test('navigation, cookie notice and footer of a page are counted and marked as furniture', async () => {
  assert.deepEqual(
    await lines(
      '<div class="cookie-banner"><p>Kept for 12 months</p></div><nav><ul><li>Home</li></ul></nav>' +
        '<main><p>143 offences</p></main><aside><p>37 people</p></aside><footer><p>Page 19</p></footer>',
    ),
    ['~p1 Kept for 12 months', '~p2 Home', 'p3 143 offences', '~p4 37 people', '~p5 Page 19'],
  );
});

test('a body whose class name speaks of cookies is not furniture', async () => {
  const page =
    '<body class="cookies-accepted has-menu"><div id="menu-page"><main><p>85</p></main></div></body>';
  const { blocks: found } = await read(page);
  assert.deepEqual(
    found.map((block) => block.kind === 'line' && block.furniture),
    [false],
  );
});

test('text of a page outside paragraphs keeps a place between them', async () => {
  assert.deepEqual(await lines('Before<p>One</p><div>Between</div><div>Again</div><p>Two</p>'), [
    'p0+1 Before',
    'p1 One',
    'p1+1 Between',
    'p1+2 Again',
    'p2 Two',
  ]);
});

test('lines that a page breaks are lines of one paragraph, and a sentence it wraps is one line', async () => {
  assert.deepEqual(await lines('<p>Snapchat - 29<br>Instagram - 11</p>'), [
    'p1 Snapchat - 29',
    'p1 Instagram - 11',
  ]);
  assert.deepEqual(await lines('<p>In the year 2024/25 there was a total of<br>85 offences.</p>'), [
    'p1 In the year 2024/25 there was a total of 85 offences.',
  ]);
});

test('the numbers a page prints before list items are kept, outside its furniture', async () => {
  const list =
    '<ol><li><p>How many?</p></li><li>2. Typed</li><li value="5">Where?<ol type="a"><li>Girls</li></ol></li></ol>';
  assert.deepEqual(
    await lines(`${list}<nav><ol><li>Home</li></ol></nav><ol style="list-style: none"><li>85</li></ol>`),
    ['p1 1. How many?', 'p2 2. Typed', 'p3 5. Where?', 'p4 a. Girls', '~p5 Home', 'p6 85'],
  );
});

test('a term on a page and its description are one line', async () => {
  assert.deepEqual(
    await lines('<dl><dt>Snapchat</dt><dd>29</dd><dt>How many?</dt><dd>85</dd><dt>Alone</dt></dl>'),
    ['p0+1 Snapchat: 29', 'p0+2 How many? 85', 'p0+3 Alone'],
  );
});

test('a footnote mark raised on a page stands apart from its number', async () => {
  const [line] = await blocks(
    '<p>88<sup>1</sup> offences on the 1<sup>st</sup> of April, 5<sup>[2]</sup>, 9³</p>',
  );
  assert.ok(line?.kind === 'line');
  assert.equal(line.text, '88 offences on the 1st of April, 5, 9');
  assert.deepEqual(line.marks, ['1', '[2]', '3']);
  const found = await table(
    '<table><tr><td>A<td>B<tr><td>x<td>12<sup>a</sup><tr><td>y<td><sup>5</sup></table>',
  );
  assert.deepEqual(
    found.cells.map((cell) => [cell.text, cell.marks]),
    [
      ['A', []],
      ['B', []],
      ['x', []],
      ['12', ['a']],
      ['y', []],
      ['5', []],
    ],
  );
});

test('notes that a page sets one after another are a line each, with their marks', async () => {
  const found = await blocks(
    '<p><sup>1</sup> As at 2 April 2024. <sup>2</sup> As at 20 May, see<sup>3</sup> below.</p>',
  );
  assert.deepEqual(
    found.map((block) => block.kind === 'line' && [block.at, block.text, ...block.marks]),
    [
      ['page.html#p1', 'As at 2 April 2024.', '1'],
      ['page.html#p1', 'As at 20 May, see below.', '2', '3'],
    ],
  );
});

test('spans of a table on a page are laid out, and end with their group of rows', async () => {
  const found = await table(
    '<table><caption>Victims</caption><thead><tr><th rowspan="2">Age</th><th colspan="2">2024/25</th></tr>' +
      '<tr><th>Girls</th><th>Boys</th></tr></thead><tbody><tr><td rowspan="0">12</td><td>3</td><td>4</td></tr>' +
      '<tr><td>5</td><td>6</td></tr></tbody><tfoot><tr><td>Total</td><td>8</td><td>10</td></tr></tfoot></table>',
  );
  assert.equal(found.name, 'Victims');
  assert.deepEqual([found.rows, found.cols], [5, 3]);
  assert.deepEqual(cells(found), [
    't1r1c1 2x1 Age',
    't1r1c2 1x2 2024/25',
    't1r2c2 Girls',
    't1r2c3 Boys',
    't1r3c1 2x1 12',
    't1r3c2 3',
    't1r3c3 4',
    't1r4c2 5',
    't1r4c3 6',
    't1r5c1 Total',
    't1r5c2 8',
    't1r5c3 10',
  ]);
  assert.ok(found.cells.filter((cell) => cell.row < 2).every((cell) => cell.bold));
});

test('blank cells of a page are absent and keep their places', async () => {
  const found = await table('<table><tr><td>A<td><p>&nbsp;</p><td>7<tr><td>B<td>1<td></table>');
  assert.deepEqual(cells(found), ['t1r1c1 A', 't1r1c3 7', 't1r2c1 B', 't1r2c2 1']);
  assert.equal(found.placeOf(1, 2), 'page.html#t1r2c3');
});

test('a table of a page inside a cell is a table of its own, and the cell around it is layout', async () => {
  const found = await blocks(
    '<table><tr><td><p>The answer:</p><table><tr><td>Age</td><td>N</td></tr><tr><td>12</td><td>5</td></tr></table></td></tr></table>',
  );
  assert.deepEqual(
    found.map((block) =>
      block.kind === 'line' ? `${block.at} ${block.text}` : `${block.at} ${block.cells.length}`,
    ),
    ['page.html#t1r1c1 The answer:', 'page.html#t2 4'],
  );
});

test('what a page hides is not read, and is reported only when it holds numbers', async () => {
  const shown = await read('<body><p>One</p><p hidden>85 offences</p><p style="display: none">no</p></body>');
  assert.equal(shown.blocks.length, 1);
  assert.deepEqual(
    shown.findings.map(({ code, at }) => [code, at]),
    [['hidden-content', 'page.html#p1']],
  );
  const hidden = await read('<table><tr><td>A<td>1<tr hidden><td>B<td>2<tr><td>C<td>3</table>');
  assert.deepEqual(
    hidden.findings.map(({ code }) => code),
    ['hidden-content'],
  );
  const [found] = hidden.blocks;
  assert.ok(found?.kind === 'table');
  assert.deepEqual(
    found.cells.filter((cell) => cell.hidden).map((cell) => cell.text),
    ['B', '2'],
  );
});

test('scripts, styles and templates of a page are not text', async () => {
  assert.deepEqual(
    await lines(
      '<script>var n = 5;</script><style>p{margin:9px}</style><template><p>7</p></template><p>One</p>',
    ),
    ['p1 One'],
  );
});

test('a page in any of the encodings that forces use is read the same', async () => {
  const body = '<p>Dros £450 – Tŷ Heddlu</p>';
  const windows = Buffer.from('<meta charset="windows-1252"><p>£450 \x96 caf\xe9</p>', 'latin1');
  assert.deepEqual(await lines(body), ['p1 Dros £450 – Tŷ Heddlu']);
  const texts = async (bytes: Uint8Array): Promise<readonly string[]> =>
    (await read(bytes)).blocks.map((block) => (block.kind === 'line' ? block.text : ''));
  assert.deepEqual(await texts(windows), ['£450 – café']);
  assert.deepEqual(await texts(Buffer.from(`\uFEFF${body}`, 'utf16le')), ['Dros £450 – Tŷ Heddlu']);
  // It says what it was before it was saved again as UTF-8.
  assert.deepEqual(await texts(Buffer.from(`<meta charset="iso-8859-1">${body}`)), ['Dros £450 – Tŷ Heddlu']);
});

test('a page without text is not a return, and one nested without end is unreadable', async () => {
  const codes = async (html: string): Promise<readonly string[]> =>
    (await read(html)).findings.map((found) => found.code);
  assert.deepEqual(await codes('<html><body><script>1</script></body></html>'), ['not-a-return']);
  assert.deepEqual(await codes('<div>'.repeat(20_000)), ['unreadable']);
});

test('a page is recognised by what it holds', () => {
  const sure = (text: string, name: string): number => htmlReader.recognises(Buffer.from(text), name);
  assert.equal(sure('\uFEFF \n<!DOCTYPE HTML><html>', 'reply'), 1);
  assert.equal(sure('<!-- saved from a site --><html>', 'book.xls'), 1);
  assert.ok(sure('<table><tr><td>1</td></tr></table>', 'book.xls') > 0.5);
  assert.equal(sure('Age,Victims\n12,5\n', 'list.csv'), 0);
});
