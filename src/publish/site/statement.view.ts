/** How one published statement, and one cell of the series, is written for people. Never says more than the source does. */
import type { ReleasedCell, SeriesStatement } from '#tables/released-series.ts';
import type { SeriesIndex } from '../series-index.ts';
import { vintageText } from '../wording/names.ts';
import { numberText, thousands } from '../wording/number-words.ts';
import { segment } from './paths.ts';
import type { Cell } from './table.view.ts';

/** `3,186`, `about 3,000`, `44 per cent`, `[c]`. */
export function statementText(statement: SeriesStatement, unit: string): string {
  const { number, printed, grade } = statement;
  const text = number === null ? printedText(printed ?? 0, unit) : numberText(number);
  return grade === 'approximate' && text !== '[c]' ? `about ${text}` : text;
}

function printedText(value: number, unit: string): string {
  const decimals = Number.isInteger(value) ? 0 : 1;
  const text = value < 0 ? `−${thousands(-value, decimals)}` : thousands(value, decimals);
  if (unit === 'percent') return `${text} per cent`;
  if (unit === 'offences_per_day') return `${text} a day`;
  return unit === 'platforms' ? `${text} platforms` : text;
}

export function releaseText({ release }: SeriesStatement): string {
  return release === null ? 'not dated' : vintageText(release);
}

/** What a cell is about, less its period: `all offences`, `victims aged 13`, `by platform: Snapchat`. */
export function aboutText({ dimension, category, unit }: ReleasedCell): string {
  const counted = unit === 'victims' ? 'victims' : 'offences';
  switch (dimension) {
    case '':
      return 'all offences';
    case 'age':
      return /^\d/.test(category) || /^(?:under|over)/.test(category)
        ? `${counted} aged ${category}`
        : category;
    case 'headline':
      return category;
    default:
      return `${dimension}: ${category}`;
  }
}

/** The used number of a cell, marked [r] where it was first published as another; for a cell without one, nothing is put in. */
export function usedText(cell: ReleasedCell, index: SeriesIndex): string {
  if (cell.used === null) return 'none used';
  const text = statementText(index.statement(cell.used), cell.unit);
  return cell.first === null ? text : `${text} [r]`;
}

/** The same, leading to the statement it was read from. */
export function usedCell(cell: ReleasedCell, index: SeriesIndex): Cell {
  const text = usedText(cell, index);
  return cell.used === null ? { text } : { text, path: statementPath(cell.used, index) };
}

/** Numbers as they are printed, each leading to its statement; the same words are not told twice. */
export function statementLinks(
  ids: readonly string[],
  words: (one: SeriesStatement) => string,
  index: SeriesIndex,
): Cell {
  const said = new Map<string, string>();
  for (const id of ids) {
    const text = words(index.statement(id));
    if (!said.has(text)) said.set(text, statementPath(id, index));
  }
  return { links: [...said].map(([text, path]) => ({ text, path })) };
}

/** Where a statement stands with its source and its release: a row of the page of its measure and period. */
export function statementPath(id: string, index: SeriesIndex): string {
  const { measure, period } = index.cellWith(id);
  return `${seriesPath(index.measure(measure).slug, period)}#${id}`;
}

export function seriesPath(slug: string, period: string | null = null): string {
  return period === null ? `series/${slug}/index.html` : `series/${slug}/${periodSegment(period)}/index.html`;
}

/** Single years have pages of their own; parts of years and several years share one. */
function periodSegment(period: string): string {
  return /^\d{4}(?:\/\d{2})?$/.test(period) ? segment(period) : 'other-periods';
}

export const GRADE_WORDS: Readonly<Record<SeriesStatement['grade'], string>> = {
  exact: 'exact',
  approximate: 'approximate',
  doubtful: 'doubtful',
  partial: 'part of the period',
  proxy: 'in place of the flag',
};
