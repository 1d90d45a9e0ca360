/** What holds for every table and sentence set on a page, however it is aligned, padded, wrapped or ruled. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Drawn, pdfOf } from '../../../test/support/pdf.ts';
import { setProse, setTable } from '../../../test/support/pdf-tables.ts';
import type { Table } from '../document.ts';
import { pdfReader } from './pdf.reader.ts';
import { usualLimits } from './reader.ts';

const labels = [
  'Snapchat',
  'Not recorded',
  'Text message or telephone call',
  'Causing or inciting a child under 16 to engage in an act',
  'Online game',
  '11 and under',
  '12 to 15',
  'Total',
];
const headings = ['2023/24', '2024/25', 'Number of offences', 'Victims', 'Female', 'Male', 'All'];
const value = fc.oneof(
  fc.integer({ min: 0, max: 9999 }).map(String),
  fc.constantFrom('*', '<5', '-', '1,318', ''),
);

const grid = fc.integer({ min: 1, max: 4 }).chain((cols) =>
  fc
    .record({
      heads: fc.shuffledSubarray(headings, { minLength: cols, maxLength: cols }),
      rows: fc.shuffledSubarray(labels, { minLength: 2, maxLength: 6 }).chain((names) =>
        fc.tuple(
          ...names.map((name) =>
            // A row with no value at all cannot be told from a heading inside the table.
            fc
              .tuple(
                fc.integer({ min: 1, max: 99 }).map(String),
                ...Array.from({ length: cols - 1 }, () => value),
              )
              .map((values) => [name, ...values]),
          ),
        ),
      ),
    })
    .map(({ heads, rows }) => [['Kind', ...heads], ...rows]),
);

const style = fc.record({
  align: fc.constantFrom('left' as const, 'middle' as const, 'right' as const),
  pad: fc.constantFrom(3, 5, 8),
  size: fc.constantFrom(9, 10.5, 12),
  ruled: fc.boolean(),
});

async function read(drawn: readonly Drawn[]): Promise<Awaited<ReturnType<typeof pdfReader.read>>> {
  return pdfReader.read(pdfOf({ pages: [drawn] }), 'letter.pdf', usualLimits);
}

function textsOf(table: Table): string[][] {
  const texts = Array.from({ length: table.rows }, () => Array.from({ length: table.cols }, () => ''));
  for (const cell of table.cells) {
    const row = texts[cell.row];
    if (row !== undefined) {
      row[cell.col] = cell.text;
    }
  }
  return texts;
}

test('a table set on a page between sentences is read back cell by cell', async () => {
  await fc.assert(
    fc.asyncProperty(grid, style, async (cells, { align, pad, size, ruled }) => {
      const before = setProse(
        'The table below answers the second question of your request, for the year.',
        60,
        60,
        470,
        size,
      );
      const columns = [150, ...(cells[0] ?? []).slice(1).map(() => 75)];
      const table = setTable(cells, { left: 60, top: before.bottom + 20, columns, align, pad, size, ruled });
      const after = setProse('Information Rights Team', 60, table.bottom + 30, 470, size);
      const { blocks, findings } = await read([...before.drawn, ...table.drawn, ...after.drawn]);
      const tables = blocks.filter((block) => block.kind === 'table');
      assert.deepEqual(tables.map(textsOf), [cells]);
      assert.equal(tables[0]?.structure, 'inferred');
      assert.ok(tables[0]?.cells.every((cell) => cell.at === 'letter.pdf#page1'));
      assert.deepEqual(
        blocks.filter((block) => block.kind === 'line').map((line) => line.text),
        [
          'The table below answers the second question of your request, for the year.',
          'Information Rights Team',
        ],
      );
      assert.deepEqual(findings, []);
    }),
    { numRuns: 150 },
  );
});

test('a sentence set to any width is one line, with a number at any of its line ends', async () => {
  const words = fc.array(
    fc.constantFrom(
      'offences',
      'were',
      'recorded',
      'in',
      'the',
      'year',
      'of',
      'which',
      '85',
      '1,204',
      'a',
      'total',
    ),
    {
      minLength: 30,
      maxLength: 70,
    },
  );
  await fc.assert(
    fc.asyncProperty(words, fc.integer({ min: 440, max: 480 }), async (said, width) => {
      const sentence = `There ${said.join(' ')} in all.`;
      const set = setProse(sentence, 60, 60, width, 11);
      const { blocks } = await read(set.drawn);
      assert.deepEqual(
        blocks.map((block) => (block.kind === 'line' ? block.text : block.kind)),
        [sentence],
      );
    }),
    { numRuns: 60 },
  );
});

test('every word drawn on a page comes out once, wherever it stands', async () => {
  const piece = fc.record({
    text: fc.constantFrom('alpha', '85', 'beta gamma', '*', '12-15', 'Total', 'n/a', '2024/25'),
    x: fc.integer({ min: 30, max: 480 }),
    y: fc.integer({ min: 3, max: 40 }).map((row) => row * 20),
    size: fc.constantFrom(8, 10, 14),
  });
  const apart = fc.uniqueArray(piece, {
    maxLength: 40,
    // Pieces drawn over one another have no order.
    comparator: (a, b) => Math.abs(a.y - b.y) < 20 && Math.abs(a.x - b.x) < 120,
  });
  const wordsIn = (texts: readonly string[]): string[] => texts.flatMap((text) => text.split(' ')).sort();
  await fc.assert(
    fc.asyncProperty(apart, async (pieces) => {
      const { blocks } = await read(pieces);
      const out = blocks.flatMap((block) =>
        block.kind === 'line'
          ? [block.text, ...block.marks]
          : block.cells.flatMap((cell) => [cell.text, ...cell.marks]),
      );
      assert.deepEqual(wordsIn(out), wordsIn(pieces.map(({ text }) => text)));
    }),
    { numRuns: 150 },
  );
});
