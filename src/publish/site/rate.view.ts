/** A figure for every 10,000 children, as pages and bulletins write it: the value with its interval, and the year of the children. */
import type { ChildRate } from '#tables/comparison.ts';
import type { ReleaseIndex } from '../release-index.ts';
import { thousands } from '../wording/number-words.ts';

export type RateView = {
  /** `4.2`, or `3.0 to 4.1` where the children are not known exactly. */
  readonly number: string;
  readonly interval: string;
  readonly children: string;
  readonly year: number;
  readonly isRange: boolean;
};

/** Null where the release has none: no exact number, or forces without a name or without residents. */
export function rateView(area: string, index: ReleaseIndex): RateView | null {
  const { comparison } = index.release;
  const rate = comparison?.rates.find((one) => one.area === area);
  return rate === undefined || comparison === null ? null : viewOf(rate, comparison.year);
}

export function viewOf({ value, low, high, children }: ChildRate, year: number): RateView {
  const interval = `${thousands(low, 1)} to ${thousands(high, 1)}`;
  return {
    number: value === null ? interval : thousands(value, 1),
    interval,
    children:
      children.low === children.high
        ? thousands(children.low)
        : `between ${thousands(children.low)} and ${thousands(children.high)}`,
    year,
    isRange: value === null,
  };
}
