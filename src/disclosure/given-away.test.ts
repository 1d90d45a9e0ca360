/** What the shape of a table gives away, where only several sums together tell it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { randomTables } from '../../test/support/random-tables.ts';
import { anyway, auditPattern } from './derive/audit-pattern.ts';
import { protectTable } from './suppress/protect-table.ts';
import { solver } from './suppress/solver.ts';
import { additiveTable, cellName } from './table/additive.ts';
import { readCells } from './table/cells-csv.ts';
import { certificateFor, provedLeast } from './table/given-away.ts';
import { readSpec } from './table/spec.ts';

const dim = (name: string) => [
  { code: 'all', parent: null },
  { code: `${name}0`, parent: 'all' },
  { code: `${name}1`, parent: 'all' },
];
/** Three margins of one table of three dimensions. Of what is withheld each is at least 1. */
const rules = readSpec(
  JSON.stringify({
    dims: { a: dim('a'), b: dim('b'), c: dim('c') },
    tables: [
      ['a', 'b'],
      ['a', 'c'],
      ['b', 'c'],
    ],
    primary: { unsafe_min: 1, unsafe_max: 2 },
    protection: { must_cover: [1, 3] },
  }),
  'spec.json',
);
const CELLS = `a,b,c,freq
all,b0,c0,1\na0,all,c0,0\nall,all,c0,2\na0,b0,all,1\nall,b0,all,3\na0,all,all,1\nall,all,all,4
all,b0,c1,2\na0,all,c1,1\nall,all,c1,2\nall,b1,c0,1\na0,b1,all,0\nall,b1,all,1\nall,b1,c1,0
a1,all,c0,2\na1,b0,all,2\na1,all,all,3\na1,all,c1,1\na1,b1,all,1
`;
const table = additiveTable(rules, readCells(CELLS, rules, 'cells.csv').cells, 'cells.csv');

test('what only several sums together give away is certified, set aside, and as wide as asked above', async () => {
  const cell = table.codes.findIndex((_, one) => cellName(table, one) === 'a1, b0, all');
  const low = anyway(table);
  assert.equal(low[cell], 1);
  const certificate = certificateFor(await solver(), table, low, cell);
  assert.ok(certificate !== null && certificate.weights.length > 2);
  assert.equal(provedLeast(table, low, certificate), 2);
  for (const way of ['solved', 'programmes', 'exchanges'] as const) {
    const { status } = await protectTable(table, { seconds: null, log: () => undefined, way });
    const audit = await auditPattern(table, status, { isFull: true });
    assert.ok(audit.isSafe && audit.setAside.includes(cell), way);
    const range = audit.ranges.find((one) => one.cell === cell);
    assert.ok(range !== undefined && range.low === 2 && range.high >= 4, way);
    // Where nobody asks whether the shape explains it, the cell is not known to fail, nor to be safe.
    const unasked = await auditPattern(table, status, { isFull: true, mostCertificates: 0 });
    assert.deepEqual([unasked.isSafe, unasked.uncovered, unasked.undecided], [false, [], [cell]], way);
  }
});

test('a certificate of any weights never says more than the truth', () => {
  const weights = fc.array(fc.tuple(fc.nat(30), fc.integer({ min: -90, max: 90 })), { maxLength: 6 });
  fc.assert(
    fc.property(randomTables(), weights, fc.nat(), ({ table: random, truth }, some, at) => {
      const cell = at % truth.length;
      const proved = provedLeast(random, anyway(random), { cell, weights: some });
      assert.ok(proved <= (truth[cell] ?? 0));
    }),
    { numRuns: 2_000 },
  );
});
