/** Every support service of the release: those for the whole country in the order a child needs them, then by area. */
import type { Page } from './page.ts';
import { areaPath } from './paths.ts';
import { rank, servicesFor, serviceView } from './support.view.ts';

const GROUPS: readonly (readonly [rank: readonly number[], id: string, title: string])[] = [
  [[0], 'danger', 'In danger now'],
  [[1], 'children', 'For children and young people'],
  [[3], 'worried', 'For adults worried about a child'],
  [[2], 'anyone', 'More support'],
  [[4], 'adults', 'For adults, and for people aged 16 or over'],
];

export const helpPage: Page = {
  template: 'help.njk',
  section: 'help',
  pages: ({ index }) => {
    const all = servicesFor(index.country, index);
    const local = index.release.services.filter(
      ({ area }) => area !== 'national' && area !== index.country.code,
    );
    return [
      {
        path: 'help/index.html',
        title: 'Get help',
        trail: [],
        area: index.country,
        view: {
          groups: GROUPS.map(([ranks, id, title]) => ({
            id,
            title,
            services: all.filter((service) => ranks.includes(rank(service))).map(serviceView),
          })).filter(({ services }) => services.length > 0),
          local: local.map((service) => ({
            ...serviceView(service),
            area: index.area(service.area).short,
            path: areaPath(index.area(service.area)),
          })),
        },
      },
    ];
  },
};
