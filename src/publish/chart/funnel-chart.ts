/**
 * A funnel plot: one point a force, children sideways and offences for every 10,000 of them upwards, with the limits of
 * chance alone and the wider ones that allow for what forces differ by. Only forces outside the wider ones are named in the
 * picture; all stand in the table beside it.
 */
import type { ReleasedFunnel } from '#tables/comparison.ts';
import { PER } from '#tables/comparison.ts';
import { thousands } from '../wording/number-words.ts';
import { marker } from './marker.ts';
import { escaped } from './share-bar.ts';
import { scaleOf } from './year-chart.ts';

export type FunnelNames = (code: string) => string;

const HEIGHT = 380;
const TOP = 20;
const FLOOR = 332;
const [LEFT, RIGHT] = [4, 96];

export function funnelChart(
  funnel: ReleasedFunnel,
  nameOf: FunnelNames,
  title: string,
  description: string,
): string {
  const { points, lines, common } = funnel;
  const at = lines.flatMap((line) => line.at);
  const [from, to] = [
    Math.min(...at.map(({ population }) => population)),
    Math.max(...at.map(({ population }) => population)),
  ];
  const scale = scaleOf(
    Math.max(...points.map(({ rate }) => rate * PER), ...at.map(({ high }) => high * PER)),
  );
  const most = scale.at(-1) ?? 1;
  const share = (population: number) => (population - from) / (to - from);
  const x = (population: number) => `${(LEFT + (RIGHT - LEFT) * share(population)).toFixed(2)}%`;
  const y = (rate: number) => FLOOR - ((FLOOR - TOP) * rate * PER) / most;
  const grid = scale.map(
    (value) =>
      `<line class="chart__grid" x1="0" x2="100%" y1="${y(value / PER).toFixed(1)}" y2="${y(value / PER).toFixed(1)}"/><text class="chart__tick" x="0" y="${(y(value / PER) - 4).toFixed(1)}">${value}${value === most ? ' for every 10,000 children' : ''}</text>`,
  );
  // Curves stretch with the width of the screen; their strokes do not.
  const curves = lines.flatMap(({ kind, level, at: along }) =>
    (['low', 'high'] as const).map((side) => {
      // A limit below none is no limit, and is not drawn.
      const d = along
        .filter((one) => one[side] > 0)
        .map(
          (one, k) =>
            `${k === 0 ? 'M' : 'L'}${(share(one.population) * 1000).toFixed(0)} ${y(one[side]).toFixed(1)}`,
        );
      if (d.length === 0) return '';
      return `<path class="funnel__${kind} funnel__level-${level === '95' ? 'near' : 'far'}" d="${d.join('')}" vector-effect="non-scaling-stroke"/>`;
    }),
  );
  const marks = points.map(
    ({ population, rate, outside }) =>
      `<svg x="${x(population)}" y="${y(rate).toFixed(1)}" class="chart__point">${marker('circle', outside === 'no')}</svg>`,
  );
  const names = points
    .filter(({ outside }) => outside !== 'no')
    .map(({ code, population, rate }) => {
      const isRight = share(population) > 0.6;
      return `<text class="chart__label${isRight ? ' chart__label--end' : ''}" x="${x(population)}" y="${(y(rate) + 4).toFixed(1)}" dx="${isRight ? -11 : 11}">${escaped(nameOf(code))}</text>`;
    });
  const ticks = [0.05, 0.5, 0.95].map((part) => {
    const population = Math.round((from + part * (to - from)) / 10_000) * 10_000;
    return `<text class="chart__name" x="${x(population)}" y="${FLOOR + 20}">${thousands(population)}</text>`;
  });
  return [
    `<svg class="chart" width="100%" height="${HEIGHT}" role="img" aria-labelledby="funnel-title funnel-desc">`,
    `<title id="funnel-title">${escaped(title)}</title><desc id="funnel-desc">${escaped(description)}</desc>`,
    ...grid,
    `<svg x="${LEFT}%" y="0" width="${RIGHT - LEFT}%" height="${HEIGHT}" viewBox="0 0 1000 ${HEIGHT}" preserveAspectRatio="none">`,
    `<path class="funnel__common" d="M0 ${y(common).toFixed(1)}H1000" vector-effect="non-scaling-stroke"/>`,
    ...curves,
    '</svg>',
    ...marks,
    ...names,
    ...ticks,
    `<text class="chart__name" x="50%" y="${FLOOR + 40}">children in the force’s area</text>`,
    '</svg>',
  ].join('');
}
