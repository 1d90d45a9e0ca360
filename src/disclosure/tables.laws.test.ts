/**
 * What holds for every table: the attack never rules out the truth, and what an earlier release has published never makes
 * a new one less safe. That a protected table passes the attack is a law with files of its own.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Refusal } from '#finding/refusal.ts';
import { randomTables } from '../../test/support/random-tables.ts';
import { auditPattern } from './derive/audit-pattern.ts';
import { protectTable } from './suppress/protect-table.ts';
import { isUnsafe } from './table/additive.ts';
import type { Status } from './table/cells-csv.ts';

const quiet = { seconds: null, log: () => undefined };

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

test('to work out whole ranges changes nothing of what is called safe', async () => {
  await fc.assert(
    fc.asyncProperty(randomTables(), fc.infiniteStream(fc.boolean()), async ({ table, truth }, toss) => {
      const { status: chosen } = await protectTable(table, quiet).catch((error) => {
        if (error instanceof Refusal && error.code === 'not-protected') return { status: null };
        throw error;
      });
      const status =
        chosen === null || toss.next().value === true
          ? truth.map((_, cell): Status => (isUnsafe(table, cell) ? 'P' : ''))
          : chosen;
      const whole = await auditPattern(table, status, { isFull: true });
      const quick = await auditPattern(table, status, { isFull: false });
      assert.equal(whole.isSafe, quick.isSafe);
      assert.deepEqual([whole.exact, whole.uncovered], [quick.exact, quick.uncovered]);
    }),
    { numRuns: 60 },
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
