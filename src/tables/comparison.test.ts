import assert from 'node:assert/strict';
import { test } from 'node:test';
import { childrenBehind, nearestYear } from '#figures/child-population.ts';
import type { Populations } from '#register/populations.ts';
import { readPopulations } from '#register/populations.ts';
import { firstYearRelease } from '../../test/support/first-year-release.ts';
import { compare } from './comparison.ts';
import { places } from './places.ts';

const span = { from: '2015-04-01', to: '2016-03-31' };
const small: Populations = {
  years: [2017],
  population: (area) => ({ a: 100, b: 200, c: 300 })[area],
};

test('the year of the children is the one nearest to the middle of the period', () => {
  const years = [2017, 2019, 2020, 2023];
  assert.equal(nearestYear(span, years), 2017);
  assert.equal(nearestYear({ from: '2018-04-01', to: '2019-03-31' }, years), 2019);
  assert.equal(nearestYear({ from: '2021-04-01', to: '2022-03-31' }, years), 2020);
  assert.equal(nearestYear({ from: '2024-04-01', to: '2025-03-31' }, years), 2023);
  assert.equal(nearestYear(span, []), null);
});

test('forces without a name have the fewest and the most children that so many of the others could have', () => {
  assert.deepEqual(childrenBehind(['a'], 1, ['b', 'c'], span, small), { low: 300, high: 400, year: 2017 });
  assert.deepEqual(childrenBehind(['a', 'b'], 0, [], span, small), { low: 300, high: 300, year: 2017 });
  assert.equal(childrenBehind(['x'], 0, [], span, small), null);
  assert.equal(childrenBehind(['a'], 3, ['b', 'c'], span, small), null);
  assert.equal(childrenBehind(['btp'], 0, [], span, small), null);
});

const release = firstYearRelease();
const comparison = release.comparison;

test('a rate lies inside its interval, and a range of children gives an interval alone', () => {
  assert.equal(comparison?.year, 2017);
  assert.ok((comparison?.rates.length ?? 0) >= 12);
  for (const { value, low, high, children } of comparison?.rates ?? []) {
    assert.ok(low < high);
    if (value === null) assert.ok(children.low < children.high);
    else assert.ok(low < value && value < high && children.low === children.high);
  }
  const country = comparison?.rates.find(({ area }) => area === 'K04000001');
  assert.equal(country?.value, null);
});

test('only exact counts are divided, never a sum of ours, a range or a number withheld', () => {
  const divided = new Set((comparison?.rates ?? []).map(({ figure }) => figure));
  for (const figure of release.figures.filter(({ id }) => divided.has(id))) {
    assert.ok(['stated', 'published'].includes(figure.method), figure.id);
    const { value } = figure.number;
    assert.ok(value.status === 'published' && value.low === value.high, figure.id);
  }
});

test('a release whose period has no figures is compared with nothing', () => {
  const nothing = compare({
    figures: [],
    areas: release.areas,
    period: release.period,
    populations: readPopulations(),
  });
  assert.equal(nothing, null);
});

test('every place leads to a force of the release, and one that is no more says what it became', () => {
  const codes = new Set(release.areas.filter(({ kind }) => kind === 'force').map(({ code }) => code));
  const all = places();
  assert.ok(all.length > 380);
  assert.ok(all.every(({ force }) => codes.has(force)));
  assert.deepEqual(all.find(({ name }) => name === 'Allerdale')?.remark, 'now Cumberland');
});
