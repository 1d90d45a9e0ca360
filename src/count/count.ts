/**
 * A count is what is known of a number of offences or victims: a whole number between `low` and `high`, both included.
 * Exact when the two are equal; `high` is Infinity when no upper bound is known. There is no "missing" count: a number
 * that nobody stated is the widest count, `unknown`, and never zero.
 */
export type Count = {
  readonly low: number;
  readonly high: number;
};

/** How a count is written to JSON: `high` is null when no upper bound is known. */
export type WrittenCount = { readonly low: number; readonly high: number | null };

/** A count from `low` to `high`, whole and not negative. Throws on anything else: such a count is our bug, not data. */
export function between(low: number, high: number): Count {
  const whole =
    Number.isSafeInteger(low) && (Number.isSafeInteger(high) || high === Number.POSITIVE_INFINITY);
  if (!whole || low < 0 || high < low) {
    throw new Error(`not a count: ${low} to ${high}`);
  }
  return { low, high };
}

export function exact(value: number): Count {
  return between(value, value);
}

export function atLeast(low: number): Count {
  return between(low, Number.POSITIVE_INFINITY);
}

/** Nothing is known of this number but that it is a count. */
export const unknown: Count = { low: 0, high: Number.POSITIVE_INFINITY };

export function isExact(count: Count): boolean {
  return count.low === count.high;
}

export function isSame(a: Count, b: Count): boolean {
  return a.low === b.low && a.high === b.high;
}

export function add(a: Count, b: Count): Count {
  return { low: a.low + b.low, high: a.high + b.high };
}

/** The sum over all given; of none, exactly zero (the empty sum, not an unknown). */
export function sum(counts: Iterable<Count>): Count {
  let total = exact(0);
  for (const count of counts) total = add(total, count);
  return total;
}

/**
 * What is left of `whole` when `part`, known to be a part of it, is taken away. Null when the two contradict each
 * other: the part is certainly larger than the whole.
 */
export function without(whole: Count, part: Count): Count | null {
  if (part.low > whole.high) return null;
  const high = whole.high === Number.POSITIVE_INFINITY ? whole.high : whole.high - part.low;
  const low = part.high === Number.POSITIVE_INFINITY ? 0 : Math.max(0, whole.low - part.high);
  return { low, high };
}

/** What both statements allow of one number; null when they contradict each other. */
export function both(a: Count, b: Count): Count | null {
  const low = Math.max(a.low, b.low);
  const high = Math.min(a.high, b.high);
  return low <= high ? { low, high } : null;
}

/** Three-valued comparison: 'yes' and 'no' only when every allowed pair of values agrees. */
export function isMore(a: Count, b: Count): 'yes' | 'no' | 'cannot tell' {
  if (a.low > b.high) return 'yes';
  if (a.high <= b.low) return 'no';
  return 'cannot tell';
}

export function toWritten(count: Count): WrittenCount {
  return { low: count.low, high: count.high === Number.POSITIVE_INFINITY ? null : count.high };
}

export function fromWritten(written: WrittenCount): Count {
  return between(written.low, written.high ?? Number.POSITIVE_INFINITY);
}
