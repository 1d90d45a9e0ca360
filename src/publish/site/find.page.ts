/**
 * Finds a force by a place: every local authority and a few towns, every force and region, in one list by letter that works
 * without a script. A script adds a box that narrows the list; it asks nobody.
 */
import { places } from '#tables/places.ts';
import type { ReleaseIndex } from '../release-index.ts';
import type { Page } from './page.ts';
import { areaPath } from './paths.ts';

type Entry = { readonly text: string; readonly path: string; readonly words: string };

export const findPage: Page = {
  template: 'find.njk',
  section: 'areas',
  pages: ({ index }) => {
    const letters = Map.groupBy(entries(index), ({ text }) => text.charAt(0).toUpperCase());
    return [
      {
        path: 'areas/find/index.html',
        title: 'Find your area',
        trail: [{ text: 'Areas', path: 'areas/index.html' }],
        area: index.country,
        view: { letters: [...letters].map(([letter, all]) => ({ letter, entries: all })) },
      },
    ];
  },
};

function entries(index: ReleaseIndex): readonly Entry[] {
  const forces = new Map(index.forces.map((force) => [force.code, force]));
  const towns = places().flatMap(({ name, force: code, remark }): Entry[] => {
    const force = forces.get(code);
    const words = force?.name ?? '';
    return force === undefined
      ? []
      : [{ text: name, path: areaPath(force), words: remark === '' ? words : `${words}; ${remark}` }];
  });
  const own = [...index.forces, ...index.regions].map((area) => ({
    text: area.name,
    path: areaPath(area),
    words: area.kind === 'force' ? 'police force' : 'region',
  }));
  return [...own, ...towns].sort(
    (a, b) => a.text.localeCompare(b.text, 'en-GB') || (a.words < b.words ? -1 : 1),
  );
}
