/**
 * Names and titles in a workbook: titles without dashes and with their area and period, months written short and years in
 * full, file names in lower case joined by dashes. Same release, same names.
 */
import { period as parsePeriod } from '#period/period.ts';
import type { Release } from '#tables/release.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** About 60 is asked for; a title of this house with its year needs a few more. */
const MOST_OF_A_NAME = 64;

/** `Apr 2015 to Mar 2016` for whole months, else `1 Apr 2015 to 10 Jun 2015`; one month alone is `Jun 2016`. */
export function monthSpan(written: string): string {
  const span = parsePeriod(written);
  if (span === null) return written;
  const [from, to] = [partsOf(span.from), partsOf(span.to)];
  const isWhole = from.day === 1 && to.day === lastDay(to);
  if (!isWhole) return `${dayText(from)} to ${dayText(to)}`;
  return sameMonth(from, to) ? monthText(from) : `${monthText(from)} to ${monthText(to)}`;
}

/** `Jun 2016` of `2016-06`. */
export function shortMonth(month: string): string {
  return monthText(partsOf(month));
}

/** `1 Dec 2026`. */
export function shortDay(day: string): string {
  return dayText(partsOf(day.slice(0, 10)));
}

type Day = { readonly year: number; readonly month: number; readonly day: number };

function partsOf(day: string): Day {
  const [year = 0, month = 1, number = 1] = day.split('-').map(Number);
  return { year, month, day: number };
}

function lastDay({ year, month }: Day): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function sameMonth(a: Day, b: Day): boolean {
  return a.year === b.year && a.month === b.month;
}

function monthText({ year, month }: Day): string {
  return `${MONTHS[month - 1]} ${year}`;
}

function dayText(day: Day): string {
  return `${day.day} ${monthText(day)}`;
}

/** `Victims by age, England and Wales, Apr 2015 to Mar 2016`. */
export function sheetTitle(title: string, release: Release): string {
  const country = release.areas.find(({ kind }) => kind === 'country')?.name ?? '';
  return `${title}, ${country}, ${monthSpan(release.period)}`;
}

/** The title of the whole workbook: no dash and no underscore, as screen readers spell them out. */
export function bookTitle(release: Release): string {
  const bare = release.title.replace(/\s*\([^)]*\)\s*$/, '').replace(/,?\s*\d{4}\/\d{2}$/, '');
  return sheetTitle(bare, release).replace(/[-_\u2013\u2014]+/g, ' ');
}

/** `sexual-offences-against-children-with-the-online-flag`, without its ending: whole words, at most 60 characters. */
export function fileName(release: Release): string {
  const bare = release.title.replace(/\([^)]*\)/g, ' ').toLowerCase();
  // A year of two calendar years is one word: cut in the middle it would be another year.
  const words = bare.match(/\d{4}\/\d{2}|[a-z0-9]+/g)?.map((word) => word.replace('/', '-')) ?? [];
  let name = '';
  for (const word of words) {
    const longer = name === '' ? word : `${name}-${word}`;
    if (longer.length > MOST_OF_A_NAME) break;
    name = longer;
  }
  return name === '' ? 'figures' : name;
}
