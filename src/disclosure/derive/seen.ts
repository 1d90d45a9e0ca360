/** What an outsider sees of each cell of a pattern, before any arithmetic. */
import { unknown } from '#count/count.ts';
import type { AdditiveTable } from '../table/additive.ts';
import type { Status } from '../table/cells-csv.ts';

/** A count from here on is without an end: programmes have room for ten times as much and no more, and what runs into that is no bound. */
export const ENDLESS = 1e6;

/**
 * Bounds of each cell: `outer` surely hold the truth, `inner` are reached by some table that fits all that is seen, and `reach` by one that
 * fits but may hold fractions.
 */
export type Bounds = {
  readonly outerLow: Float64Array;
  readonly outerHigh: Float64Array;
  readonly innerLow: Float64Array;
  readonly innerHigh: Float64Array;
  readonly reachLow: Float64Array;
  readonly reachHigh: Float64Array;
};

/**
 * A published cell shows what is given of it; of a withheld one the outsider knows that counts are not negative and, where
 * that is our habit, that a zero is never withheld.
 */
export function seenBounds(table: AdditiveTable, status: readonly Status[]): Bounds {
  const size = table.given.length;
  const least = leastWithheld(table);
  const outerLow = new Float64Array(size);
  const outerHigh = new Float64Array(size);
  for (let cell = 0; cell < size; cell++) {
    const { low, high } = table.given[cell] ?? unknown;
    const isWithheld = status[cell] !== '' && table.isKnown[cell] !== true;
    // An interval that may be zero is withheld without telling whether it is.
    outerLow[cell] = isWithheld ? Math.min(least, low) : low;
    outerHigh[cell] = isWithheld ? Number.POSITIVE_INFINITY : high;
  }
  return {
    outerLow,
    outerHigh,
    innerLow: new Float64Array(size).fill(Number.POSITIVE_INFINITY),
    innerHigh: new Float64Array(size).fill(Number.NEGATIVE_INFINITY),
    reachLow: new Float64Array(size).fill(Number.POSITIVE_INFINITY),
    reachHigh: new Float64Array(size).fill(Number.NEGATIVE_INFINITY),
  };
}

export function leastWithheld({ spec }: AdditiveTable): 0 | 1 {
  return spec.attacker.knowsZerosAreNeverHidden && spec.primary.zeros === 'safe' ? 1 : 0;
}
