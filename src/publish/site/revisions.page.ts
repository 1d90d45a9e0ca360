/**
 * Revisions in the open: what this release changed, every published number of which there are two versions, and every
 * contradiction between sources with what follows from it. Nothing here is smoothed over.
 */
import type { ReleasedCell } from '#tables/released-series.ts';
import type { FigureChange } from '../edition.ts';
import type { ReleaseIndex } from '../release-index.ts';
import type { SeriesIndex } from '../series-index.ts';
import { percentText } from '../wording/change-words.ts';
import { periodText } from '../wording/names.ts';
import { countWord, thousands } from '../wording/number-words.ts';
import { figureView } from './figure.view.ts';
import type { Page } from './page.ts';
import { areaPath, figurePath } from './paths.ts';
import {
  aboutText,
  releaseText,
  seriesPath,
  statementLinks,
  statementText,
  usedCell,
} from './statement.view.ts';
import { areaName } from './statements.view.ts';
import type { Cell, TableView } from './table.view.ts';

/** Kinds of contradiction in the order in which they are told, with what to make of each. */
const KINDS: readonly (readonly [kind: string, title: string, lead: string])[] = [
  [
    'restated',
    'The same period, restated',
    'A later release gives another number for the same twelve months. A change has to say which of them it starts from.',
  ],
  ['sources disagree', 'Sources disagree', 'Pages of one day or one release print different numbers.'],
  [
    'percentage does not follow',
    'Percentages that do not follow from the counts',
    'Mostly the percentage is over forces that gave both years, and the counts beside it are of all that answered.',
  ],
  ['does not add up', 'Parts that do not make the whole', 'Nothing is worked out from such sums.'],
  [
    'cannot be one series',
    'Numbers that cannot be one series',
    'Each is shown as printed, and no trend is drawn through them.',
  ],
  [
    'definition differs',
    'Different things under one name',
    'Bands, units and periods that look alike and are not.',
  ],
  ['rounded', 'Rounded by the source', 'Averages and percentages here are worked out from the counts.'],
];

export const revisionsPage: Page = {
  template: 'revisions.njk',
  section: 'revisions',
  pages: ({ index }) => [
    {
      path: 'revisions/index.html',
      title: 'Revisions and contradictions',
      trail: [],
      area: index.country,
      view: {
        number: index.release.number,
        ...ownView(index),
        ...(index.series === null ? {} : versionsView(index, index.series)),
        kinds: KINDS.map(([kind, title, lead]) => ({
          title,
          lead,
          id: kind.replaceAll(' ', '-'),
          all: (index.series?.series.contradictions ?? [])
            .filter((one) => one.kind === kind)
            .map((one) => ({
              ...one,
              where: whereText(one, index),
              used: one.used === null ? null : thousands(one.used),
            })),
        })).filter(({ all }) => all.length > 0),
        count: index.series?.series.contradictions.length ?? 0,
      },
    },
  ],
};

/** What this release changed in the one before it, figure by figure; nothing for a first release. */
function ownView(index: ReleaseIndex) {
  const { revision } = index.edition;
  if (revision === null) return { supersedes: null };
  const { supersedes, why, changes } = revision;
  const count = (kind: FigureChange['kind']) => changes.filter((change) => change.kind === kind).length;
  return {
    supersedes,
    why,
    counts: `${countWord(count('revised'))} revised, ${countWord(count('added'))} new and ${countWord(count('removed'))} gone`,
    changed: changes.length === 0 ? null : ownTable(changes.slice(0, MOST_ROWS), index),
    notShown: Math.max(0, changes.length - MOST_ROWS),
  };
}

function ownTable(changes: readonly FigureChange[], index: ReleaseIndex): TableView {
  const held = new Map(index.release.figures.map((figure) => [figure.id, figure]));
  return {
    caption: 'Every figure that differs from the release before, with what that gave',
    columns: [
      { text: 'Area' },
      { text: 'Figure' },
      { text: 'Was', numeric: true },
      { text: 'Is', numeric: true },
      { text: 'Mark' },
    ],
    rows: changes.map(({ figure: id, kind, was, now }) => {
      const figure = held.get(id);
      const area = figure === undefined ? null : index.area(figure.area);
      return {
        head:
          area === null ? { text: 'No longer in the release' } : { text: area.name, path: areaPath(area) },
        cells: [
          figure === undefined
            ? { code: id }
            : {
                text: `${figureView(figure, index).label}, ${periodText(figure.period)}`,
                path: figurePath(figure),
              },
          { text: was ?? 'none' },
          { text: now ?? 'none' },
          { text: kind === 'revised' ? '[r] revised' : kind === 'added' ? 'new' : 'gone' },
        ],
      };
    }),
    stack: true,
  };
}

/** More rows than these are not read on one page: the years that hold them are listed instead. */
const MOST_ROWS = 120;

