/** What one cell may hold where a count is due: a number, bounds, a sign for one withheld, or none. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cellValue, numberOf } from './value-words.ts';

const cases: readonly (readonly [cell: string, says: string | null])[] = [
  ['12', '12'],
  ['1,204', '1204'],
  ['1 204', '1204'],
  ['12.0', '12'],
  ['12.5', null],
  ['012', '12'],
  ['-12', null],
  ['12%', null],
  ['£12', null],
  ['12*', '12'],
  ['12 *', '12'],
  ['12†', '12'],
  ['12[c]', '12'],
  ['12 [r]', '12'],
  ['(12)', null],
  ['58 (27%)', '58'],
  ['58 (27.4 per cent)', '58'],
  ['297 (1)', '297'],
  ['297(1)', '297'],
  ['12 (est.)', null],
  ['12 (2022/23: 9)', null],
  ['nil', '0'],
  ['None', '0'],
  ['none', '0'],
  ['no offences', '0'],
  ['zero', '0'],
  ['Nought', '0'],
  ['0', '0'],
  ['dim', '0'],
  ['twelve', '12'],
  ['twenty-one', '21'],
  ['Twenty one', '21'],
  ['one hundred and five', '105'],
  ['a hundred', '100'],
  ['<5', '0 to 4'],
  ['< 5', '0 to 4'],
  ['&lt;5', '0 to 4'],
  ['less than 5', '0 to 4'],
  ['fewer than five', '0 to 4'],
  ['under 5', '0 to 4'],
  ['below 10', '0 to 9'],
  ['up to 4', '0 to 4'],
  ['≤4', '0 to 4'],
  ['<=4', '0 to 4'],
  ['5 or less', '0 to 5'],
  ['5 or fewer', '0 to 5'],
  ['five or fewer', '0 to 5'],
  ['5 and under', '0 to 5'],
  ['1-4', '1 to 4'],
  ['1 - 4', '1 to 4'],
  ['1 to 4', '1 to 4'],
  ['between 1 and 4', '1 to 4'],
  ['4-1', null],
  ['>5', '6 to any'],
  ['more than 100', '101 to any'],
  ['over 100', '101 to any'],
  ['100+', '100 to any'],
  ['at least 5', '5 to any'],
  ['≥5', '5 to any'],
  ['*', 'masked'],
  ['**', 'masked'],
  ['x', 'masked'],
  ['X', 'masked'],
  ['xx', 'masked'],
  ['[c]', 'masked'],
  ['[x]', 'masked'],
  ['[low]', 'masked'],
  ['c', 'masked'],
  ['..', 'masked'],
  ['...', 'masked'],
  [':', 'masked'],
  ['#', 'masked'],
  ['~', 'masked'],
  ['-', 'dash'],
  ['–', 'dash'],
  ['—', 'dash'],
  ['--', 'dash'],
  ['n/a', 'absent'],
  ['N/A', 'absent'],
  ['NA', 'absent'],
  ['nk', 'absent'],
  ['not held', 'absent'],
  ['Not recorded', 'absent'],
  ['not known', 'absent'],
  ['unknown', 'absent'],
  ['refused', 'absent'],
  ['withheld', 'masked'],
  ['Redacted', 'masked'],
  ['suppressed', 'masked'],
  ['s40', 'masked'],
  ['s.40(2)', 'masked'],
  ['Section 40(2)', 'masked'],
  ['see note', 'absent'],
  ['TBC', 'absent'],
  ['no data', 'absent'],
  ['no information held', 'absent'],
  ['llai na 5', '0 to 4'],
  ['2024/25', null],
  ['12-15 years', null],
  ['Snapchat', null],
  ['1,2', null],
  ['1,23', null],
  ['12,345,678', '12345678'],
  ['1.204', null],
  ['1e3', null],
  ['٣', null],
  ['½', null],
  ['12 offences', null],
  ['', null],
  [' ', null],
];

for (const [cell, says] of cases) {
  test(`a cell that holds "${cell}" says ${says ?? 'no count'}`, () => {
    assert.equal(inWords(cell), says);
  });
}

test('a whole number is read back from figures with and without separators', () => {
  fc.assert(
    fc.property(fc.nat({ max: 99_999_999 }), (number) => {
      assert.equal(numberOf(String(number)), number);
      assert.equal(numberOf(number.toLocaleString('en-GB')), number);
      assert.equal(inWords(` ${number} `), String(number));
    }),
  );
});

test('a number below a bound is never read as the bound', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999 }), (bound) => {
      assert.equal(inWords(`<${bound}`), `0 to ${bound - 1}`);
      assert.equal(inWords(`fewer than ${bound}`), `0 to ${bound - 1}`);
      assert.equal(inWords(`${bound} or fewer`), `0 to ${bound}`);
    }),
  );
});

function inWords(cell: string): string | null {
  const value = cellValue(cell);
  if (value === null) return null;
  switch (value.kind) {
    case 'exact':
      return String(value.count.low);
    case 'bounded':
      return `${value.low} to ${value.high === Number.POSITIVE_INFINITY ? 'any' : value.high}`;
    default:
      return value.kind;
  }
}
