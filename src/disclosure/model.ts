/**
 * A table to protect, as the protector and the auditor both see it: cells with what is known of each, and which cell is
 * the sum of which others. It holds everything that a release could say or that could be worked out from it, so also
 * what nobody states: the rest of a total after its stated parts is a cell too.
 */
import type { Count } from '#count/count.ts';
import { both, isExact, isSame, unknown } from '#count/count.ts';
import type { Sum } from '#count/tighten.ts';

export type Cell = {
  readonly id: string;
  readonly count: Count;
  /** What somebody stated of it; `count` may be narrower, where sums narrow it. A release tells no range it worked out itself from withheld numbers. */
  readonly given: Count;
  /** What anybody can know without the release, because others published it: keeping that back protects nobody. */
  readonly known: Count;
  /**
   * What earlier releases of ours told of it and what holds still: known too, and no reason to tell it again. Nothing when
   * left out.
   */
  readonly before?: Count;
  /** What a refusal calls it, without its number. */
  readonly name?: string;
  /** `stated`: a release would print it. `rest`: nobody states it and no release prints it, but it may be worked out. */
  readonly standing: 'stated' | 'rest';
  /** Counts for the whole country identify no place, and are not small by the rule. */
  readonly isNational: boolean;
  /** When another cell must be withheld too, the one of the lowest rank goes first: detail before totals. */
  readonly rank: number;
};

/** A sum that is only assumed is one more thing an outsider may try; no range is worked out from it. */
export type ModelSum = Sum & { readonly isCertain?: boolean };

export type Model = {
  readonly cells: readonly Cell[];
  readonly sums: readonly ModelSum[];
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
 * The values that the outsider's range of such a cell must still contain. `anyway` is what can be known even with
 * everything withheld, and nothing can hide: a total of two cells that are not zero is at least 2, and a part of a total
 * of 3 that others published is at most 3.
 */
export function mustAllow(anyway: Count, threshold: number): Count {
  return { low: Math.max(1, anyway.low), high: Math.min(threshold, anyway.high) };
}

/** Others published the very number, or we did before: a release that keeps it back keeps back nothing. */
export function isKnown(cell: Cell): boolean {
  return isExact(cell.count) && isSame(cell.count, knownOf(cell));
}

/** What anybody knows of it without this release. */
export function knownOf({ known, before = unknown }: Cell): Count {
  return both(known, before) ?? known;
}
