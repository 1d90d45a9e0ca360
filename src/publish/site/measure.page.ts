/**
 * A page per measure of the published series: the national totals as points that nothing joins, because no two of them are
 * of the same forces; what is known by force and year; and change over matched forces.
 */
import type { ReleasedCell, SeriesMeasure } from '#tables/released-series.ts';
import { SHAPES } from '../chart/marker.ts';
import type { ReleaseIndex } from '../release-index.ts';
import type { SeriesIndex } from '../series-index.ts';
import { isYearTotal } from '../series-index.ts';
import { dayText } from '../wording/names.ts';
import type { Page, PageView } from './page.ts';
import { areaPath } from './paths.ts';
import { matchedTable } from './series.page.ts';
import { breakMark, seriesChart } from './series-chart.view.ts';
import { releaseText, seriesPath, statementPath, statementText, usedCell } from './statement.view.ts';
import { areaName } from './statements.view.ts';
import type { TableView } from './table.view.ts';

export const measurePage: Page = {
  template: 'measure.njk',
  section: 'series',
  pages: ({ index }) => {
    const { series } = index;
    return series === null ? [] : series.series.measures.map((measure) => pageOf(measure, index, series));
  },
};

function pageOf(measure: SeriesMeasure, index: ReleaseIndex, series: SeriesIndex): PageView {
  const cells = series.series.cells.filter((cell) => cell.measure === measure.id);
  const national = cells
    .filter((cell) => isYearTotal(cell) && (cell.area.type === 'uk' || isWhole(cell)))
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const matched = matchedTable(series, measure.id);
  return {
    path: seriesPath(measure.slug),
    title: `${measure.title}: published figures`,
    crumb: measure.title,
    trail: [{ text: 'Over time', path: 'series/index.html' }],
    area: index.country,
    view: {
      heading: measure.title,
      scope: measure.scope,
      chart: nationalChart(measure, national, series),
      national: nationalTable(national, series, measure),
      forces: forcesTable(cells, index, series, measure),
      matched: matched.rows.length > 0 ? matched : null,
      breaks: series.series.breaks
        .map((one, at) => ({ ...one, day: dayText(one.day), mark: breakMark(at) }))
        .filter((one) => one.measure === measure.id),
      periods: periodsOf(cells, measure),
    },
  };
}

/** England and Wales; Wales alone and England alone are parts of it. */
function isWhole({ area }: ReleasedCell): boolean {
  return area.type === 'country' && area.code?.startsWith('K') === true;
}

/** Each area that a total is of has its own mark: they are different things, and nothing joins them. */
function nationalChart(measure: SeriesMeasure, national: readonly ReleasedCell[], series: SeriesIndex) {
  const scopes = [
    { label: 'England and Wales', fits: isWhole },
    {
      label: 'with Northern Ireland',
      fits: (cell: ReleasedCell) => cell.area.name.includes('Northern Ireland'),
    },
    { label: 'with the Channel Islands', fits: (cell: ReleasedCell) => cell.area.name.includes('Channel') },
    {
      label: 'United Kingdom, or whoever answered',
      fits: (cell: ReleasedCell) => !isWhole(cell) && !/Northern Ireland|Channel/.test(cell.area.name),
    },
  ];
  return seriesChart(
    scopes.map(({ label, fits }, at) => ({
      label,
      shape: SHAPES[at] ?? SHAPES[0],
      cells: national.filter(fits),
      changes: [],
    })),
    series,
    {
      id: 'national',
      title: `${measure.title}: totals as published, by year`,
      description:
        'Points for each published total of a year, told apart by the area it is of. No line joins them, because no two years are known to cover the same forces. Every number stands in the table below.',
      measures: [measure.id],
    },
  );
}

function nationalTable(
  national: readonly ReleasedCell[],
  series: SeriesIndex,
  measure: SeriesMeasure,
): TableView {
  return {
    caption: 'Totals as published, with the area and the forces they are of',
    columns: [
      { text: 'Year' },
      { text: 'Area, as the source says' },
      { text: 'Number used', numeric: true },
      { text: 'First published', numeric: true },
      { text: 'Forces', numeric: true },
      { text: 'Release' },
    ],
    rows: national.map((cell) => {
      const used = cell.used === null ? null : series.statement(cell.used);
      const first = cell.first === null ? null : series.statement(cell.first);
      return {
        head: { text: cell.periodLabel, path: seriesPath(measure.slug, cell.period) },
        cells: [
          { text: cell.area.name },
          usedCell(cell, series),
          first === null
            ? { text: 'the same' }
            : {
                text: `${statementText(first, cell.unit)} (${releaseText(first)})`,
                path: statementPath(first.id, series),
              },
          { text: used?.forces === null || used === null ? 'not said' : String(used.forces) },
          { text: used === null ? cell.why : releaseText(used) },
        ],
      };
    }),
    stack: true,
  };
}

function forcesTable(
  cells: readonly ReleasedCell[],
  index: ReleaseIndex,
  series: SeriesIndex,
  measure: SeriesMeasure,
): TableView | null {
  const totals = cells.filter((cell) => cell.area.type === 'force' && isYearTotal(cell));
  const years = [...new Set(totals.map(({ period }) => period))].sort();
  const forces = [...Map.groupBy(totals, (cell) => areaName(cell, index))].sort(([a], [b]) =>
    a.localeCompare(b, 'en-GB'),
  );
  if (totals.length === 0) return null;
  return {
    caption: `${measure.title} by force and year: the number used. A year left open was not found, which is not zero`,
    columns: [{ text: 'Force' }, ...years.map((text) => ({ text, numeric: true as const }))],
    rows: forces.map(([name, own]) => {
      const area = index.release.areas.find(({ code }) => code === own[0]?.area.code);
      return {
        head: area === undefined ? { text: name } : { text: name, path: `${areaPath(area)}` },
        cells: years.map((year) => {
          const cell = own.find(({ period }) => period === year);
          return cell === undefined ? { text: '' } : usedCell(cell, series);
        }),
      };
    }),
    stack: true,
  };
}

function periodsOf(cells: readonly ReleasedCell[], measure: SeriesMeasure) {
  const paths = Map.groupBy(cells, ({ period }) => seriesPath(measure.slug, period));
  return [...paths]
    .map(([path, own]) => ({
      path,
      text: path.includes('/other-periods/')
        ? 'Parts of years, and several years at once'
        : (own[0]?.periodLabel ?? ''),
      from: path.includes('/other-periods/') ? '9999' : (own[0]?.from ?? ''),
      count: own.reduce((sum, cell) => sum + cell.statements.length, 0),
    }))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
}
