/**
 * The estimate for forces that did not supply, apart from every count, or why none is made; and always the test: how often
 * the interval held what forces that did supply had stated.
 */
import type { ReleasedEstimate } from '#tables/comparison.ts';
import { inSentence, list } from '../wording/names.ts';
import { countWord, thousands } from '../wording/number-words.ts';
import type { Page, Site } from './page.ts';
import type { TableView } from './table.view.ts';

const LEAST = 90;
const MOST = 98;

export const estimatePage: Page = {
  template: 'estimate.njk',
  section: 'method',
  pages: (site) => {
    const { index } = site;
    const { comparison } = index.release;
    if (comparison === null) return [];
    const { estimate } = comparison;
    return [
      {
        path: 'estimate/index.html',
        title: 'Forces that did not supply',
        trail: [{ text: 'Method', path: 'method/index.html' }],
        area: index.country,
        view: {
          ...estimateView(estimate, site),
          year: comparison.year,
          tests: estimate.tests.length === 0 ? null : testsTable(estimate),
          least: LEAST,
          most: MOST,
        },
      },
    ];
  },
};

function estimateView({ missing, unnamed, range, why, supplied, tests }: ReleasedEstimate, { index }: Site) {
  const names = missing.map((code) => inSentence(index.area(code)));
  const who = names.length > 6 ? `${names.length} forces` : list(names);
  return {
    heading: range === null ? 'No estimate is made' : 'An estimate',
    who,
    many: missing.length,
    names: names.length > 6 ? list(names) : null,
    supplied: countWord(supplied),
    unnamed:
      unnamed === 0
        ? null
        : unnamed === 1
          ? 'One more force'
          : `${countWord(unnamed).replace(/^./, (c) => c.toUpperCase())} more forces`,
    range:
      range === null
        ? null
        : { low: thousands(range.low), middle: thousands(range.middle), high: thousands(range.high) },
    why: whyText(why, supplied, tests),
  };
}

function whyText(why: ReleasedEstimate['why'], supplied: number, tests: ReleasedEstimate['tests']): string {
  switch (why) {
    case 'nobody missing':
      return 'No force is known by name to have given no figure, so there is nobody to estimate for.';
    case 'too few':
      return `Only ${countWord(supplied)} forces have an exact figure of their own: too few to learn from, and to test with.`;
    case 'test failed': {
      const failed = tests.find(({ share }) => share * 100 < LEAST || share * 100 > MOST);
      const isWide = (failed?.share ?? 0) * 100 > MOST;
      return `The interval held in ${failed?.held} of ${failed?.tried} trials, which is ${isWide ? 'more' : 'less'} than an interval of 95 per cent should: ${isWide ? 'it would be wider than it says, and there are too few forces to tell by how much' : 'it would promise what it cannot keep'}.`;
    }
    case null:
      return '';
  }
}

function testsTable({ tests }: ReleasedEstimate): TableView {
  return {
    caption: 'Forces that did supply, left out and estimated from the others',
    columns: [
      { text: 'Left out together' },
      { text: 'Trials', numeric: true },
      { text: 'Interval held', numeric: true },
      { text: 'Share', numeric: true },
      { text: 'Test' },
    ],
    rows: tests.map(({ size, tried, held, share }) => ({
      head: { text: size === 1 ? 'one force' : `${countWord(size)} forces` },
      cells: [
        { text: thousands(tried) },
        { text: thousands(held) },
        { text: `${thousands(share * 100, 1)} per cent` },
        share * 100 >= LEAST && share * 100 <= MOST ? { text: 'Passed' } : { text: 'Failed', kind: 'short' },
      ],
    })),
    stack: true,
  };
}
