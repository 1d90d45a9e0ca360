/**
 * The law of protected tables, for tests to hold by the shape of the tables: the truth lies in every derived range, and none
 * is narrower than asked.
 */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { anyway, auditPattern } from '#disclosure/derive/audit-pattern.ts';
import { protectTable } from '#disclosure/suppress/protect-table.ts';
import type { AdditiveTable } from '#disclosure/table/additive.ts';
import { isUnsafe } from '#disclosure/table/additive.ts';
import type { Shape } from './random-tables.ts';
import { randomTables } from './random-tables.ts';

const quiet = { seconds: null, log: () => undefined };

export async function holdsForProtectedTables(shape: Shape, numRuns: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(randomTables(shape), async ({ table, truth }) => {
      const { status } = await protectTable(table, quiet);
      const floors = anyway(table);
      // Every range to its end, and without the proofs of the protector.
      const audit = await auditPattern(table, status, { isFull: true });
      assert.equal(audit.isPossible, true);
      assert.deepEqual([audit.published, audit.exact, audit.uncovered], [[], [], []]);
      for (const { cell, low, high } of audit.ranges) {
        const value = truth[cell] ?? 0;
        assert.ok(low <= value && value <= high, 'the truth is ruled out');
        assert.ok(high > low, 'a withheld cell is worked out');
        if (!isUnsafe(table, cell)) continue;
        const isAsLowAsCanBe = low <= Math.max(1, floors[cell] ?? 0) || low <= (await leastEver(table, cell));
        assert.ok(isAsLowAsCanBe && high >= 3, 'an unsafe cell is worked out too closely');
      }
      for (const cell of truth.keys()) assert.ok(!isUnsafe(table, cell) || status[cell] === 'P');
    }),
    { numRuns },
  );
}

/** The least that a cell can seem to be where everything but the zeros is withheld: no pattern gets below that. */
async function leastEver(table: AdditiveTable, cell: number): Promise<number> {
  const status = table.given.map(({ high }, at) => (high === 0 ? '' : isUnsafe(table, at) ? 'P' : 'S'));
  const { ranges } = await auditPattern(table, status, { isFull: true });
  return ranges.find((range) => range.cell === cell)?.low ?? 0;
}
