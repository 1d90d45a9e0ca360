/**
 * Gives every stated number its count. A bound keeps the sender's own limits; a star takes the sender's rule, or, without
 * one, what the totals stated with it leave; a blank is zero only where the sender says so or a total proves it.
 */
import { between, both, type Count, exact, isExact, sum as sumOf, unknown, without } from '#count/count.ts';
import { boundSign, type MarkerRules } from '../marker-rules.ts';
import type { Stated, Sum } from '../stated.ts';

export type Counted = {
  /** Null where no number may be read: a blank that proves nothing, "not held". */
  readonly count: Count | null;
  /** What is known of the position for checking sums, whether or not it may be read. */
  readonly bounds: Count;
  readonly hidden: boolean;
  readonly blank: boolean;
};

export function countAll(
  stated: readonly Stated[],
  sums: readonly Sum[],
  rules: MarkerRules,
): readonly Counted[] {
  const own = stated.map((one) => ownCount(one, rules));
  const touching = new Map<number, Sum[]>();
  for (const sum of sums) {
    for (const at of [sum.whole, ...sum.parts]) touching.set(at, [...(touching.get(at) ?? []), sum]);
  }
  return own.map((one, at): Counted => {
    const proved = (): Count => provedBy(at, touching.get(at) ?? [], own) ?? one.count;
    switch (one.kind) {
      case 'own':
        return { count: one.count, bounds: one.count, hidden: one.hidden, blank: false };
      case 'open':
        return { count: proved(), bounds: one.count, hidden: true, blank: false };
      case 'blank': {
        const count = proved();
        return {
          count: isExact(count) && count.low === 0 ? count : null,
          bounds: one.count,
          hidden: false,
          blank: true,
        };
      }
      case 'none':
        return { count: null, bounds: one.count, hidden: false, blank: false };
      default:
        return one.kind satisfies never;
    }
  });
}

/**
 * What the totals stated with a number leave for it: one step, from what the sender shows. Bounds that follow only by
 * going through other hidden numbers are worked out later, in `figures`, with their reasons. Null on a contradiction.
 */
function provedBy(at: number, sums: readonly Sum[], own: readonly Own[]): Count | null {
  let left: Count | null = own[at]?.count ?? unknown;
  for (const { whole, parts } of sums) {
    const of = (one: number): Count => own[one]?.count ?? unknown;
    const said: Count | null =
      whole === at
        ? sumOf(parts.map(of))
        : parts
            .filter((part) => part !== at)
            .reduce<Count | null>(
              (rest, part) => (rest === null ? null : without(rest, of(part))),
              of(whole),
            );
    if (said === null || left === null) return null;
    left = both(left, said);
  }
  return left;
}

type Own = {
  readonly kind: 'own' | 'open' | 'blank' | 'none';
  readonly count: Count;
  readonly hidden: boolean;
};

function ownCount(stated: Stated, rules: MarkerRules): Own {
  const { value } = stated;
  if (value === null) return blank(rules.blank);
  switch (value.kind) {
    case 'exact':
      return { kind: 'own', count: value.count, hidden: false };
    case 'bounded': {
      const rule = rules.masks.get(boundSign(value));
      if (rule !== undefined) return { kind: 'own', count: between(rule.low, rule.high), hidden: true };
      const low = value.mayBeZero && rules.zeroShown ? Math.max(1, value.low) : value.low;
      return { kind: 'own', count: between(Math.min(low, value.high), value.high), hidden: true };
    }
    case 'masked': {
      const sign = value.sign.toLowerCase();
      if (rules.absent.has(sign)) return { kind: 'none', count: unknown, hidden: false };
      const rule =
        rules.masks.get(/^\*+$/.test(sign) ? '*' : sign) ??
        rules.masks.get(`[${sign}]`) ??
        rules.masks.get('any');
      return rule === undefined
        ? { kind: 'open', count: unknown, hidden: true }
        : { kind: 'own', count: between(rule.low, rule.high), hidden: true };
    }
    case 'dash':
      return blank(rules.dash);
    case 'absent':
      return { kind: 'none', count: unknown, hidden: false };
    default:
      return value satisfies never;
  }
}

function blank(rule: MarkerRules['blank']): Own {
  if (rule === null) return { kind: 'blank', count: unknown, hidden: false };
  const count = rule.low === rule.high ? exact(rule.low) : between(rule.low, rule.high);
  return { kind: 'own', count, hidden: rule.low !== rule.high };
}
