/**
 * Numbers over years, as points with their number beside them. A line joins two points only where the caller says that they
 * may be compared; a break in what is counted is an upright line. Sideways everything is in per cent and upwards in pixels,
 * so that words keep their size on a narrow screen. The same numbers stand in a table beside it.
 */

import { thousands } from '../wording/number-words.ts';
import type { Shape } from './marker.ts';
import { marker } from './marker.ts';
import { escaped } from './share-bar.ts';

export type YearPoint = {
  /** Which column it stands in. */
  readonly column: number;
  readonly value: number;
  readonly label: string;
  readonly shape: Shape;
  readonly isHollow: boolean;
};

export type YearChart = {
  /** Unique on its page. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly columns: readonly string[];
  readonly points: readonly YearPoint[];
  /** Places of points that may be compared. */
  readonly joins: readonly (readonly [from: number, to: number])[];
  /** At the left edge of a column, with a mark that the list below explains. */
  readonly breaks: readonly { readonly column: number; readonly mark: string }[];
};

const HEIGHT = 300;
const TOP = 44;
const FLOOR = 262;
/** Labels closer than this would cover each other. */
const LINE = 15;

/** Empty text when there is nothing to draw. */
export function yearChart(chart: YearChart): string {
  const { points, columns, id } = chart;
  if (points.length === 0 || columns.length === 0) return '';
  const ticks = scaleOf(Math.max(...points.map(({ value }) => value)));
  const most = ticks.at(-1) ?? 1;
  const x = (column: number) => (columns.length === 1 ? 45 : 5 + (82 * column) / (columns.length - 1));
  const y = (value: number) => FLOOR - ((FLOOR - TOP) * value) / most;
  const grid = ticks.map(
    (value) =>
      `<line class="chart__grid" x1="0" x2="100%" y1="${px(y(value))}" y2="${px(y(value))}"/><text class="chart__tick" x="0" dx="10" y="${px(y(value) - 4)}">${thousands(value)}</text>`,
  );
  const names = columns.map(
    (name, at) =>
      `<text class="chart__name${at % 2 === 1 ? ' chart__name--odd' : ''}" x="${percent(x(at))}" y="${FLOOR + 22}">${escaped(name)}</text>`,
  );
  const step = columns.length === 1 ? 50 : 82 / (columns.length - 1);
  const breaks = chart.breaks.map(({ column, mark }) => {
    const at = percent(Math.max(0.5, x(column) - step / 2));
    return `<line class="chart__break" x1="${at}" x2="${at}" y1="2" y2="${FLOOR}"/><text class="chart__mark" x="${at}" y="12" dx="6">${escaped(mark)}</text>`;
  });
  const joins = chart.joins.flatMap(([from, to]) => {
    const [a, b] = [points[from], points[to]];
    if (a === undefined || b === undefined) return [];
    return [
      `<line class="chart__join" x1="${percent(x(a.column))}" y1="${px(y(a.value))}" x2="${percent(x(b.column))}" y2="${px(y(b.value))}"/>`,
    ];
  });
  const marks = points.map(
    ({ column, value, shape, isHollow }) =>
      `<svg x="${percent(x(column))}" y="${px(y(value))}" class="chart__point">${marker(shape, isHollow)}</svg>`,
  );
  const labels = placed(
    points.map((point, at) => ({
      column: point.column,
      y: y(point.value) + asideOf(at, chart),
      label: point.label,
    })),
  ).map(
    (one) =>
      `<text class="chart__label" x="${percent(x(one.column))}" y="${px(one.y + 4)}" dx="10">${escaped(one.label)}</text>`,
  );
  return [
    `<svg class="chart" width="100%" height="${HEIGHT}" role="img" aria-labelledby="${id}-title ${id}-desc">`,
    `<title id="${id}-title">${escaped(chart.title)}</title><desc id="${id}-desc">${escaped(chart.description)}</desc>`,
    ...grid,
    ...breaks,
    ...joins,
    ...marks,
    ...labels,
    ...names,
    '</svg>',
  ].join('');
}

/** A number stands beside its mark, and below or above it where a line leaves there to the right. */
function asideOf(at: number, { joins, points }: YearChart): number {
  const next = joins.find(([from]) => from === at)?.[1];
  const [here, there] = [points[at], next === undefined ? undefined : points[next]];
  if (here === undefined || there === undefined) return 0;
  return there.value >= here.value ? 11 : -9;
}

type Label = { readonly column: number; readonly y: number; readonly label: string };

/** Labels of one column pushed apart, from the top, and back up where they would leave the picture. */
function placed(labels: readonly Label[]): readonly Label[] {
  return [...Map.groupBy(labels, ({ column }) => column).values()].flatMap((column) => {
    const sorted = [...column].sort((a, b) => a.y - b.y);
    const ys = sorted.map(({ y }) => y);
    for (let at = 1; at < ys.length; at++) ys[at] = Math.max(ys[at] ?? 0, (ys[at - 1] ?? 0) + LINE);
    const over = (ys.at(-1) ?? 0) - FLOOR + 4;
    if (over > 0) {
      for (let at = ys.length - 1; at >= 0; at--) {
        const limit = at === ys.length - 1 ? FLOOR - 4 : (ys[at + 1] ?? 0) - LINE;
        ys[at] = Math.min(ys[at] ?? 0, limit);
      }
    }
    return sorted.map((label, at) => ({ ...label, y: ys[at] ?? label.y }));
  });
}

/** Round numbers from none to the first that is not below `most`: two to five steps of 1, 2 or 5 times a power of ten. */
export function scaleOf(most: number): readonly number[] {
  const top = Math.max(most, 2);
  const power = 10 ** Math.floor(Math.log10(top / 2));
  const step = [1, 2, 5, 10].map((times) => times * power).find((one) => top / one <= 5) ?? power;
  return Array.from({ length: Math.ceil(top / step) + 1 }, (_, at) => at * step);
}

function px(value: number): string {
  return value.toFixed(1).replace(/\.0$/, '');
}

function percent(value: number): string {
  return `${value.toFixed(2).replace(/\.?0+$/, '')}%`;
}
