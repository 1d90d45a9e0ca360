/** The range that stands beside `[c]` says no more than may be derived, and no more than was asked to stay open. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { randomTables } from '../../test/support/random-tables.ts';
import { auditPattern } from './derive/audit-pattern.ts';
import { protectTable } from './suppress/protect-table.ts';
import { isUnsafe } from './table/additive.ts';

test('a range shown beside a withheld cell holds all that an outsider must not rule out', async () => {
  await fc.assert(
    fc.asyncProperty(randomTables(), async ({ table, truth }) => {
      const { status } = await protectTable(table, { seconds: null, log: () => undefined });
      const { ranges, setAside } = await auditPattern(table, status, { isFull: true });
      const [from, to] = table.spec.cover;
      for (const { cell, low, high, plainLow, plainHigh } of ranges) {
        assert.ok(plainLow <= low && high <= plainHigh, 'subtraction tells more than everything together');
        assert.ok(plainLow <= (truth[cell] ?? 0) && (truth[cell] ?? 0) <= plainHigh);
        if (isUnsafe(table, cell) && !setAside.includes(cell)) assert.ok(plainLow <= from && plainHigh >= to);
      }
    }),
    { numRuns: 120 },
  );
});
