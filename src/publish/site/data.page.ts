/** What can be downloaded: the manifest, a CSV per table, the bulletin of every area. */
import type { Page } from './page.ts';
import { bulletinDocxPath, bulletinPagePath, bulletinPath, releasePath, tableDataPath } from './paths.ts';

export const dataPage: Page = {
  template: 'data.njk',
  section: 'data',
  pages: ({ index }) => [
    {
      path: 'data/index.html',
      title: 'Data',
      trail: [],
      area: index.country,
      view: {
        manifest: releasePath,
        id: index.release.id,
        title: index.release.title,
        tables: index.release.tables.map((table) => ({
          title: table.title,
          path: tableDataPath(table),
          file: `${table.id}.csv`,
        })),
        bulletins: [index.country, ...index.regions, ...index.forces].map((area) => ({
          name: area.name,
          path: bulletinPagePath(area),
          text: bulletinPath(area),
          docx: bulletinDocxPath(area),
        })),
      },
    },
  ],
};
