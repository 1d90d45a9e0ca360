/**
 * The only door from a count to something publishable. A `Released` value carries a symbol that this file alone knows,
 * so an object literal of the right shape is a type error anywhere else, and `publish` accepts nothing else.
 */
import type { Count } from '#count/count.ts';
import { toWritten } from '#count/count.ts';

const door: unique symbol = Symbol('released by disclosure');

export type ReleasedValue =
  /** May be shown: exact when low equals high, else a range; high is null when no upper bound is known. */
  | { readonly status: 'published'; readonly low: number; readonly high: number | null }
  /**
   * Known to us and kept back to protect the people counted: shown as `[c]`. Where a release tells safe ranges, the range that
   * subtraction leaves of it stands beside.
   */
  | { readonly status: 'withheld'; readonly range?: { readonly low: number; readonly high: number } }
  /** Nobody gave us this number: shown as `[x]`. Not zero. */
  | { readonly status: 'not-available' };

export type Released = { readonly [door]: true; readonly value: ReleasedValue };

/** Used by `protect.ts` alone, after its own audit has passed; a house test holds that. */
export function openDoor(value: Count | { readonly withheld: Count | null } | 'not-available'): Released {
  if (value === 'not-available') return { [door]: true, value: { status: value } };
  if ('withheld' in value) {
    const { withheld: range } = value;
    return { [door]: true, value: range === null ? { status: 'withheld' } : { status: 'withheld', range } };
  }
  return { [door]: true, value: { status: 'published', ...toWritten(value) } };
}

/**
 * A released number spread over days, rounded to `decimals`: of a range, the low down and the high up. It says nothing
 * that the number does not say, so it needs no audit of its own.
 */
export function perDay({ value }: Released, days: number, decimals: number): Released {
  if (value.status !== 'published') return { [door]: true, value: { status: value.status } };
  const scale = 10 ** decimals;
  const isExact = value.low === value.high;
  const spread = (number: number, round: (number: number) => number) =>
    round((number / days) * scale) / scale;
  const low = spread(value.low, isExact ? Math.round : Math.floor);
  const high = value.high === null ? null : spread(value.high, isExact ? Math.round : Math.ceil);
  return { [door]: true, value: { status: 'published', low, high } };
}
