/**
 * The series of an area as a picture: what is used and, hollow, what was first published; a line only between two numbers
 * that one release states. A number that may not be shown has no point.
 */
import type { ReleasedCell, ReleasedChange } from '#tables/released-series.ts';
import type { Shape } from '../chart/marker.ts';
import { markSwatch, SHAPES } from '../chart/marker.ts';
import type { YearChart, YearPoint } from '../chart/year-chart.ts';
import { yearChart } from '../chart/year-chart.ts';
import type { SeriesIndex } from '../series-index.ts';
import { dayText } from '../wording/names.ts';
import { thousands } from '../wording/number-words.ts';

export type ChartRow = {
  /** What the mark stands for. */
  readonly label: string;
  readonly shape: Shape;
  readonly cells: readonly ReleasedCell[];
  readonly changes: readonly ReleasedChange[];
};

export type SeriesChart = {
  readonly svg: string;
  readonly legend: readonly { readonly label: string; readonly mark: string }[];
};

type Settings = Pick<YearChart, 'id' | 'title' | 'description'> & {
  readonly measures: readonly string[];
  /** Tells what the letters of breaks stand for, where no list of them is beside the picture. */
  readonly tellsBreaks?: true;
};

export function seriesChart(
  rows: readonly ChartRow[],
  index: SeriesIndex,
  settings: Settings,
): SeriesChart | null {
  const years = yearsOf(rows);
  const points: YearPoint[] = [];
  const joins: (readonly [number, number])[] = [];
  const placeOf = new Map<string, number>();
  for (const { cells, shape, changes } of rows) {
    for (const cell of cells) {
      for (const id of [cell.used, cell.first]) {
        const value = id === null ? null : index.value(id);
        if (id === null || value === null) continue;
        // Every statement of this number is this point.
        for (const one of cell.statements)
          if (index.value(one.id) === value) placeOf.set(one.id, points.length);
        points.push({
          column: years.indexOf(cell.from.slice(0, 4)),
          value,
          label: thousands(value),
          shape,
          isHollow: id === cell.first,
        });
      }
    }
    for (const { before, after } of changes) {
      const [from, to] = [placeOf.get(before), placeOf.get(after)];
      if (from !== undefined && to !== undefined) joins.push([from, to]);
    }
  }
  if (points.length === 0) return null;
  const hollow = points.some(({ isHollow }) => isHollow);
  return {
    svg: yearChart({
      ...settings,
      columns: years.map((year) => `${year.slice(2)}/${String((Number(year) + 1) % 100).padStart(2, '0')}`),
      points,
      joins,
      breaks: breaksOf(years, index, settings.measures),
    }),
    legend: [
      ...rows
        .filter(({ cells }) => cells.some(({ used }) => used !== null))
        .map(({ label, shape }) => ({ label, mark: markSwatch(shape, false) })),
      ...(hollow
        ? [{ label: 'as first published, where that is another number', mark: markSwatch(SHAPES[0], true) }]
        : []),
      ...(settings.tellsBreaks === true ? breakLegend(years, index, settings.measures) : []),
    ],
  };
}

/** Every year from the first to the last, also those of which nothing is known. */
function yearsOf(rows: readonly ChartRow[]): readonly string[] {
  const known = rows.flatMap(({ cells }) => cells.map(({ from }) => Number(from.slice(0, 4))));
  if (known.length === 0) return [];
  const [from, to] = [Math.min(...known), Math.max(...known)];
  return Array.from({ length: to - from + 1 }, (_, at) => String(from + at));
}

function breakLegend(years: readonly string[], { series }: SeriesIndex, measures: readonly string[]) {
  return series.breaks.flatMap(({ day, measure, title }, at) =>
    measures.includes(measure) && years.includes(day.slice(0, 4))
      ? [{ label: `${title}, ${dayText(day)}`, mark: `<b class="break">${breakMark(at)}</b>` }]
      : [],
  );
}

/** Breaks inside the years shown, lettered as in the list beside the picture. */
function breaksOf(
  years: readonly string[],
  { series }: SeriesIndex,
  measures: readonly string[],
): YearChart['breaks'] {
  const shown = series.breaks.flatMap(({ day, measure }, at) => {
    const column = years.indexOf(day.slice(0, 4));
    return measures.includes(measure) && column >= 0 ? [{ column, mark: breakMark(at) }] : [];
  });
  // Two breaks of one year are one line with both letters.
  return [...Map.groupBy(shown, ({ column }) => column)].map(([column, all]) => ({
    column,
    mark: all.map(({ mark }) => mark).join(' '),
  }));
}

export function breakMark(at: number): string {
  return String.fromCharCode(65 + at);
}
