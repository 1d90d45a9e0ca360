/** Contents by area: every region with its forces, with its number or why there is none. */
import { amountText } from '../wording/number-words.ts';
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
      const figure = index.headline(code);
      const words =
        figure?.number.value.status === 'published' ? amountText(figure) : STANDING_WORDS[standing];
      return { text: force.name, path: areaPath(force), words };
    };
    const groups = index.regions.map((region) => ({
      text: region.name,
      path: areaPath(region),
      id: region.slug,
      forces: region.forces.map(item).sort((a, b) => a.text.localeCompare(b.text, 'en-GB')),
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
