import assert from 'node:assert/strict';
import { test } from 'node:test';
import { choices, estimateMissing, HOLDS, predict } from './estimate.ts';
import { FEWEST_UNITS, funnel, winsorised } from './funnel.ts';
import { poissonInterval, ratioSide, shareInterval, studentQuantile } from './intervals.ts';
import { betaBelow, gammaBelow, logGamma } from './special.ts';

const near = (actual: number, expected: number, within = 1e-6): void =>
  assert.ok(
    Math.abs(actual - expected) <= within * Math.max(1, Math.abs(expected)),
    `${actual} is not ${expected}`,
  );

/** Values as printed in published tables of these distributions. */
test('exact Poisson intervals are those that tables give', () => {
  near(poissonInterval(0).high, 3.688879454);
  near(poissonInterval(1).low, 0.02531780798);
  near(poissonInterval(10).low, 4.795388696);
  near(poissonInterval(10).high, 18.39035604);
  near(poissonInterval(100).low, 81.36394, 1e-6);
  near(poissonInterval(100).high, 121.6268, 1e-5);
});

test('exact intervals of shares and quantiles of Student are those that tables give', () => {
  near(shareInterval(3, 10).low, 0.06673951);
  near(shareInterval(3, 10).high, 0.65245285);
  assert.deepEqual([shareInterval(0, 5).low, shareInterval(5, 5).high], [0, 1]);
  near(studentQuantile(0.975, 10), 2.228138852);
  near(studentQuantile(0.975, 1), 12.70620474);
  near(studentQuantile(0.025, 10), -2.228138852);
});

test('the special functions agree with their known values', () => {
  near(logGamma(0.5), Math.log(Math.sqrt(Math.PI)));
  near(logGamma(10), Math.log(362_880));
  near(gammaBelow(1, 1), 1 - Math.exp(-1));
  near(gammaBelow(5, 20), 0.9999830256);
  near(betaBelow(2, 3, 0.5), 0.6875);
  for (const call of [
    () => logGamma(0),
    () => gammaBelow(0, 1),
    () => betaBelow(0, 1, 0.5),
    () => poissonInterval(-1),
  ])
    assert.throws(call);
});

test('two counts differ by more than chance exactly where a half lies outside the interval of the share', () => {
  const counts = [0, 1, 2, 5, 6, 7, 12, 30, 31, 45, 50, 98, 170, 323, 4000, 4200];
  for (const after of counts)
    for (const before of counts) {
      const share = after + before === 0 ? { low: 0, high: 1 } : shareInterval(after, after + before);
      const slow = share.low > 0.5 ? 'above' : share.high < 0.5 ? 'below' : null;
      assert.equal(ratioSide(after, before), slow, `${after} after ${before}`);
    }
});

test('an exact interval holds the true mean at least as often as it says', () => {
  for (const mean of [0.4, 3.3, 12.1, 40]) {
    let share = 0;
    let term = Math.exp(-mean);
    for (let count = 0; count < 150; count++) {
      const { low, high } = poissonInterval(count);
      if (low <= mean && mean <= high) share += term;
      term *= mean / (count + 1);
    }
    assert.ok(share >= 0.95, `${mean}: ${share}`);
  }
});

const alike = Array.from({ length: 12 }, (_, at) => ({ code: `f${at}`, count: 50, population: 100_000 }));

test('units that vary by less than chance have no spread of their own, and the limits are those of chance', () => {
  const found = funnel(alike);
  assert.equal(found?.tau, 0);
  assert.deepEqual(found?.limits('95', 100_000), found?.chance('95', 100_000));
  assert.ok(found?.points.every(({ outside }) => outside === 'no'));
});

test('one unit far out is outside, and does not by itself widen the limits', () => {
  const found = funnel([...alike.slice(1), { code: 'far', count: 300, population: 100_000 }]);
  assert.deepEqual(
    found?.points.filter(({ outside }) => outside !== 'no').map(({ code, isFar }) => [code, isFar]),
    [['far', true]],
  );
});

