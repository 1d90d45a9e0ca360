/**
 * Days as British systems write them, as ISO days: day first, month names, two-digit years, a time behind. It never guesses:
 * a text that is a day only when read month first (`04/13/2024`) is no day.
 */
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const TIME = String.raw`(?:[T ,]+\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?\s*(?:am|pm)?\s*(?:Z|[+-]\d{2}:?\d{2})?)?`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${TIME}$`, 'i');
const PACKED = /^(\d{4})(\d{2})(\d{2})(?:[T ]?\d{4,6})?$/;
const DAY_FIRST = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})${TIME}$`, 'i');
const NAMED = new RegExp(
  String.raw`^(?:[a-z]{3,9},?\s+)?(\d{1,2})(?:st|nd|rd|th)?[-/. ]*([a-z]{3,9})\.?,?[-/. ]*(\d{4}|\d{2})${TIME}$`,
  'i',
);

/** `2024-04-01` for a day, null for anything else. Years of two digits stand between 1970 and 2069. */
export function dayOf(text: string): string | null {
  const trimmed = text.trim();
  const packed = PACKED.exec(trimmed);
  if (packed !== null) return day(packed[1], packed[2], packed[3]);
  const iso = YEAR_FIRST.exec(trimmed);
  if (iso !== null) return day(iso[1], iso[3], iso[4]);
  const british = DAY_FIRST.exec(trimmed);
  if (british !== null) return day(british[4], british[3], british[1]);
  const named = NAMED.exec(trimmed);
  if (named === null) return null;
  const word = (named[2] ?? '').toLowerCase();
  const month = MONTHS.findIndex((short) => word === short || FULL[short] === word || word === ODD[short]);
  return month < 0 ? null : day(named[3], String(month + 1), named[1]);
}

const FULL: Readonly<Record<string, string>> = {
  jan: 'january',
  feb: 'february',
  mar: 'march',
  apr: 'april',
  may: 'may',
  jun: 'june',
  jul: 'july',
  aug: 'august',
  sep: 'september',
  oct: 'october',
  nov: 'november',
  dec: 'december',
};
const ODD: Readonly<Record<string, string>> = { sep: 'sept' };

/** A day as a workbook stores it: days since the end of 1899 (or of 1903), the time of day behind the point. */
export function dayOfSerial(serial: number, from1904: boolean): string | null {
  // Below 60 the two calendars of workbooks disagree about a day that never was; no crime was recorded then.
  if (!Number.isFinite(serial) || serial < 60 || serial > 100_000) return null;
  const days = Math.floor(serial) + (from1904 ? 1462 : 0);
  return new Date(Date.UTC(1899, 11, 30 + days)).toISOString().slice(0, 10);
}

function day(year = '', month = '', date = ''): string | null {
  const full = year.length === 2 ? `${Number(year) < 70 ? '20' : '19'}${year}` : year;
  const written = `${full}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const found = new Date(`${written}T00:00:00Z`);
  return Number.isNaN(found.getTime()) || found.toISOString().slice(0, 10) !== written ? null : written;
}

/** Whole years from one ISO day to another; null where the second comes first. */
export function yearsBetween(from: string, to: string): number | null {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4)) - (to.slice(5) < from.slice(5) ? 1 : 0);
  return years < 0 ? null : years;
}
