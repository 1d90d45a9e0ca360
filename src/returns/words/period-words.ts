/**
 * Finds every wording of a period in a text: dates joined by a word, financial and calendar years, months, quarters,
 * "year ending March 2025", "the year before". It says what stands there and refuses to guess: a bare year keeps the
 * basis 'bare-year', a month without a year stays 'month', and what they mean is decided with their surroundings.
 */
import { calendarYear, dayNumber, dayText, financialYear, type Period } from '#period/period.ts';
import { dateOf, firstDay, lastDay, MONTHS, monthOf, yearOf } from './dates.ts';
import { spansOf } from './spans.ts';

export type PeriodWord = { readonly start: number; readonly end: number; readonly text: string } & (
  | {
      readonly kind: 'period';
      readonly period: Period;
      readonly basis: 'dates' | 'months' | 'year' | 'quarter' | 'month';
    }
  /** A single day: a letter's date, an extraction date. Never a period. */
  | { readonly kind: 'date'; readonly day: string }
  | { readonly kind: 'bare-year'; readonly year: number }
  /** `April` or `Quarter 1` without a year. */
  | { readonly kind: 'month'; readonly month: number }
  | { readonly kind: 'quarter'; readonly quarter: number }
  /** `Apr to Jun` without a year. */
  | { readonly kind: 'months'; readonly month: number; readonly until: number }
  /** `Year ending 31 March` over columns that hold the year alone. */
  | { readonly kind: 'year-ending'; readonly month: number }
  | { readonly kind: 'relative'; readonly years: number }
  /** First, second of the periods the letter speaks of. */
  | { readonly kind: 'nth'; readonly nth: number }
  /** `2025 to date`, `so far`: a period whose end nobody states. */
  | { readonly kind: 'open' }
);

const MONTH = `(?:${MONTHS.flat()
  .sort((a, b) => b.length - a.length)
  .join('|')})\\b\\.?`;
const ORD = '(?:st|nd|rd|th|af|ain|eg)?';
const DAY = `(?:0?[1-9]|[12]\\d|3[01])${ORD}`;
const YEAR = '(?:19[89]\\d|20[0-4]\\d)';
const YEAR2 = `(?:${YEAR}|['’]?\\d{2})`;
const OF = '(?:\\s+of|\\s+o)?';
const DATE_WORDS = `(?:${DAY}${OF}\\s+${MONTH},?\\s*['’]?${YEAR2}|${MONTH}\\s+(?:the\\s+)?${DAY},?\\s+${YEAR}|${DAY}[-–]${MONTH}[-–]${YEAR2})`;
const DATE_FIGURES = `(?:${YEAR}-\\d{2}-\\d{2}|\\d{1,2}[/.]\\d{1,2}[/.](?:${YEAR}|\\d{2}))`;
const DATE = `(?:${DATE_WORDS}|${DATE_FIGURES})`;
const WEEKDAY = '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\\s+)?';
const TO =
  '(?:\\s*(?:to|until|till|through|up to|and|hyd at|hyd|tan|i|a|ac)\\s+|\\s*[-–—]+\\s*|\\s+to\\s*)(?:\\(?(?:and\\s+)?(?:including|inclusive)\\)?\\s*)?';
const DAY_MONTH = `(?:${DAY}${OF}\\s+${MONTH}|${MONTH}\\s+${DAY})`;

const ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  earlier: 1,
  second: 2,
  later: 2,
  latter: 2,
  third: 3,
  fourth: 4,
};

/**
 * What stands in every text that a rule can read. Most texts hold one or two of them, and a pattern that is never asked is
 * never made: making those with dates in them takes longer than reading a letter.
 */
