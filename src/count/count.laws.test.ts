/** What holds for every count, tried over all pairs of awkward intervals: zero, one, touching, nested, apart, open. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Count } from './count.ts';
import {
  add,
  atLeast,
  between,
  both,
  exact,
  fromWritten,
  isMore,
  isSame,
  sum,
  toWritten,
  unknown,
  without,
} from './count.ts';

const awkward: readonly Count[] = [
  exact(0),
  exact(1),
  exact(5),
  between(0, 1),
  between(0, 4),
  between(1, 4),
  between(4, 5),
  between(2, 7),
  atLeast(1),
  atLeast(5),
  unknown,
];

/** Every pair, with every pair of true values of the two up to 12: enough to stand past each closed bound above. */
function* truths(): Generator<{ a: Count; b: Count; x: number; y: number }> {
  for (const a of awkward) {
    for (const b of awkward) {
      for (let x = a.low; x <= Math.min(a.high, 12); x++) {
        for (let y = b.low; y <= Math.min(b.high, 12); y++) yield { a, b, x, y };
      }
    }
  }
}

function holds(count: Count | null, value: number): boolean {
  return count !== null && count.low <= value && value <= count.high;
}

test('the sum of two true values lies in the sum of their counts', () => {
  for (const { a, b, x, y } of truths()) assert.ok(holds(add(a, b), x + y));
});

test('adding counts has no order and no grouping', () => {
  for (const a of awkward) {
    for (const b of awkward) {
      assert.ok(isSame(add(a, b), add(b, a)));
      for (const c of awkward) assert.ok(isSame(add(add(a, b), c), add(a, add(b, c))));
    }
  }
  assert.ok(isSame(sum(awkward), sum([...awkward].reverse())));
  assert.ok(isSame(sum([]), exact(0)));
});

test('what is left of a true whole without a true part lies in the difference of their counts', () => {
  for (const { a, b, x, y } of truths()) if (y <= x) assert.ok(holds(without(a, b), x - y));
});

test('a difference is refused exactly when no part fits in the whole', () => {
  for (const whole of awkward) {
    for (const part of awkward) assert.equal(without(whole, part) === null, part.low > whole.high);
  }
});

test('a value that two counts both allow lies in both, and none is refused wrongly', () => {
  for (const a of awkward) {
    for (const b of awkward) {
      const met = both(a, b);
      for (let x = 0; x <= 12; x++) assert.equal(holds(met, x), holds(a, x) && holds(b, x));
      assert.deepEqual(met, both(b, a));
      assert.deepEqual(both(a, a), a);
    }
  }
});

test('more is said only when every pair of allowed values agrees', () => {
  for (const { a, b, x, y } of truths()) {
    const said = isMore(a, b);
    if (said === 'yes') assert.ok(x > y);
    if (said === 'no') assert.ok(x <= y);
  }
});

test('a count survives being written and read', () => {
  for (const count of awkward) assert.ok(isSame(fromWritten(toWritten(count)), count));
});

test('what is not a count is thrown back', () => {
  for (const [low, high] of [
    [-1, 2],
    [3, 2],
    [0.5, 1],
    [Number.NaN, 1],
    [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
  ] as const) {
    assert.throws(() => between(low, high), /not a count/);
  }
});
