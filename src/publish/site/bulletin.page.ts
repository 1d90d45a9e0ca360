/** A page per bulletin: the paragraph to print, what must go with it, its chart, how to quote it, and its files. */
import type { Area } from '#tables/release.ts';
import { bulletinDocument, HEADINGS } from '../bulletin/document.ts';
import { barOf } from '../chart/bar-list.ts';
import { inSentence } from '../wording/names.ts';
import { historyChart } from './history.view.ts';
import type { Page, PageView, Site } from './page.ts';
import { areaPath, bulletinDocxPath, bulletinPagePath, bulletinPath } from './paths.ts';
import { serviceView } from './support.view.ts';
import type { TableView } from './table.view.ts';

export const bulletinPage: Page = {
  template: 'bulletin.njk',
  section: 'areas',
  pages: (site) => site.index.release.areas.map((area) => pageOf(area, site)),
};

function pageOf(area: Area, { index, subject }: Site): PageView {
  const document = bulletinDocument(area, index, subject);
  const { chart } = document;
  const most = Math.max(0, ...(chart?.rows.map(({ value }) => value) ?? []));
  const table: TableView | null =
    chart === null
      ? null
      : {
          caption: chart.caption,
          columns: [
            { text: chart.heads[0] },
            { text: chart.heads[1], numeric: true },
            { text: 'Where from' },
          ],
          rows: chart.rows.map(({ label, number, value, remark }) => ({
            head: {
              text: label,
              svg: chart.kind === 'years' ? '' : barOf({ low: value, high: value }, most),
            },
            cells: [{ text: number }, { text: remark === '' ? 'this release' : remark }],
          })),
        };
  return {
    path: bulletinPagePath(area),
    title: `Bulletin for ${inSentence(area)}`,
    crumb: 'Bulletin',
    trail: area.kind === 'country' ? [] : [{ text: area.name, path: areaPath(area) }],
    area,
    view: {
      document,
      headings: HEADINGS,
      heading: document.bulletin.title,
      table,
      picture: chart?.kind === 'years' && index.series !== null ? historyChart(area, index.series) : null,
      services: document.services.map(serviceView),
      text: bulletinPath(area),
      docx: bulletinDocxPath(area),
      areaName: area.name,
      areaPath: areaPath(area),
    },
  };
}