const NAMES = MONTHS.flat().join('|');
const SIGNS = {
  month: new RegExp(NAMES, 'i'),
  date: new RegExp(`\\d[-/.]\\d|${NAMES}`, 'i'),
  year: /year|months|y\/?e/i,
  quarter: /q|quarter/i,
  several: /last|past|previous|preceding|latest|since/i,
  until: /since|until|till|up\s/i,
  part: /\d\s*[(,]?\s*to\s|part/i,
  digit: /\d/,
  any: /(?:)/,
} as const;
type Sign = keyof typeof SIGNS;

type Rule = {
  readonly pattern: RegExp;
  readonly read: (match: RegExpExecArray) => Omit2 | null;
  readonly sign: RegExp;
};
type Omit2 = PeriodWord extends infer W
  ? W extends PeriodWord
    ? Omit<W, 'start' | 'end' | 'text'>
    : never
  : never;

// Without `u`: no pattern names a class of letters, and under it each takes several times as long to be made.
const rule = (sign: Sign, source: string, read: Rule['read']): Rule => ({
  pattern: new RegExp(source, 'gi'),
  read,
  sign: SIGNS[sign],
});

const FY = `(?:fy\\s*)?${YEAR}\\s*[/–-]\\s*\\d{2,4}\\b`;
const QUARTERS = '(?:q|qtr|quarters?)\\s*[1-4]\\s*(?:-|–|to|and|&|,)\\s*(?:(?:q|qtr|quarter)\\s*)?[1-4]\\b';
/** "Q1 to Q4" is the whole of it. */
const PART_OF_YEAR = [
  `\\b(?!q\\w*\\s*1\\s*(?:-|–|to)\\s*q?\\w*\\s*4)${QUARTERS}(?=\\s*(?:of\\s+|,|\\()?\\s*${FY})`,
  `(?<=${FY}\\s*,?\\s*\\(?)(?!q\\w*\\s*1\\s*(?:-|–|to)\\s*q?\\w*\\s*4)${QUARTERS}`,
  `(?<=${FY}\\s*,?\\s*\\(?)(?:q|qtr|quarter)\\s*[1-4]\\b`,
  '\\bby\\s+(?:the\\s+)?(?:end\\s+of\\s+)?(?:q|qtr|quarter)\\s*[1-3]\\b',
  `\\b(?:h[12]|(?:half|month|week)\\s*\\d{1,2})\\s*(?:of\\s+|,|\\()?\\s*(?=${FY})`,
  `\\b(?:[1-9]|1[01]|one|two|three|four|five|six|seven|eight|nine|ten|eleven)\\s+months\\s+(?:to|ending|ended|up\\s+to)\\b`,
].join('|');

/** In order of precedence: what an earlier rule has read, a later one cannot read again. */
const NOT_COUNTED =
  '(?!(?<=(?:\\b(?:recorded|were|was|are|received|had|total\\s+of)|[=:])\\s+\\d{4})\\s+(?:recorded\\s+|such\\s+|online\\s+)?(?:offences?|crimes?|victims?)\\b)';
export const PERIOD_RULES: readonly Rule[] = [
  // Both ends as full dates.
  rule('date', `\\b${WEEKDAY}(?<a>${DATE})${TO}${WEEKDAY}(?<b>${DATE})`, (m) =>
    span(dateOf(m.groups?.a), dateOf(m.groups?.b), 'dates'),
  ),
  // The year only at the end: 1 April to 31 March 2025; 1 January to 31 May 2025.
  rule('month', `\\b(?<a>${DAY_MONTH})${TO}(?<b>${DATE_WORDS})`, (m) => {
    const to = dateOf(m.groups?.b);
    const from = to === null ? null : dateOf(`${m.groups?.a} ${to.slice(0, 4)}`);
    if (from === null || to === null) return null;
    return span(from <= to ? from : dateOf(`${m.groups?.a} ${Number(to.slice(0, 4)) - 1}`), to, 'dates');
  }),
  // Months: April 2024 to March 2025; Apr 24 - Mar 25; April to June 2024.
  rule(
    'month',
    `\\b(?<ma>${MONTH})(?:\\s*[-–]?['’]?(?<ya>${YEAR2}))?${TO}(?<mb>${MONTH})\\s*,?[-–]?['’]?(?<yb>${YEAR}|(?:['’]?\\d{2}\\b(?![/.:])))`,
    (m) => {
      const mb = monthOf(m.groups?.mb);
      const ma = monthOf(m.groups?.ma);
      const yb = yearOf(m.groups?.yb);
      if (ma === null || mb === null || yb === null) return null;
      const ya = m.groups?.ya === undefined ? (ma <= mb ? yb : yb - 1) : yearOf(m.groups.ya);
      return ya === null ? null : span(firstDay(ya, ma), lastDay(yb, mb), 'months');
    },
  ),
  rule(
    'year',
    `\\b(?:(?:financial\\s+|fiscal\\s+)?year|12\\s+months|twelve\\s+months|y/?e)\\s+(?:ending|ended|to|up\\s+to|end)?\\s*(?:on\\s+)?(?:the\\s+)?(?<d>${DATE_WORDS}|${DATE_FIGURES})`,
    (m) => {
      const to = dateOf(m.groups?.d);
      return to === null
        ? null
        : span(dayText(dayNumber(`${Number(to.slice(0, 4)) - 1}${to.slice(4)}`) + 1), to, 'year');
    },
  ),
  rule(
    'month',
    `\\b(?:(?:financial\\s+|fiscal\\s+)?year|12\\s+months|twelve\\s+months|y/?e)\\s+(?:ending|ended|to|up\\s+to|end)?\\s*(?<m>${MONTH})\\s+(?<y>${YEAR})`,
    (m) => {
      const month = monthOf(m.groups?.m);
      const year = yearOf(m.groups?.y);
      if (month === null || year === null) return null;
      const to = lastDay(year, month);
      return span(firstDay(month === 12 ? year : year - 1, (month % 12) + 1), to, 'year');
    },
  ),
  rule(
    'month',
    `\\byears?\\s+(?:ending|ended)\\s+(?:on\\s+)?(?:${DAY}${OF}\\s+)?(?<m>${MONTH})(?!\\s*,?\\s*\\d)`,
    (m) => {
      const month = monthOf(m.groups?.m);
      return month === null ? null : { kind: 'year-ending', month };
    },
  ),
  // FYE 2023, FYE Mar 2023: the financial year that ends in March of that year.
  rule(
    'digit',
    `\\bf\\.?y\\.?e\\.?\\s*(?:ending\\s+)?(?:(?:31(?:st)?\\s+)?mar(?:ch)?\\s*)?['’]?(?<y>${YEAR}|\\d{2})\\b(?!\\s*[/–-]\\s*\\d)`,
    (m) => {
      const year = yearOf(m.groups?.y);
      return year === null ? null : { kind: 'period', period: financialYear(year - 1), basis: 'year' };
    },
  ),
  // 2022-04 is April 2022; 2022-23 is a financial year.
  rule('digit', `(?<![\\d/.-])(?<y>${YEAR})-(?<m>0[1-9]|1[0-2])(?![\\d/-])`, (m) => {
    const [year, month] = [yearOf(m.groups?.y), Number(m.groups?.m)];
    if (year === null || (year + 1) % 100 === month) return null;
    return span(firstDay(year, month), lastDay(year, month), 'month');
  }),
  // "Q1 to Q3 2024/25", "by Q3", "the six months to March", "H1 2024/25": some of a year.
  rule('any', PART_OF_YEAR, () => ({ kind: 'open' })),
  rule(
    'quarter',
    `\\bq\\s*1\\s*(?:-|–|to)\\s*q?\\s*4\\s*(?:of\\s+|,|\\()?\\s*(?:fy\\s*)?(?<a>${YEAR})\\s*[/–-]\\s*(?<b>\\d{4}|\\d{2})\\b`,
    (m) => {
      const year = financialStart(m.groups?.a, m.groups?.b);
      return year === null ? null : { kind: 'period', period: financialYear(year), basis: 'year' };
    },
  ),
  // Quarters of a financial year.
  rule(
    'quarter',
    `\\b(?:q|qtr|quarter)\\s*(?<q>[1-4])\\s*(?:of\\s+|,|-|–|\\()?\\s*(?:fy\\s*)?(?<a>${YEAR})\\s*[/–-]\\s*(?<b>\\d{4}|\\d{2})\\b`,
    (m) => quarterOf(financialStart(m.groups?.a, m.groups?.b), Number(m.groups?.q)),
  ),
  rule(
    'quarter',
    `\\b(?<n>first|second|third|fourth|last|final)\\s+quarter\\s+(?:of\\s+)?(?:the\\s+)?(?:financial\\s+year\\s+)?(?:fy\\s*)?(?<a>${YEAR})\\s*[/–-]\\s*(?<b>\\d{4}|\\d{2})\\b`,
    (m) =>
      quarterOf(financialStart(m.groups?.a, m.groups?.b), ORDINALS[m.groups?.n?.toLowerCase() ?? ''] ?? 4),
  ),
  // Financial years.
  rule(
    'digit',
    `(?<![\\d/.-])(?:f(?:inancial)?\\.?/?\\s*y(?:ear)?\\.?\\s*)?(?<a>${YEAR})\\s*(?:[/–—-]|\\\\|\\bto\\b)\\s*(?<b>${YEAR}|\\d{2})(?![\\d/-]|\\.\\d)`,
    (m) => {
      const year = financialStart(m.groups?.a, m.groups?.b);
      return year === null ? null : { kind: 'period', period: financialYear(year), basis: 'year' };
    },
  ),
  rule(
    'digit',
    `\\bf(?:inancial)?\\.?/?\\s*y(?:ear)?\\.?\\s*['’]?(?<a>\\d{2})\\s*[/–-]\\s*['’]?(?<b>\\d{2})\\b`,
    (m) => {
      const year = financialStart(`20${m.groups?.a}`, m.groups?.b);
      return year === null ? null : { kind: 'period', period: financialYear(year), basis: 'year' };
    },
  ),
  // "Aged 14/15", "14/15 year olds" are ages.
  rule(
    'digit',
    `(?<![\\d/.-]|\\b(?:aged?|ages|oed|oedran)\\s*:?\\s*)(?<a>[12]\\d)/(?<b>[12]\\d)(?![\\d/]|\\s*-?\\s*(?:years\\b|year[\\s-]old|yrs?\\b|y/?o\\b))(?!\\.\\d)`,
    (m) => {
      const year = financialStart(`20${m.groups?.a}`, m.groups?.b);
      return year === null ? null : { kind: 'period', period: financialYear(year), basis: 'year' };
    },
  ),
  rule('year', `\\bcalendar\\s+year\\s+(?<y>${YEAR})\\b`, (m) => {
    const year = yearOf(m.groups?.y);
    return year === null ? null : { kind: 'period', period: calendarYear(year), basis: 'year' };
  }),
  rule(
    'any',
    `\\b${YEAR}\\s+(?:so\\s+far|to\\s+date|ytd)\\b|\\b(?:year\\s+to\\s+date|ytd|to\\s+date|so\\s+far\\s+this\\s+year)\\b`,
    () => ({ kind: 'open' }),
  ),
  // Several years together, or from a year on: no single period is stated.
  rule(
    'several',
    `\\b(?:(?:in|over|during|for|of)\\s+)?(?:the\\s+)?(?:last|past|previous|preceding|latest)\\s+(?:\\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)\\s+(?:financial\\s+|calendar\\s+)?years\\b|\\bsince\\s+(?:${MONTH}\\s+)?${YEAR}\\b`,
    () => ({ kind: 'open' }),
  ),
  // Part of a year, or a time that nobody says the end or the beginning of.
  rule(
    'until',
    `\\bsince\\s+(?:the\\s+)?(?:\\w+\\s+of\\s+)?(?:${DATE}|${MONTH}\\s+${YEAR}|${YEAR}(?:\\s*/\\s*\\d{2,4})?)|\\b(?:up\\s+(?:to|until)|until|till)\\s+(?:and\\s+including\\s+)?(?:the\\s+)?(?:${DATE}|${MONTH}\\s+${YEAR})`,
    () => ({ kind: 'open' }),
  ),
  rule(
    'date',
    `\\b(?:from|after|before|starting|beginning|commencing)\\s+(?:${DATE}|${MONTH}\\s+${YEAR})`,
    () => ({
      kind: 'open',
    }),
  ),
  // "2024/25 (to 31 December 2024)"; to the end of March it is the whole year.
  rule(
    'part',
    `(?<=\\d{2}\\s*[(,]?\\s*)to\\s+(?:the\\s+)?(?:end\\s+(?:of\\s+)?)?(?!(?:31(?:st)?\\s+)?mar(?:ch)?\\b|31[/.]0?3[/.])(?:${DATE}|${MONTH}\\s+${YEAR}|${MONTH})|\\bpart[\\s-]years?\\b`,
    () => ({ kind: 'open' }),
  ),
  rule(
    'any',
    '\\b(?:first|second|last|latter|final)\\s+(?:half|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|\\d+)\\s+(?:months|weeks))\\b',
    () => ({ kind: 'open' }),
  ),
  // "Q1 2024": of the calendar or of a financial year, nobody says which.
  rule(
    'quarter',
    `\\b(?:q|qtr|quarter)\\s*[1-4]\\s*(?:of\\s+|,|-|–|\\()?\\s*${YEAR}\\b(?!\\s*[/–-]\\s*\\d)`,
    () => ({
      kind: 'open',
    }),
  ),
  rule('quarter', '\\b(?<n>first|second|third|fourth|last|final)\\s+quarter\\b', (m) => ({
    kind: 'quarter',
    quarter: ORDINALS[m.groups?.n?.toLowerCase() ?? ''] ?? 4,
  })),
  // Single days, then months.
  rule('date', `\\b${WEEKDAY}(?<a>${DATE})(?!\\d)`, (m) => {
    const day = dateOf(m.groups?.a);
    return day === null ? null : { kind: 'date', day };
  }),
  rule(
    'month',
    `\\b(?<m>${MONTH})\\s*[-–,]?\\s*(?<y>${YEAR}|['’]\\d{2}\\b|(?<=[-–]\\s*)\\d{2}\\b|(?<=\\s)[12]\\d\\b(?=\\s*$))`,
    (m) => {
      const month = monthOf(m.groups?.m);
      const year = yearOf(m.groups?.y);
      if (month === null || year === null) return null;
      return span(firstDay(year, month), lastDay(year, month), 'month');
    },
  ),
  rule('month', `\\b(?:${DAY}${OF}\\s+${MONTH})(?!\\w)`, () => ({ kind: 'date', day: '' })),
  rule(
    'any',
    `\\b(?:the\\s+|in\\s+the\\s+)?(?:(?:year|12\\s+months|financial\\s+year)\\s+(?:before|earlier|prior|previously)|(?:previous|preceding|prior|last)\\s+(?:financial\\s+|fiscal\\s+)?year|(?:y\\s+)?flwyddyn\\s+(?:ariannol\\s+)?flaenorol)\\b`,
    () => ({
      kind: 'relative',
      years: -1,
    }),
  ),
  rule(
    'any',
    '\\b(?<n>first|second|third|earlier|later|latter)\\s+(?:of\\s+the\\s+)?(?:two\\s+)?(?:period|year|financial\\s+year)\\b',
    (m) => ({
      kind: 'nth',
      nth: ORDINALS[m.groups?.n?.toLowerCase() ?? ''] ?? 1,
    }),
  ),
  rule('quarter', '\\b(?:q|qtr|quarter)\\s*(?<q>[1-4])\\b(?=\\s*(?:total|$|[,;)]))', (m) => ({
    kind: 'quarter',
    quarter: Number(m.groups?.q),
  })),
  // "There were 2005 recorded offences" counts them; "in 2005 recorded offences rose" does not.
  rule('digit', `(?<![\\d/.,£#-])(?<y>${YEAR})(?![\\d/%]|,\\d|\\.\\d|-\\d)${NOT_COUNTED}`, (m) => {
    const year = yearOf(m.groups?.y);
    return year === null ? null : { kind: 'bare-year', year };
  }),
  rule('month', `\\b(?<ma>${MONTH})${TO}(?<mb>${MONTH})(?!\\s*[,'’]?\\s*\\d)`, (m) => {
    const [month, until] = [monthOf(m.groups?.ma), monthOf(m.groups?.mb)];
    return month === null || until === null ? null : { kind: 'months', month, until };
  }),
  // "May" and "Mar" are words; alone in a label they are months.
  rule('month', `^\\s*(?<m>${MONTHS.flat().join('|')})\\.?\\s*$`, (m) => {
    const month = monthOf(m.groups?.m);
    return month === null ? null : { kind: 'month', month };
  }),
  rule(
    'month',
    `\\b(?<m>${MONTHS.flatMap((names) => names.filter((name) => name !== 'may' && name !== 'mai' && name !== 'medi' && name !== 'mar')).join('|')})\\b`,
    (m) => {
      const month = monthOf(m.groups?.m);
      return month === null ? null : { kind: 'month', month };
    },
  ),
];

/** Every wording of a period in the text, in order, never overlapping. */
export function periodWords(text: string): readonly PeriodWord[] {
  const found: PeriodWord[] = [];
  if (!/\d|year|flwyddyn|period|quarter|date|far|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/i.test(text))
    return found;
  const spans = spansOf(text);
  const shown = new Map<RegExp, boolean>();
  const shows = (sign: RegExp): boolean => {
    const known = shown.get(sign) ?? sign.test(text);
    shown.set(sign, known);
    return known;
  };
  for (const { pattern, read, sign } of PERIOD_RULES) {
    if (!shows(sign)) continue;
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
      const start = match.index;
      const end = start + match[0].length;
      if (match[0].length === 0) {
        pattern.lastIndex += 1;
        continue;
      }
      if (!spans.isFree(start, end)) continue;
      const word = read(match);
      if (word !== null && spans.take(start, end))
        found.push({ ...word, start, end, text: match[0] } as PeriodWord);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function span(
  from: string | null,
  to: string | null,
  basis: 'dates' | 'months' | 'year' | 'quarter' | 'month',
): Omit2 | null {
  if (from === null || to === null || !(dayNumber(from) <= dayNumber(to))) return null;
  return { kind: 'period', period: { from, to }, basis };
}

/** A quarter of the financial year that begins in April of `year`. */
function quarterOf(year: number | null, quarter: number): Omit2 | null {
  if (year === null) return null;
  const month = 4 + (quarter - 1) * 3;
  const from = month > 12 ? firstDay(year + 1, month - 12) : firstDay(year, month);
  const end = month + 2;
  return span(from, end > 12 ? lastDay(year + 1, end - 12) : lastDay(year, end), 'quarter');
}

function financialStart(a: string | undefined, b: string | undefined): number | null {
  const start = Number(a);
  const end = b?.length === 2 ? Math.floor(start / 100) * 100 + Number(b) : Number(b);
  return end === start + 1 ? start : null;
}
