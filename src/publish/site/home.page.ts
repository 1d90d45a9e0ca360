/**
 * The first page answers at a glance: how many, how sure, who supplied, where. Every number on it is a figure of the
 * release and links to where it comes from.
 */
import type { ReleasedFigure } from '#tables/release.ts';
import { bar } from '../chart/bar-list.ts';
import { TILES } from '../chart/tile-map.ts';
import type { ReleaseIndex } from '../release-index.ts';
import { capital, datesText } from '../wording/names.ts';
import { countWord, exactValue } from '../wording/number-words.ts';
import { breakdownTables } from './breakdown.view.ts';
import { classesOf } from './classes.view.ts';
import { figureView } from './figure.view.ts';
import { legendOf, tilesOf } from './force-tiles.view.ts';
import type { Page, Site } from './page.ts';
import { partsOfTotal } from './parts-of-total.view.ts';
import { areaPath, bulletinPagePath } from './paths.ts';
import { rateView } from './rate.view.ts';
import { standingOf } from './standing.view.ts';
import type { TableView } from './table.view.ts';

export const homePage: Page = {
  template: 'home.njk',
  section: 'home',
  pages: (site) => {
    const { index, subject } = site;
    const { country } = index;
    const headline = index.headline(country.code);
    const classes = classesOf(index);
    const figures = index.figuresOf(country.code);
    const rate = figures.find(({ method, breakdown }) => method === 'rate' && breakdown === null);
    return [
      {
        path: 'index.html',
        title: subject.heading,
        trail: [],
        area: country,
        view: {
          country: country.name,
          heading: subject.heading,
          dates: datesText(index.release.period),
          headline: headline && figureView(headline, index),
          supplied: headline && suppliedText(headline),
          rate: rate && figureView(rate, index),
          parts: headline && partsOfTotal(headline, index),
          doubts: headline?.doubts ?? [],
          breakdowns: breakdownTables(country, index).filter(({ isSum }) => !isSum),
          forces: forcesTable(site),
          classes,
          others: legendOf(index.forces, index).filter(
            ({ standing }) => standing !== 'own' || classes.steps.length === 0,
          ),
          tiles: tilesOf(index, classes),
          childRate: rateView(country.code, index),
          series: index.series !== null,
          bulletin: bulletinPagePath(country),
          isCompared: index.release.comparison !== null,
          offMap: offMap(index),
          regions: regionsTable(site),
          flag: subject.isFlag,
        },
      },
    ];
  },
};

/** `from 38 of 44 forces; six others gave no data`. Of what we added up it is not known who gave none. */
function suppliedText({ coverage, method }: ReleasedFigure): string {
  const { included, asked } = coverage;
  const without = asked - included;
  if (without <= 0) return `from all ${countWord(asked)} forces`;
  const others = without === 1 ? 'one other' : `${countWord(without)} others`;
  return method === 'sum'
    ? `from ${included} of ${asked} forces, added up by us; of ${others} no number is published, so this is not a national total`
    : `from ${included} of ${asked} forces; ${others} gave no data`;
}

function forcesTable({ index, subject }: Site): TableView {
  const own = index.forces
    .filter((force) => standingOf(force, index) === 'own')
    .map((force) => ({ force, figure: index.headline(force.code) }))
    .flatMap(({ force, figure }) =>
      figure ? [{ force, figure, value: exactValue(figure.number) ?? 0 }] : [],
    )
    .sort((a, b) => b.value - a.value || a.force.name.localeCompare(b.force.name, 'en-GB'));
  const most = Math.max(1, ...own.map(({ value }) => value));
  return {
    caption: `${subject.heading}: forces with a figure of their own, largest number first`,
    columns: [{ text: 'Force' }, { text: 'Offences', numeric: true }],
    rows: own.map(({ force, figure }) => ({
      head: { text: force.name, path: areaPath(force), svg: bar(figure.number, most) },
      cells: [{ figure: figureView(figure, index) }],
    })),
    quiet: true,
  };
}

function regionsTable({ index, subject }: Site): TableView {
  return {
    caption: `${subject.heading}: regions of England, and Wales`,
    columns: [{ text: 'Region' }, { text: 'Offences', numeric: true }, { text: 'Forces in the figure' }],
    rows: index.regions.map((region) => {
      const figure = index.headline(region.code);
      const coverage = figure?.coverage;
      return {
        head: { text: region.name, path: areaPath(region) },
        cells: [
          figure ? { figure: figureView(figure, index) } : { text: '[x]' },
          {
            text: coverage
              ? coveredText(coverage.included, region.forces.length, figure?.method === 'sum')
              : 'No figure',
          },
        ],
      };
    }),
    quiet: true,
  };
}

/** What we added up over some forces is told apart from what was published for the region. */
function coveredText(included: number, all: number, isSum: boolean): string {
  if (included === 0) return `None of ${countWord(all)}`;
  const forces =
    included === all ? `All ${countWord(all)}` : capital(`${countWord(included)} of ${countWord(all)}`);
  return isSum ? `${forces}, added up by us` : forces;
}

function offMap(index: ReleaseIndex): readonly { readonly text: string; readonly path: string }[] {
  return index.forces
    .filter((force) => !TILES.has(force.code))
    .map((force) => ({ text: force.name, path: areaPath(force) }));
}
