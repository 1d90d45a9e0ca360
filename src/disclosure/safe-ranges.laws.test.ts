/** The ranges that a release prints beside withheld numbers: what holds of them for every table. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { between, exact, unknown } from '#count/count.ts';
import { allowed, marginTables, THRESHOLD } from '../../test/support/margin-tables.ts';
import { attack, targetsOf } from './audit.ts';
import type { Cell, Model } from './model.ts';
import { protect } from './protect.ts';

async function ranged(model: Model) {
  const { primary, secondary, released } = await protect(model, { ranges: true });
  const withheld = new Set([...primary, ...secondary]);
  const ranges = new Map(
    [...released].flatMap(([id, { value }]) =>
      value.status === 'withheld' && value.range !== undefined
        ? [[id, between(value.range.low, value.range.high)] as const]
        : [],
    ),
  );
  return { primary, withheld, released, ranges };
}

test('no table that the published numbers allow is ruled out by the ranges beside the withheld ones', async () => {
  let told = 0;
  await fc.assert(
    fc.asyncProperty(marginTables, async (table) => {
      const { withheld, ranges } = await ranged(table.model);
      told += ranges.size;
      const values = allowed(table, withheld);
      for (const [id, { low, high }] of ranges) {
        for (const value of values.get(id) ?? []) assert.ok(low <= value && value <= high, id);
      }
    }),
    { numRuns: 80 },
  );
  assert.ok(told > 50, `${told} ranges told`);
});

test('a range beside a withheld number holds it, is as wide as asked, and holds every value that must stay possible', async () => {
  await fc.assert(
    fc.asyncProperty(marginTables, async ({ model }) => {
      const { withheld, ranges } = await ranged(model);
      const asked = new Map(targetsOf(model).map(({ id, enough }) => [id, enough]));
      const counts = new Map(model.cells.map(({ id, count }) => [id, count]));
      for (const [id, range] of ranges) {
        const [count, enough] = [counts.get(id) ?? unknown, asked.get(id) ?? range];
        assert.ok(withheld.has(id));
        assert.ok(range.low <= count.low && count.high <= range.high);
        assert.ok(range.high - range.low >= THRESHOLD - 1);
        assert.ok(range.low <= enough.low && enough.high <= range.high);
      }
    }),
  );
});

test('an attack that knows the ranges derives of every number what one without them does', async () => {
  await fc.assert(
    fc.asyncProperty(marginTables, async ({ model }) => {
      const { withheld, ranges } = await ranged(model);
      const [without, knowing] = [attack(model, withheld), attack(model, withheld, ranges)];
      assert.deepEqual(knowing.disclosed, []);
      assert.deepEqual(without.disclosed, []);
      const narrowed = new Map(model.cells.map((cell) => [cell.id, ranges.get(cell.id) ?? unknown]));
      for (const [id, { low, high }] of knowing.ranges) {
        const plain = without.ranges.get(id) ?? unknown;
        const own = narrowed.get(id) ?? unknown;
        // An attack may stop when it has seen enough, so the one without may have been content with a wider range.
        assert.ok(low <= Math.max(plain.low, own.low) || low <= 1, id);
        assert.ok(high >= Math.min(plain.high, own.high) || high >= THRESHOLD, id);
      }
    }),
  );
});

test('ranges change neither what is withheld nor what is told', async () => {
  await fc.assert(
    fc.asyncProperty(marginTables, async ({ model }) => {
      const statuses = async (ranges: boolean) =>
        [...(await protect(model, { ranges })).released].map(([id, { value }]) => [
          id,
          value.status,
          value.status === 'published' ? [value.low, value.high] : null,
        ]);
      assert.deepEqual(await statuses(true), await statuses(false));
    }),
    { numRuns: 40 },
  );
});

const cell = (id: string, value: number, more: Partial<Cell> = {}): Cell => ({
  id,
  count: exact(value),
  given: exact(value),
  known: unknown,
  standing: 'stated',
  isNational: false,
  rank: 2,
  ...more,
});

test('of a small count that others published nothing is said beside its mark', async () => {
  const { ranges } = await ranged({
    cells: [cell('A', 3, { known: exact(3) }), cell('B', 20), cell('all', 23)],
    sums: [{ id: 'all', whole: 'all', parts: ['A', 'B'] }],
    threshold: 5,
  });
  assert.deepEqual([...ranges], []);
});

test('a total of 30 with one small part of three tells of two of them that each is from 1 to what the third leaves', async () => {
  const { ranges } = await ranged({
    cells: [cell('A', 3), cell('B', 9), cell('C', 18), cell('all', 30, { rank: 5 })],
    sums: [{ id: 'all', whole: 'all', parts: ['A', 'B', 'C'] }],
    threshold: 5,
  });
  assert.deepEqual(Object.fromEntries(ranges), { A: { low: 1, high: 11 }, B: { low: 1, high: 11 } });
});

test('where a withheld number may be zero, no range says of the others that they are not', async () => {
  const { ranges } = await ranged({
    cells: [
      cell('A', 3),
      cell('B', 0, { count: between(0, 4), given: between(0, 4) }),
      cell('C', 18),
      cell('all', 23, { count: between(21, 25), given: between(21, 25), rank: 5 }),
      cell('D', 2),
      cell('E', 9),
      cell('F', 11, { rank: 5 }),
    ],
    sums: [
      { id: 'all', whole: 'all', parts: ['A', 'B', 'C'] },
      { id: 'F', whole: 'F', parts: ['D', 'E'] },
    ],
    threshold: 5,
  });
  assert.ok([...ranges.values()].length > 0);
  assert.ok([...ranges.values()].every(({ low }) => low === 0));
});
