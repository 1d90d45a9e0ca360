/** How sure the release is, in one place: coverage, who answered, findings, doubts, and what disclosure control did. */

import type { FindingLevel } from '#finding/finding.ts';
import { placeInWords } from '#finding/place.ts';
import { capital, datesText, dayText } from '../wording/names.ts';
import { countWord } from '../wording/number-words.ts';
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
          declaration: declarationOf(site),
          audit: release.audit,
          ofOthers: release.series?.audit ?? null,
          threshold: release.threshold,
          below: release.threshold - 1,
        },
      },
    ];
  },
};

/** What the release itself can say under each head of a quality report, in whole sentences. */
function declarationOf({ index, subject }: Site) {
  const { release, country } = index;
  const headline = index.headline(country.code);
  const held = release.requests.filter(({ files }) => files.length > 0).length;
  const doubted = release.figures.filter(({ doubts }) => doubts.length > 0).length;
  const shown = release.figures.filter(({ number }) => number.value.status === 'published').length;
  const contested = index.series?.series.cells.filter(({ isContested }) => isContested).length ?? 0;
  return [
    {
      title: 'Relevance',
      text: `It counts ${subject.many}, ${datesText(release.period)}. It is for people who need to know what was recorded, where, and how far the number can be trusted. It does not tell how many offences were committed or how many children were harmed.`,
    },
    {
      title: 'Accuracy and reliability',
      text: `${headline === null ? 'There is no national figure.' : headline.coverage.sentence} ${capital(countWord(shown))} figures are published; ${countWord(doubted)} have a recorded doubt beside them. What is partly known is a range and never a guess. The largest error is not of counting: it is offences that were not reported, not recorded${subject.isFlag ? ' or not flagged' : ''}, and nobody has measured it for a whole country.`,
    },
    {
      title: 'Timeliness',
      text: `The period ended on ${dayText(release.period.slice(-10))}. A release is made when the files are in and every open error is settled; it holds no date of its own, so that it can be made again byte for byte.`,
    },
    {
      title: 'Coherence and comparability',
      text: `Forces record differently, so areas are not ranked, and change is told only over forces that supplied both periods on one basis.${contested > 0 ? ` Of what others published for this and other years, ${countWord(contested)} numbers exist in more than one version; all are shown.` : ''}`,
    },
    {
      title: 'Accessibility and clarity',
      text: 'Every page works without scripts, by keyboard, at 320 pixels and in print; every picture stands beside its numbers; every number leads to where it was read; everything can be downloaded.',
    },
    {
      title: 'Assurance of the sources',
      text: `Files are held for ${countWord(held)} of ${countWord(release.requests.length)} forces. Each is read twice over by its layout and its totals, and nothing is corrected by guessing. No force has signed off its figures here, and how each force checks its own records is not known: measured as the Office for Statistics Regulation measures administrative data, that part is not assured.`,
    },
    {
      title: 'Independence',
      text: 'These are not official statistics. They are made to the same Code of Practice by choice: rules fixed beforehand and published, the same for every force, and results that do not depend on who likes them.',
    },
  ];
}

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
