import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Drawn, type PdfParts, pageHeight, pdfOf, widthOf } from '../../../test/support/pdf.ts';
import { setProse, setTable, type TableStyle } from '../../../test/support/pdf-tables.ts';
import type { Table } from '../document.ts';
import { pdfReader } from './pdf.reader.ts';
import { type Blocks, usualLimits } from './reader.ts';

async function read(parts: PdfParts): Promise<Blocks> {
  return pdfReader.read(pdfOf(parts), 'letter.pdf', usualLimits);
}

function said({ blocks }: Blocks): readonly string[] {
  return blocks.map((block) => {
    const place = block.at.replace('letter.pdf#', '');
    return block.kind === 'line'
      ? `${block.furniture ? '~' : ''}${place} ${block.text}`
      : `${place} ${grid(block)}`;
  });
}

/** Rows by semicolon, cells by bar, a cell's spans after it. */
function grid(table: Table): string {
  return Array.from({ length: table.rows }, (_, row) =>
    table.cells
      .filter((cell) => cell.row === row)
      .map((cell) => `${cell.col}:${cell.text}${cell.colSpan > 1 ? `x${cell.colSpan}` : ''}`)
      .join('|'),
  ).join(';');
}

const style: TableStyle = {
  left: 60,
  top: 100,
  columns: [150, 75, 75],
  align: 'right',
  pad: 5,
  size: 10,
  ruled: true,
};
const small = [
  ['Age', 'Girls', 'Boys'],
  ['0-11', '13', '5'],
  ['12-15', '47', '<5'],
];

test('a sentence of a PDF goes on over the end of a page, and a list does not', async () => {
  const first = setProse(
    'The force recorded 362 offences of sexual communication with a child in the year to 31 March 2025, which is the period that you asked about, and a total of',
    60,
    740,
    420,
    11,
  );
  const pages = [first.drawn, [{ text: '85 of them had the flag.', x: 60, y: 60, size: 11 }]];
  const whole = said(await read({ pages }));
  assert.equal(whole.length, 1);
  assert.match(whole[0] ?? '', /a total of 85 of them had the flag\.$/);
  const list = ['Snapchat: 29', 'Instagram: 11', 'WhatsApp: 7'].map((text, row) => ({
    text,
    x: 60,
    y: 60 + row * 13,
  }));
  assert.equal(said(await read({ pages: [list] })).length, 3);
});

test('headings over several columns of a PDF span them, with lines and without', async () => {
  const at = (text: string, x: number, y: number): Drawn => ({ text, x, y, size: 10 });
  const middle = (text: string, left: number, right: number, y: number): Drawn =>
    at(text, (left + right - widthOf(text, 10)) / 2, y);
  const numbers = (row: readonly string[], y: number): Drawn[] =>
    row.map((text, col) => middle(text, 160 + col * 60, 220 + col * 60, y));
  const body = [
    middle('2023/24', 160, 280, 100),
    middle('2024/25', 280, 400, 100),
    at('Age', 60, 120),
    ...numbers(['Girls', 'Boys', 'Girls', 'Boys'], 120),
    at('0-11', 60, 140),
    ...numbers(['3', '4', '5', '6'], 140),
    at('12-15', 60, 160),
    ...numbers(['30', '40', '50', '*'], 160),
  ];
  const expected =
    '1:2023/24x2|3:2024/25x2;0:Age|1:Girls|2:Boys|3:Girls|4:Boys;0:0-11|1:3|2:4|3:5|4:6;0:12-15|1:30|2:40|3:50|4:*';
  assert.deepEqual(said(await read({ pages: [body] })), [`page1 ${expected}`]);
  const across = (y: number, from = 55): Drawn => ({ line: [from, y, 400, y] });
  const down = (x: number, from = 86): Drawn => ({ line: [x, from, x, 166] });
  const lines = [
    across(86),
    across(106),
    across(126),
    across(146),
    across(166),
    ...[55, 160, 280, 400].map((x) => down(x)),
    down(220, 106),
    down(340, 106),
  ];
  assert.deepEqual(said(await read({ pages: [[...body, ...lines]] })), [`page1 ${expected}`]);
});

