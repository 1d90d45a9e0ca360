/**
 * Figures that others published over the years, as a release shows them: every statement with its source and its release,
 * which one is used and why, what changed from one release to the next, and where sources contradict each other. A count
 * is a `Released`, as everywhere; percentages are kept as printed. No number here is ours but the sums over matched forces.
 */
import type { Released } from '#disclosure/released.ts';

export type Grade = 'exact' | 'approximate' | 'doubtful' | 'partial' | 'proxy';

export type SeriesStatement = {
  /** Stable within a release: `s27`, for the line of the register. */
  readonly id: string;
  /** A count; null for a percentage or an average, which is in `printed`. */
  readonly number: Released | null;
  readonly printed: number | null;
  readonly grade: Grade;
  /** Month of the statement; null where the page is not dated. */
  readonly release: string | null;
  readonly forces: number | null;
  readonly sourceUrl: string;
  /** Where the page stands: `bbc.co.uk`. */
  readonly host: string;
  /** What is noted of it, as far as it may be told. */
  readonly note: string;
};

export type SeriesArea = {
  readonly type: 'force' | 'region' | 'country' | 'uk';
  /** Code of an area of the release; null where the source's area is none of ours. */
  readonly code: string | null;
  readonly name: string;
};

export type ReleasedCell = {
  readonly id: string;
  readonly measure: string;
  /** As the register writes it; `periodLabel` is for people. */
  readonly period: string;
  readonly periodLabel: string;
  readonly kind: 'year' | 'calendar-year' | 'part' | 'years';
  readonly from: string;
  readonly area: SeriesArea;
  readonly dimension: string;
  readonly category: string;
  readonly unit: string;
  readonly statements: readonly SeriesStatement[];
  /** Ids of statements; null where none is used, or where the first is no other number. */
  readonly used: string | null;
  readonly first: string | null;
  readonly why: string;
  readonly isContested: boolean;
};

export type ReleasedChange = {
  readonly measure: string;
  readonly code: string;
  readonly from: string;
  readonly to: string;
  /** Ids of statements, both of one release. */
  readonly before: string;
  readonly after: string;
  readonly firstBefore: string | null;
  readonly printed: readonly string[];
};

export type ReleasedMatch = {
  readonly measure: string;
  readonly from: string;
  readonly to: string;
  readonly release: string;
  readonly forces: readonly string[];
  readonly before: Released;
  readonly after: Released;
  readonly raw: { readonly before: string; readonly after: string } | null;
};

export type ReleasedFlagUse = {
  readonly code: string;
  readonly period: string;
  readonly flagged: string;
  readonly communication: string;
  readonly isShort: boolean;
};

export type SeriesMeasure = {
  readonly id: string;
  /** Last part of its page's path. */
  readonly slug: string;
  readonly title: string;
  /** A word or two for headings of columns. */
  readonly short: string;
  readonly scope: string;
};

export type ReleasedSeries = {
  /** Statements of the register that are not told, because they describe one child or could give a small count away. */
  readonly leftOut: number;
  /** What became of the counts among them at the door, and that the audit found none given away. */
  readonly audit: { readonly cells: number; readonly withheld: number; readonly disclosed: 0 };
  readonly measures: readonly SeriesMeasure[];
  readonly cells: readonly ReleasedCell[];
  readonly changes: readonly ReleasedChange[];
  readonly matched: readonly ReleasedMatch[];
  readonly flagUse: readonly ReleasedFlagUse[];
  readonly contradictions: readonly {
    readonly id: string;
    readonly measure: string;
    readonly period: string;
    readonly code: string | null;
    readonly kind: string;
    readonly says: string;
    readonly means: string;
    readonly used: number | null;
  }[];
  readonly breaks: readonly {
    readonly day: string;
    readonly measure: string;
    readonly title: string;
    readonly text: string;
    readonly source: string;
  }[];
};
