/**
 * A figure is one number about one area and period with everything that must travel with it: how it was come by, which
 * forces stand behind it, where it was read, what it was worked out from, and the doubts recorded against it. Figures are
 * not protected: nothing outside `disclosure` may show their counts.
 */
import type { Count } from '#count/count.ts';

export type Method =
  /** The force stated this number. */
  | 'stated'
  /** Somebody published this number at the time. */
  | 'published'
  /** Added up by us over the forces known. */
  | 'sum'
  /** A stated whole less the stated parts. */
  | 'difference'
  /** A range that follows from sums which contain this number. */
  | 'bounds'
  /** A published total over the days of the period. */
  | 'rate';

export type Coverage = {
  /** How many forces stand behind the figure. */
  readonly included: number;
  readonly asked: number;
  /** Codes of the forces included, where they are known. */
  readonly includedForces: readonly string[];
  /** How many of the included are not named by any source. */
  readonly includedUnnamed: number;
  readonly missing: readonly { readonly force: string; readonly why: string }[];
  /** One plain sentence: who is in it, who is not, what is not public. */
  readonly sentence: string;
};

export type Breakdown = {
  readonly dimension: 'age' | 'sex' | 'offence' | 'platform';
  /** As in the contract: `13`, `0-9`, `71/17`, `rape`. */
  readonly category: string;
  /** For people: `aged 13`, `aged under 10`. */
  readonly label: string;
};

export type Group = {
  readonly label: string;
  readonly forces: readonly string[];
  readonly unnamed: number;
};

/** Where a number was read: a place in a file of a return, or a line of the published statements. */
export type Source = {
  readonly kind: 'return' | 'published-statement';
  /** Code of the force that sent the file; null for a published statement. */
  readonly force: string | null;
  /** As the reader names it: `Leicestershire answer.xlsx#Q1!B5`, `published.csv#C2`. */
  readonly at: string;
  readonly url: string | null;
  readonly count: Count;
  readonly breakdown: Breakdown | null;
};

export type Figure = {
  /** Stable: area, measure, period, breakdown, method, group. */
  readonly id: string;
  readonly area: string;
  readonly group: Group | null;
  readonly measure: string;
  readonly unit: 'offences' | 'victims';
  readonly period: string;
  readonly breakdown: Breakdown | null;
  readonly method: Method;
  /** Id of the number it tells of. Two figures may tell of one number: a rate tells of the total it divides. */
  readonly number: string;
  readonly count: Count;
  /** For method `rate`: the days that the number is spread over; null for a count. */
  readonly days: number | null;
  readonly coverage: Coverage;
  readonly vintage: string | null;
  readonly sources: readonly Source[];
  /** Ids of the figures it was worked out from. */
  readonly from: readonly string[];
  /** As recorded, not yet checked for small counts. */
  readonly doubts: readonly string[];
};

/** The areas figures are about: the country, its regions, the forces asked. */
export type FigureArea = {
  readonly code: string;
  readonly kind: 'country' | 'region' | 'force';
  readonly name: string;
  readonly short: string;
  readonly forces: readonly string[];
  readonly region: string | null;
};
