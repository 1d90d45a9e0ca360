/**
 * A table to protect, as the protector and the auditor both see it: cells with what is known of each, and which cell is
 * the sum of which others. It holds everything that a release could say or that could be worked out from it, so also
 * what nobody states: the rest of a total after its stated parts is a cell too.
 */
import type { Count } from '#count/count.ts';
import type { Sum } from '#count/tighten.ts';

export type Cell = {
  readonly id: string;
  readonly count: Count;
  /** `stated`: a release would print it. `rest`: nobody states it and no release prints it, but it may be worked out. */
  readonly standing: 'stated' | 'rest';
  /** Counts for the whole country identify no place, and are not small by the rule. */
  readonly isNational: boolean;
  /** When another cell must be withheld too, the one of the lowest rank goes first: detail before totals. */
  readonly rank: number;
};

export type Model = {
  readonly cells: readonly Cell[];
  readonly sums: readonly Sum[];
  /** The smallest count that may be published exactly. */
  readonly threshold: number;
};

/** The ids of the stated cells that a release keeps back. */
export type Withheld = ReadonlySet<string>;

/** True when a count below national level is, or for all that is known may be, from 1 to threshold - 1. */
export function mayBeSmall(cell: Cell, threshold: number): boolean {
  return !cell.isNational && cell.count.low < threshold && cell.count.high >= 1;
}

/**
 * What nobody may learn about a cell that may be small is anything that rules out a value from 1 to the threshold: a
 * range that contains all of them says neither that it is small nor that it is not.
 */
export function saysNothingSmall(range: Count, threshold: number): boolean {
  return range.low <= 1 && range.high >= threshold;
}

/**
 * The values that the outsider's range of such a cell must still contain. `least` is what the table's own shape says
 * even with everything withheld: a total of two cells that are not zero is at least 2, and nothing can hide that.
 */
export function mustAllow(least: number, threshold: number): Count {
  return { low: Math.max(1, least), high: threshold };
}
