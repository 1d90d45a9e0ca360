/**
 * Exact bounds for a share seen in a sample: the hypergeometric where the sample is a part of a known whole, by summing its tails; the
 * Clopper-Pearson bounds are its limit for a whole without end. Slow and plain: wholes here have some thousands of records.
 */

const LOGS: number[] = [0, 0];

/** Natural logarithm of n!. */
function logFactorial(n: number): number {
  for (let at = LOGS.length; at <= n; at++) LOGS[at] = (LOGS[at - 1] as number) + Math.log(at);
  return LOGS[n] as number;
}

function logChoose(n: number, k: number): number {
  return k < 0 || k > n ? Number.NEGATIVE_INFINITY : logFactorial(n) - logFactorial(k) - logFactorial(n - k);
}

/** The chance of `hits` or fewer among `sample` drawn from `whole`, of which `marked` are hits. */
function atMost(hits: number, whole: number, marked: number, sample: number): number {
  const all = logChoose(whole, sample);
  let sum = 0;
  for (let k = Math.max(0, sample - (whole - marked)); k <= hits; k++) {
    sum += Math.exp(logChoose(marked, k) + logChoose(whole - marked, sample - k) - all);
  }
  return Math.min(1, sum);
}

export type Bounds = { readonly low: number; readonly high: number };

/**
 * How many of `whole` are hits, when a simple random sample of `sample` has `hits`: every number that would give so few, or so many,
 * with a chance of `risk / 2` or more. A whole read to its end is known exactly.
 */
export function hypergeometric(hits: number, sample: number, whole: number, risk: number): Bounds {
  if (sample === 0) return { low: 0, high: whole };
  const least = hits;
  const most = whole - (sample - hits);
  // Fewer marked make `hits` or more less likely: the least number for which that is not below risk / 2.
  const low = firstFrom(least, most, (marked) => 1 - atMost(hits - 1, whole, marked, sample) >= risk / 2);
  const high = lastFrom(low, most, (marked) => atMost(hits, whole, marked, sample) >= risk / 2);
  return { low, high };
}

function firstFrom(low: number, high: number, holds: (n: number) => boolean): number {
  let [from, to] = [low, high];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (holds(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}

function lastFrom(low: number, high: number, holds: (n: number) => boolean): number {
  let [from, to] = [low, high];
  while (from < to) {
    const middle = Math.ceil((from + to) / 2);
    if (holds(middle)) from = middle;
    else to = middle - 1;
  }
  return from;
}
