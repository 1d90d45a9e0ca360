/** The table that docs/method/disclosure.md works through, and what a specification or a table is refused for. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Refusal } from '#finding/refusal.ts';
import { auditPattern } from './derive/audit-pattern.ts';
import { protectTable } from './suppress/protect-table.ts';
import { additiveTable, cellName } from './table/additive.ts';
import type { Status } from './table/cells-csv.ts';
import { readCells, writePattern } from './table/cells-csv.ts';
import { knowing } from './table/earlier.ts';
import { readSpec } from './table/spec.ts';

const codes = (names: readonly string[]) =>
  names.map((code, at) => ({ code, parent: at === 0 ? null : 'all' }));
const spec = (more: object = {}) =>
  readSpec(
    JSON.stringify({
      dims: { force: codes(['all', 'A', 'B', 'C']), age: codes(['all', '11', '12', '13']) },
      tables: [['force', 'age']],
      ...more,
    }),
    'spec.json',
  );
const CELLS = `force,age,freq
A,11,3\nA,12,20\nA,13,9\nA,all,32
B,11,7\nB,12,15\nB,13,30\nB,all,52
C,11,12\nC,12,8\nC,13,25\nC,all,45
all,11,22\nall,12,43\nall,13,64\nall,all,129
`;
const table = (text = CELLS, more: object = {}) => {
  const rules = spec(more);
  return additiveTable(rules, readCells(text, rules, 'cells.csv').cells, 'cells.csv');
};
const quiet = { seconds: null, log: () => undefined };

test('the worked example is protected as its page says, and its ranges are those of the page', async () => {
  const worked = table();
  const { status, bound, cost } = await protectTable(worked, quiet);
  const withheld = [...status.keys()]
    .filter((cell) => status[cell] !== '')
    .map((cell) => cellName(worked, cell));
  assert.deepEqual(withheld, ['A, 11', 'A, 12', 'C, 11', 'C, 12']);
  assert.ok(bound !== null && cost <= bound * 1.02);
  const { ranges, isSafe } = await auditPattern(worked, status, { isFull: true });
  assert.ok(isSafe);
  const found = Object.fromEntries(
    ranges.map(({ cell, low, high }) => [cellName(worked, cell), [low, high]]),
  );
  assert.deepEqual(found, { 'A, 11': [1, 14], 'A, 12': [9, 22], 'C, 11': [1, 14], 'C, 12': [6, 19] });
});

test('the attack names what a row or a column with one withheld cell gives away', async () => {
  const worked = table();
  const only = worked.codes.map((_, cell): Status => (cellName(worked, cell) === 'A, 11' ? 'P' : ''));
  const { exact, isSafe } = await auditPattern(worked, only, { isFull: true });
  assert.equal(isSafe, false);
  assert.deepEqual(
    exact.map((cell) => cellName(worked, cell)),
    ['A, 11'],
  );
  const none = worked.codes.map(() => '' as const);
  assert.deepEqual((await auditPattern(worked, none, { isFull: true })).published.length, 1);
});

test('an interval that may be small is unsafe, one that is not is published, and an unknown count is unsafe', async () => {
  const text = CELLS.replace('C,13,25', 'C,13,24-26')
    .replace('C,all,45', 'C,all,44-46')
    .replace('all,13,64', 'all,13,63-65')
    .replace('all,all,129', 'all,all,128-130')
    .replace('B,11,7', 'B,11,')
    .replace('B,all,52', 'B,all,50-54')
    .replace('all,11,22', 'all,11,20-24');
  const open = table(text);
  const { status } = await protectTable(open, quiet);
  const of = (name: string) => status[[...status.keys()].find((cell) => cellName(open, cell) === name) ?? -1];
  assert.equal(of('B, 11'), 'P');
  assert.notEqual(of('C, 13'), 'P');
  const { isSafe } = await auditPattern(open, status, { isFull: true });
  assert.ok(isSafe);
});

test('zeros are unsafe where the specification says so, and structural zeros never', async () => {
  const text = CELLS.replace('B,11,7', 'B,11,0')
    .replace('B,12,15', 'B,12,22')
    .replace('all,11,22', 'all,11,15')
    .replace('all,12,43', 'all,12,50');
  const rules = { primary: { unsafe_min: 1, unsafe_max: 4, zeros: 'unsafe' } };
  const unsafe = table(text, rules);
  const found = await protectTable(unsafe, quiet);
  const zero = unsafe.codes.findIndex((_, cell) => cellName(unsafe, cell) === 'B, 11');
  assert.equal(found.status[zero], 'P');
  assert.ok((await auditPattern(unsafe, found.status, { isFull: true })).isSafe);
  const structural = table(text, { ...rules, structural_zeros: [['B', '11']] });
  assert.equal((await protectTable(structural, quiet)).status[zero], '');
});

test('the same table gives the same pattern, and proofs that are false are thrown', async () => {
  const worked = table();
  const one = await protectTable(worked, quiet);
  assert.deepEqual((await protectTable(worked, quiet)).status, one.status);
  const changes = [{ cells: Int32Array.from([0]), by: Float64Array.from([2]) }];
  const proofs = { base: one.base, changes };
  await assert.rejects(auditPattern(worked, one.status, { isFull: false, proofs }), /breaks a sum/);
});

test('what an earlier release published is not withheld in vain, and an unsafe count it published is refused by name', async () => {
  const worked = table();
  const rules = spec();
  const first = await protectTable(worked, quiet);
  // The first release kept back another rectangle: it published the 20, the 12 and the 8.
  const lines = worked.codes.map(
    (_, cell): Status => (['A, 11', 'A, 13', 'B, 11', 'B, 13'].includes(cellName(worked, cell)) ? 'S' : ''),
  );
  const earlier = writePattern(
    worked,
    CELLS.trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',')[2] ?? ''),
    lines,
    null,
  );
  const beside = knowing(worked, [{ path: 'first.csv', read: readCells(earlier, rules, 'first.csv') }]);
  const second = await protectTable(beside, quiet);
  assert.notDeepEqual(second.status, first.status);
  assert.ok((await auditPattern(beside, second.status, { isFull: true })).isSafe);
  assert.equal((await auditPattern(beside, first.status, { isFull: true })).isSafe, false);
  const told = earlier.replace('A,11,3,S', 'A,11,3,');
  assert.throws(
    () => knowing(worked, [{ path: 'first.csv', read: readCells(told, rules, 'first.csv') }]),
    (error) =>
      error instanceof Refusal && /A, 11 is unsafe, and first.csv has published it/.test(error.message),
  );
});

test('cells that are missing, twice, unknown to the specification or wrong in sum are refused by their place', () => {
  for (const [text, words] of [
    [CELLS.replace('A,11,3\n', ''), /the cell A, 11 is missing/],
    [`${CELLS}A,11,3\n`, /A, 11 stands twice/],
    [CELLS.replace('A,11,3', 'A,14,3'), /"14" is no code of "age"/],
    [CELLS.replace('A,all,32', 'A,all,33'), /2 sums do not hold/],
    [CELLS.replace('A,11,3', 'A,11,three'), /line 2: "three" is no count/],
  ] as const) {
    assert.throws(
      () => table(text),
      (error) => error instanceof Refusal && words.test(error.message),
      text,
    );
  }
  assert.throws(() => readSpec('{', 'spec.json'), /not JSON/);
  assert.throws(() => spec({ tables: [['force', 'sex']] }), /"sex", which is no dimension/);
});
