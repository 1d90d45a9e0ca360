import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Row } from './extremes.ts';
import { extremes } from './extremes.ts';

test('a cell that a chain of sums fixes is found to be fixed, though no single sum fixes it', () => {
  // Rows a+b=4, c+d+e=7; columns a+c=5, b+d=3: so e is 3 whatever the others are.
  const rows: Row[] = [
    {
      terms: [
        [0, 1],
        [1, 1],
      ],
      equals: 4,
    },
    {
      terms: [
        [2, 1],
        [3, 1],
        [4, 1],
      ],
      equals: 7,
    },
    {
      terms: [
        [0, 1],
        [2, 1],
      ],
      equals: 5,
    },
    {
      terms: [
        [1, 1],
        [3, 1],
      ],
      equals: 3,
    },
  ];
  const found = extremes(5, rows);
  assert.ok(found !== null);
  assert.equal(found.most(4), 3);
  assert.equal(found.least(4), 3);
  assert.equal(found.most(0), 4);
  assert.equal(found.least(0), 1);
});

test('a number that no equation holds may be anything', () => {
  const found = extremes(2, [{ terms: [[0, 1]], equals: 2 }]);
  assert.equal(found?.most(1), Number.POSITIVE_INFINITY);
  assert.equal(found?.least(1), 0);
});

test('equations that nothing satisfies have no extremes', () => {
  assert.equal(
    extremes(2, [
      {
        terms: [
          [0, 1],
          [1, 1],
        ],
        equals: 2,
      },
      { terms: [[0, 1]], equals: 3 },
    ]),
    null,
  );
  assert.equal(extremes(1, [{ terms: [[0, 1]], equals: -1 }]), null);
});

test('the extremes of a two-way table with both margins known are the classical ones', () => {
  const margins = fc.tuple(
    fc.array(fc.nat(9), { minLength: 2, maxLength: 4 }),
    fc.array(fc.nat(9), { minLength: 2, maxLength: 4 }),
    fc.array(fc.nat(9), { minLength: 16, maxLength: 16 }),
  );
  fc.assert(
    fc.property(margins, ([r, c, values]) => {
      const inner = r.map((_, i) => c.map((__, j) => values[i * 4 + j] ?? 0));
      const rowSum = inner.map((line) => line.reduce((a, b) => a + b, 0));
      const colSum = c.map((_, j) => inner.reduce((all, line) => all + (line[j] ?? 0), 0));
      const all = rowSum.reduce((a, b) => a + b, 0);
      const rows: Row[] = [
        ...rowSum.map((equals, i): Row => ({ terms: c.map((_, j) => [i * c.length + j, 1]), equals })),
        ...colSum.map((equals, j): Row => ({ terms: r.map((_, i) => [i * c.length + j, 1]), equals })),
      ];
      const found = extremes(r.length * c.length, rows);
      assert.ok(found !== null);
      for (const [i, row] of rowSum.entries()) {
        for (const [j, col] of colSum.entries()) {
          assert.equal(Math.round(found.most(i * c.length + j)), Math.min(row, col));
          assert.equal(Math.round(found.least(i * c.length + j)), Math.max(0, row + col - all));
          assert.equal(found.standing().length, r.length * c.length);
        }
      }
    }),
  );
});
