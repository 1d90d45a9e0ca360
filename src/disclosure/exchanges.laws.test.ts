/**
 * What holds for large tables, tried on small ones: a table protected by exchanges alone passes an attack that is offered
 * no proofs, and an audit that is offered proofs says what one without them says.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type RandomTable, randomTables } from '../../test/support/random-tables.ts';
import { auditPattern } from './derive/audit-pattern.ts';
import { protectTable } from './suppress/protect-table.ts';
import { offerFor } from './suppress/prove.ts';
import { isUnsafe } from './table/additive.ts';
import type { Status } from './table/cells-csv.ts';

const tosses = fc.infiniteStream(fc.nat(9));

/** A pattern that may be unsafe: beside what must be withheld, eight in ten of what is not zero. */
function anyStatus({ table, truth }: RandomTable, toss: Iterator<number>): readonly Status[] {
  return truth.map((value, cell): Status => {
    if (isUnsafe(table, cell)) return 'P';
    return value > 0 && (toss.next().value ?? 0) < 8 ? 'S' : '';
  });
}

test('a table protected by exchanges passes the attack, and is the same when it is done again', async () => {
  await fc.assert(
    fc.asyncProperty(randomTables(), async ({ table }) => {
      const how = { seconds: null, log: () => undefined, way: 'exchanges' } as const;
      const { status } = await protectTable(table, how);
      const { isSafe, isPossible } = await auditPattern(table, status, { isFull: false });
      assert.ok(isSafe && isPossible);
      assert.deepEqual((await protectTable(table, how)).status, status);
    }),
    { numRuns: 250 },
  );
});

test('a search that comes by the pattern asked for ends there, with proofs of it', async () => {
  await fc.assert(
    fc.asyncProperty(randomTables(), async ({ table }) => {
      const how = { seconds: null, log: () => undefined, way: 'exchanges' } as const;
      const { status } = await protectTable(table, how);
      const again = await protectTable(table, { ...how, until: status });
      assert.deepEqual(again.status, status);
      for (const { cells } of again.proofs) assert.ok(cells.every((cell) => status[cell] !== ''));
    }),
    { numRuns: 100 },
  );
});

test('a table protected in haste passes the attack, by programmes and by exchanges', async () => {
  await fc.assert(
    fc.asyncProperty(
      randomTables(),
      fc.constantFrom('programmes' as const, 'exchanges' as const),
      fc.constantFrom('some' as const, 'great' as const),
      async ({ table }, way, haste) => {
        const { status } = await protectTable(table, {
          seconds: null,
          log: () => undefined,
          way,
          haste,
        });
        const { isSafe, isPossible } = await auditPattern(table, status, { isFull: false });
        assert.ok(isSafe && isPossible);
      },
    ),
    { numRuns: 200 },
  );
});

// The second as of a large table: protected once more, and what proves that pattern is led around what this one publishes.
for (const [named, small] of [
  ['looked for', undefined],
  ['recalled', 0],
] as const) {
  test(`an audit that is offered proofs, ${named}, says what one without them says`, async () => {
    const said = { safe: 0, unsafe: 0 };
    await fc.assert(
      fc.asyncProperty(randomTables(), tosses, async ({ table, truth }, toss) => {
        const status = anyStatus({ table, truth }, toss);
        const alone = await auditPattern(table, status, { isFull: false });
        const helped = await auditPattern(table, status, {
          isFull: false,
          ...(await offerFor(table, status, small)),
        });
        assert.deepEqual(
          [helped.isSafe, helped.exact, helped.uncovered, helped.setAside],
          [alone.isSafe, alone.exact, alone.uncovered, alone.setAside],
        );
        said[alone.isSafe ? 'safe' : 'unsafe'] += 1;
      }),
      { numRuns: 250 },
    );
    assert.ok(said.safe > 20 && said.unsafe > 20, JSON.stringify(said));
  });
}

test('an audit that is cut off finds nothing that is not so, and calls no pattern safe of which it does not know', async () => {
  let open = 0;
  await fc.assert(
    fc.asyncProperty(randomTables(), tosses, async ({ table, truth }, toss) => {
      const status = anyStatus({ table, truth }, toss);
      const whole = await auditPattern(table, status, { isFull: false });
      const cut = await auditPattern(table, status, { isFull: false, secondsAGroup: 0 });
      assert.equal(cut.isPossible, true);
      assert.ok(cut.exact.every((cell) => whole.exact.includes(cell)));
      assert.equal(cut.isSafe, cut.isSafe && whole.isSafe);
      assert.ok(cut.undecided.length === 0 || !cut.isSafe);
      open += cut.undecided.length > 0 ? 1 : 0;
    }),
    { numRuns: 200 },
  );
  assert.ok(open > 20, String(open));
});
