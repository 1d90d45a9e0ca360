/** How the numbers are made, in the words of the release's own figures: each method with the figures that use it. */
import type { Method } from '#tables/release.ts';
import { capital, datesText } from '../wording/names.ts';
import { figureView, METHOD_WORDS } from './figure.view.ts';
import type { Page } from './page.ts';

export const methodPage: Page = {
  template: 'method.njk',
  section: 'method',
  pages: ({ index, subject }) => [
    {
      path: 'method/index.html',
      title: 'Method',
      trail: [],
      area: index.country,
      view: {
        counts: subject.many,
        isFlag: subject.isFlag,
        dates: datesText(index.release.period),
        threshold: index.release.threshold,
        below: index.release.threshold - 1,
        methods: (Object.keys(METHOD_WORDS) as Method[]).flatMap((method) => {
          const using = index.release.figures.filter(
            (figure) => figure.method === method && figure.number.value.status === 'published',
          );
          const [example] = using;
          if (example === undefined) return [];
          return [
            {
              title: capital(METHOD_WORDS[method]),
              figures: using.length,
              example: figureView(example, index),
            },
          ];
        }),
        sources: index.release.sources,
      },
    },
  ],
};
