/**
 * What a set of sums says about the numbers in it. Given what is known of each number and which number is the sum of
 * which others, finds the tightest whole-number bounds that follow by carrying bounds through each sum until nothing
 * changes. A bound is only ever moved inwards, and keeps the sum it came from. Sums that cannot all be true are
 * reported, never thrown, and never used: the numbers in them stay as they were.
 */
import type { Count } from './count.ts';
import { unknown } from './count.ts';

/** `whole` is the sum of `parts`, each taken once. Ids of sums are unique; a number is named by any text. */
export type Sum = {
  readonly id: string;
  readonly whole: string;
  readonly parts: readonly string[];
};

/** Which sum moved each bound last; absent where the bound stands as it was given. */
export type Reason = { readonly low?: string; readonly high?: string };

/** The sum that cannot be true with the rest, and the number it leaves no value for. */
export type Contradiction = { readonly sum: string; readonly number: string };

export type Tightened = {
  readonly counts: ReadonlyMap<string, Count>;
  readonly reasons: ReadonlyMap<string, Reason>;
  readonly contradictions: readonly Contradiction[];
};

/**
 * Sums defined in a circle, or two that differ by a little on the same large numbers, move bounds one step at a time.
 * Real tables settle in fewer than ten rounds; what has not settled after this many is reported as a contradiction.
 */
const ROUNDS = 20_000;

/** A number that stands in a sum but not in `known` starts as unknown. The order of `sums` makes no difference. */
export function tighten(known: ReadonlyMap<string, Count>, sums: Iterable<Sum>): Tightened {
  const ordered = [...sums].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const counts = new Map(known);
  const reasons = new Map<string, Reason>();
  const contradictions: Contradiction[] = [];
  const touching = sumsByNumber(ordered);
  const dropped = new Set<Sum>();

  let waiting = new Set(ordered);
  for (let round = 0; waiting.size > 0; round++) {
    const touched = new Set<Sum>();
    for (const sum of waiting) {
      const moves = round < ROUNDS ? movesOf(sum, counts) : { number: sum.whole };
      if ('number' in moves) {
        dropped.add(sum);
        contradictions.push({ sum: sum.id, number: moves.number });
        continue;
      }
      for (const { number, count, reason } of moves) {
        counts.set(number, count);
        reasons.set(number, { ...reasons.get(number), ...reason });
        for (const other of touching.get(number) ?? []) touched.add(other);
      }
    }
    waiting = new Set(ordered.filter((sum) => touched.has(sum) && !dropped.has(sum)));
  }
  return { counts, reasons, contradictions };
}

function sumsByNumber(sums: readonly Sum[]): ReadonlyMap<string, readonly Sum[]> {
  const touching = new Map<string, Sum[]>();
  for (const sum of sums) {
    for (const number of [sum.whole, ...sum.parts]) {
      const list = touching.get(number);
      if (list === undefined) touching.set(number, [sum]);
      else list.push(sum);
    }
  }
  return touching;
}

type Move = { readonly number: string; readonly count: Count; readonly reason: Reason };

/** The bounds one sum moves, or the number for which it leaves no value. */
function movesOf(
  sum: Sum,
  counts: ReadonlyMap<string, Count>,
): readonly Move[] | { readonly number: string } {
  const whole = counts.get(sum.whole) ?? unknown;
  const parts = sum.parts.map((part) => ({ number: part, count: counts.get(part) ?? unknown }));
  let low = 0;
  let high = 0;
  let open = 0;
  for (const { count } of parts) {
    low += count.low;
    if (count.high === Number.POSITIVE_INFINITY) open += 1;
    else high += count.high;
  }
  const moves: Move[] = [];
  /** Narrows one number to what the sum allows; false when it allows nothing. */
  const narrow = (number: string, was: Count, least: number, most: number): boolean => {
    const count = { low: Math.max(was.low, least), high: Math.min(was.high, most) };
    if (count.low > count.high) return false;
    const lower = count.low > was.low ? { low: sum.id } : {};
    const upper = count.high < was.high ? { high: sum.id } : {};
    if (count.low > was.low || count.high < was.high) {
      moves.push({ number, count, reason: { ...lower, ...upper } });
    }
    return true;
  };
  if (!narrow(sum.whole, whole, low, open > 0 ? Number.POSITIVE_INFINITY : high))
    return { number: sum.whole };
  for (const { number, count } of parts) {
    const isOpen = count.high === Number.POSITIVE_INFINITY;
    const othersOpen = isOpen ? open - 1 : open;
    const othersHigh = isOpen ? high : high - count.high;
    const least = othersOpen > 0 ? 0 : whole.low - othersHigh;
    const most = whole.high - (low - count.low);
    if (!narrow(number, count, least, most)) return { number };
  }
  return moves;
}
