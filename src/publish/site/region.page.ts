/** A page per region, and for Wales: the figure published for it, which of its forces are in it, and each force's own. */
import type { Area, ReleasedFigure } from '#tables/release.ts';
import { bulletinOf } from '../bulletin/bulletin-of.ts';
import { bar } from '../chart/bar-list.ts';
import { datesText, inSentence } from '../wording/names.ts';
import { countWord } from '../wording/number-words.ts';
import { breakdownTables } from './breakdown.view.ts';
import { figureView } from './figure.view.ts';
import { legendOf } from './force-tiles.view.ts';
import { historyOf } from './history.view.ts';
import type { Page, PageView, Site } from './page.ts';
import { areaPath, bulletinDocxPath, bulletinPagePath, bulletinPath } from './paths.ts';
import { rateView } from './rate.view.ts';
import { STANDING_WORDS, standingOf } from './standing.view.ts';
import type { Cell, TableView } from './table.view.ts';

export const regionPage: Page = {
  template: 'region.njk',
  section: 'areas',
  pages: (site) => site.index.regions.map((region) => regionView(region, site)),
};

function regionView(region: Area, site: Site): PageView {
  const { index, subject } = site;
  const headline = index.headline(region.code);
  const forces = region.forces.map((code) => index.area(code));
  return {
    path: areaPath(region),
    title: region.name,
    trail: [{ text: 'Areas', path: 'areas/index.html' }],
    area: region,
    view: {
      eyebrow: region.code.startsWith('W') ? 'Nation' : 'Region of England',
      heading: region.name,
      what: whatText(headline, forces.length, site),
      headline: headline && figureView(headline, index),
      doubts: headline?.doubts ?? [],
      legend: legendOf(forces, index),
      squares: forces.map((force) => standingOf(force, index)).sort((a, b) => order(a) - order(b)),
      asked: forces.length,
      forces: forcesTable(region, forces, site),
      groups: index
        .figuresOf(region.code)
        .filter(({ group, breakdown }) => group !== null && breakdown === null)
        .map((figure) => figureView(figure, index)),
      rate: rateView(region.code, index),
      history: historyOf(region, index),
      breakdowns: breakdownTables(region, index),
      bulletin: bulletinOf(region, index, subject),
      bulletinFile: bulletinPath(region),
      bulletinDocx: bulletinDocxPath(region),
      bulletinPage: bulletinPagePath(region),
    },
  };
}

/** Says at once when not all forces of the region are in the number: it is then not a number for the region. */
function whatText(headline: ReleasedFigure | null, forces: number, { index, subject }: Site): string {
  const dates = datesText(index.release.period);
  const included = headline?.coverage.included ?? 0;
  if (headline?.number.value.status !== 'published' || included >= forces) return `${subject.many}, ${dates}`;
  const who = `from ${countWord(included)} of its ${countWord(forces)} forces`;
  return headline.method === 'sum'
    ? `${subject.many}, ${who}, ${dates}. No figure for the whole region was published.`
    : `${subject.many}, ${who}, ${dates}`;
}

const order = (standing: string): number => Object.keys(STANDING_WORDS).indexOf(standing);

function forcesTable(region: Area, forces: readonly Area[], { index }: Site): TableView {
  const figures = forces.map((force) => index.headline(force.code));
  const most = Math.max(
    1,
    ...figures.map((figure) =>
      figure?.number.value.status === 'published' ? (figure.number.value.high ?? 0) : 0,
    ),
  );
  return {
    caption: `The forces of ${inSentence(region)}, in the order of their names`,
    columns: [{ text: 'Force' }, { text: 'Offences', numeric: true }, { text: 'Figure' }],
    rows: forces
      .map((force) => ({ force, figure: index.headline(force.code), standing: standingOf(force, index) }))
      .sort((a, b) => a.force.name.localeCompare(b.force.name, 'en-GB'))
      .map(({ force, figure, standing }) => ({
        head: { text: force.name, path: areaPath(force), svg: figure ? bar(figure.number, most) : '' },
        cells: [
          figure ? { figure: figureView(figure, index) } : ({ text: '[x]' } satisfies Cell),
          { text: STANDING_WORDS[standing], kind: standing },
        ],
      })),
    stack: true,
  };
}
