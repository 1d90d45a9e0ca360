import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dayNumber, dayText } from '#period/period.ts';
import { readHolidays } from '#register/holidays.ts';
import { dueDate, isWorkingDay } from './clock.ts';

const holidays = readHolidays();

test('the clock ends on the days worked out by hand on a calendar', () => {
  // Thursday; no holiday in between: four weeks.
  assert.equal(dueDate('2025-05-29', holidays).day, '2025-06-26');
  // Monday 9 May 2016; Monday 30 May is a holiday: four weeks and a day.
  assert.equal(dueDate('2016-05-09', holidays).day, '2016-06-07');
  // Monday 1 July 2024; Friday 12 July is a holiday in Northern Ireland alone.
  assert.equal(dueDate('2024-07-01', holidays).day, '2024-07-30');
  // Monday 28 July 2025; Monday 4 August is a holiday in Scotland alone, 25 August in the other parts.
  assert.equal(dueDate('2025-07-28', holidays).day, '2025-08-27');
  // Tuesday 2 December 2025: 31 December is day nineteen; 1 January, 2 January in Scotland, and a weekend follow.
  assert.equal(dueDate('2025-12-02', holidays).day, '2026-01-05');
  // Friday 12 December 2025: the twentieth day is past all four holidays.
  assert.equal(dueDate('2025-12-12', holidays).day, '2026-01-15');
  // Received on a Saturday: Monday is day one.
  assert.equal(dueDate('2025-05-31', holidays).day, '2025-06-27');
});

test('a year whose holidays are not all known makes the day uncertain', () => {
  assert.equal(dueDate('2025-05-29', holidays).isCertain, true);
  assert.equal(dueDate('2028-02-01', holidays).isCertain, false);
  assert.equal(dueDate('2027-12-20', holidays).isCertain, false);
  assert.equal(dueDate('2009-02-02', holidays).isCertain, false);
});

test('the twentieth working day has nineteen working days between it and the day of receipt', () => {
  fc.assert(
    fc.property(fc.integer({ min: dayNumber('2014-01-01'), max: dayNumber('2027-10-01') }), (start) => {
      const { day } = dueDate(dayText(start), holidays);
      let between = 0;
      for (let one = start + 1; one < dayNumber(day); one += 1) {
        if (isWorkingDay(dayText(one), holidays)) between += 1;
      }
      assert.equal(between, 19);
      assert.ok(isWorkingDay(day, holidays));
    }),
  );
});

test('Saturdays, Sundays and Christmas Day are no working days even where no holiday is known', () => {
  const none = { days: new Set<string>(), completeYears: new Set<number>() };
  assert.deepEqual(
    ['2025-05-30', '2025-05-31', '2025-06-01', '2025-06-02', '2030-12-25', '1969-12-27'].map((day) =>
      isWorkingDay(day, none),
    ),
    [true, false, false, true, false, false],
  );
});
