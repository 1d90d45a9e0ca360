/** What the surroundings of a table or list say of every number in it: title, caption, sheet name, question, rules. */
import type { Period } from '#period/period.ts';
import { calendarYear, contains, days, financialYear, type Period as Span } from '#period/period.ts';
import { firstDay, lastDay } from '../words/dates.ts';
import type { Dimension, Unit } from '../words/lexicon.ts';
import type { PeriodWord } from '../words/period-words.ts';

export type Context = {
  readonly unit: Unit | null;
  /** Id of the measure that a caption names, where several count one unit. */
  readonly measure: string | null;
  readonly period: Period | null;
  /** The caption names several periods, so that a number without one of its own is for nobody knows which. */
  readonly isOfSeveral: boolean;
  readonly age: string | null;
  readonly sex: string | null;
  readonly platform: string | null;
  /** A heading that is the title of one offence stands over a list or table of its own. */
  readonly offence: { readonly code: string | null; readonly title: string } | null;
  readonly question: number | null;
  /** A caption names ages: small numbers in a row below it may be its headings. */
  readonly aboutAges: boolean;
  /** `Year ending 31 March` stands over bare years. */
  readonly yearEnding: number | null;
  /** The document says that it counts by financial or by calendar year. */
  readonly yearBasis: 'financial' | 'calendar' | null;
  /** Periods that footnotes give to marks: `* 1 January to 31 May 2025`. */
  readonly markPeriods: ReadonlyMap<string, Period>;
  /** What a note says of a bare year: "2022 is 1 January to 30 April". */
  readonly yearPeriods: ReadonlyMap<number, Period>;
  /** Codes of the offences the collection is about; empty where it names none. */
  readonly ownCodes: ReadonlySet<string>;
  /** Offences are a breakdown, and not the one thing that is counted. */
  readonly isByOffence: boolean;
  /** What is asked for are offences with the online flag, and not all of a kind. */
  readonly asksFlag: boolean;
  /** What is asked, for lists that are counted. */
  readonly measures: readonly Asked[];
  /** The periods asked for, the main one first. */
  readonly asked: readonly Period[];
};

export type Asked = {
  readonly id: string;
  readonly unit: Unit;
  readonly breakdowns: readonly Dimension[];
  /** Only its own words tell it from another of its unit. */
  readonly isQualified?: boolean;
};

export const noContext: Context = {
  unit: null,
  measure: null,
  period: null,
  isOfSeveral: false,
  age: null,
  sex: null,
  platform: null,
  offence: null,
  question: null,
  aboutAges: false,
  yearEnding: null,
  yearBasis: null,
  markPeriods: new Map(),
  yearPeriods: new Map(),
  ownCodes: new Set(),
  isByOffence: true,
  asksFlag: false,
  measures: [],
  asked: [],
};

/** The longest a quarter of a year can be, in days. */
const QUARTER = 92;

function isInside(span: Span, context: Context): boolean {
  return context.asked.some((asked) => contains(asked, span));
}

export type PeriodRead =
  | { readonly kind: 'none' }
  | { readonly kind: 'period'; readonly period: Span; readonly basis: string }
  /** A month or quarter of a year: to be added up to the period that holds it. */
  | { readonly kind: 'piece'; readonly period: Span }
  | { readonly kind: 'unclear'; readonly text: string };

/** `(a)`, `[a]` and a raised `a` are one mark. */
export function bareMark(mark: string): string {
  return mark.replace(/[()[\]]/gu, '').toLowerCase();
}

