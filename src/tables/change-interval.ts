/**
 * The interval of chance for the ratio of two released counts, for words that may not overclaim. Chance is the least of what
 * lies between two counts: how they were recorded is not in it.
 */
import { ratioSide as exactSide } from '#figures/statistics/intervals.ts';

const LEVEL = 0.95;

/** Whether a count is beyond what chance makes of the other; null where chance alone could make the difference. */
export function ratioSide(after: number, before: number): 'above' | 'below' | null {
  return exactSide(after, before, LEVEL);
}
