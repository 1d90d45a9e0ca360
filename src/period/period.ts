/**
 * A period is a span of whole days, both ends included, written `2015-04-01/2016-03-31` everywhere. Days are plain
 * calendar days: no clock, no time zone, so that a release is the same wherever it is built.
 */
export type Period = { readonly from: string; readonly to: string };

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Days already worked out: a release names a few dozen, many thousand times each. */
const daysKnown = new Map<string, number>();
const MOST_KNOWN = 1_000;

/** Days since 1970-01-01 of a calendar day; NaN when the text is no real day (2015-02-30, say). */
export function dayNumber(day: string): number {
  const known = daysKnown.get(day);
  if (known !== undefined) return known;
  const number = DAY.test(day) ? Date.parse(`${day}T00:00:00Z`) / 86_400_000 : Number.NaN;
  const found = dayText(number) === day ? number : Number.NaN;
  if (daysKnown.size >= MOST_KNOWN) daysKnown.clear();
  daysKnown.set(day, found);
  return found;
}

export function dayText(number: number): string {
  if (!Number.isFinite(number)) return '';
  return new Date(number * 86_400_000).toISOString().slice(0, 10);
}

/** Reads the written form; null when it is none or ends before it starts. */
export function period(text: string): Period | null {
  const [from, to, ...rest] = text.split('/');
  if (from === undefined || to === undefined || rest.length > 0) return null;
  const days = dayNumber(to) - dayNumber(from);
  return days >= 0 ? { from, to } : null;
}

export function written(span: Period): string {
  return `${span.from}/${span.to}`;
}

/** Number of days, both ends included: 366 for April 2015 to March 2016. */
export function days(span: Period): number {
  return dayNumber(span.to) - dayNumber(span.from) + 1;
}

export function contains(outer: Period, inner: Period): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}

export function overlaps(a: Period, b: Period): boolean {
  return a.from <= b.to && b.from <= a.to;
}

/** The financial year that starts in April of `year`. */
export function financialYear(year: number): Period {
  return { from: `${year}-04-01`, to: `${year + 1}-03-31` };
}

export function calendarYear(year: number): Period {
  return { from: `${year}-01-01`, to: `${year}-12-31` };
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `2015/16` for a financial year, `2023` for a calendar year, else `1 April 2015 to 30 June 2015`. */
export function label(span: Period): string {
  const year = Number(span.from.slice(0, 4));
  if (written(span) === written(financialYear(year)))
    return `${year}/${String((year + 1) % 100).padStart(2, '0')}`;
  if (written(span) === written(calendarYear(year))) return String(year);
  return `${dayLabel(span.from)} to ${dayLabel(span.to)}`;
}

/** `1 April 2015`. */
export function dayLabel(day: string): string {
  return `${Number(day.slice(8, 10))} ${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;
}

/** Two periods may be compared when they are equally long, give or take a leap day, and start on the same day of the year. */
export function isComparable(a: Period, b: Period): boolean {
  return (
    Math.abs(days(a) - days(b)) <= 1 && a.from.slice(5) === b.from.slice(5) && a.to.slice(5) === b.to.slice(5)
  );
}
