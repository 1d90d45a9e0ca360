/**
 * An estimate for units that did not supply, from those that did: children times a rate, on the scale of logarithms, with a
 * prediction interval for the sum of those left out. Never put among counts. It is tested the way it would be used: units
 * that did supply are left out, estimated from the rest and compared with what they stated; and where the interval does not
 * hold the truth about as often as it says, no estimate is made, only the test is told.
 */
import type { Interval } from './intervals.ts';
import { studentQuantile } from './intervals.ts';

export type Supplied = { readonly code: string; readonly count: number; readonly population: number };
export type Missing = { readonly code: string; readonly population: number };

/** How often the interval held what was stated, over every way of leaving out `size` units that was tried. */
export type CoverageTest = {
  readonly size: number;
  readonly held: number;
  readonly tried: number;
  readonly share: number;
};

export type Estimate = {
  readonly level: number;
  readonly tests: readonly CoverageTest[];
  /** Null where a test fails or there is too little to test with; `why` then says so. */
  readonly estimate: (Interval & { readonly middle: number }) | null;
  readonly why: 'too few' | 'test failed' | 'nobody missing' | null;
};

const LEVEL = 0.95;
/** For an interval of 95 %: outside this the test has failed. */
export const HOLDS = { least: 0.9, most: 0.98 } as const;
const FEWEST = 10;
const MOST_TRIED = 3000;

export function estimateMissing(supplied: readonly Supplied[], missing: readonly Missing[]): Estimate {
  if (missing.length === 0) return { level: LEVEL, tests: [], estimate: null, why: 'nobody missing' };
  if (supplied.length < FEWEST) return { level: LEVEL, tests: [], estimate: null, why: 'too few' };
  // As many as are missing, as far as enough are left to learn from; and each alone.
  const size = Math.min(missing.length, Math.floor(supplied.length / 3));
  const tests = [...new Set([1, size])].map((one) => coverageOf(supplied, one));
  const isFit = tests.every(({ share }) => share >= HOLDS.least && share <= HOLDS.most);
  if (!isFit) return { level: LEVEL, tests, estimate: null, why: 'test failed' };
  return { level: LEVEL, tests, estimate: predict(supplied, missing), why: null };
}

/**
 * The logarithms of the rates are taken as one sample; a new unit lies around their mean with the spread of the sample and
 * the doubt about the mean. Zero counts stand as a half. The sum of several is matched to a log-normal by its first two
 * moments, and its interval widened by Student's t.
 */
export function predict(
  supplied: readonly Supplied[],
  missing: readonly Missing[],
): Interval & { readonly middle: number } {
  const logs = supplied.map(({ count, population }) => Math.log(Math.max(count, 0.5) / population));
  const n = logs.length;
  const mean = logs.reduce((sum, one) => sum + one, 0) / n;
  const variance = logs.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (n - 1);
  const centre = Math.exp(mean + variance / 2);
  const expected = missing.reduce((sum, { population }) => sum + centre * population, 0);
  // Units vary apart from one another; the doubt about the mean, and chance, come on top.
  const apart = missing.reduce(
    (sum, { population }) => sum + (centre * population) ** 2 * Math.expm1(variance),
    0,
  );
  const shared = expected ** 2 * Math.expm1(variance / n);
  const spread = Math.log1p((apart + shared + expected) / expected ** 2);
  const middle = Math.log(expected) - spread / 2;
  const t = studentQuantile(1 - (1 - LEVEL) / 2, n - 1);
  return {
    low: Math.floor(Math.exp(middle - t * Math.sqrt(spread))),
    middle: Math.round(Math.exp(middle)),
    high: Math.ceil(Math.exp(middle + t * Math.sqrt(spread))),
  };
}

function coverageOf(supplied: readonly Supplied[], size: number): CoverageTest {
  let held = 0;
  let tried = 0;
  for (const left of choices(supplied.length, size)) {
    const out = left.map((at) => supplied[at]).filter((one) => one !== undefined);
    const rest = supplied.filter((_, at) => !left.includes(at));
    const stated = out.reduce((sum, { count }) => sum + count, 0);
    const { low, high } = predict(rest, out);
    if (stated >= low && stated <= high) held += 1;
    tried += 1;
  }
  return { size, held, tried, share: held / tried };
}

/** Every way to take `size` of `all`; where there are too many, every k-th of them, the same ones each time. */
export function choices(all: number, size: number): readonly (readonly number[])[] {
  const ways = waysTo(all, size);
  const step = Math.max(1, Math.ceil(ways / MOST_TRIED));
  const found: (readonly number[])[] = [];
  for (let rank = 0; rank < ways; rank += step) found.push(choiceAt(rank, all, size));
  return found;
}

function waysTo(all: number, size: number): number {
  let ways = 1;
  for (let k = 1; k <= size; k++) ways = (ways * (all - size + k)) / k;
  return Math.round(ways);
}

/** The choice at a place in the list of all of them, in order. */
function choiceAt(rank: number, all: number, size: number): readonly number[] {
  const chosen: number[] = [];
  let left = rank;
  for (let at = 0; chosen.length < size; at++) {
    const ways = waysTo(all - at - 1, size - chosen.length - 1);
    if (left < ways) chosen.push(at);
    else left -= ways;
  }
  return chosen;
}
