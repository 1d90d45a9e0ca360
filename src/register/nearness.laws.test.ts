import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { distance, stepsAllowed, stepsFromSameStart } from './nearness.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 9 });

/** The same measure written as its definition, without a limit: slow and plain. */
function plain(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const [restA, restB] = [a.slice(0, -1), b.slice(0, -1)];
  const all = [
    plain(restA, b) + 1,
    plain(a, restB) + 1,
    plain(restA, restB) + (a.at(-1) === b.at(-1) ? 0 : 1),
  ];
  const isSwap = a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1);
  if (isSwap) all.push(plain(a.slice(0, -2), b.slice(0, -2)) + 1);
  return Math.min(...all);
}

test('the distance of two spellings is what its definition says, up to the limit', () => {
  const short = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 });
  fc.assert(
    fc.property(short, short, fc.nat({ max: 6 }), (a, b, limit) => {
      assert.equal(distance(a, b, limit), Math.min(plain(a, b), limit + 1));
    }),
  );
});

test('a spelling is as far from another as the other from it, and from itself not at all', () => {
  fc.assert(
    fc.property(word, word, (a, b) => {
      assert.equal(distance(a, b, 9), distance(b, a, 9));
      assert.equal(distance(a, a, 0), 0);
    }),
  );
});

test('short words allow no step, and a different first letter never does for names', () => {
  fc.assert(
    fc.property(word, word, (a, b) => {
      const steps = stepsAllowed(a, b);
      assert.equal(steps, stepsAllowed(b, a));
      if (Math.min(a.length, b.length) < 5) assert.equal(steps, 0);
      if (a[0] !== b[0]) assert.equal(stepsFromSameStart(a, b), 0);
    }),
  );
});
