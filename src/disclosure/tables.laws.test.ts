/**
 * What holds for every table: the attack never rules out the truth, and what an earlier release has published never makes
 * a new one less safe. That a protected table passes the attack is a law with files of its own.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { between } from '#count/count.ts';
import { Refusal } from '#finding/refusal.ts';
import { randomTables } from '../../test/support/random-tables.ts';
import { auditPattern } from './derive/audit-pattern.ts';
import { protectTable } from './suppress/protect-table.ts';
import { type AdditiveTable, isUnsafe } from './table/additive.ts';
import type { Status } from './table/cells-csv.ts';

/** The unsafe cells withheld, and every other that is not zero or not, as chance has it. */
function someStatus(
  { table, truth }: { readonly table: AdditiveTable; readonly truth: readonly number[] },
  toss: () => boolean,
): readonly Status[] {
  return truth.map((value, cell) => {
    if (isUnsafe(table, cell)) return 'P';
    return value > 0 && toss() ? 'S' : '';
  });
}

const quiet = { seconds: null, log: () => undefined };

test('the attack never rules out the truth, whatever is withheld', async () => {
  await fc.assert(
    fc.asyncProperty(randomTables(), fc.infiniteStream(fc.boolean()), async ({ table, truth }, toss) => {
      const status = someStatus({ table, truth }, () => toss.next().value === true);
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

test('the innermost open cells say all that the open cells one by one say', async () => {
  let wide = 0;
  await fc.assert(
    fc.asyncProperty(
      // What tables share binds them beyond subtraction in few of the linked ones, and where much is withheld.
      fc.oneof(
        { weight: 1, arbitrary: randomTables('flat', 'deep') },
        { weight: 5, arbitrary: randomTables('linked', 'sharedGroups') },
      ),
      fc.infiniteStream(fc.nat(4)),
      async ({ table: exactly, truth }, toss) => {
        const next = () => toss.next().value ?? 0;
        const most = next() === 0 ? 2 : 4;
        const status = someStatus({ table: exactly, truth }, () => next() < most);
        // Some safe counts are known, and published, as ranges only.
        const given = exactly.given.map((count, cell) =>
          count.low > 6 && status[cell] === '' && next() === 0
            ? between(count.low - next(), count.high + next())
            : count,
        );
        const table = { ...exactly, given };
        // A table with a rule for each cell is attacked cell by cell.
        const own = {
          isUnsafe: truth.map((_, cell) => isUnsafe(table, cell)),
          asked: truth.map(() => null),
        };
        const few = await auditPattern(table, status, { isFull: true });
        const all = await auditPattern({ ...table, own }, status, { isFull: true });
        // Where neither attack worked a range out to its end there is nothing to compare.
        for (const [index, one] of few.ranges.entries()) {
          const other = all.ranges[index];
          if (!one.isWholeRange || other?.isWholeRange !== true) continue;
          assert.deepEqual([one.cell, one.low, one.high], [other.cell, other.low, other.high]);
          wide += one.high - one.low > 4 ? 1 : 0;
        }
      },
    ),
    { numRuns: 1000 },
  );
  assert.ok(wide > 200, String(wide));
});

test('a first look finds nothing that is not so, and what it calls wide linear programmes do not narrow', async () => {
  const seen = { failing: 0, wide: 0 };
  await fc.assert(
    fc.asyncProperty(randomTables(), fc.infiniteStream(fc.boolean()), async ({ table, truth }, toss) => {
      const status = someStatus({ table, truth }, () => toss.next().value === true);
      const whole = await auditPattern(table, status, { isFull: false });
      const first = await auditPattern(table, status, { isFull: false, isQuick: true });
      assert.ok(first.exact.every((cell) => whole.exact.includes(cell)));
      assert.ok(first.uncovered.every((cell) => whole.uncovered.includes(cell)));
      assert.equal(first.wideInFractions, first.undecided.length);
      assert.ok(!first.isSafe || whole.isSafe);
      // What fails and was not found is among what is said to be open.
      const open = new Set([...first.undecided, ...first.exact, ...first.uncovered]);
      assert.ok([...whole.exact, ...whole.uncovered].every((cell) => open.has(cell)));
      seen.failing += first.exact.length + first.uncovered.length;
      seen.wide += first.wideInFractions;
    }),
    { numRuns: 250 },
  );
  assert.ok(seen.failing > 100, JSON.stringify(seen));
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
