/** Contents by area: every region with its forces, and how each stands in this release. */
import type { Page } from './page.ts';
import { areaPath } from './paths.ts';
import { STANDING_WORDS, standingOf } from './standing.view.ts';

export const areasPage: Page = {
  template: 'areas.njk',
  section: 'areas',
  pages: ({ index }) => {
    const item = (code: string) => {
      const force = index.area(code);
      const standing = standingOf(force, index);
      return { text: force.name, path: areaPath(force), standing, words: STANDING_WORDS[standing] };
    };
    const groups = index.regions.map((region) => ({
      text: region.name,
      path: areaPath(region),
      id: region.slug,
      forces: region.forces.map(item),
    }));
    const outside = index.forces.filter(({ region }) => region === null).map(({ code }) => item(code));
    return [
      {
        path: 'areas/index.html',
        title: 'Areas',
        trail: [],
        area: index.country,
        view: { groups, outside, forces: index.forces.length, regions: index.regions.length },
      },
    ];
  },
};
