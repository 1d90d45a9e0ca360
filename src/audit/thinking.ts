/**
 * What the audit needs of a decider: the decision on a record, and what allows one decision to stand for many. The promise it
 * relies on, held by a law: where no word of a narrative may matter, all that a decision depends on is the fields, the era of
 * the day of recording, and whether the narrative is short.
 */
import type { Decision } from '#flag/decision.ts';
import type { CrimeRecord } from '#record/record.ts';

/** 2: a mention of a means. 1: a cue that some records are read for without any mention. 0: neither. */
export type WordWeight = 0 | 1 | 2;

export type Thinking = {
  readonly decide: (record: CrimeRecord) => Decision;
  /** What a word may be part of; a word is what stands between white space. */
  readonly weightOf: (word: string) => WordWeight;
  /** Whether words of weight 1 may change the decision on a record with these fields. */
  readonly heedsCues: (record: Pick<CrimeRecord, 'offenceCode' | 'offence' | 'locationType'>) => boolean;
  /** ISO days at which a decision may change though nothing else does, in order. */
  readonly eras: readonly string[];
  /** Words from which on a narrative is no longer short. */
  readonly sparseBelow: number;
};

/** Which era a day lies in; a day that is not known is an era of its own. */
export function eraOf(thinking: Pick<Thinking, 'eras'>, recordedOn: string | null): number {
  return recordedOn === null ? -1 : thinking.eras.filter((day) => day <= recordedOn).length;
}
