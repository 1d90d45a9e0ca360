import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readHolidays } from './holidays.ts';

const { days, completeYears } = readHolidays();

test('the holidays of all parts of the United Kingdom are held from 2014 to 2027', () => {
  for (let year = 2014; year <= 2027; year += 1) assert.ok(completeYears.has(year), String(year));
  assert.ok(!completeYears.has(2028));
});

test('holidays of one part alone, and those kept once, are among the days', () => {
  for (const day of [
    '2016-07-12',
    '2014-12-01',
    '2025-03-17',
    '2026-01-02',
    '2022-09-19',
    '2023-05-08',
    '2020-05-08',
  ]) {
    assert.ok(days.has(day), day);
  }
  assert.ok(!days.has('2020-05-04'));
});
