/**
 * Published statements as tables to protect: one table for each measure, period and release, because numbers of one release
 * can be taken from one another, and numbers of different ones are not of one count. A whole that its parts exceed binds
 * nothing: the sources contradict each other there.
 */
import { exact, unknown } from '#count/count.ts';
import type { Sum } from '#count/tighten.ts';
import type { Cell, Model } from '#disclosure/model.ts';
import type { SeriesCell } from '#figures/series/cells.ts';
import type { MatchedChange } from '#figures/series/changes.ts';
import type { PublishedFact } from '#register/published-figures.ts';

const COUNTED = ['offences', 'victims'];
const ENGLAND_AND_WALES = 'K04000001';

/** One name for one number: two sources that print the same number in one release print one number. */
export function statementNumber(fact: PublishedFact): string {
  const { measure, period, areaType, code, area, dimension, category, unit, release, value } = fact;
  return [measure, period, areaType, code ?? area, dimension, category, unit, release ?? '', value].join('|');
}

export function seriesModels(cells: readonly SeriesCell[], threshold: number): readonly Model[] {
  const facts = cells.filter(({ unit }) => COUNTED.includes(unit)).flatMap(({ statements }) => statements);
  const releases = Map.groupBy(
    facts,
    ({ measure, period, release }) => `${measure}|${period}|${release ?? ''}`,
  );
  return [...releases.values()].map((together) => modelOf(together, threshold));
}

function modelOf(facts: readonly PublishedFact[], threshold: number): Model {
  const numbers = [...new Map(facts.map((fact) => [statementNumber(fact), fact])).values()];
  const stated = numbers.map(
    (fact): Cell => ({
      id: statementNumber(fact),
      count: exact(fact.value),
      given: exact(fact.value),
      // Its source printed it, and it is not counted as known all the same: a small count stands on no page, whoever printed it.
      known: unknown,
      standing: 'stated',
      isNational: isNational(fact),
      rank: (fact.dimension === '' ? 4 : 0) + (fact.areaType === 'force' ? 0 : 1),
    }),
  );
  const sums: Sum[] = [];
  const rests: Cell[] = [];
  const bind = (whole: PublishedFact, parts: readonly PublishedFact[]) => {
    const left = whole.value - parts.reduce((sum, { value }) => sum + value, 0);
    if (left < 0 || parts.length === 0) return;
    const id = `${statementNumber(whole)} less ${parts.map(statementNumber).join(' and ')}`;
    const isWide = isNational(whole);
    rests.push({
      id,
      count: exact(left),
      given: unknown,
      known: unknown,
      standing: 'rest',
      isNational: isWide,
      rank: 0,
    });
    sums.push({
      id: `${id}, sum`,
      whole: statementNumber(whole),
      parts: [...parts.map(statementNumber), id],
    });
  };
  for (const whole of numbers.filter(({ dimension, unit }) => dimension === '' && unit === 'offences')) {
    const own = numbers.filter(
      (one) => sameArea(one, whole) && one.dimension !== '' && one.unit === 'offences',
    );
    for (const part of own) bind(whole, [part]);
  }
  return { cells: [...stated, ...rests], sums, threshold };
}

function sameArea(a: PublishedFact, b: PublishedFact): boolean {
  return a.areaType === b.areaType && (a.code ?? a.area) === (b.code ?? b.area);
}

/** Of the country, the kingdom or England: Wales is a region here, as everywhere in a release. */
export function isNationalArea(areaType: PublishedFact['areaType'], code: string | null): boolean {
  return areaType === 'uk' || (areaType === 'country' && (code === ENGLAND_AND_WALES || code === null));
}

function isNational({ areaType, code }: PublishedFact): boolean {
  return isNationalArea(areaType, code);
}

export function matchedNumber({ measure, from, release }: MatchedChange, side: 'before' | 'after'): string {
  return `matched|${measure}|${from}|${release}|${side}`;
}

/** What matched forces add up to, each a number of the country. */
export function matchedModel(matched: readonly MatchedChange[], threshold: number): Model {
  const cells = matched.flatMap((one) =>
    (['before', 'after'] as const).map(
      (side): Cell => ({
        id: matchedNumber(one, side),
        count: exact(one.pairs.reduce((sum, pair) => sum + pair[side].value, 0)),
        given: exact(one.pairs.reduce((sum, pair) => sum + pair[side].value, 0)),
        known: unknown,
        standing: 'stated',
        isNational: true,
        rank: 0,
      }),
    ),
  );
  return { cells, sums: [], threshold };
}
