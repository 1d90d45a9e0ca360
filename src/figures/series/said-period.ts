/**
 * Periods as published figures say them: `2015/16` a year from April, `2013` a calendar year, `2017-04..2018-09` whole
 * months, `2015/16..2018/19` several years at once. A part of a year and several years are never read as a year.
 */
import type { Period } from '#period/period.ts';
import { calendarYear, dayNumber, dayText, financialYear, label } from '#period/period.ts';

export type SaidPeriod = {
  readonly span: Period;
  /** Only two `year`s or two `calendar-year`s can be compared. */
  readonly kind: 'year' | 'calendar-year' | 'part' | 'years';
  /** For people: `2015/16`, `April 2017 to September 2018`. */
  readonly label: string;
};

/** Null for what is no period of these four kinds. */
export function saidPeriod(text: string): SaidPeriod | null {
  const [first = '', last, ...rest] = text.split('..');
  if (rest.length > 0) return null;
  const from = one(first);
  const to = last === undefined ? from : one(last);
  if (from === null || to === null || from.span.from > to.span.to) return null;
  if (last === undefined) return from.kind === 'part' ? null : from;
  const span = { from: from.span.from, to: to.span.to };
  const kind = from.kind === 'part' || to.kind === 'part' ? 'part' : 'years';
  return { span, kind, label: `${from.label} to ${to.label}` };
}

function one(text: string): SaidPeriod | null {
  const year = /^(\d{4})\/(\d{2})$/.exec(text);
  if (year !== null) {
    const start = Number(year[1]);
    if (Number(year[2]) !== (start + 1) % 100) return null;
    const span = financialYear(start);
    return { span, kind: 'year', label: label(span) };
  }
  if (/^\d{4}$/.test(text)) return { span: calendarYear(Number(text)), kind: 'calendar-year', label: text };
  const month = /^(\d{4})-(\d{2})$/.exec(text);
  if (month === null) return null;
  const from = `${text}-01`;
  const start = dayNumber(from);
  if (Number.isNaN(start)) return null;
  const next =
    Number(month[2]) === 12 ? `${Number(month[1]) + 1}-01-01` : `${month[1]}-${two(Number(month[2]) + 1)}-01`;
  return { span: { from, to: dayText(dayNumber(next) - 1) }, kind: 'part', label: monthLabel(from) };
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function monthLabel(day: string): string {
  return label({ from: day, to: day }).replace(/^1 (.*) to .*$/, '$1');
}
