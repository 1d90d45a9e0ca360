/** A page per measure and year with every statement found, and one for periods that are no year: nothing is left out or merged. */
import type { ReleasedCell, SeriesMeasure } from '#tables/released-series.ts';
import type { ReleaseIndex } from '../release-index.ts';
import type { Page, PageView } from './page.ts';
import { seriesPath } from './statement.view.ts';
import { statementsTable } from './statements.view.ts';

export const statementsPage: Page = {
  template: 'statements.njk',
  section: 'series',
  pages: ({ index }) =>
    (index.series?.series.measures ?? []).flatMap((measure) => {
      const cells = index.series?.series.cells.filter((cell) => cell.measure === measure.id) ?? [];
      return [...Map.groupBy(cells, ({ period }) => seriesPath(measure.slug, period))].map(([path, own]) =>
        pageOf(path, own, measure, index),
      );
    }),
};

function pageOf(
  path: string,
  cells: readonly ReleasedCell[],
  measure: SeriesMeasure,
  index: ReleaseIndex,
): PageView {
  const isYear = !path.includes('/other-periods/');
  const when = isYear ? (cells[0]?.periodLabel ?? '') : 'parts of years, and several years at once';
  const title = `${measure.title}, ${when}`;
  return {
    path,
    title: `${title}: every statement`,
    crumb: isYear ? when : 'Other periods',
    trail: [
      { text: 'Over time', path: 'series/index.html' },
      { text: measure.title, path: seriesPath(measure.slug) },
    ],
    area: index.country,
    view: {
      heading: title,
      isYear,
      table: statementsTable(cells, `Every statement found: ${title}`, index, { isPeriodTold: !isYear }),
      contradictions: (index.series?.series.contradictions ?? []).filter(
        (one) => one.measure === measure.id && cells.some(({ period }) => period === one.period),
      ),
    },
  };
}
