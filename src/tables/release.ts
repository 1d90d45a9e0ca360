/**
 * A release as everything downstream sees it: released figures with their words, coverage and origins. Nothing in here
 * holds an unprotected count: a figure's number is a `Released`, which only `disclosure` can make.
 */

import type { ShownPart } from '#disclosure/mask.ts';
import type { Released } from '#disclosure/released.ts';
import type { Breakdown, Coverage, Method } from '#figures/figure.ts';
import type { Finding } from '#finding/finding.ts';
import type { Comparison } from './comparison.ts';
import type { ReleasedSeries } from './released-series.ts';

export type { Breakdown, Coverage, Method, ShownPart };

export type AreaKind = 'country' | 'region' | 'force';

export type Area = {
  /** GSS code where one exists (`E23000021`, `E12000004`, `K04000001`); `btp` for British Transport Police. */
  readonly code: string;
  readonly kind: AreaKind;
  /** `Leicestershire Police`, `East Midlands`, `England and Wales`. */
  readonly name: string;
  /** For a force the area it polices: `Leicestershire`. Same as name otherwise. */
  readonly short: string;
  /** Last part of the page's path: `leicestershire` for `force/leicestershire/`. */
  readonly slug: string;
  /** Codes of the forces in it; a force holds itself. */
  readonly forces: readonly string[];
  /** Code of the region a force stands in; null for the country, a region, and British Transport Police. */
  readonly region: string | null;
};

/** Where a number was read. The page of an origin shows `shown`, in which every number that is not released is masked. */
export type Origin = {
  /** Stable and url-safe: the last part of `origin/<id>/`. */
  readonly id: string;
  readonly kind: 'return' | 'published-statement';
  /** Path below the collection folder. */
  readonly file: string;
  readonly sha256: string;
  /** `Leicestershire answer.xlsx#Q1!B5`. */
  readonly at: string;
  /** Code of the force that sent the file; null for a published statement. */
  readonly force: string | null;
  /** Web address of the published source, where there is one. */
  readonly url: string | null;
  /** The row or sentence around the number, already masked by `disclosure`. */
  readonly shown: OriginShown;
  /** The provenance line that the file itself carries (reconstructed sample, practice data); null when none. */
  readonly declares: string | null;
};

export type OriginShown =
  | { readonly kind: 'sentence'; readonly parts: readonly ShownPart[] }
  | { readonly kind: 'row'; readonly headers: readonly string[]; readonly cells: readonly ShownPart[] };

export type ReleasedFigure = {
  /** Stable: area, measure, period, breakdown, method. */
  readonly id: string;
  /** Code of the area; for a figure about several forces together, the codes in `group`. */
  readonly area: string;
  /** Set when the figure is about some forces of the area together: `Derbyshire, Lincolnshire and Nottinghamshire`. */
  readonly group: {
    readonly label: string;
    readonly forces: readonly string[];
    readonly unnamed: number;
  } | null;
  readonly measure: string;
  readonly unit: 'offences' | 'victims' | 'offences a day';
  /** Inclusive dates. */
  readonly period: string;
  readonly breakdown: Breakdown | null;
  readonly method: Method;
  readonly number: Released;
  /** For method 'rate': decimal places to print. */
  readonly decimals: number;
  /** One plain sentence that says what the number is, with the number in it; `[c]` when withheld. */
  readonly sentence: string;
  readonly coverage: Coverage;
  /** The release in which the figure was first stated by its source: `2016-06`. Null when ours. */
  readonly vintage: string | null;
  /** Ids of origins, in order of weight. */
  readonly origins: readonly string[];
  /** Ids of the figures it was worked out from. */
  readonly from: readonly string[];
  /** Recorded doubts, in full sentences; they stand wherever the figure stands. */
  readonly doubts: readonly string[];
};

/** One row of the published tables; every cell is a figure. */
export type ReleasedTable = {
  readonly id: string;
  readonly title: string;
  /** Sentences printed under the title and in the data file's description. */
  readonly notes: readonly string[];
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly label: string;
    readonly area: string;
    readonly figures: readonly (string | null)[];
  }[];
};

export type RequestState =
  | 'answered'
  | 'refused'
  | 'no-reply'
  | 'unknown'
  | 'partial'
  | 'not-held'
  | 'flag-not-used';

export type ForceRequest = {
  readonly force: string;
  readonly state: RequestState;
  /** Full sentences for the page: what is known of the answer and what is not public. */
  readonly sentences: readonly string[];
  /** Files of the return with their hashes; empty when no file is held. */
  readonly files: readonly { readonly file: string; readonly sha256: string }[];
};

export type Service = {
  readonly name: string;
  readonly whoFor: string;
  readonly phone: string;
  readonly url: string;
  /** 'national', or the code of the force or region it serves. */
  readonly area: string;
};

export type Release = {
  /** `flagged-2015-16-r1`. */
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly collection: string;
  /** Real: sourced figures. Practice: invented, and every page says so. */
  readonly standing: 'real' | 'practice';
  readonly standingSentence: string;
  readonly period: string;
  readonly threshold: number;
  readonly areas: readonly Area[];
  readonly figures: readonly ReleasedFigure[];
  readonly origins: readonly Origin[];
  readonly tables: readonly ReleasedTable[];
  readonly requests: readonly ForceRequest[];
  /** Findings that travel with the release; facts hold no small counts. */
  readonly findings: readonly {
    readonly finding: Finding;
    readonly force: string | null;
    readonly sentence: string;
  }[];
  /** What `disclosure` did: cells seen, published, withheld first and second, and that its audit disclosed none. */
  readonly audit: {
    readonly cells: number;
    readonly published: number;
    readonly primary: number;
    readonly secondary: number;
    readonly disclosed: 0;
    /**
     * How many values the audit leaves of the withheld number it comes closest to, and of the one it tells least of: null
     * where nothing bounds it. Null as a whole where nothing is withheld.
     */
    readonly derived: { readonly tightest: number | null; readonly widest: number | null } | null;
    /** The earlier releases that it was attacked together with, each by the hash of its manifest. */
    readonly earlier: readonly { readonly id: string; readonly sha256: string }[];
  };
  readonly services: readonly Service[];
  readonly sources: readonly { readonly label: string; readonly url: string }[];
  /** Figures beside the number of children; null where no year of children is near. */
  readonly comparison: Comparison | null;
  /** What others published over the years; null for practice data, beside which real figures would mislead. */
  readonly series: ReleasedSeries | null;
};