/** What the period words of one label, or of a whole path of labels, mean together. */
export function readPeriod(
  words: readonly PeriodWord[],
  marks: readonly string[],
  context: Context,
): PeriodRead {
  for (const mark of marks) {
    const noted = context.markPeriods.get(bareMark(mark));
    if (noted !== undefined) return { kind: 'period', period: noted, basis: 'note' };
  }
  const full = words.find((word) => word.kind === 'period');
  const open = words.find((word) => word.kind === 'open');
  if (open !== undefined) return { kind: 'unclear', text: open.text };
  const ending = words.find((word) => word.kind === 'year-ending')?.month ?? context.yearEnding;
  const bareYear = words.find((word) => word.kind === 'bare-year');
  const month = words.find((word) => word.kind === 'month');
  const quarter = words.find((word) => word.kind === 'quarter');
  const months = words.find((word) => word.kind === 'months');
  const year: Span | null = full?.period ?? context.period ?? context.asked[0] ?? null;
  if (full !== undefined && full.basis === 'month') return { kind: 'piece', period: full.period };
  if (full !== undefined && full.basis === 'quarter') return { kind: 'piece', period: full.period };
  if (months !== undefined) {
    const from = year === null ? null : monthWithin(year, months.month);
    const to = year === null ? null : monthWithin(year, months.until);
    if (from === null || to === null || to.to < from.from) return { kind: 'unclear', text: months.text };
    return { kind: 'piece', period: { from: from.from, to: to.to } };
  }
  if (month !== undefined) {
    const span =
      bareYear !== undefined
        ? monthOf(bareYear.year, month.month)
        : year === null
          ? null
          : monthWithin(year, month.month);
    return span === null ? { kind: 'unclear', text: month.text } : { kind: 'piece', period: span };
  }
  if (quarter !== undefined) {
    const span = year === null ? null : quarterWithin(year, quarter.quarter);
    return span === null ? { kind: 'unclear', text: quarter.text } : { kind: 'piece', period: span };
  }
  if (full !== undefined && days(full.period) <= QUARTER && isInside(full.period, context)) {
    return { kind: 'piece', period: full.period };
  }
  if (full !== undefined) return { kind: 'period', period: full.period, basis: full.basis };
  if (bareYear !== undefined) {
    const told = context.yearPeriods.get(bareYear.year);
    if (told !== undefined) return { kind: 'period', period: told, basis: 'note' };
    if (ending !== null) {
      const to = lastDay(bareYear.year, ending);
      return {
        kind: 'period',
        period: { from: firstDay(ending === 12 ? bareYear.year : bareYear.year - 1, (ending % 12) + 1), to },
        basis: 'year',
      };
    }
    if (context.yearBasis === 'financial') return { kind: 'unclear', text: bareYear.text };
    return { kind: 'period', period: calendarYear(bareYear.year), basis: 'bare-year' };
  }
  const relative = words.find((word) => word.kind === 'relative');
  if (relative !== undefined) {
    const base = context.period ?? context.asked[0];
    return base === undefined
      ? { kind: 'unclear', text: relative.text }
      : { kind: 'period', period: yearsOn(base, relative.years), basis: 'relative' };
  }
  const nth = words.find((word) => word.kind === 'nth');
  if (nth !== undefined) {
    const inOrder = [...context.asked].sort((a, b) => (a.from < b.from ? -1 : 1));
    const chosen = inOrder[nth.nth - 1];
    return chosen === undefined || inOrder.length !== 2
      ? { kind: 'unclear', text: nth.text }
      : { kind: 'period', period: chosen, basis: 'nth' };
  }
  return { kind: 'none' };
}

/** The same span of days, whole years earlier or later; the end of February stays the end of February. */
export function yearsOn(span: Span, years: number): Span {
  const move = (day: string, end: boolean): string => {
    const year = Number(day.slice(0, 4)) + years;
    const month = Number(day.slice(5, 7));
    return end && day === lastDay(Number(day.slice(0, 4)), month)
      ? lastDay(year, month)
      : `${year}${day.slice(4)}`;
  };
  return { from: move(span.from, false), to: move(span.to, true) };
}

function monthOf(year: number, month: number): Span {
  return { from: firstDay(year, month), to: lastDay(year, month) };
}

function monthWithin(span: Span, month: number): Span | null {
  for (const year of [Number(span.from.slice(0, 4)), Number(span.to.slice(0, 4))]) {
    const one = monthOf(year, month);
    if (span.from <= one.from && one.to <= span.to) return one;
  }
  return null;
}

function quarterWithin(span: Span, quarter: number): Span | null {
  const year = Number(span.from.slice(0, 4));
  const same = span.from === financialYear(year).from && span.to === financialYear(year).to;
  const start = same ? 4 + (quarter - 1) * 3 : span.from.endsWith('-01-01') ? 1 + (quarter - 1) * 3 : null;
  if (start === null) return null;
  const [y, m] = start > 12 ? [year + 1, start - 12] : [year, start];
  return { from: firstDay(y, m), to: lastDay(y, m + 2) };
}
