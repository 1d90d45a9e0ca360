/**
 * The strata in which records are sampled for reading: what the rules decided, whether the flag is set, and the group of offences. So
 * each of them says something of its own, and the flags that are missed, unsupported or left are sums over whole strata.
 */
import type { Kind, Outcome } from './batch.ts';

export type Stratum = {
  readonly id: string;
  readonly decision: 'flag' | 'no-flag' | 'review';
  readonly flagged: boolean;
  readonly group: string;
};

export type Counted = Stratum & { readonly records: number };

/** Groups of offences that are read apart; all others are one. */
const GROUPS: ReadonlySet<string> = new Set(['86', '88A', '22B', '71']);

/** Null for what no sample is drawn from: out of scope, not decided, from before April 2015, or the flag not known. */
export function stratumOf(kind: Kind, { decision, standing }: Outcome): Stratum | null {
  if (decision === null || standing === null || standing === 'before-april-2015') return null;
  if (kind.scope === 'out' || kind.marked === 'unknown' || kind.marked === 'not-given') return null;
  const group = kind.offence === '71/17' ? '71/17' : GROUPS.has(kind.group) ? kind.group : 'other';
  const flagged = kind.marked === 'yes';
  return { id: `${decision}/${flagged ? 'flagged' : 'unflagged'}/${group}`, decision, flagged, group };
}

/** How likely a record of a stratum is online, before anything is read: only where to read most depends on it, never an estimate. */
const GUESS = {
  flag: { true: 0.97, false: 0.93 },
  review: { true: 0.75, false: 0.45 },
  'no-flag': { true: 0.4, false: 0.04 },
} as const;

export function guessOf({ decision, flagged }: Stratum): number {
  return GUESS[decision][`${flagged}`];
}

/**
 * How many to read in each stratum: in proportion to its size and to how unsure it is (Neyman), at least `least` and never more than
 * it has. The sizes add up to `total`, or to all there are.
 */
export function allocate(
  strata: readonly Counted[],
  total: number,
  least: number,
): ReadonlyMap<string, number> {
  const sizes = new Map(strata.map((one) => [one.id, Math.min(one.records, least)]));
  const used = () => [...sizes.values()].reduce((sum, size) => sum + size, 0);
  const weights = new Map(
    strata.map((one) => [one.id, one.records * Math.sqrt(guessOf(one) * (1 - guessOf(one)))]),
  );
  for (;;) {
    const open = strata.filter((one) => (sizes.get(one.id) ?? 0) < one.records);
    const left = total - used();
    if (left <= 0 || open.length === 0) break;
    const sum = open.reduce((all, one) => all + (weights.get(one.id) ?? 0), 0);
    let given = 0;
    for (const one of open) {
      const now = sizes.get(one.id) ?? 0;
      const share = Math.floor((left * (weights.get(one.id) ?? 0)) / sum);
      const more = Math.min(share, one.records - now);
      sizes.set(one.id, now + more);
      given += more;
    }
    if (given > 0) continue;
    // What is left is less than one each: one by one, to the heaviest.
    const [first] = open.toSorted((a, b) => (weights.get(b.id) ?? 0) - (weights.get(a.id) ?? 0));
    if (first === undefined) break;
    sizes.set(first.id, (sizes.get(first.id) ?? 0) + 1);
    weights.set(first.id, (weights.get(first.id) ?? 0) / 2);
  }
  return sizes;
}
