/** A page per published table: every cell is a figure, with its symbol explained and its link to where it comes from. */
import type { ReleasedTable } from '#tables/release.ts';
import { figureView } from './figure.view.ts';
import type { Page, PageView, Site } from './page.ts';
import { areaPath, tableDataPath, tablePath } from './paths.ts';
import type { Cell, TableView } from './table.view.ts';

export const tablePage: Page = {
  template: 'table.njk',
  section: 'tables',
  pages: (site) => site.index.release.tables.map((table) => pageOf(table, site)),
};

function pageOf(table: ReleasedTable, site: Site): PageView {
  const figures = table.rows.flatMap((row) => row.figures).filter((id) => id !== null);
  const doubted = [...new Set(figures)]
    .map((id) => site.index.figure(id))
    .filter(({ doubts }) => doubts.length > 0);
  return {
    path: tablePath(table),
    title: table.title,
    trail: [{ text: 'Tables', path: 'tables/index.html' }],
    area: site.index.country,
    view: {
      heading: table.title,
      notes: table.notes,
      explained: table.notes.some((note) => note.includes('[x]')),
      data: tableDataPath(table),
      table: tableView(table, site),
      doubted: doubted.map((figure) => ({
        ...figureView(figure, site.index),
        area: site.index.area(figure.area).name,
      })),
    },
  };
}

function tableView(table: ReleasedTable, { index }: Site): TableView {
  const widest = Math.max(0, ...table.rows.map((row) => row.figures.length));
  const headed = table.columns.length > widest;
  const [first = 'Area', ...rest] = headed ? table.columns : ['Area', ...table.columns];
  return {
    caption: table.title,
    columns: [{ text: first }, ...rest.map((text) => ({ text, numeric: true as const }))],
    rows: table.rows.map((row) => ({
      head: { text: row.label, path: areaPath(index.area(row.area)) },
      cells: rest.map((_, at): Cell => {
        const id = row.figures[at] ?? null;
        return id === null ? { text: '[x]' } : { figure: figureView(index.figure(id), index) };
      }),
    })),
    ...(rest.length > 1 ? { stack: true as const } : {}),
  };
}
