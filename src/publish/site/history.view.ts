/**
 * What others published about one area over the years: a picture, a table with the release of every number, its changes on
 * each base, and what its numbers say about the use of the flag. Told as figures of others; null where nothing was found.
 */
import type { Area } from '#tables/release.ts';
import type { ReleasedCell, ReleasedChange, SeriesStatement } from '#tables/released-series.ts';
import { SHAPES } from '../chart/marker.ts';
import type { ReleaseIndex } from '../release-index.ts';
import type { SeriesIndex } from '../series-index.ts';
import { directionText } from '../wording/change-words.ts';
import { inSentence, list, vintageText } from '../wording/names.ts';
import { thousands } from '../wording/number-words.ts';
import { baseText, signed } from './revisions.page.ts';
import { type SeriesChart, seriesChart } from './series-chart.view.ts';
import {
  aboutText,
  releaseText,
  seriesPath,
  statementLinks,
  statementText,
  usedCell,
} from './statement.view.ts';
import type { Cell, TableView } from './table.view.ts';

/** Measures drawn together: the flag, and the one offence that tells how well it is used. */
const DRAWN = 2;

export type HistoryView = {
  readonly chart: SeriesChart | null;
  readonly table: TableView;
  readonly changes: TableView | null;
  readonly flagUse: readonly string[];
  /** Where what sources print about the area contradicts itself. */
  readonly contradictions: readonly string[];
};

/** The picture of an area's years; null where there is nothing to draw. */
export function historyChart(area: Area, series: SeriesIndex): SeriesChart | null {
  const measures = series.series.measures.slice(0, DRAWN);
  const rows = measures.map((measure, at) => ({
    label: measure.title,
    shape: SHAPES[at] ?? SHAPES[0],
    cells: series.totals(area.code, measure.id),
    changes: series.changes(area.code, measure.id),
  }));
  return seriesChart(rows, series, {
    id: 'history',
    title: `${area.name}: offences by year as others published them`,
    description:
      'A point for each year of which a number was published. A line joins two years only where one release states both. Every number stands in the table below.',
    measures: measures.map(({ id }) => id),
    tellsBreaks: true,
  });
}

export function historyOf(area: Area, index: ReleaseIndex): HistoryView | null {
  const { series } = index;
  if (series === null) return null;
  const cells = series.cellsOf(area.code);
  if (cells.length === 0) return null;
  return {
    chart: historyChart(area, series),
    table: historyTable(area, cells, series),
    changes: changesTable(area, series),
    flagUse: flagUseSentences(area, series),
    contradictions: series.series.contradictions
      .filter(({ code }) => code === area.code)
      .map(({ measure, period, says, means }) => {
        const when = period === '' ? '' : `, ${period.replace('..', ' to ')}`;
        return `${series.measure(measure).short}${when}: ${says} ${means}`;
      }),
  };
}

function historyTable(area: Area, cells: readonly ReleasedCell[], series: SeriesIndex): TableView {
  const order = series.series.measures.map(({ id }) => id);
  const rows = [...cells].sort(
    (a, b) =>
      order.indexOf(a.measure) - order.indexOf(b.measure) ||
      (a.from < b.from ? -1 : a.from > b.from ? 1 : 0) ||
      a.dimension.localeCompare(b.dimension, 'en-GB'),
  );
  return {
    caption: `Everything that others published about ${inSentence(area)}`,
    columns: [
      { text: 'Period' },
      { text: 'What' },
      { text: 'Number used', numeric: true },
      { text: 'Release' },
      { text: 'Other versions' },
    ],
    rows: rows.map((cell) => {
      const measure = series.measure(cell.measure);
      const used = cell.used === null ? null : series.statement(cell.used);
      return {
        head: { text: cell.periodLabel, path: seriesPath(measure.slug, cell.period) },
        cells: [
          { text: `${measure.short}: ${aboutText(cell)}` },
          usedCell(cell, series),
          { text: used === null ? 'none used' : releaseText(used) },
          othersCell(cell, series),
        ],
      };
    }),
    stack: true,
  };
}

function othersCell(cell: ReleasedCell, series: SeriesIndex): Cell {
  const others = cell.statements.filter(
    (one) => one.id !== cell.used && statementText(one, cell.unit) !== ofUsed(cell),
  );
  if (cell.used === null) return { text: cell.why };
  if (others.length === 0) return { text: 'none found' };
  const words = (one: SeriesStatement) => `${statementText(one, cell.unit)} (${releaseText(one)})`;
  return statementLinks(
    others.map(({ id }) => id),
    words,
    series,
  );
}

function ofUsed(cell: ReleasedCell): string {
  const used = cell.statements.find(({ id }) => id === cell.used);
  return used === undefined ? '' : statementText(used, cell.unit);
}

function changesTable(area: Area, series: SeriesIndex): TableView | null {
  const changes = series.series.measures.flatMap((measure) =>
    series.changes(area.code, measure.id).map((change) => ({ change, measure })),
  );
  if (changes.length === 0) return null;
  return {
    caption: 'Change from one year to the next, both as one release states them',
    columns: [
      { text: 'Years' },
      { text: 'Like for like, with its base' },
      { text: 'What it bears' },
      { text: 'On the base as first published, and as printed' },
    ],
    rows: changes.map(({ change, measure }) => ({
      head: { text: `${change.from} to ${change.to}` },
      cells: [
        { text: `${measure.short}: ${baseText(series, change.before, change.after)}` },
        { text: bearsText(series, change) },
        { text: otherBases(series, change) },
      ],
    })),
    stack: true,
  };
}

function bearsText(series: SeriesIndex, { before, after }: ReleasedChange): string {
  const [a, b] = [series.value(before), series.value(after)];
  if (a === null || b === null) return 'nothing can be said';
  const direction = directionText(a, b);
  return direction === 'not told apart from chance'
    ? 'chance alone could make this'
    : `${direction} were recorded`;
}

function otherBases(series: SeriesIndex, change: ReleasedChange): string {
  const raw =
    change.firstBefore === null ? [] : [`${baseText(series, change.firstBefore, change.after)} on the first`];
  const printed = change.printed.map((id) => `printed as ${signed(series.statement(id).printed)}`);
  return [...raw, ...printed].join('; ') || 'the same base';
}

/** Said as a fact about recording, of the years in which flags must be missing; empty where nothing shows it. */
export function flagUseSentences(area: Area, series: SeriesIndex): readonly string[] {
  const short = series.flagUse(area.code).filter(({ isShort }) => isShort);
  if (short.length === 0) return [];
  const years = short.map(({ period, communication, flagged }) => {
    const [one, all] = [series.value(communication), series.value(flagged)];
    const vintages = [communication, flagged].map((id) =>
      vintageText(series.statement(id).release ?? 'not dated'),
    );
    return one === null || all === null
      ? period
      : `${thousands(one)} against ${thousands(all)} in ${period} (releases of ${list([...new Set(vintages)])})`;
  });
  return [
    `Offences of sexual communication with a child, nearly always committed online, outnumber everything this force flagged: ${list(years)}.`,
    'So flags are very likely missing from its records: an inference of ours, since the numbers can come from different releases and an offence by text message alone may not have qualified before 2024. It is about recording, and says nothing about how many offences there were.',
  ];
}
