/**
 * A number as a document states it, before markers are given their bounds and before it is an observation: the value or
 * sign, what the labels around it say, and why it may not be an answer. Sums tie totals to their parts.
 */
import type { FindingCode } from '#finding/catalogue.ts';
import type { Facts } from '#finding/finding.ts';
import type { Period } from '#period/period.ts';
import type { Cell, Place } from './document.ts';
import type { Unit } from './words/lexicon.ts';
import type { Value } from './words/value-words.ts';

export type Stated = {
  /** Null for a blank position that has a row label and a heading. */
  readonly value: Value | null;
  readonly text: string;
  readonly at: Place;
  readonly age: string | null;
  readonly sex: string | null;
  readonly platform: string | null;
  readonly offence: {
    readonly code: string | null;
    readonly title: string;
    readonly isUnknown?: true;
  } | null;
  readonly unit: Unit | null;
  /** The unit stands in the number's own labels or clause, not only in the caption around it. */
  readonly ownUnit: boolean;
  /** Id of a measure of the collection, where a person decided it. */
  readonly measure?: string;
  /** Null when nothing near the number says a period. */
  readonly period: Period | null;
  /** Number of the question it stands under, where the document numbers them. */
  readonly question: number | null;
  /** Set when the number is not to become an observation, and what to report instead, if anything. */
  readonly not: {
    readonly why: string;
    readonly finding: { readonly code: FindingCode; readonly facts: Facts } | null;
  } | null;
  /** Words of its sentence that were not understood, where it is read as an answer all the same. */
  readonly unsure?: readonly string[];
  /** Kept as stated, and told with this finding where it becomes an observation. */
  readonly doubt?: { readonly code: FindingCode; readonly facts: Facts };
  /** Labels as written, for findings: `Male, 11 and under`. */
  readonly labels: string;
  /** The number is a total over one of the lines of its table. */
  readonly isTotal: boolean;
  /** One block of numbers: a table, a list. */
  readonly block: string;
  /** Where it was read from cells: its own, and those that label it or were counted. For showing the page. */
  readonly cells?: { readonly own: Cell | null; readonly around: readonly Cell[] };
};

/** `whole` is the total of `parts`; positions in the same list of stated numbers. */
export type Sum = { readonly whole: number; readonly parts: readonly number[]; readonly over: string };

export type StatedBlock = { readonly stated: readonly Stated[]; readonly sums: readonly Sum[] };

/** A place that is told of and states no number. */
export function toldOnly(at: string, labels: string, not: NonNullable<Stated['not']>): Stated {
  return {
    value: null,
    text: '',
    at,
    age: null,
    sex: null,
    platform: null,
    offence: null,
    unit: null,
    ownUnit: false,
    period: null,
    question: null,
    not,
    labels,
    isTotal: false,
    block: at,
  };
}
