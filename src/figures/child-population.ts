/**
 * How many children live where a figure's forces police, at the mid-year nearest to its period: the year is always named,
 * nothing is filled in between years. Where some of the forces have no name, a range: the fewest and the most children that
 * so many of the others could have. British Transport Police has none of its own.
 */
import type { Period } from '#period/period.ts';
import { dayNumber } from '#period/period.ts';
import type { Populations } from '#register/populations.ts';

export type Children = { readonly low: number; readonly high: number; readonly year: number };

/** The age group of every rate: a child is anyone under 18. */
export const CHILD_AGES = '0-17';

/** Mid-year is 30 June. On a tie the earlier year, which is nearer to the base the forces knew. */
export function nearestYear(span: Period, years: readonly number[]): number | null {
  const middle = (dayNumber(span.from) + dayNumber(span.to)) / 2;
  const away = (year: number) => Math.abs(dayNumber(`${year}-06-30`) - middle);
  return [...years].sort((a, b) => away(a) - away(b) || a - b)[0] ?? null;
}

/**
 * `named` are in the figure, `unnamed` more are among `pool`. Null where a named force has no population, or no year is
 * known, or there is nobody.
 */
export function childrenBehind(
  named: readonly string[],
  unnamed: number,
  pool: readonly string[],
  span: Period,
  { years, population }: Populations,
): Children | null {
  const year = nearestYear(span, years);
  if (year === null) return null;
  const of = (force: string) => population(force, year, CHILD_AGES) ?? (force === 'btp' ? 0 : undefined);
  const known = named.map(of);
  const others = pool.map(of);
  if (known.includes(undefined) || others.includes(undefined) || unnamed > others.length) return null;
  const sum = (all: readonly (number | undefined)[]) =>
    all.reduce((total: number, one) => total + (one ?? 0), 0);
  const sorted = others.map((one) => one ?? 0).sort((a, b) => a - b);
  const base = sum(known);
  const low = base + sum(sorted.slice(0, unnamed));
  const high = base + sum(sorted.slice(sorted.length - unnamed));
  return low > 0 ? { low, high, year } : null;
}
