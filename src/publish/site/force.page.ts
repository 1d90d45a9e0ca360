/** A page per force, whether or not it gave data: its figure or the plain absence of one, what is known of its answer, and its place. */
import type { Area, ReleasedFigure } from '#tables/release.ts';
import { bulletinOf } from '../bulletin/bulletin-of.ts';
import type { ReleaseIndex } from '../release-index.ts';
import { datesText, inSentence } from '../wording/names.ts';
import { breakdownTables } from './breakdown.view.ts';
import { figureView } from './figure.view.ts';
import { historyOf } from './history.view.ts';
import type { Page, Site } from './page.ts';
import { areaPath, bulletinDocxPath, bulletinPagePath, bulletinPath } from './paths.ts';
import { rateView } from './rate.view.ts';
import { STATE_WORDS, standingOf } from './standing.view.ts';
import type { TableView } from './table.view.ts';

export const forcePage: Page = {
  template: 'force.njk',
  section: 'areas',
  pages: (site) => site.index.forces.map((force) => forceView(force, site)),
};

function forceView(force: Area, site: Site) {
  const { index, subject } = site;
  const region = force.region === null ? null : index.area(force.region);
  const headline = index.headline(force.code);
  const request = index.request(force.code);
  return {
    path: areaPath(force),
    title: force.name,
    trail: region
      ? [{ text: region.name, path: areaPath(region) }]
      : [{ text: 'Areas', path: 'areas/index.html' }],
    area: force,
    view: {
      eyebrow: region ? `Police force in ${inSentence(region)}` : 'Police force outside the regions',
      heading: force.name,
      what: `${subject.many}, ${datesText(index.release.period)}`,
      headline: headline && figureView(headline, index),
      standing: standingOf(force, index),
      state: request && STATE_WORDS[request.state],
      sentences: request?.sentences ?? [],
      files: request?.files ?? [],
      doubts: headline?.doubts ?? [],
      rate: rateView(force.code, index),
      history: historyOf(force, index),
      breakdowns: breakdownTables(force, index),
      context: contextTable(force, region, site),
      bulletin: bulletinOf(force, index, subject),
      bulletinFile: bulletinPath(force),
      bulletinDocx: bulletinDocxPath(force),
      bulletinPage: bulletinPagePath(force),
    },
  };
}

/** The force beside the figures that it is, or is not, a part of. */
function contextTable(force: Area, region: Area | null, { index }: Site): TableView {
  const wider = [
    ...index.groupsWith(force.code),
    ...[region, index.country].map((area) => area && index.headline(area.code)),
  ];
  return {
    caption: 'Figures for wider areas, and whether this force is in them',
    columns: [{ text: 'Area' }, { text: 'Offences', numeric: true }, { text: 'Is this force in it?' }],
    rows: [...new Set(wider)]
      .filter((figure) => figure !== null)
      .map((figure) => ({
        head: figure.group ? { text: figure.group.label } : linked(figure, index),
        cells: [{ figure: figureView(figure, index) }, { text: isIn(force, figure) }],
      })),
    quiet: true,
  };
}

function linked(figure: ReleasedFigure, index: ReleaseIndex) {
  const area = index.area(figure.area);
  return { text: area.name, path: areaPath(area) };
}

function isIn(force: Area, { coverage, number }: ReleasedFigure): string {
  if (number.value.status === 'not-available') return 'There is no figure';
  if (coverage.includedForces.includes(force.code)) return 'Yes';
  if (coverage.includedUnnamed > 0 && !coverage.missing.some((missing) => missing.force === force.code))
    return 'Not public';
  return 'No';
}
