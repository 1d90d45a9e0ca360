/**
 * What holds for every table: after protection, nobody who has every published number can work out a small one. The
 * judge here is slow and separate from the audit: it writes down every table that the published numbers allow.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { MarginTable } from '../../test/support/margin-tables.ts';
import { allowed, marginTables, THRESHOLD } from '../../test/support/margin-tables.ts';
import { attack, targetsOf } from './audit.ts';
import { auditPattern } from './derive/audit-pattern.ts';
import { protect } from './protect.ts';
import { releaseTable } from './release-table.ts';

/**
 * What the shape gives away whatever is published: a withheld total is at least the number of its inner cells that are
 * not zero, and where others have published a margin, what is inside it is at most that less the rest of it, and what is
 * around it is at least that and the rest.
 */
function byShape({ cols, values, published }: MarginTable, id: string): { least: number; most: number } {
  const inside = (of: string) => (index: number) =>
    of === 'all' ||
    of === `row ${Math.floor(index / cols)}` ||
    of === `col ${index % cols}` ||
    of === `${Math.floor(index / cols)},${index % cols}`;
  const filled = [...values.keys()].filter((index) => (values[index] ?? 0) > 0);
  const own = filled.filter(inside(id));
  const least = Math.max(1, own.length);
  if (published === null) return { least, most: Number.POSITIVE_INFINITY };
  const theirs = filled.filter(inside(published));
  const total = theirs.reduce((all, index) => all + (values[index] ?? 0), 0);
  const beyond = (a: readonly number[], b: readonly number[]) =>
    a.filter((index) => !b.includes(index)).length;
  const most = beyond(own, theirs) === 0 ? total - beyond(theirs, own) : Number.POSITIVE_INFINITY;
  return { least: beyond(theirs, own) === 0 ? Math.max(least, total + beyond(own, theirs)) : least, most };
}

test('no small count of any table can be recovered from what is published of it', async () => {
  await fc.assert(
    fc.asyncProperty(marginTables, async (table) => {
      const { primary, secondary } = await protect(table.model);
      const withheld = new Set([...primary, ...secondary]);
      const values = allowed(table, withheld);
      for (const id of primary) {
        const { least, most } = byShape(table, id);
        for (let value = least; value <= Math.min(most, THRESHOLD); value++) {
          assert.ok(values.get(id)?.has(value), `${id} is certainly not ${value}`);
        }
      }
    }),
    { numRuns: 150 },
  );
});

test('a published small count exists only at national level, and a zero is never withheld', async () => {
  await fc.assert(
    fc.asyncProperty(marginTables, async ({ model }) => {
      const { released, primary, secondary } = await protect(model);
      for (const cell of model.cells) {
        const value = released.get(cell.id)?.value;
        if (cell.count.low === 0) assert.equal(value?.status, 'published');
        if (value?.status !== 'published' || cell.isNational) continue;
        assert.ok(value.low === 0 || value.low >= THRESHOLD, cell.id);
        assert.equal(primary.has(cell.id) || secondary.has(cell.id), false);
      }
    }),
  );
});

test('what the attack derives of a cell always holds its true value', () => {
  fc.assert(
    fc.property(marginTables, fc.infiniteStream(fc.boolean()), ({ model }, toss) => {
      const withheld = new Set(
        model.cells.filter((cell) => cell.count.low > 0 && toss.next().value).map((cell) => cell.id),
      );
      const { ranges } = attack(model, withheld);
      for (const cell of model.cells) {
        const range = ranges.get(cell.id);
        assert.ok(range !== undefined && range.low <= cell.count.low && cell.count.low <= range.high);
      }
    }),
  );
});

test('what the auditor of tables derives of a release holds the true value, whatever is withheld', async () => {
  await fc.assert(
    fc.asyncProperty(marginTables, fc.infiniteStream(fc.boolean()), async ({ model }, toss) => {
      const withheld = new Set(
        model.cells.filter((cell) => cell.count.low > 0 && toss.next().value === true).map((cell) => cell.id),
      );
      const { table, status } = releaseTable(model, withheld, targetsOf(model));
      const { ranges, isPossible } = await auditPattern(table, status, { isFull: true });
      assert.ok(isPossible);
      for (const { cell, low, high } of ranges) {
        const truth = model.cells[cell]?.count.low ?? -1;
        assert.ok(low <= truth && truth <= high);
      }
    }),
    { numRuns: 60 },
  );
});

test('the auditor of tables calls no release safe in which the attack finds something', async () => {
  await fc.assert(
    fc.asyncProperty(marginTables, fc.infiniteStream(fc.boolean()), async ({ model }, toss) => {
      const withheld = new Set(
        model.cells
          .filter((cell) => cell.count.low > 0 && (cell.count.low < THRESHOLD || toss.next().value === true))
          .map((cell) => cell.id),
      );
      if (attack(model, withheld).disclosed.length === 0) return;
      const { table, status } = releaseTable(model, withheld, targetsOf(model));
      assert.equal((await auditPattern(table, status, { isFull: false })).isSafe, false);
    }),
    { numRuns: 100 },
  );
});
