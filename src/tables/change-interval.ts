/**
 * The interval of chance for the ratio of two released counts, for words that may not overclaim. Chance is the least of what
 * lies between two counts: how they were recorded is not in it.
 */
import type { Interval } from '#figures/statistics/intervals.ts';
import { ratioInterval as exactRatio } from '#figures/statistics/intervals.ts';

const LEVEL = 0.95;

/** Null when both counts are none. */
export function ratioInterval(after: number, before: number): Interval | null {
  return exactRatio(after, before, LEVEL);
}
