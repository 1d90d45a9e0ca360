import assert from 'node:assert/strict';
import { test } from 'node:test';
import { between, exact } from '#count/count.ts';
import type { Observation } from '../reading.ts';
import { outliers } from './outliers.ts';

const total = (period: string, low: number, high = low): Observation => ({
  measure: 'offences',
  period,
  age: null,
  sex: null,
  offence: null,
  platform: null,
  count: low === high ? exact(low) : between(low, high),
  at: `a.csv#${period}`,
});

test('a total three times the year before, and far from it, is an outlier', () => {
  const found = outliers([total('2023-04-01/2024-03-31', 40), total('2024-04-01/2025-03-31', 140)], null);
  assert.deepEqual(
    found.map((one) => [one.code, one.at]),
    [['outlier', 'a.csv#2024-04-01/2025-03-31']],
  );
});

test('a rise of a usual size, or of few offences, is no outlier', () => {
  assert.deepEqual(
    outliers([total('2023-04-01/2024-03-31', 40), total('2024-04-01/2025-03-31', 70)], null),
    [],
  );
  assert.deepEqual(
    outliers([total('2023-04-01/2024-03-31', 2), total('2024-04-01/2025-03-31', 20)], null),
    [],
  );
});

test('a part of a year is not compared with a whole one', () => {
  assert.deepEqual(
    outliers([total('2023-04-01/2024-03-31', 200), total('2024-04-01/2024-06-30', 40)], null),
    [],
  );
});

test('a total beyond what the number of children makes likely is an outlier, a hidden one is not judged', () => {
  assert.equal(outliers([total('2024-04-01/2025-03-31', 1_971)], 190_000).length, 1);
  assert.deepEqual(outliers([total('2024-04-01/2025-03-31', 197)], 190_000), []);
  assert.deepEqual(outliers([total('2024-04-01/2025-03-31', 0, 4_000)], 190_000), []);
});

test('an area with very few children is not judged by them', () => {
  assert.deepEqual(outliers([total('2024-04-01/2025-03-31', 30)], 642), []);
});