function versionsView(index: ReleaseIndex, series: SeriesIndex) {
  const versions = versionsTable(index, series);
  const changes = basesTable(index, series);
  const contested = series.series.cells.filter(({ isContested }) => isContested);
  const years = Map.groupBy(contested, (cell) => seriesPath(series.measure(cell.measure).slug, cell.period));
  const isLong = versions.rows.length > MOST_ROWS;
  return {
    series: true,
    versions: isLong ? null : versions,
    years: isLong
      ? [...years].map(([path, [cell, ...more]]) => ({
          path,
          text: cell === undefined ? '' : `${series.measure(cell.measure).short}, ${cell.periodLabel}`,
          count: 1 + more.length,
        }))
      : null,
    changes: changes.rows.length > MOST_ROWS ? null : changes,
    bases: changes.rows.length,
  };
}

function whereText(
  {
    measure,
    period,
    code,
  }: { readonly measure: string; readonly period: string; readonly code: string | null },
  index: ReleaseIndex,
): string {
  const area = index.release.areas.find((one) => one.code === code)?.name;
  const short = index.series?.measure(measure).short;
  return [
    area ?? (code === 'psni' ? 'Northern Ireland' : null),
    period === '' ? null : period.replace('..', ' to '),
    short,
  ]
    .filter((part) => part !== null)
    .join(', ');
}

function versionsTable(index: ReleaseIndex, series: SeriesIndex): TableView {
  const cells = series.series.cells.filter(({ isContested }) => isContested);
  return {
    caption:
      'Numbers of which more than one version was printed: every version with its release, and the one used',
    columns: [
      { text: 'Area' },
      { text: 'What' },
      { text: 'As printed' },
      { text: 'Used', numeric: true },
      { text: 'Why' },
    ],
    rows: cells.map((cell) => {
      const area = index.release.areas.find(({ code }) => code === cell.area.code);
      return {
        head: { text: areaName(cell, index), ...(area ? { path: areaPath(area) } : {}) },
        cells: [
          { text: whatText(cell, series), path: seriesPath(series.measure(cell.measure).slug, cell.period) },
          printedCell(cell, series),
          cell.used === null ? { text: 'none' } : usedCell(cell, series),
          { text: whyText(cell, series) },
        ],
      };
    }),
    stack: true,
  };
}

/** The rule, and what a person found out about this very number. */
function whyText(cell: ReleasedCell, series: SeriesIndex): string {
  const value = cell.used === null ? null : series.value(cell.used);
  const found = series.series.contradictions.find(
    ({ measure, period, code, used }) =>
      measure === cell.measure &&
      period === cell.period &&
      code === cell.area.code &&
      used === value &&
      used !== null,
  );
  return found === undefined || found.kind === 'restated' ? cell.why : `${cell.why} ${found.means}`;
}

function whatText(cell: ReleasedCell, series: SeriesIndex): string {
  return `${series.measure(cell.measure).short}, ${cell.periodLabel}, ${aboutText(cell)}`;
}

/** `3,186 (June 2016), 3,903 (June 2017)`; what several sources of one release print stands once. */
function printedCell(cell: ReleasedCell, series: SeriesIndex): Cell {
  return statementLinks(
    cell.statements.map(({ id }) => id),
    (one) => `${statementText(one, cell.unit)} (${releaseText(one)})`,
    series,
  );
}

/** Changes whose base was restated: on the base of the same release, and on the base as first published. */
function basesTable(index: ReleaseIndex, series: SeriesIndex): TableView {
  const rows = series.series.changes.filter(({ firstBefore }) => firstBefore !== null);
  return {
    caption: 'Changes that depend on which base is taken',
    columns: [
      { text: 'Force' },
      { text: 'Years' },
      { text: 'On the base of the same release' },
      { text: 'On the base as first published' },
      { text: 'Printed' },
    ],
    rows: rows.map((change) => {
      const area = index.release.areas.find(({ code }) => code === change.code);
      return {
        head: area ? { text: area.name, path: areaPath(area) } : { text: 'Northern Ireland (PSNI)' },
        cells: [
          { text: `${change.from} to ${change.to}, ${series.measure(change.measure).short}` },
          { text: baseText(series, change.before, change.after) },
          { text: baseText(series, change.firstBefore ?? change.before, change.after) },
          { text: change.printed.map((id) => signed(series.statement(id).printed)).join(', ') || 'nothing' },
        ],
      };
    }),
    stack: true,
  };
}

export function baseText(series: SeriesIndex, before: string, after: string): string {
  const [a, b] = [series.value(before), series.value(after)];
  if (a === null || b === null) return '[c]';
  return `${thousands(a)} to ${thousands(b)}: ${percentText(a, b) ?? 'no share of none'}`;
}

export function signed(percent: number | null): string {
  if (percent === null) return '';
  const text = thousands(Math.abs(percent), Number.isInteger(percent) ? 0 : 1);
  return `${percent < 0 ? '−' : '+'}${text} per cent`;
}
