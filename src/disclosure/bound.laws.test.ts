/** What the protector says that no safe pattern can cost less than: held against every cheaper choice of small tables. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { randomTables } from '../../test/support/random-tables.ts';
import { auditPattern } from './derive/audit-pattern.ts';
import { protectTable } from './suppress/protect-table.ts';
import type { AdditiveTable } from './table/additive.ts';
import { isUnsafe } from './table/additive.ts';
import type { Status } from './table/cells-csv.ts';

/** Choices looked at of one table at most. */
const MOST = 120;

/** Some safe cells given as ranges, as another publisher may have printed them. */
function withRanges(table: AdditiveTable, at: readonly number[]): AdditiveTable {
  const given = table.given.map((count, cell) =>
    at.includes(cell) && count.low > 4 ? { ...count, low: count.low - 1, high: count.high + 1 } : count,
  );
  return { ...table, given };
}

test('no choice of cells that costs less than the bound is safe', async () => {
  let looked = 0;
  await fc.assert(
    fc.asyncProperty(
      randomTables(),
      fc.uniqueArray(fc.nat(11), { maxLength: 3 }),
      async ({ table: exactly }, ranged) => {
        const table = withRanges(exactly, ranged);
        const { base, bound, cost } = await protectTable(table, {
          seconds: null,
          log: () => undefined,
          way: 'solved',
        });
        if (bound === null) return;
        assert.ok(bound <= cost + 1e-6, 'the bound is above what was found');
        const quick = await protectTable(table, { seconds: null, log: () => undefined, way: 'programmes' });
        assert.ok(
          (quick.bound ?? 0) <= cost + 1e-6,
          'the bound of a table that is not searched is above what was found',
        );
        const costOf = (cell: number) => 1 + (base[cell] ?? 0) / 20;
        const cells = [...table.given.keys()];
        const primary = cells.filter((cell) => isUnsafe(table, cell));
        const free = cells
          .filter((cell) => !isUnsafe(table, cell) && (table.given[cell]?.low ?? 0) > 0)
          .sort((a, b) => costOf(a) - costOf(b));
        let left = MOST;
        const isSafe = async (chosen: readonly number[]) => {
          const status = cells.map((): Status => '');
          for (const cell of primary) status[cell] = 'P';
          for (const cell of chosen) status[cell] = 'S';
          return (await auditPattern(table, status, { isFull: false })).isSafe;
        };
        const go = async (from: number, chosen: readonly number[], spent: number): Promise<void> => {
          if (spent >= bound - 1e-6 || left-- <= 0) return;
          looked += 1;
          assert.equal(
            await isSafe(chosen),
            false,
            `${chosen.join()} costs ${spent} and the bound is ${bound}`,
          );
          for (const [index, cell] of free.entries())
            if (index >= from) await go(index + 1, [...chosen, cell], spent + costOf(cell));
        };
        await go(0, [], 0);
      },
    ),
    { numRuns: 80 },
  );
  assert.ok(looked > 1_000, `${looked} looked at`);
});
