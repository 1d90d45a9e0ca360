/**
 * The statutory clock. A request under the Freedom of Information Act 2000 must be answered by the twentieth working day
 * after the day it was received (section 10(1)); a working day is no Saturday, Sunday, Christmas Day, Good Friday or bank
 * holiday in any part of the United Kingdom (section 10(6)). Where the register lacks a year's holidays it says so.
 */
import { dayNumber, dayText } from '#period/period.ts';
import type { Holidays } from '#register/holidays.ts';

const WORKING_DAYS = 20;

export type DueDate = {
  /** The last day on which an answer is in time. */
  readonly day: string;
  /** False when the register does not hold every bank holiday of the years counted: the true day may be later. */
  readonly isCertain: boolean;
};

/** `askedOn` is the day the force received the request; the day after it is the first that can count. */
export function dueDate(askedOn: string, holidays: Holidays): DueDate {
  let day = dayNumber(askedOn);
  if (Number.isNaN(day)) throw new Error(`not a day: ${askedOn}`);
  let left = WORKING_DAYS;
  let isCertain = true;
  while (left > 0) {
    day += 1;
    if (isWorkingDay(dayText(day), holidays)) left -= 1;
    isCertain &&= holidays.completeYears.has(Number(dayText(day).slice(0, 4)));
  }
  return { day: dayText(day), isCertain };
}

export function isWorkingDay(day: string, holidays: Holidays): boolean {
  // 1 January 1970 was a Thursday: with it as day 0, days 2 and 3 of each week are Saturday and Sunday.
  const ofWeek = ((dayNumber(day) % 7) + 7) % 7;
  const isChristmas = day.endsWith('-12-25');
  return ofWeek !== 2 && ofWeek !== 3 && !isChristmas && !holidays.days.has(day);
}
