/**
 * A page per figure, at an address that can be cited: what the number is, what stands behind it, its doubts, and either
 * the places it was read from or the figures it was worked out from, down to their origins.
 */
import { placeInWords } from '#finding/place.ts';
import type { Method, ReleasedFigure } from '#tables/release.ts';
import { capital, datesText, inSentence } from '../wording/names.ts';
import { figureView } from './figure.view.ts';
import type { Page, PageView, Site } from './page.ts';
import { areaPath, figurePath, originPath } from './paths.ts';

const WORKING: Readonly<Record<Method, string>> = {
  stated: 'The force stated this number in the file below.',
  published: 'This number was published at the time, in the statement below.',
  sum: 'We added up the figures below. Nothing is put in for forces without a figure.',
  difference: 'We took the parts below away from the whole below.',
  bounds:
    'This is a range. It follows from the figures below: whatever the true number is, it cannot lie outside it.',
  rate: 'We divided the figure below by the number of days of the period.',
};

function workingOf({ number, method }: ReleasedFigure): string {
  switch (number.value.status) {
    case 'published':
      return WORKING[method];
    case 'withheld':
      return 'This number is known and is kept back, because it is small or because a small one could be worked out from it. It should not be read as zero; the places below show it as [c].';
    case 'not-available':
      return 'Nobody published this number, or nobody was named with it. It should not be read as zero.';
  }
}

export const figurePage: Page = {
  template: 'figure.njk',
  section: null,
  pages: (site) => site.index.release.figures.map((figure) => pageOf(figure, site)),
};

function pageOf(figure: ReleasedFigure, { index, subject }: Site): PageView {
  const area = index.area(figure.area);
  const view = figureView(figure, index);
  const what =
    figure.breakdown || figure.group
      ? capital(view.label)
      : figure.unit === 'offences a day'
        ? 'Offences a day'
        : subject.heading;
  const isRead = figure.method === 'stated' || figure.method === 'published';
  return {
    path: figurePath(figure),
    crumb: what,
    title: isRead ? `${what}, ${area.name}` : `${what}, ${area.name}, ${view.method}`,
    trail: area.kind === 'country' ? [] : [{ text: area.name, path: areaPath(area) }],
    area,
    view: {
      figure: view,
      eyebrow: `Figure for ${inSentence(area)}, ${datesText(figure.period)}`,
      heading: what,
      working: workingOf(figure),
      isKnown: figure.number.value.status !== 'not-available',
      method: capital(view.method),
      vintage: capital(view.vintage ?? 'worked out for this release'),
      from: figure.from.map((id) => withArea(index.figure(id))),
      origins: figure.origins.map((id) => {
        const origin = index.origin(id);
        return {
          path: originPath(origin),
          place: placeInWords(origin.at),
          who:
            origin.kind === 'return' && origin.force ? index.area(origin.force).name : 'Published statement',
        };
      }),
      into: index.workedOutFrom(figure.id).map(withArea),
      missing: figure.coverage.missing.map(({ force, why }) => ({ force: index.area(force).name, why })),
      included: figure.coverage.included,
      asked: figure.coverage.asked,
      area: { name: area.name, path: areaPath(area) },
    },
  };

  function withArea(one: ReleasedFigure) {
    return { ...figureView(one, index), area: one.group?.label ?? index.area(one.area).name };
  }
}
