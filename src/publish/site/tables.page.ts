/** The list of published tables, each with its page and its file. */
import type { Page } from './page.ts';
import { tableDataPath, tablePath } from './paths.ts';

export const tablesPage: Page = {
  template: 'tables.njk',
  section: 'tables',
  pages: ({ index }) => [
    {
      path: 'tables/index.html',
      title: 'Tables',
      trail: [],
      area: index.country,
      view: {
        tables: index.release.tables.map((table) => ({
          title: table.title,
          path: tablePath(table),
          data: tableDataPath(table),
          rows: table.rows.length,
        })),
      },
    },
  ],
};
