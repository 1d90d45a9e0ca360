/**
 * Figures beside the number of children: rates with exact intervals, a funnel, and an estimate for forces that did not
 * supply. Everything is worked out from numbers that disclosure has released, so it says nothing that they do not say.
 */
import type { Released } from '#disclosure/released.ts';
import { childrenBehind } from '#figures/child-population.ts';
import type { CoverageTest } from '#figures/statistics/estimate.ts';
import { estimateMissing } from '#figures/statistics/estimate.ts';
import type { FunnelPoint, Level, Limits } from '#figures/statistics/funnel.ts';
import { funnel } from '#figures/statistics/funnel.ts';
import { poissonInterval } from '#figures/statistics/intervals.ts';
import { period as parsePeriod } from '#period/period.ts';
import type { Populations } from '#register/populations.ts';
import type { Area, ReleasedFigure } from './release.ts';

export const PER = 10_000;

export type ChildRate = {
  /** Id of the figure that is divided. */
  readonly figure: string;
  readonly area: string;
  readonly children: { readonly low: number; readonly high: number };
  /** Offences for every 10,000 children; one value where the children are known, else null and the interval alone. */
  readonly value: number | null;
  /** Of chance, 95 %, and of the children where they are a range. */
  readonly low: number;
  readonly high: number;
};

export type ReleasedFunnel = {
  readonly common: number;
  readonly phi: number;
  readonly tau: number;
  readonly outsideChance: number;
  readonly points: readonly FunnelPoint[];
  readonly lines: readonly {
    readonly kind: 'chance' | 'limits';
    readonly level: Level;
    readonly at: readonly Limits[];
  }[];
};

export type ReleasedEstimate = {
  readonly supplied: number;
  /** Codes of the forces known not to have supplied. */
  readonly missing: readonly string[];
  /** How many more did not supply and are not named: nothing is estimated for them. */
  readonly unnamed: number;
  readonly tests: readonly CoverageTest[];
  readonly range: { readonly low: number; readonly middle: number; readonly high: number } | null;
  readonly why: 'too few' | 'test failed' | 'nobody missing' | null;
};

export type Comparison = {
  readonly year: number;
  readonly rates: readonly ChildRate[];
  readonly funnel: ReleasedFunnel | null;
  readonly estimate: ReleasedEstimate;
};

type Parts = {
  readonly figures: readonly ReleasedFigure[];
  readonly areas: readonly Area[];
  readonly period: string;
  readonly populations: Populations;
};

/** Null where the release has no year of children near its period, or no total to divide. */
export function compare({ figures, areas, period, populations }: Parts): Comparison | null {
  const span = parsePeriod(period);
  if (span === null) return null;
  const totals = figures.filter(
    (one) => one.period === period && one.breakdown === null && one.group === null && one.unit === 'offences',
  );
  const found = totals.flatMap((figure) => {
    const area = areas.find(({ code }) => code === figure.area);
    const value = exactOf(figure.number);
    const isCount = figure.method === 'stated' || figure.method === 'published';
    if (area === undefined || value === null || !isCount) return [];
    const { includedForces, includedUnnamed, missing } = figure.coverage;
    const out = new Set([...includedForces, ...missing.map(({ force }) => force)]);
    const pool = area.forces.filter((force) => !out.has(force));
    const children = childrenBehind(includedForces, includedUnnamed, pool, span, populations);
    return children === null ? [] : [{ figure, area, value, children }];
  });
  const [first] = found;
  if (first === undefined) return null;
  const supplied = found
    .filter(({ area }) => area.kind === 'force')
    .map(({ area, value, children }) => ({ code: area.code, count: value, population: children.low }));
  return {
    year: first.children.year,
    rates: found.map(rateOf),
    funnel: releasedFunnel(supplied),
    estimate: releasedEstimate(supplied, totals, areas, first.children.year, populations),
  };
}

function rateOf({
  figure,
  area,
  value,
  children,
}: {
  readonly figure: ReleasedFigure;
  readonly area: Area;
  readonly value: number;
  readonly children: { readonly low: number; readonly high: number };
}): ChildRate {
  const interval = poissonInterval(value);
  const { low, high } = children;
  return {
    figure: figure.id,
    area: area.code,
    children: { low, high },
    value: low === high ? (value / low) * PER : null,
    low: (interval.low / high) * PER,
    high: (interval.high / low) * PER,
  };
}

const STEPS = 40;

function releasedFunnel(units: Parameters<typeof funnel>[0]): ReleasedFunnel | null {
  const found = funnel(units);
  if (found === null) return null;
  const sizes = units.map(({ population }) => population);
  const [from, to] = [Math.min(...sizes) * 0.85, Math.max(...sizes) * 1.06];
  const at = Array.from({ length: STEPS + 1 }, (_, k) => from + ((to - from) * k) / STEPS);
  const lines = (['chance', 'limits'] as const).flatMap((kind) =>
    (['95', '99.8'] as const).map((level) => ({
      kind,
      level,
      at: at.map((population) => found[kind](level, population)),
    })),
  );
  const { common, phi, tau, outsideChance, points } = found;
  return { common, phi, tau, outsideChance, points, lines };
}

/** Estimated are forces known to have given nothing; where nobody says who they are, nobody can say how many children they have. */
function releasedEstimate(
  supplied: Parameters<typeof estimateMissing>[0],
  totals: readonly ReleasedFigure[],
  areas: readonly Area[],
  year: number,
  { population }: Populations,
): ReleasedEstimate {
  const country = areas.find(({ kind }) => kind === 'country');
  const national = totals.find(({ area, method }) => area === country?.code && method === 'published');
  const forces = areas.filter(({ kind, code }) => kind === 'force' && code !== 'btp');
  const isKnown = (code: string) =>
    totals.some((one) => one.area === code && one.number.value.status !== 'not-available');
  const missing = forces
    .filter(({ code }) =>
      national === undefined ? !isKnown(code) : national.coverage.missing.some(({ force }) => force === code),
    )
    .map(({ code }) => ({ code, population: population(code, year, '0-17') ?? 0 }));
  const out =
    national === undefined ? 0 : national.coverage.asked - national.coverage.included - missing.length;
  const { tests, estimate, why } = estimateMissing(supplied, missing);
  return {
    supplied: supplied.length,
    missing: missing.map(({ code }) => code),
    unnamed: Math.max(0, out),
    tests,
    range: estimate,
    why,
  };
}

function exactOf({ value }: Released): number | null {
  return value.status === 'published' && value.low === value.high ? value.low : null;
}
