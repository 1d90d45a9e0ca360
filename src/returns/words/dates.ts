/**
 * Months, days and years as people write them, and the days they are. A day is read before a month, as in the United Kingdom;
 * what is no real day is null.
 */
import { dayNumber, dayText } from '#period/period.ts';

export const MONTHS: readonly (readonly string[])[] = [
  ['january', 'jan', 'ionawr'],
  ['february', 'feb', 'chwefror'],
  ['march', 'mar', 'mawrth'],
  ['april', 'apr', 'ebrill'],
  ['may', 'mai'],
  ['june', 'jun', 'mehefin'],
  ['july', 'jul', 'gorffennaf'],
  ['august', 'aug', 'awst'],
  ['september', 'sept', 'sep', 'medi'],
  ['october', 'oct', 'hydref'],
  ['november', 'nov', 'tachwedd'],
  ['december', 'dec', 'rhagfyr'],
];

export function yearOf(text: string | undefined): number | null {
  const figures = text?.replace(/\D/g, '') ?? '';
  if (figures.length === 4) return Number(figures);
  return figures.length === 2 ? 2000 + Number(figures) : null;
}

export function monthOf(text: string | undefined): number | null {
  const word = text?.toLowerCase().replace(/[^a-z]/g, '') ?? '';
  const at = MONTHS.findIndex((names) => names.includes(word));
  return at < 0 ? null : at + 1;
}

/** `1st April 2024`, `April 1st, 2024`, `01/04/2024` (day first, as in the United Kingdom) or `2024-04-01`; null if no real day. */
export function dateOf(text: string | undefined): string | null {
  if (text === undefined) return null;
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (iso) return realDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const figures = /^(\d{1,2})[/.](\d{1,2})[/.](\d{2,4})$/.exec(text);
  if (figures) return realDay(yearOf(figures[3]), Number(figures[2]), Number(figures[1]));
  const month = monthOf(/[a-z]{3,}/giu.exec(text.replace(/\b(?:of|the|o)\b/gi, ''))?.[0]);
  const numbers = text.match(/\d+/g) ?? [];
  const day = Number(numbers[0]);
  return month === null ? null : realDay(yearOf(numbers[1]), month, day);
}

function realDay(year: number | null, month: number, day: number): string | null {
  if (year === null) return null;
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return Number.isNaN(dayNumber(text)) ? null : text;
}

export function firstDay(year: number, month: number): string {
  return `${year}-${String(month).padStart(2, '0')}-01`;
}

export function lastDay(year: number, month: number): string {
  const next = month === 12 ? firstDay(year + 1, 1) : firstDay(year, month + 1);
  return dayText(dayNumber(next) - 1);
}
