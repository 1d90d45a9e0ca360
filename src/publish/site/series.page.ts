/**
 * What others published over the years, at a glance: how much there is of each measure, what broke and when, what changed
 * over forces that can be compared, and what the numbers say about the use of the flag. Told as figures of others.
 */
import type { ReleasedCell, ReleasedMatch, SeriesMeasure } from '#tables/released-series.ts';
import type { ReleaseIndex } from '../release-index.ts';
import type { SeriesIndex } from '../series-index.ts';
import { percentText } from '../wording/change-words.ts';
import { dayText, vintageText } from '../wording/names.ts';
import { countWord, exactValue, numberText, thousands } from '../wording/number-words.ts';
import type { Page } from './page.ts';
import { areaPath } from './paths.ts';
import { breakMark } from './series-chart.view.ts';
import { seriesPath, statementPath, statementText } from './statement.view.ts';
import type { TableView } from './table.view.ts';

export const seriesPage: Page = {
  template: 'series.njk',
  section: 'series',
  pages: ({ index }) => {
    const { series } = index;
    if (series === null) return [];
    const { cells, measures, flagUse } = series.series;
    const statements = cells.flatMap((cell) => cell.statements);
    return [
      {
        path: 'series/index.html',
        title: 'Figures over the years',
        trail: [],
        area: index.country,
        view: {
          statements: thousands(statements.length),
          sources: thousands(new Set(statements.map(({ sourceUrl }) => sourceUrl)).size),
          leftOut: countWord(series.series.leftOut),
          contested: cells.filter(({ isContested }) => isContested).length,
          measures: measures.map((measure) => cardOf(measure, cells)),
          breaks: series.series.breaks.map((one, at) => ({
            ...one,
            day: dayText(one.day),
            mark: breakMark(at),
            ...linkOf(one.source),
          })),
          matched: matchedTable(series),
          short: countWord(flagUse.filter(({ isShort }) => isShort).length),
          pairs: flagUse.length,
          flagUse: flagUseTable(index, series),
        },
      },
    ];
  },
};

function linkOf(source: string): { readonly href: string | null; readonly said: string } {
  return URL.canParse(source)
    ? { href: source, said: new URL(source).hostname.replace(/^www\./, '') }
    : { href: null, said: source };
}

function cardOf(measure: SeriesMeasure, cells: readonly ReleasedCell[]) {
  const own = cells.filter((cell) => cell.measure === measure.id);
  const years = own.map(({ from }) => from.slice(0, 4)).sort();
  const forces = new Set(own.filter(({ area }) => area.type === 'force').map(({ area }) => area.name)).size;
  const statements = own.reduce((sum, cell) => sum + cell.statements.length, 0);
  return {
    title: measure.title,
    scope: measure.scope,
    path: seriesPath(measure.slug),
    facts: `${statements} statements, ${years[0]} to ${years.at(-1)}${forces === 0 ? '' : `, ${forces} forces by name`}`,
  };
}

/** Like for like and raw side by side, each with its base. */
export function matchedTable(series: SeriesIndex, only?: string): TableView {
  const rows = series.series.matched.filter(({ measure }) => only === undefined || measure === only);
  return {
    caption:
      'Change over forces that one release states for both years, with its base, and the change of the printed totals',
    columns: [
      { text: 'Years' },
      ...(only === undefined ? [{ text: 'Measure' }] : []),
      { text: 'Forces' },
      { text: 'Like for like' },
      { text: 'Totals as printed, whoever answered' },
    ],
    rows: rows.map((row) => ({
      head: { text: `${row.from} to ${row.to}` },
      cells: [
        ...(only === undefined ? [{ text: series.measure(row.measure).short }] : []),
        { text: `${countWord(row.forces.length)}, release of ${vintageText(row.release)}` },
        { text: matchText(row) },
        { text: rawText(row, series) },
      ],
    })),
    stack: true,
  };
}

function matchText({ before, after }: ReleasedMatch): string {
  const [a, b] = [exactValue(before), exactValue(after)];
  const told = `${numberText(before)} to ${numberText(after)}`;
  return a === null || b === null ? told : `${told}: ${percentText(a, b) ?? 'no share of none'}`;
}

function rawText({ raw }: ReleasedMatch, series: SeriesIndex): string {
  if (raw === null) return 'No totals of one area for both years';
  const [before, after] = [series.statement(raw.before), series.statement(raw.after)];
  const [a, b] = [series.value(raw.before), series.value(raw.after)];
  const told = `${statementText(before, 'offences')} to ${statementText(after, 'offences')}`;
  const forces = [before, after].map(({ forces: count }) => count ?? 'unknown').join(' and ');
  const share = a === null || b === null ? '' : `: ${percentText(a, b)}`;
  return `${told}${share}, over ${forces} forces`;
}

/** More rows than these are not read: then only the years in which flags are missing stand here. */
const MOST_ROWS = 100;

function flagUseTable(index: ReleaseIndex, series: SeriesIndex): TableView {
  const isLong = series.series.flagUse.length > MOST_ROWS;
  return {
    caption: isLong
      ? 'Forces and years in which one offence outnumbers everything flagged; the page of each force has all its years'
      : 'Forces and years of which both numbers are published: one offence beside everything flagged',
    columns: [
      { text: 'Force' },
      { text: 'Year' },
      { text: 'Code 71/17', numeric: true },
      { text: 'Everything flagged', numeric: true },
      { text: 'What it shows' },
    ],
    rows: (isLong
      ? series.series.flagUse.filter(({ isShort }) => isShort).slice(0, MOST_ROWS)
      : series.series.flagUse
    ).map((use) => {
      const area = index.release.areas.find(({ code }) => code === use.code);
      return {
        head:
          area === undefined
            ? { text: 'Northern Ireland (PSNI)' }
            : { text: area.name, path: areaPath(area) },
        cells: [
          { text: use.period },
          {
            text: statementText(series.statement(use.communication), 'offences'),
            path: statementPath(use.communication, series),
          },
          {
            text: statementText(series.statement(use.flagged), 'offences'),
            path: statementPath(use.flagged, series),
          },
          use.isShort ? { text: 'Flags seem to be missing', kind: 'short' } : { text: 'Nothing by itself' },
        ],
      };
    }),
    stack: true,
  };
}
