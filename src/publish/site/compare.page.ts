/**
 * Figures beside the number of children: each force's rate with its exact interval, and a funnel that tells how far it lies
 * from the others. Names the forces outside the limits with the caution that recording differs, and ranks nobody.
 */
import type { Comparison, ReleasedFunnel } from '#tables/comparison.ts';
import { funnelChart } from '../chart/funnel-chart.ts';
import { intervalBar } from '../chart/interval.ts';
import type { ReleaseIndex } from '../release-index.ts';
import { inSentence, list } from '../wording/names.ts';
import { countWord, thousands } from '../wording/number-words.ts';
import { figureView } from './figure.view.ts';
import type { Page, Site } from './page.ts';
import { areaPath } from './paths.ts';
import { viewOf } from './rate.view.ts';
import type { TableView } from './table.view.ts';

export const comparePage: Page = {
  template: 'compare.njk',
  section: 'areas',
  pages: (site) => {
    const { index, subject } = site;
    const { comparison } = index.release;
    if (comparison === null) return [];
    return [
      {
        path: 'compare/index.html',
        title: 'Beside the number of children',
        trail: [{ text: 'Areas', path: 'areas/index.html' }],
        area: index.country,
        view: {
          counts: subject.many,
          isFlag: subject.isFlag,
          year: comparison.year,
          forces: ratesTable(comparison, index, 'force'),
          wider: ratesTable(comparison, index, 'wider'),
          funnel: comparison.funnel === null ? null : funnelView(comparison.funnel, site),
        },
      },
    ];
  },
};

function ratesTable(
  { rates, year }: Comparison,
  index: ReleaseIndex,
  kind: 'force' | 'wider',
): TableView | null {
  const own = rates
    .map((rate) => ({ rate, area: index.area(rate.area), figure: index.figure(rate.figure) }))
    .filter(({ area }) => (area.kind === 'force') === (kind === 'force'))
    .sort((a, b) => a.area.name.localeCompare(b.area.name, 'en-GB'));
  if (own.length === 0) return null;
  const full = Math.max(...own.map(({ rate }) => rate.high));
  return {
    caption: `Offences for every 10,000 children, in the order of names, with the interval of chance (95 %)`,
    columns: [
      { text: kind === 'force' ? 'Force' : 'Area' },
      { text: 'Offences', numeric: true },
      { text: `Children, mid-${year}`, numeric: true },
      { text: 'For every 10,000', numeric: true },
      { text: 'Interval', numeric: true },
    ],
    rows: own.map(({ rate, area, figure }) => {
      const view = viewOf(rate, year);
      return {
        head: {
          text: area.name,
          path: areaPath(area),
          svg: intervalBar(rate.low, rate.high, rate.value, full),
        },
        cells: [
          { figure: figureView(figure, index) },
          { text: view.children },
          { text: view.isRange ? 'not one number' : view.number },
          { text: view.interval },
        ],
      };
    }),
    stack: true,
    quiet: true,
  };
}

function funnelView(funnel: ReleasedFunnel, { index }: Site) {
  const nameOf = (code: string) => index.area(code).short;
  const outside = funnel.points.filter((point) => point.outside !== 'no');
  const named = outside.map((point) => ({
    text: index.area(point.code).name,
    path: areaPath(index.area(point.code)),
    where: `${point.outside === 'high' ? 'above' : 'below'} the ${point.isFar ? '99.8' : '95'} per cent limits`,
  }));
  const say =
    outside.length === 0
      ? 'No force lies outside the wider limits.'
      : `Outside the wider limits: ${list(outside.map(({ code }) => inSentence(index.area(code))))}.`;
  return {
    svg: funnelChart(
      funnel,
      nameOf,
      'Funnel of offences for every 10,000 children, one point a force',
      `Points of ${countWord(funnel.points.length)} forces around a common rate of ${thousands(funnel.common * 10_000, 1)}, with limits of chance and wider limits that allow for differences in recording. ${say} Every number stands in the table.`,
    ),
    named,
    say,
    points: countWord(funnel.points.length),
    common: thousands(funnel.common * 10_000, 1),
    phi: thousands(funnel.phi, 1),
    share: `${Math.round(funnel.outsideChance * funnel.points.length)} of ${funnel.points.length}`,
    isSpread: funnel.tau > 0,
  };
}
