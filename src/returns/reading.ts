/** What reading one return yields. The JSON of it is a promise to other programs: see `docs/method/reading.md`. */
import type { Count, WrittenCount } from '#count/count.ts';
import type { Finding } from '#finding/finding.ts';
import type { Place } from './document.ts';

export type Outcome =
  | 'full'
  | 'partial'
  | 'refused'
  | 'not-held'
  | 'flag-not-used'
  | 'clarification'
  | 'lost'
  | 'empty';

/** The dimensions an observation may be broken down by; null means all. */
export type Dimensions = {
  readonly age: string | null;
  readonly sex: string | null;
  readonly offence: string | null;
  readonly platform: string | null;
};

export type Observation = Dimensions & {
  /** Id of a measure of the collection. */
  readonly measure: string;
  /** Inclusive dates, `2015-04-01/2016-03-31`. */
  readonly period: string;
  readonly count: Count;
  readonly at: Place;
};

export type Reading = {
  /** GSS code; null when neither the caller nor the file says. */
  readonly force: string | null;
  readonly outcome: Outcome;
  readonly exemptions: readonly string[];
  readonly observations: readonly Observation[];
  readonly findings: readonly Finding[];
};

export type WrittenObservation = Dimensions & {
  readonly measure: string;
  readonly period: string;
  readonly at: Place;
} & WrittenCount;
