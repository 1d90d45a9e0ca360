/** How sure the release is, in one place: coverage, who answered, findings, doubts, and what disclosure control did. */

import type { FindingLevel } from '#finding/finding.ts';
import { placeInWords } from '#finding/place.ts';
import { figureView } from './figure.view.ts';
import type { Page, Site } from './page.ts';
import { areaPath, figurePath } from './paths.ts';
import { STATE_WORDS } from './standing.view.ts';
import type { TableView } from './table.view.ts';

const LEVELS: readonly (readonly [FindingLevel, string])[] = [
  ['error', 'Errors: a number may be wrong'],
  ['warning', 'Warnings: to be read with the figure'],
  ['info', 'Notes: nothing needs doing'],
];

export const qualityPage: Page = {
  template: 'quality.njk',
  section: 'quality',
  pages: (site) => {
    const { index } = site;
    const { release, country } = index;
    const headline = index.headline(country.code);
    return [
      {
        path: 'quality/index.html',
        title: 'Quality and coverage',
        trail: [],
        area: country,
        view: {
          coverage: headline?.coverage ?? null,
          missing: (headline?.coverage.missing ?? []).map(({ force, why }) => ({
            force: index.area(force).name,
            why,
          })),
          states: statesOf(site),
          requests: requestsTable(site),
          doubts: doubtsOf(site),
          levels: LEVELS.map(([level, title]) => ({
            title,
            findings: release.findings
              .filter(({ finding }) => finding.level === level)
              .map(({ finding, force, sentence }) => ({
                force: force === null ? null : index.area(force).name,
                at: placeInWords(finding.at),
                sentence,
                code: finding.code,
              })),
          })),
          audit: release.audit,
          threshold: release.threshold,
          below: release.threshold - 1,
        },
      },
    ];
  },
};

function statesOf({ index: { release } }: Site) {
  return Object.entries(STATE_WORDS)
    .map(([state, words]) => ({
      words,
      forces: release.requests.filter((request) => request.state === state).length,
    }))
    .filter(({ forces }) => forces > 0);
}

function requestsTable({ index }: Site): TableView {
  return {
    caption: 'What is known of the answer of each force',
    columns: [{ text: 'Force' }, { text: 'Answer' }, { text: 'What is known' }],
    rows: index.release.requests.map(({ force, state, sentences }) => ({
      head: { text: index.area(force).name, path: areaPath(index.area(force)) },
      cells: [{ text: STATE_WORDS[state] }, { text: sentences.join(' ') }],
    })),
    stack: true,
  };
}

/** One entry per doubt, with the figures it stands beside. */
function doubtsOf({ index }: Site) {
  const byDoubt = Map.groupBy(
    index.release.figures.flatMap((figure) => figure.doubts.map((doubt) => ({ doubt, figure }))),
    ({ doubt }) => doubt,
  );
  return [...byDoubt].map(([doubt, uses]) => ({
    doubt,
    figures: uses.map(({ figure }) => ({
      text: `${index.area(figure.area).name}, ${figureView(figure, index).label}`,
      path: figurePath(figure),
    })),
  }));
}