test('a label over several lines of a PDF stands beside its numbers, which are first, in the middle or last', async () => {
  for (const line of [0, 1, 2]) {
    const label = ['Text message or', 'telephone call made', 'to the child'];
    const rows = ['Age', 'Snapchat'].flatMap((text, row) => [
      { text, x: 60, y: 100 + row * 30, size: 10 },
      { text: row === 0 ? 'Offences' : '29', x: 250, y: 100 + row * 30, size: 10 },
    ]);
    const drawn = label.map((text, row) => ({ text, x: 60, y: 160 + row * 12, size: 10 }));
    const pages = [[...rows, ...drawn, { text: '7', x: 250, y: 160 + line * 12, size: 10 }]];
    assert.deepEqual(
      said(await read({ pages })),
      ['page1 0:Age|1:Offences;0:Snapchat|1:29;0:Text message or telephone call made to the child|1:7'],
      `values on line ${line}`,
    );
  }
});

test('a table of a PDF goes on over pages, its headings printed again or not', async () => {
  const next = setTable([['16-17', '6', '1']], { ...style, top: 50 });
  const again = setTable([small[0] ?? [], ['16-17', '6', '1']], { ...style, top: 50 });
  const bottom = { ...style, top: pageHeight - 120 };
  const expected = 'page1 0:Age|1:Girls|2:Boys;0:0-11|1:13|2:5;0:12-15|1:47|2:<5;0:16-17|1:6|2:1';
  for (const ruled of [true, false]) {
    const first = setTable(small, { ...bottom, ruled }).drawn;
    const pick = (drawn: readonly Drawn[]): readonly Drawn[] =>
      drawn.filter((each) => ruled || !('line' in each));
    const plain = await read({ pages: [first, pick(next.drawn)] });
    assert.deepEqual(said(plain), [expected]);
    assert.deepEqual(said(await read({ pages: [first, pick(again.drawn)] })), [expected]);
    const [table] = plain.blocks;
    assert.ok(table?.kind === 'table');
    assert.deepEqual(
      table.cells.filter((cell) => cell.row === 3).map((cell) => cell.at),
      ['letter.pdf#page2', 'letter.pdf#page2', 'letter.pdf#page2'],
    );
    assert.equal(table.placeOf(0, 0), 'letter.pdf#page1');
  }
});

test('a blank cell of a PDF shifts nothing, also in a column that is blank throughout', async () => {
  const cells = [
    ['Platform', 'Girls', 'Boys'],
    ['Snapchat', '', '5'],
    ['Instagram', '', '7'],
  ];
  for (const ruled of [true, false]) {
    const { drawn } = setTable(cells, { ...style, ruled });
    assert.deepEqual(said(await read({ pages: [drawn] })), [
      'page1 0:Platform|1:Girls|2:Boys;0:Snapchat|2:5;0:Instagram|2:7',
    ]);
  }
});

test('a mark raised in a PDF stands apart from its number', async () => {
  const drawn: readonly Drawn[] = [
    { text: 'In the year we recorded 88', x: 60, y: 60, size: 11 },
    { text: '1', x: 60 + widthOf('In the year we recorded 88', 11), y: 56, size: 7 },
    { text: 'offences.', x: 70 + widthOf('In the year we recorded 88', 11), y: 60, size: 11 },
  ];
  const { blocks } = await read({ pages: [drawn] });
  assert.deepEqual(
    blocks.map((block) => block.kind === 'line' && [block.text, ...block.marks]),
    [['In the year we recorded 88 offences.', '1']],
  );
});

test('what every page of a PDF prints at its edge is furniture, with page numbers', async () => {
  const page = (number: number): readonly Drawn[] => [
    { text: 'Reference 25/1', x: 60, y: 30 },
    { text: `There were ${80 + number} offences.`, x: 60, y: 200 },
    { text: `Page ${number} of 2`, x: 280, y: 820 },
    { text: 'In an emergency: 999', x: 400, y: 820 },
  ];
  assert.deepEqual(said(await read({ pages: [page(1), page(2)] })), [
    'page1 There were 81 offences.',
    'page2 There were 82 offences.',
    '~page1 Reference 25/1',
    '~page1 Page 1 of 2 In an emergency: 999',
    '~page2 Reference 25/1',
    '~page2 Page 2 of 2 In an emergency: 999',
  ]);
});

