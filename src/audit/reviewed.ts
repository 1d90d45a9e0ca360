/**
 * What a filled-in sample says of each stratum. The records of a stratum are read in the order drawn; where reading stopped, those read
 * so far are a sample by themselves. A record passed over before one that was read is taken for one the reader could not tell.
 */
import type { ReadStratum } from './estimate.ts';
import type { Stood } from './recalibrate.ts';
import type { Counted } from './strata.ts';

export type Answer = 'flag' | 'no flag' | 'cannot tell' | null;

export type ReadRecord = {
  readonly stratum: string;
  /** Place in the order drawn. */
  readonly order: number;
  readonly confidence: number;
  /** Null where nobody has answered. */
  readonly answer: Answer;
};

export type Reviewed = {
  readonly strata: readonly ReadStratum[];
  /** Records passed over, which count as either. */
  readonly passedOver: number;
  readonly unread: number;
};

export function reviewedOf(strata: readonly Counted[], records: readonly ReadRecord[]): Reviewed {
  let passedOver = 0;
  let unread = 0;
  const read = strata.map((stratum) => {
    const own = records.filter((one) => one.stratum === stratum.id).toSorted((a, b) => a.order - b.order);
    const last = own.findLastIndex((one) => one.answer !== null);
    const counted = own.slice(0, last + 1);
    unread += own.length - counted.length;
    const skipped = counted.filter((one) => one.answer === null).length;
    passedOver += skipped;
    const count = (answer: Answer) => counted.filter((one) => one.answer === answer).length;
    return {
      ...stratum,
      online: count('flag'),
      offline: count('no flag'),
      untold: count('cannot tell') + skipped,
    };
  });
  return { strata: read, passedOver, unread };
}

/** Records with a decision and an answer, each with the number of records it stands for. */
export function stoodOf(strata: readonly ReadStratum[], records: readonly ReadRecord[]): readonly Stood[] {
  const byId = new Map(strata.map((one) => [one.id, one]));
  return records.flatMap(({ stratum, confidence, answer }) => {
    const one = byId.get(stratum);
    if (one === undefined || one.decision === 'review' || answer === null || answer === 'cannot tell')
      return [];
    const weight = one.records / Math.max(1, one.online + one.offline);
    return [{ confidence, stood: (answer === 'flag') === (one.decision === 'flag'), weight }];
  });
}
