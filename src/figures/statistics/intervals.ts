/**
 * Exact intervals for counts: Garwood's for one Poisson count, Clopper and Pearson's for a share, and from the second
 * whether two counts differ by more than chance. Exact means that the true value is inside at least as often as stated, for every
 * true value. They tell of chance alone, and of nothing that recording or coverage does.
 */
import { betaBelow, gammaBelow, reaches } from './special.ts';

export type Interval = { readonly low: number; readonly high: number };

/** The mean of a Poisson distribution, after one count was seen. `level` 0.95 gives 2.5 % on either side. */
export function poissonInterval(count: number, level = 0.95): Interval {
  if (!Number.isSafeInteger(count) || count < 0) throw new Error(`not a count: ${count}`);
  const side = (1 - level) / 2;
  const top = count + 50 + 20 * Math.sqrt(count + 1);
  return {
    low: count === 0 ? 0 : reaches((x) => gammaBelow(count, x), side, 0, top),
    high: reaches((x) => gammaBelow(count + 1, x), 1 - side, 0, top),
  };
}

/** A share, after `hits` of `all`. */
export function shareInterval(hits: number, all: number, level = 0.95): Interval {
  if (!(hits >= 0 && hits <= all) || all <= 0) throw new Error(`not a share: ${hits} of ${all}`);
  const side = (1 - level) / 2;
  return {
    low: hits === 0 ? 0 : reaches((x) => betaBelow(hits, all - hits + 1, x), side, 0, 1),
    high: hits === all ? 1 : reaches((x) => betaBelow(hits + 1, all - hits, x), 1 - side, 0, 1),
  };
}

/**
 * On which side of 1 the whole exact interval for the ratio of two Poisson means lies; null where 1 is inside it, or both
 * counts are none. Of two equal means each has half of all: so it is asked whether a half lies outside the interval of the
 * share, which needs one value of the distribution where the ends of the interval take a hundred.
 */
export function ratioSide(after: number, before: number, level = 0.95): 'above' | 'below' | null {
  const side = (1 - level) / 2;
  if (after > before && betaBelow(after, before + 1, 0.5) < side) return 'above';
  if (after < before && betaBelow(after + 1, before, 0.5) > 1 - side) return 'below';
  return null;
}

/** The value that a share `below` of Student's t with `freedom` degrees of freedom lies under. */
export function studentQuantile(below: number, freedom: number): number {
  if (below === 0.5) return 0;
  if (below < 0.5) return -studentQuantile(1 - below, freedom);
  const share = (t: number) => 1 - 0.5 * betaBelow(freedom / 2, 0.5, freedom / (freedom + t * t));
  return reaches(share, below, 0, 1e4);
}
