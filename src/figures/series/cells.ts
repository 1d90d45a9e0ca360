/**
 * Published statements about one thing (measure, area, period, category, unit), laid together: every one of them, by the
 * release it comes from. Says which is used and by which rule, and chooses none where no rule decides. The rule, in this
 * order: a probable misprint, a part of a year and a number in place of the flag are never used; an exact number stands
 * before an approximate one; the latest release stands before an earlier one, which is shown beside it; and where sources
 * of one release differ, none is used.
 */
import type { PublishedFact } from '#register/published-figures.ts';
import type { SaidPeriod } from './said-period.ts';
import { saidPeriod } from './said-period.ts';

export type SeriesCell = {
  readonly id: string;
  readonly measure: string;
  readonly period: string;
  readonly said: SaidPeriod;
  readonly areaType: PublishedFact['areaType'];
  readonly area: string;
  readonly code: string | null;
  readonly dimension: string;
  readonly category: string;
  readonly unit: string;
  /** Every statement, earliest release first, those of undated pages last. */
  readonly statements: readonly PublishedFact[];
  /** The one whose number is used; null where none is. */
  readonly used: PublishedFact | null;
  /** As first published, when that is another number than the one used. */
  readonly first: PublishedFact | null;
  /** One sentence: why this one, or why none. */
  readonly why: string;
  /** Two numbers stand for one thing, whatever the reason. */
  readonly isContested: boolean;
};

export function seriesCells(facts: readonly PublishedFact[]): readonly SeriesCell[] {
  const groups = Map.groupBy(facts, cellKey);
  return [...groups.values()].flatMap((statements) => {
    const [fact] = statements;
    const said = fact === undefined ? null : saidPeriod(fact.period);
    if (fact === undefined || said === null) return [];
    const ordered = [...statements].sort((a, b) => order(a) - order(b) || a.line - b.line);
    const { measure, period, areaType, area, code, dimension, category, unit } = fact;
    return [
      {
        id: `c${Math.min(...statements.map(({ line }) => line))}`,
        ...{ measure, period, said, areaType, area, code, dimension, category, unit },
        statements: ordered,
        ...choice(ordered),
        isContested: new Set(statements.map(({ value }) => value)).size > 1,
      },
    ];
  });
}

/** Areas that are none of ours are told apart by the words of the source. */
export function cellKey(fact: PublishedFact): string {
  const { measure, period, areaType, code, area, dimension, category, unit } = fact;
  return [measure, period, areaType, code ?? area, dimension, category, unit].join('|');
}

/** Months since year 0; pages without a date come last and are never chosen over one with a date. */
function order({ release }: PublishedFact): number {
  return release === null ? Number.POSITIVE_INFINITY : monthNumber(release);
}

function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
}

type Choice = Pick<SeriesCell, 'used' | 'first' | 'why'>;

const NEVER: Readonly<Record<string, string>> = {
  doubtful: 'a probable misprint or a number of which no sense can be made',
  partial: 'a part of the period only',
};

function choice(statements: readonly PublishedFact[]): Choice {
  const grades = new Set(statements.map(({ grade }) => grade));
  const grade = (['exact', 'proxy', 'approximate'] as const).find((one) => grades.has(one));
  if (grade === undefined) {
    const why = [...grades].map((one) => NEVER[one]).join(', or ');
    return { used: null, first: null, why: `None is used: what is printed is ${why}.` };
  }
  const fit = statements.filter((one) => one.grade === grade);
  const dated = fit.filter(({ release }) => release !== null);
  const latest = (dated.length > 0 ? dated : fit).at(-1);
  const together = fit.filter(({ release }) => release === latest?.release);
  if (latest === undefined || new Set(together.map(({ value }) => value)).size > 1) {
    return {
      used: null,
      first: null,
      why: 'None is used: sources of one release differ, and nothing tells which is right.',
    };
  }
  const [earliest] = fit;
  const first = earliest !== undefined && earliest.value !== latest.value ? earliest : null;
  return { used: latest, first, why: reason(statements, fit, first, grade) };
}

function reason(
  all: readonly PublishedFact[],
  fit: readonly PublishedFact[],
  first: PublishedFact | null,
  grade: string,
): string {
  const left = [
    ...(all.some((one) => one.grade === 'approximate') && grade === 'exact'
      ? ['An exact number stands before an approximate one.']
      : []),
    ...(all.some((one) => one.grade === 'doubtful') ? ['A probable misprint is left out.'] : []),
    ...(all.some((one) => one.grade === 'partial') ? ['A part of the period is left out.'] : []),
  ];
  const said =
    first !== null
      ? ['The latest release stands before an earlier one, which is shown beside it.']
      : fit.length > 1
        ? ['Every source that is used prints this number.']
        : left.length === 0
          ? ['It is the only statement found.']
          : [];
  const vague = grade === 'approximate' ? ['No exact number was found.'] : [];
  return [...left, ...said, ...vague].join(' ');
}
