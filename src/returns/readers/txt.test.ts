import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readBlocks } from '../../../test/support/read-blocks.ts';
import { txtReader } from './txt.reader.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const read = (...lines: string[]) => readBlocks(txtReader, utf8(lines.join('\n')), 'note.txt');

test('lines of a text file stand at their number, blank lines counted', async () => {
  const { lines } = await read('Reply', '=====', '', 'We recorded 53 offences.', '', '- 12 in April');
  assert.deepEqual(
    lines.map(({ text, at, role }) => [text, at, role]),
    [
      ['Reply', 'note.txt#l1', 'heading'],
      ['=====', 'note.txt#l2', 'paragraph'],
      ['We recorded 53 offences.', 'note.txt#l4', 'paragraph'],
      ['- 12 in April', 'note.txt#l6', 'item'],
    ],
  );
});

test('lines set in columns by gaps, tabs or bars are a table with the lines as places', async () => {
  const gaps = await read(
    'By platform:',
    '',
    'Platform       Offences',
    'Snapchat             41',
    'Other                 7',
    '',
    'End.',
  );
  assert.deepEqual(
    gaps.tables[0]?.cells.map(({ text, at }) => [text, at.slice(9)]),
    [
      ['Platform', 'l3c1'],
      ['Offences', 'l3c2'],
      ['Snapchat', 'l4c1'],
      ['41', 'l4c2'],
      ['Other', 'l5c1'],
      ['7', 'l5c2'],
    ],
  );
  assert.equal(gaps.tables[0]?.structure, 'inferred');
  assert.deepEqual(
    gaps.lines.map(({ text }) => text),
    ['By platform:', 'End.'],
  );
  const tabs = await read('Age\tFemale\tMale', '0-11\t5\t', '12-15\t<5\t3');
  assert.deepEqual(
    tabs.tables[0]?.cells.map(({ text }) => text),
    ['Age', 'Female', 'Male', '0-11', '5', '12-15', '<5', '3'],
  );
  const bars = await read('| Year | No |', '|------|----|', '| 2024 | 9 |');
  assert.deepEqual(
    bars.tables[0]?.cells.map(({ text, row }) => [text, row]),
    [
      ['Year', 0],
      ['No', 0],
      ['2024', 1],
      ['9', 1],
    ],
  );
});

test('sentences and headings closer than their numbers stay lines', async () => {
  const prose = await read(
    'There were 53 offences.  Of these 12 were in April.',
    'The rest fell later.  We hold no more.',
  );
  assert.equal(prose.tables.length, 0);
  const unclear = await read('Offences Share of all', '41     23%', '7       4%');
  assert.equal(unclear.tables.length, 0);
});

test('every word of a text file stands once, in a line or in a table', async () => {
  const word = fc.constantFrom('Snapchat', '41', '<5', 'Total', '2024/25', 'of', 'a', '-', '|', 'x');
  const gap = fc.constantFrom(' ', '  ', '      ', '\t', ' | ');
  const line = fc
    .array(fc.tuple(word, gap), { maxLength: 5 })
    .map((parts) => parts.flat().join('').trimEnd());
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 12 }), async (lines) => {
      const { tables, lines: kept } = await read(...lines);
      const words = (text: string) => text.split(/[\s|]+/).filter((one) => one !== '');
      const seen = [
        ...kept.flatMap(({ text }) => words(text)),
        ...tables.flatMap(({ cells }) => cells.flatMap(({ text }) => words(text))),
      ];
      assert.deepEqual(seen.sort(), lines.flatMap(words).sort());
    }),
    { numRuns: 500 },
  );
});
