/**
 * A page per origin: the row or sentence that a number was read from, with the number marked and every number that is
 * not released shown as [c], the file and its SHA-256, and the figures that use it.
 */
import { placeInWords } from '#finding/place.ts';
import type { Origin, ReleasedFigure } from '#tables/release.ts';
import { inSentence } from '../wording/names.ts';
import { figureView } from './figure.view.ts';
import type { Page, PageView, Site } from './page.ts';
import { areaPath, originPath } from './paths.ts';

export const originPage: Page = {
  template: 'origin.njk',
  section: null,
  pages: (site) => site.index.release.origins.map((origin) => originView(origin, site)),
};

function originView(origin: Origin, { index }: Site): PageView {
  const uses = index.readFrom(origin.id);
  const read = uses.filter(({ method }) => method === 'stated' || method === 'published');
  const own = read.find(({ from }) => from.length === 0) ?? uses[0];
  const area = index.area(origin.force ?? own?.area ?? index.country.code);
  const about = own ? figureView(own, index).label : 'a number';
  const heading = `Where the number for ${inSentence(area)}, ${about}, was read`;
  const use = (figure: ReleasedFigure) => ({
    ...figureView(figure, index),
    area: figure.group?.label ?? index.area(figure.area).name,
  });
  return {
    path: originPath(origin),
    title: `${heading}: ${origin.at}`,
    crumb: 'Origin',
    trail: area.kind === 'country' ? [] : [{ text: area.name, path: areaPath(area) }],
    area,
    view: {
      heading,
      areaName: area.name,
      areaPath: areaPath(area),
      eyebrow:
        origin.kind === 'return'
          ? 'Origin: a file sent by the force'
          : 'Origin: a statement published at the time',
      shown: origin.shown,
      masked: partsOf(origin).some(({ role }) => role === 'masked'),
      file: origin.file,
      place: placeInWords(origin.at),
      sha256: origin.sha256,
      url: origin.url,
      declares: origin.declares,
      kind: origin.kind,
      read: read.map(use),
      derived: uses.filter((figure) => !read.includes(figure)).map(use),
      others: otherPlaces(origin, read, index),
    },
  };
}

/** Where else the same figures stand, in a file or in print: two witnesses of one number. */
function otherPlaces(origin: Origin, read: readonly ReleasedFigure[], index: Site['index']) {
  const ids = [...new Set(read.flatMap(({ origins }) => origins))].filter((id) => id !== origin.id);
  return ids.map((id) => ({ path: originPath({ id }), text: placeInWords(index.origin(id).at) }));
}

function partsOf({ shown }: Origin) {
  return shown.kind === 'sentence' ? shown.parts : shown.cells;
}
