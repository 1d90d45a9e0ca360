/** How few numbers a release withholds: no more than the simple steps, and none that could be spared. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { madeUpMargins } from '../../test/support/made-up-margins.ts';
import { marginTables } from '../../test/support/margin-tables.ts';
import { attack, targetsOf } from './audit.ts';
import { auditPattern } from './derive/audit-pattern.ts';
import type { Model } from './model.ts';
import { protect } from './protect.ts';
import { releaseTable } from './release-table.ts';
import { canGo, complete, releaseAgain } from './simple-steps.ts';

/** Whether some choice of so many cells stands both attacks; small tables only. */
async function isEnough(model: Model, primary: ReadonlySet<string>, many: number): Promise<boolean> {
  const candidates = model.cells.filter((cell) => canGo(cell) && !primary.has(cell.id)).map(({ id }) => id);
  const stands = async (chosen: readonly string[]) => {
    const withheld = new Set([...primary, ...chosen]);
    if (attack(model, withheld).disclosed.length > 0) return false;
    const { table, status } = releaseTable(model, withheld, targetsOf(model));
    return (await auditPattern(table, status, { isFull: false })).isSafe;
  };
  const go = async (from: number, chosen: readonly string[]): Promise<boolean> => {
    if (chosen.length === many) return stands(chosen);
    for (const [index, id] of candidates.entries())
      if (index >= from && (await go(index + 1, [...chosen, id]))) return true;
    return false;
  };
  return go(0, []);
}

test('where up to three numbers are withheld beside the small ones, no fewer would do, whichever they were', async () => {
  let looked = 0;
  await fc.assert(
    fc.asyncProperty(marginTables, async ({ model }) => {
      const { primary, secondary } = await protect(model);
      if (secondary.size === 0 || secondary.size > 3) return;
      looked += 1;
      assert.equal(await isEnough(model, primary, secondary.size - 1), false);
    }),
    { numRuns: 40 },
  );
  assert.ok(looked >= 10, `${looked} looked at`);
});

test('a release never withholds more than the simple steps, and on made-up tables less', async () => {
  let spared = 0;
  for (const [forces, ages, seed] of [
    [10, 6, 1],
    [10, 6, 2],
    [20, 8, 4],
  ] as const) {
    const model = madeUpMargins(forces, ages, seed);
    const { primary, secondary } = await protect(model);
    const simple = releaseAgain([model], primary, complete([model], primary));
    assert.ok(secondary.size <= simple.size);
    spared += simple.size - secondary.size;
  }
  assert.ok(spared >= 5, `${spared} spared`);
});

test('the same release withholds the same numbers, and a number of which others told the whole is not among them', async () => {
  const model = madeUpMargins(10, 6, 1);
  const known = model.cells.map((cell) =>
    cell.id.startsWith('col ') ? { ...cell, known: cell.count } : cell,
  );
  const [once, again, others] = [
    await protect(model),
    await protect({ ...model }),
    await protect({ ...model, cells: known }),
  ];
  assert.deepEqual([...once.secondary].sort(), [...again.secondary].sort());
  assert.ok([...others.secondary].every((id) => !id.startsWith('col ')));
});
