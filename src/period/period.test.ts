import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  calendarYear,
  contains,
  dayLabel,
  dayNumber,
  days,
  dayText,
  financialYear,
  isComparable,
  label,
  overlaps,
  period,
  written,
} from './period.ts';

test('the first year of the flag has 366 days, and the next 365', () => {
  assert.equal(days(financialYear(2015)), 366);
  assert.equal(days(financialYear(2016)), 365);
  assert.equal(days({ from: '2016-02-29', to: '2016-02-29' }), 1);
});

test('a day that no calendar has is no day', () => {
  for (const text of ['2015-02-30', '2015-13-01', '2015-1-1', '31/03/2016', '', '2015-02-29']) {
    assert.ok(Number.isNaN(dayNumber(text)), text);
  }
  assert.equal(dayText(dayNumber('2016-02-29')), '2016-02-29');
  assert.equal(dayText(Number.NaN), '');
});

test('a period is written and read back, and what ends before it starts is none', () => {
  const year = financialYear(2015);
  assert.equal(written(year), '2015-04-01/2016-03-31');
  assert.deepEqual(period(written(year)), year);
  for (const text of ['2016-03-31/2015-04-01', '2015-04-01', '2015-04-01/2016-03-31/2017-03-31', 'a/b', '']) {
    assert.equal(period(text), null, text);
  }
});

test('the day after one calendar day is the next in every month, without a clock', () => {
  for (const [day, next] of [
    ['2015-03-28', '2015-03-29'],
    ['2015-10-25', '2015-10-26'],
    ['2015-12-31', '2016-01-01'],
    ['2016-02-28', '2016-02-29'],
  ] as const) {
    assert.equal(dayText(dayNumber(day) + 1), next);
  }
});

test('years are named as people name them, other periods by their days', () => {
  assert.equal(label(financialYear(2015)), '2015/16');
  assert.equal(label(financialYear(1999)), '1999/00');
  assert.equal(label(calendarYear(2023)), '2023');
  assert.equal(label({ from: '2015-04-01', to: '2015-06-30' }), '1 April 2015 to 30 June 2015');
  assert.equal(dayLabel('2016-06-21'), '21 June 2016');
});

test('a leap day does not stop two years from being compared, and a shifted or shorter period does', () => {
  assert.ok(isComparable(financialYear(2015), financialYear(2016)));
  assert.ok(!isComparable(financialYear(2015), calendarYear(2015)));
  assert.ok(!isComparable(financialYear(2015), { from: '2016-04-01', to: '2016-12-31' }));
});

test('holding and overlapping count both ends', () => {
  const year = financialYear(2015);
  assert.ok(contains(year, year));
  assert.ok(contains(year, { from: '2015-04-01', to: '2015-06-30' }));
  assert.ok(!contains(year, calendarYear(2015)));
  assert.ok(overlaps(year, calendarYear(2015)));
  assert.ok(overlaps(year, { from: '2016-03-31', to: '2016-04-30' }));
  assert.ok(!overlaps(year, financialYear(2016)));
});
