/**
 * A page per origin: the row or sentence that a number was read from, with the number marked and every number that is
 * not released shown as [c], the file and its SHA-256, and the figures that use it.
 */
import { placeInWords } from '#finding/place.ts';
import type { Origin } from '#tables/release.ts';
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
  const area =
    origin.force === null ? index.area(uses[0]?.area ?? index.country.code) : index.area(origin.force);
  const subject = uses[0] ? figureView(uses[0], index).label.toLowerCase() : 'a number';
  const heading = `Where ${area.name}’s number for ${subject} was read`;
  return {
    path: originPath(origin),
    title: heading,
    trail: area.kind === 'country' ? [] : [{ text: area.name, path: areaPath(area) }],
    area,
    view: {
      heading,
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
      uses: uses.map((figure) => ({
        ...figureView(figure, index),
        area: index.area(figure.area).name,
        areaPath: areaPath(index.area(figure.area)),
      })),
    },
  };
}

function partsOf({ shown }: Origin) {
  return shown.kind === 'sentence' ? shown.parts : shown.cells;
}
