/**
 * The numbers of a bulletin's chart: for a force and for the country what was published year by year, each with its
 * release; for a region the forces of it that have a number of their own. Null where there is nothing to draw. Only exact
 * numbers that may be shown are drawn; the years and forces without one are not rows.
 */
import { FLAG_MEASURE } from '#tables/measures.ts';
import { releaseText, statementText } from '../site/statement.view.ts';
import { capital, inSentence, periodText } from '../wording/names.ts';
import { exactValue, numberText } from '../wording/number-words.ts';
import type { Setting } from './bulletin.ts';

export type ChartRow = {
  readonly label: string;
  readonly number: string;
  readonly value: number;
  /** `release of June 2017`; empty for numbers of this release. */
  readonly remark: string;
};

export type ChartRows = {
  readonly kind: 'years' | 'forces' | 'ages';
  readonly caption: string;
  readonly note: string;
  readonly heads: readonly [label: string, number: string];
  readonly rows: readonly ChartRow[];
};

export function chartRows(setting: Setting): ChartRows | null {
  const { area } = setting;
  const found = area.kind === 'region' ? byForce(setting) : (byYear(setting) ?? byAge(setting));
  return found !== null && found.rows.length > 0 ? found : null;
}

/** No line and no word of a trend: the years come from releases over other forces, or on other bases. */
function byYear(setting: Setting): ChartRows | null {
  const { area, index, subject } = setting;
  const { series } = index;
  if (series === null || !subject.isFlag) return null;
  const rows = series.totals(area.code, FLAG_MEASURE).flatMap((cell): ChartRow[] => {
    const used = cell.used === null ? null : series.statement(cell.used);
    const value = used === null ? null : series.value(used.id);
    if (used === null || value === null) return [];
    const forces = used.forces === null || area.kind === 'force' ? '' : `, ${used.forces} forces`;
    return [
      {
        label: cell.periodLabel,
        number: statementText(used, cell.unit),
        value,
        remark: `${used.release === null ? 'a page without a date' : `release of ${releaseText(used)}`}${forces}${firstText(cell.first, setting)}`,
      },
    ];
  });
  return rows.length === 0
    ? null
    : {
        kind: 'years',
        caption: `${capital(subject.many)}, ${inSentence(area)}, as others published them year by year`,
        note: 'Each number is of its own release. Releases differ in the forces they cover and in how those recorded, so the years are not a trend.',
        heads: ['Year', 'Offences'],
        rows,
      };
}

/** A year that was restated says so where its number is drawn. */
function firstText(id: string | null, { index }: Setting): string {
  const first = id === null ? null : index.series?.statement(id);
  return first ? `; first published as ${statementText(first, 'offences')} (${releaseText(first)})` : '';
}

function byForce({ area, index, subject }: Setting): ChartRows {
  const rows = area.forces
    .map((code) => index.area(code))
    .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))
    .flatMap((force): ChartRow[] => {
      const figure = index.headline(force.code);
      const value = figure === null ? null : exactValue(figure.number);
      return figure === null || value === null
        ? []
        : [{ label: force.short, number: numberText(figure.number), value, remark: '' }];
    });
  return {
    kind: 'forces',
    caption: `${capital(subject.many)} by force, ${inSentence(area)}, ${periodText(index.release.period)}`,
    note: `${rows.length === area.forces.length ? '' : 'Forces without a number of their own are not drawn, which does not mean none. '}The order is by name and is no ranking.`,
    heads: ['Force', 'Offences'],
    rows,
  };
}

function byAge({ area, index }: Setting): ChartRows {
  const rows = index.figuresOf(area.code).flatMap((figure): ChartRow[] => {
    const value = exactValue(figure.number);
    const isAge =
      figure.breakdown?.dimension === 'age' && figure.unit === 'victims' && figure.method !== 'sum';
    return !isAge || value === null || figure.breakdown === null
      ? []
      : [{ label: capital(figure.breakdown.label), number: numberText(figure.number), value, remark: '' }];
  });
  return {
    kind: 'ages',
    caption: `Victims by age, as far as published, ${inSentence(area)}, ${periodText(index.release.period)}`,
    note: 'Ages that are not drawn were not published or are withheld, which does not mean none.',
    heads: ['Age', 'Victims'],
    rows,
  };
}
