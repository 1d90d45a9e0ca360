/**
 * What others published over the years, one statement of one source a line, with the release it comes from; where such
 * statements contradict each other; and the days on which what is counted changed. Statements are told, never added up.
 */
import { defect, oneOf, readFacts } from './facts.ts';
import { ownRegister } from './own-register.ts';

export const GRADES = ['exact', 'approximate', 'doubtful', 'partial', 'proxy'] as const;
export type Grade = (typeof GRADES)[number];

export const AREA_TYPES = ['force', 'region', 'country', 'uk'] as const;

export type PublishedFact = {
  readonly measure: string;
  /** As the register writes it: `2015/16`, `2017-04..2018-09`, `2015/16..2018/19`, `2013`. */
  readonly period: string;
  readonly areaType: (typeof AREA_TYPES)[number];
  /** As the source names it. */
  readonly area: string;
  /** Code of the area in the register; null where the source's area is no area of ours. */
  readonly code: string | null;
  readonly dimension: string;
  readonly category: string;
  readonly value: number;
  readonly unit: string;
  readonly forcesResponding: number | null;
  readonly forcesAsked: number | null;
  /** Month of the statement, `2016-06`; null where the page is not dated. */
  readonly release: string | null;
  readonly sourceUrl: string;
  readonly grade: Grade;
  readonly note: string;
  /** Line of the register. */
  readonly line: number;
};

export type Contradiction = {
  readonly id: string;
  readonly measure: string;
  readonly period: string;
  readonly code: string | null;
  readonly kind: string;
  readonly says: string;
  readonly means: string;
  readonly used: number | null;
};

export type SeriesBreak = {
  readonly day: string;
  readonly measure: string;
  readonly title: string;
  readonly text: string;
  readonly source: string;
};

const FIGURES = 'published-figures.csv';
const COLUMNS = [
  'measure',
  'period',
  'area_type',
  'area',
  'code',
  'dimension',
  'category',
  'value',
  'unit',
  'forces_responding',
  'forces_asked',
  'release',
  'source_url',
  'grade',
  'note',
] as const;

export function readPublishedFigures(dir: string = ownRegister): readonly PublishedFact[] {
  return readFacts(dir, FIGURES, COLUMNS).map((fact) => ({
    measure: fact.measure,
    period: fact.period,
    areaType: oneOf(fact.area_type, AREA_TYPES, FIGURES, fact.line),
    area: fact.area,
    code: fact.code === '' ? null : fact.code,
    dimension: fact.dimension,
    category: fact.category,
    value: numberOf(fact.value, fact.line),
    unit: fact.unit,
    forcesResponding: fact.forces_responding === '' ? null : numberOf(fact.forces_responding, fact.line),
    forcesAsked: fact.forces_asked === '' ? null : numberOf(fact.forces_asked, fact.line),
    release: fact.release === '' ? null : fact.release,
    sourceUrl: fact.source_url,
    grade: oneOf(fact.grade, GRADES, FIGURES, fact.line),
    note: fact.note,
    line: fact.line,
  }));
}

export function readContradictions(dir: string = ownRegister): readonly Contradiction[] {
  const columns = ['id', 'measure', 'period', 'code', 'kind', 'says', 'means', 'used', 'source'] as const;
  return readFacts(dir, 'published-contradictions.csv', columns).map((fact) => ({
    id: fact.id,
    measure: fact.measure,
    period: fact.period,
    code: fact.code === '' ? null : fact.code,
    kind: fact.kind,
    says: fact.says,
    means: fact.means,
    used: fact.used === '' ? null : numberOf(fact.used, fact.line),
  }));
}

export function readSeriesBreaks(dir: string = ownRegister): readonly SeriesBreak[] {
  return readFacts(dir, 'series-breaks.csv', ['day', 'measure', 'title', 'text', 'source']);
}

function numberOf(text: string, line: number): number {
  const value = Number(text);
  if (text === '' || !Number.isFinite(value)) throw defect(FIGURES, line, `"${text}" is no number`);
  return value;
}