test('units that record differently widen the limits that all share', () => {
  const mixed = alike.map((one, at) => ({ ...one, count: 20 + at * 12 }));
  const found = funnel(mixed);
  assert.ok((found?.phi ?? 0) > 3);
  assert.ok((found?.limits('95', 1e5).high ?? 0) > (found?.chance('95', 1e5).high ?? 0));
  assert.ok((found?.limits('99.8', 1e5).high ?? 0) > (found?.limits('95', 1e5).high ?? 0));
  assert.ok((found?.limits('95', 5e4).high ?? 0) > (found?.limits('95', 5e5).high ?? 0));
});

test('too few units, no event and a unit without people make no funnel', () => {
  assert.equal(funnel(alike.slice(0, FEWEST_UNITS - 1)), null);
  assert.equal(funnel(alike.map((one) => ({ ...one, count: 0 }))), null);
  assert.equal(funnel(alike.map((one) => ({ ...one, population: 0 }))), null);
  assert.deepEqual(winsorised([1, 2, 3, 4, 5, 6, 7, 8, 9, 100]), [2, 2, 3, 4, 5, 6, 7, 8, 9, 9]);
});

/** Normal deviates from a fixed row of numbers, so that every run sees the same forces. */
function forces(many: number, spread: number): { code: string; count: number; population: number }[] {
  let seed = 20_160_621;
  const uniform = () => {
    seed = (seed * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return (seed + 0.5) / 4_294_967_296;
  };
  return Array.from({ length: many }, (_, at) => {
    const normal = Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
    const population = 80_000 + 20_000 * at;
    return { code: `f${at}`, population, count: Math.round(population * 4e-4 * Math.exp(spread * normal)) };
  });
}

test('an estimate is made only where leaving out forces shows that its interval holds as often as it says', () => {
  let made = 0;
  for (let many = 10; many < 44; many += 3) {
    const supplied = forces(many, 0.5);
    const missing = [
      { code: 'x', population: 200_000 },
      { code: 'y', population: 300_000 },
    ];
    const { estimate, tests, why } = estimateMissing(supplied, missing);
    const isFit = tests.every(({ share }) => share >= HOLDS.least && share <= HOLDS.most);
    assert.equal(estimate !== null, isFit, `${many}`);
    assert.equal(why === null, isFit);
    assert.deepEqual(
      tests.map(({ size }) => size),
      [1, 2],
    );
    made += estimate === null ? 0 : 1;
    if (estimate !== null) assert.ok(estimate.low < estimate.middle && estimate.middle < estimate.high);
  }
  assert.ok(made > 0, 'the test can pass');
});

test('on forces drawn over and over, the interval holds what it should between 90 and 98 times of a hundred', () => {
  let held = 0;
  let tried = 0;
  const drawn = forces(900, 0.6).map((one, at) => ({ ...one, population: 80_000 + (at % 20) * 20_000 }));
  const rescaled = drawn.map((one, at) => ({
    ...one,
    count: Math.round((one.count / (80_000 + 20_000 * at)) * one.population),
  }));
  for (let at = 0; at + 18 <= rescaled.length; at += 18) {
    const out = rescaled.slice(at, at + 3);
    const { low, high } = predict(rescaled.slice(at + 3, at + 18), out);
    const sum = out.reduce((total, { count }) => total + count, 0);
    held += sum >= low && sum <= high ? 1 : 0;
    tried += 1;
  }
  assert.ok(held / tried >= HOLDS.least && held / tried <= 1, `${held} of ${tried}`);
});

test('too few forces and nobody missing make no estimate', () => {
  assert.equal(estimateMissing(alike.slice(0, 9), [{ code: 'x', population: 1e5 }]).why, 'too few');
  assert.equal(estimateMissing(alike, []).why, 'nobody missing');
});

test('every way of leaving out some is tried once, and of too many ways the same ones each time', () => {
  assert.equal(new Set(choices(7, 3).map(String)).size, 35);
  const many = choices(40, 12);
  assert.ok(many.length <= 3000 && many.length > 2000);
  assert.equal(new Set(many.map(String)).size, many.length);
  assert.ok(many.every((one) => one.length === 12 && one.every((at) => at >= 0 && at < 40)));
});
