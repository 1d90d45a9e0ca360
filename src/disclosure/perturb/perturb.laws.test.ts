/** What rounding and cell keys claim, for all tables and keys. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { exact, unknown } from '#count/count.ts';
import { Refusal } from '#finding/refusal.ts';
import { randomTables } from '../../../test/support/random-tables.ts';
import type { AdditiveTable } from '../table/additive.ts';
import { additiveTable, cellName } from '../table/additive.ts';
import { readSpec } from '../table/spec.ts';
import { perturbByKey } from './cell-key.ts';
import { checkPerturbed } from './check-perturbed.ts';
import { noiseTable } from './noise-table.ts';
import { roundTable } from './round-table.ts';
import { secretKey } from './secret.ts';

const keys = fc
  .string({ minLength: 40, maxLength: 60, unit: 'grapheme-ascii' })
  .filter((text) => text.trim().length >= 32);
const keyNumber = (number: number) => secretKey(`a key for tests, made up: number ${number}`, 'key');

test('a rounded table adds up, holds only multiples, moves no cell of a simple table by the base, and keeps zeros', async () => {
  await fc.assert(
    fc.asyncProperty(randomTables(), keys, fc.constantFrom(3, 5), async ({ table, truth }, key, base) => {
      const { counts } = await roundTable(table, base, secretKey(key, 'key'));
      for (const { whole, parts } of table.relations) {
        assert.equal(
          counts[whole],
          parts.reduce((sum, part) => sum + (counts[part] ?? 0), 0),
        );
      }
      const totals = new Set(table.relations.map(({ whole }) => whole));
      for (const [cell, count] of counts.entries()) {
        assert.equal(count % base, 0);
        const change = Math.abs(count - (truth[cell] ?? 0));
        assert.ok(change < base || (table.spec.dims.length > 2 && totals.has(cell)), `${change}`);
        if (truth[cell] === 0) assert.equal(count, 0);
        if (base === 5) assert.ok(truth[cell] === 0 || (truth[cell] ?? 0) > 4 || count !== truth[cell]);
      }
      assert.deepEqual((await roundTable(table, base, secretKey(key, 'key'))).counts, counts);
    }),
    { numRuns: 300 },
  );
});

test('the mean of a rounded count over many keys is the count', async () => {
  const table = twoWay([3, 20, 9, 7, 15, 30, 12, 8, 25]);
  const keysTried = 400;
  const sums = table.given.map(() => 0);
  for (let number = 0; number < keysTried; number++) {
    const { counts, isWalked } = await roundTable(table, 5, keyNumber(number));
    assert.ok(isWalked);
    for (const [cell, count] of counts.entries()) sums[cell] = (sums[cell] ?? 0) + count;
  }
  for (const [cell, { low }] of table.given.entries()) {
    const mean = (sums[cell] ?? 0) / keysTried;
    // Between two multiples of 5 the deviation is at most 2.5; five times that of a mean of 400.
    assert.ok(
      Math.abs(mean - low) < (5 * 2.5) / Math.sqrt(keysTried),
      `${cellName(table, cell)}: ${mean}, not ${low}`,
    );
  }
});

test('each row of a noise table has mean 0 and the variance stated, and never leads below zero', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 12 }),
      fc.double({ min: 0.15, max: 0.8, noNaN: true }),
      (largest, share) => {
        const variance = Math.max(0.5, share * Math.min(largest, (largest * largest) / 4));
        const noise = noiseTable(variance, largest);
        assert.deepEqual([...noise.chances(0)], [[0, 1]]);
        for (const count of [1, 2, 3, 7, 1_000]) {
          const chances = [...noise.chances(count)];
          const moment = (power: number) =>
            chances.reduce((sum, [by, chance]) => sum + chance * by ** power, 0);
          assert.ok(Math.abs(moment(0) - 1) < 1e-9 && Math.abs(moment(1)) < 1e-8);
          assert.ok(Math.abs(moment(2) - variance) < 1e-8);
          for (const [by] of chances) assert.ok(count + by >= 0 && Math.abs(by) <= largest);
        }
      },
    ),
    { numRuns: 100 },
  );
});

test('a cell has the same noise in two tables, another noise under another key, and none where it is zero', () => {
  const noise = noiseTable(2, 5);
  const values = Array.from({ length: 9 }, (_, index) => 30 + index);
  const withAge = twoWay(values, 'age');
  const withSex = twoWay(
    [...values.slice(0, 3).reverse(), ...values.slice(3, 6).reverse(), ...values.slice(6).reverse()],
    'sex',
  );
  let differing = 0;
  for (let number = 0; number < 40; number++) {
    const first = perturbByKey(withAge, noise, keyNumber(number));
    const second = perturbByKey(withSex, noise, keyNumber(number));
    for (const force of ['all', 'A', 'B', 'C']) {
      assert.equal(first[cellAt(withAge, `${force}, all`)], second[cellAt(withSex, `${force}, all`)]);
    }
    const other = perturbByKey(withAge, noise, keyNumber(number + 1));
    if (first.some((count, cell) => count !== other[cell])) differing += 1;
  }
  assert.ok(differing >= 39);
  fc.assert(
    fc.property(randomTables(), keys, ({ table, truth }, key) => {
      const counts = perturbByKey(table, noise, secretKey(key, 'key'));
      const { zerosChanged, negative, largestChange } = checkPerturbed(table, counts, null);
      assert.deepEqual([zerosChanged, negative], [0, 0]);
      assert.ok(largestChange <= 5);
      // A total with one part that is not zero counts the same records: taking one from the other tells nothing.
      for (const { whole, parts } of table.relations) {
        const filled = parts.filter((part) => (truth[part] ?? 0) > 0);
        if (filled.length === 1) assert.equal(counts[whole], counts[filled[0] ?? -1]);
      }
    }),
  );
});

test('the changes of many cells have the variance stated', () => {
  const noise = noiseTable(2, 5);
  const table = twoWay([3, 20, 9, 7, 15, 30, 12, 8, 25]);
  const changes: number[] = [];
  for (let number = 0; number < 500; number++) {
    const counts = perturbByKey(table, noise, keyNumber(number));
    for (const [cell, count] of counts.entries()) changes.push(count - (table.given[cell]?.low ?? 0));
  }
  const mean = changes.reduce((sum, by) => sum + by, 0) / changes.length;
  const variance = changes.reduce((sum, by) => sum + (by - mean) ** 2, 0) / changes.length;
  assert.ok(Math.abs(mean) < 0.08 && Math.abs(variance - 2) < 0.2, `${mean}, ${variance}`);
});

test('a key that is short, a variance that cannot be, a count that is not exact and a method without a reason are refused', async () => {
  const refuses = (what: () => unknown, message: RegExp) =>
    assert.throws(what, (error) => error instanceof Refusal && message.test(error.message));
  refuses(() => secretKey('short but secret', 'key.txt'), /^key\.txt: a key has at least 32/);
  assert.throws(
    () => secretKey('short but secret', 'key.txt'),
    (error: Error) => !error.message.includes('short but'),
  );
  refuses(() => noiseTable(6, 5), /variance of 6/);
  const open = { ...twoWay([1, 2, 3, 4, 5, 6, 7, 8, 9]), given: Array.from({ length: 16 }, () => unknown) };
  refuses(() => perturbByKey(open, noiseTable(2, 5), keyNumber(1)), /range or unknown/);
  await assert.rejects(roundTable(open, 5, keyNumber(1)), /range or unknown/);
  const bare = { dims: { a: [{ code: 'all', parent: null }] }, tables: [['a']], method: 'rounding' };
  refuses(() => readSpec(JSON.stringify(bare), 'spec.json'), /no "reason"/);
});

/** Three forces by three codes, with totals. */
function twoWay(values: readonly number[], across = 'age'): AdditiveTable {
  const codes = (names: readonly string[]) =>
    names.map((code, at) => ({ code, parent: at === 0 ? null : 'all' }));
  const forces = ['A', 'B', 'C'];
  const others = ['1', '2', '3'];
  const spec = readSpec(
    JSON.stringify({
      dims: { force: codes(['all', ...forces]), [across]: codes(['all', ...others]) },
      tables: [['force', across]],
    }),
    'spec.json',
  );
  const isIn = (code: string, of: string) => code === 'all' || code === of;
  const cells = ['all', ...forces].flatMap((force) =>
    ['all', ...others].map((other) => ({
      codes: [force, other],
      count: exact(
        values.reduce(
          (sum, value, index) =>
            isIn(force, forces[Math.floor(index / 3)] ?? '') && isIn(other, others[index % 3] ?? '')
              ? sum + value
              : sum,
          0,
        ),
      ),
      row: 2,
    })),
  );
  return additiveTable(spec, cells, 'cells.csv');
}

function cellAt(table: AdditiveTable, name: string): number {
  return [...table.codes.keys()].find((cell) => cellName(table, cell) === name) ?? -1;
}
