/**
 * What holds for every table: a protected table passes the attack, the attack never rules out the truth, and what an
 * earlier release has published never makes a new one less safe.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Refusal } from '#finding/refusal.ts';
import { randomTables } from '../../test/support/random-tables.ts';
import { anyway, auditPattern } from './derive/audit-pattern.ts';
import { protectTable } from './suppress/protect-table.ts';
import { isUnsafe } from './table/additive.ts';
import type { Status } from './table/cells-csv.ts';

const quiet = { seconds: null, log: () => undefined };

test('the truth lies in every derived range of a protected table, and no range is narrower than asked', async () => {
  await fc.assert(
    fc.asyncProperty(randomTables(), async ({ table, truth }) => {
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
        assert.ok(
          low <= Math.max(1, floors[cell] ?? 0) && high >= 3,
          'an unsafe cell is worked out too closely',
        );
      }
      for (const cell of truth.keys()) assert.ok(!isUnsafe(table, cell) || status[cell] === 'P');
    }),
    { numRuns: 1_500 },
  );
});

test('the attack never rules out the truth, whatever is withheld', async () => {
  await fc.assert(
    fc.asyncProperty(randomTables(), fc.infiniteStream(fc.boolean()), async ({ table, truth }, toss) => {
      const status = truth.map((value, cell): Status => {
        if (isUnsafe(table, cell)) return 'P';
        return value > 0 && toss.next().value === true ? 'S' : '';
      });
      const { ranges, isPossible } = await auditPattern(table, status, { isFull: true });
      assert.ok(isPossible);
      for (const { cell, low, high } of ranges)
        assert.ok(low <= (truth[cell] ?? 0) && (truth[cell] ?? 0) <= high);
    }),
    { numRuns: 400 },
  );
});

test('a new release is as safe beside an earlier one as alone, or it is refused', async () => {
  let kept = 0;
  await fc.assert(
    fc.asyncProperty(randomTables(), fc.infiniteStream(fc.boolean()), async ({ table, truth }, toss) => {
      // An earlier release that published any of the safe counts, not those that this one would have chosen.
      const isKnown = truth.map(
        (_, cell) => !isUnsafe(table, cell) && toss.next().value === true && toss.next().value === true,
      );
      const beside = { ...table, isKnown };
      let status: readonly Status[];
      try {
        status = (await protectTable(beside, quiet)).status;
      } catch (error) {
        if (error instanceof Refusal && error.code === 'not-protected') return;
        throw error;
      }
      kept += 1;
      const both = await auditPattern(beside, status, { isFull: true });
      assert.deepEqual([both.exact, both.uncovered], [[], []]);
      // What the earlier release published is shown to be published: the outsider then sees both.
      const shown = status.map((one, cell): Status => (isKnown[cell] === true ? '' : one));
      const alone = await auditPattern(table, shown, { isFull: true });
      assert.deepEqual([alone.exact, alone.uncovered], [[], []]);
    }),
    { numRuns: 300 },
  );
  assert.ok(kept > 50);
});
