/**
 * From the records that were read to the force: how complete and how correct the flag is, how many are still missed, each with an
 * interval of 95 %. In each stratum the bounds are exact; sums take the bounds of their strata together (MOVER), which keeps them
 * honest where nothing was found in any. What a reader could not tell counts as either.
 */
import { hypergeometric } from './exact-bounds.ts';
import type { Stratum } from './strata.ts';

export type ReadStratum = Stratum & {
  /** Records in the extract. */
  readonly records: number;
  /** Of those read: online, not online, and those the reader could not tell. */
  readonly online: number;
  readonly offline: number;
  readonly untold: number;
};

export type Estimate = {
  /** Null where nothing can be said, because nothing of it was read or there is none. */
  readonly value: number | null;
  readonly low: number;
  readonly high: number;
};

export type Accuracy = {
  readonly records: number;
  readonly read: number;
  /** Records committed online. */
  readonly online: Estimate;
  /** Of the records committed online, the share that bear the flag. */
  readonly completeness: Estimate;
  /** Of the records that bear the flag, the share committed online. */
  readonly correctness: Estimate;
  /** Records committed online that bear no flag. */
  readonly missed: Estimate;
  /** Of those, the ones that the rules would not flag: what acting on the rules leaves. */
  readonly leftByRules: Estimate;
  /** The share of records online among those without flag that the rules leave alone (elusion). */
  readonly elusion: Estimate;
  /** Records that bear the flag and were not committed online. */
  readonly unsupported: Estimate;
};

export const RISK = 0.05;

type Part = { readonly value: number; readonly low: number; readonly high: number };

/** The number of records online in one stratum. */
export function partOf(stratum: ReadStratum, risk: number = RISK): Part {
  const { records, online, offline, untold } = stratum;
  const sample = online + offline + untold;
  const low = hypergeometric(online, sample, records, risk).low;
  const high = hypergeometric(online + untold, sample, records, risk).high;
  const known = online + offline;
  // Nothing read: the middle of what is possible, with everything possible as its bounds.
  const value = known === 0 ? (low + high) / 2 : Math.min(high, Math.max(low, (records * online) / known));
  return { value, low, high };
}

/** A sum of strata, each taken `by` a factor; below zero turns its bounds round. */
function sum(parts: readonly (readonly [Part, number])[]): Part {
  let value = 0;
  let below = 0;
  let above = 0;
  for (const [part, by] of parts) {
    value += by * part.value;
    const down = by >= 0 ? part.value - part.low : part.high - part.value;
    const up = by >= 0 ? part.high - part.value : part.value - part.low;
    below += (by * down) ** 2;
    above += (by * up) ** 2;
  }
  return { value, low: value - Math.sqrt(below), high: value + Math.sqrt(above) };
}

export function accuracyOf(strata: readonly ReadStratum[]): Accuracy {
  const parts = strata.map((stratum) => ({ stratum, part: partOf(stratum) }));
  const count = (which: (stratum: ReadStratum) => boolean): Estimate => {
    const chosen = parts.filter(({ stratum }) => which(stratum));
    const records = chosen.reduce((all, { stratum }) => all + stratum.records, 0);
    return within(sum(chosen.map(({ part }) => [part, 1])), 0, records);
  };
  const records = strata.reduce((all, one) => all + one.records, 0);
  const flaggedRecords = strata.reduce((all, one) => all + (one.flagged ? one.records : 0), 0);
  const leftRecords = strata.reduce((all, one) => all + (isLeft(one) ? one.records : 0), 0);
  const flagged = count((one) => one.flagged);
  const left = count(isLeft);
  return {
    records,
    read: strata.reduce((all, one) => all + one.online + one.offline + one.untold, 0),
    online: count(() => true),
    completeness: completeness(parts),
    correctness: shareOf(flagged, flaggedRecords),
    missed: count((one) => !one.flagged),
    leftByRules: left,
    elusion: shareOf(left, leftRecords),
    unsupported: {
      value: flagged.value === null ? null : flaggedRecords - flagged.value,
      low: flaggedRecords - flagged.high,
      high: flaggedRecords - flagged.low,
    },
  };
}

/** Without a flag, and nothing the rules say would bring one: not even to a person's desk. */
function isLeft(stratum: Stratum): boolean {
  return !stratum.flagged && stratum.decision === 'no-flag';
}

function within({ value, low, high }: Part, least: number, most: number): Estimate {
  if (most === 0) return { value: 0, low: 0, high: 0 };
  return { value, low: Math.max(least, low), high: Math.min(most, high) };
}

function shareOf({ value, low, high }: Estimate, whole: number): Estimate {
  if (whole === 0) return { value: null, low: 0, high: 1 };
  return { value: value === null ? null : value / whole, low: low / whole, high: high / whole };
}

/**
 * Flagged and online over online. A share c is possible where (1 - c) of the flagged less c of the others may be zero: the same sum of
 * strata as above, so the interval is found by asking for each c.
 */
function completeness(parts: readonly { readonly stratum: ReadStratum; readonly part: Part }[]): Estimate {
  const differ = (share: number) =>
    sum(parts.map(({ stratum, part }) => [part, stratum.flagged ? 1 - share : -share]));
  const flagged = parts.reduce((all, { stratum, part }) => all + (stratum.flagged ? part.value : 0), 0);
  const all = parts.reduce((sumOf, { part }) => sumOf + part.value, 0);
  // The sum falls as the share grows: its upper bound reaches zero at the highest share that is possible, its lower at the least.
  const reaches = (bound: 'low' | 'high'): number => {
    let [from, to] = [0, 1];
    for (let step = 0; step < 60; step++) {
      const middle = (from + to) / 2;
      if (differ(middle)[bound] >= 0) from = middle;
      else to = middle;
    }
    return from;
  };
  if (parts.length === 0 || all === 0) return { value: null, low: 0, high: 1 };
  return { value: flagged / all, low: reaches('low'), high: reaches('high') };
}
