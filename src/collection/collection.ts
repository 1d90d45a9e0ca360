/** A collection is one thing asked of all forces for one period. Its file is `collection.yaml`; see `docs/method/asking.md`. */
export type Breakdown = 'age' | 'sex' | 'offence' | 'platform';

export type Measure = {
  readonly id: string;
  readonly title: string;
  readonly unit: 'offences' | 'victims';
  readonly breakdowns: readonly Breakdown[];
};

export type Collection = {
  readonly id: string;
  readonly title: string;
  readonly basis: 'foi' | 'statutory';
  /** Null when the date is not public. */
  readonly askedOn: string | null;
  /** Inclusive dates, `2015-04-01/2016-03-31`. */
  readonly period: string;
  /** Earlier periods also asked for. */
  readonly compare: readonly string[];
  readonly measures: readonly Measure[];
  readonly ageBands: readonly string[];
  readonly threshold: number;
  /** Whether a release prints safe ranges beside withheld numbers. */
  readonly ranges: boolean;
};