test('rows and headings of a table at the edge of every PDF page are not furniture', async () => {
  const rows = (from: number): string[][] =>
    Array.from({ length: 40 }, (_, row) => [`Area ${from + row}`, `${from + row}`, '5']);
  const heads = ['Area', 'Girls', 'Boys'];
  const page = (from: number): readonly Drawn[] =>
    setTable([heads, ...rows(from)], { ...style, top: 30, pad: 3, ruled: false }).drawn;
  const { blocks } = await read({ pages: [page(1), page(41), page(81)] });
  assert.deepEqual(
    blocks.map((block) => block.kind === 'table' && block.rows),
    [121],
  );
});

test('text drawn up a PDF page is read, in its cell where lines give it one', async () => {
  const upwards: readonly Drawn[] = [
    { text: 'Offences', x: 118, y: 150, size: 10, upwards: true },
    { text: 'Victims', x: 148, y: 150, size: 10, upwards: true },
    { text: 'Year', x: 62, y: 150, size: 10 },
    { text: '2024', x: 62, y: 170, size: 10 },
    { text: '85', x: 108, y: 170, size: 10 },
    { text: '79', x: 138, y: 170, size: 10 },
  ];
  assert.deepEqual(said(await read({ pages: [upwards] })).slice(-2), ['page1 Offences', 'page1 Victims']);
  const lines = [
    ...[95, 156, 176].map((y) => ({ line: [60, y, 160, y] as const })),
    ...[60, 100, 130, 160].map((x) => ({ line: [x, 95, x, 176] as const })),
  ];
  assert.deepEqual(said(await read({ pages: [[...upwards, ...lines]] })), [
    'page1 0:Year|1:Offences|2:Victims;0:2024|1:85|2:79',
  ]);
});

test('a PDF of pictures is not a return, and a page that may be one is reported', async () => {
  const codes = async (parts: PdfParts): Promise<readonly string[]> =>
    (await read(parts)).findings.map(({ code, at, facts }) => `${code} ${at} ${facts.why ?? facts.what}`);
  assert.deepEqual(await codes({ pages: [[], []], pictures: true }), [
    'not-a-return letter.pdf picture of text',
  ]);
  assert.deepEqual(await codes({ pages: [[]] }), ['not-a-return letter.pdf no text']);
  const text: Drawn = { text: 'See the annex.', x: 60, y: 60 };
  assert.deepEqual(await codes({ pages: [[text], []], pictures: true }), [
    'hidden-content letter.pdf#page2 a page without text, which may be a picture',
  ]);
  assert.deepEqual(await codes({ pages: [[{ ...text, unseen: true }]], pictures: true }), [
    'hidden-content letter.pdf#page1 text recognised from a picture, which may be misread',
  ]);
});

test('a PDF that is locked, cut short or of too many pages is unreadable', async () => {
  const reason = async (bytes: Uint8Array, limits = usualLimits): Promise<unknown> =>
    (await pdfReader.read(bytes, 'letter.pdf', limits)).findings.map(({ facts }) => facts.reason);
  const whole = pdfOf({ pages: [[{ text: 'There were 85.', x: 60, y: 60 }]] });
  const key = `(${'k'.repeat(32)})`;
  const locked = pdfOf({
    pages: [[{ text: 'There were 85.', x: 60, y: 60 }]],
    trailer: `/Encrypt << /Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -4 >> /ID [(a) (a)]`,
  });
  assert.deepEqual(await reason(locked), ['encrypted']);
  assert.deepEqual(await reason(whole.subarray(0, whole.length - 200)), ['damaged']);
  assert.deepEqual(await reason(whole, { ...usualLimits, pages: 0 }), ['over-limits']);
});

test('a short note below a table of a PDF is not a row of it', async () => {
  const { drawn } = setTable(small, { ...style, ruled: false });
  const note: Drawn = { text: 'From the live system.', x: 60, y: 200, size: 10 };
  assert.deepEqual(said(await read({ pages: [[...drawn, note]] })), [
    'page1 0:Age|1:Girls|2:Boys;0:0-11|1:13|2:5;0:12-15|1:47|2:<5',
    'page1 From the live system.',
  ]);
});
