/** How the weights of the flag are estimated from the practice records: to the lowest point of the loss, and the same each time. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Example, estimateWeights } from '../../bench/flag-weights.ts';
import { lowest } from '../../bench/lowest.ts';

/** A long bent valley (Rosenbrock) whose lowest point is at one and one. */
function bent([x = 0, y = 0]: Float64Array, slope: Float64Array): number {
  slope.set([-400 * x * (y - x * x) - 2 * (1 - x), 200 * (y - x * x)]);
  return 100 * (y - x * x) ** 2 + (1 - x) ** 2;
}

test('the lowest point of a long bent valley is found, and the same twice', () => {
  const [x = 0, y = 0] = lowest(2, bent);
  assert.ok(Math.abs(x - 1) < 1e-5 && Math.abs(y - 1) < 1e-5, `${x} ${y}`);
  assert.deepEqual(lowest(2, bent), lowest(2, bent));
});

test('where the slope is flat from the start nothing moves', () => {
  const level = (_: Float64Array, slope: Float64Array) => {
    slope.fill(0);
    return 3;
  };
  assert.deepEqual([...lowest(3, level)], [0, 0, 0]);
});

test('a term weighs for what it stands beside, one that stands everywhere alike weighs nothing, and a rare one is left out', () => {
  const examples = Array.from({ length: 60 }, (_, n): Example => {
    const label = n % 3 === 0 ? 'online' : n % 3 === 1 ? 'not_online' : 'review';
    const own = { online: 'screen', not_online: 'fence', review: 'unclear' }[label] ?? '';
    const rare = n === 0 ? ['once'] : [];
    return { terms: ['both', own, ...rare], said: [`(rule ${own})`], label, counts: 1 };
  });
  const weights = estimateWeights(examples);
  const of = (term: string) => weights.get(term) ?? { online: Number.NaN, person: Number.NaN };
  assert.ok(of('screen').online > 1 && of('fence').online < -1 && of('unclear').person > 1);
  assert.ok(of('(rule screen)').online > 0 && of('(rule fence)').online < 0);
  assert.ok(Math.abs(of('both').online) < 0.05, String(of('both').online));
  assert.equal(weights.has('once'), false);
  assert.deepEqual(estimateWeights(examples), weights);
});
