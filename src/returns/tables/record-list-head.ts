/** The headings of a list of one row per crime: which row they are, and what each column tells of a crime. */
import type { Dimension, Lexicon } from '../words/lexicon.ts';
import { periodWords } from '../words/period-words.ts';
import { cellValue } from '../words/value-words.ts';
import type { Grid } from './grid.ts';

export type Column = {
  readonly col: number;
  readonly about: Dimension | 'period' | 'ordinal' | 'other';
  readonly title: string;
};

export type Head = { readonly row: number; readonly columns: readonly Column[] };

const COUNTS =
  /^(?:no\.?|%|counts?|numbers?|no\.? of .*|totals?|volume|offences|crimes|victims|number of .*|count of .*|recorded(?: offences| crimes)?|qty|quantity|nifer)$/iu;
const KEY =
  /^(?:no\.?|#|number|row|lines?(?: no\.?)?|entry|seq(?:uence)?(?:\.|\s+no\.?)?|s\/?n(?:o\.?)?|id|ref(?:erence)?(?: no\.?)?|crime (?:no\.?|number|ref(?:erence)?)|urn|item|record|serial)$/iu;

export function headOf(grid: Grid, lexicon: Lexicon): Head | null {
  for (let row = 0; row < Math.min(grid.rows, 40); row += 1) {
    const cells = grid.row(row);
    if (cells.length < 3 || cells.some((cell) => cellValue(cell.text)?.kind === 'exact')) continue;
    const columns = cells.map((cell, at): Column => {
      const title = cell.text.replaceAll('_', ' ');
      const about =
        at === 0 && isRunning(grid, row, cell.col) ? 'ordinal' : aboutColumn(title, at === 0, lexicon);
      const isDay =
        about === 'other' &&
        ((RECORDED.test(title.trim()) && hasDays(grid, row, cell.col)) || hasYears(grid, row, cell.col));
      return { col: cell.col, about: isDay ? 'period' : about, title: cell.text };
    });
    const dims = columns.filter((column) => ['age', 'sex', 'platform'].includes(column.about));
    const known = columns.filter((column) => column.about !== 'other');
    if (
      (dims.length === 0 && !isCrimeList(columns)) ||
      known.length < 2 ||
      columns.some((column) => COUNTS.test(column.title.trim()) && column.about === 'other') ||
      cells.some((cell) => isValueHeading(cell.text, lexicon))
    )
      continue;
    const below = grid.row(row + 1);
    if (below.length < cells.length / 2) continue;
    // Under the headings of a cross-table stand numbers; under these stand words, dates and codes, and at most ages and row numbers.
    const numeric = below.filter((cell) => {
      const about = columns.find((column) => column.col === cell.col)?.about;
      return (
        about !== 'ordinal' &&
        about !== 'age' &&
        about !== 'period' &&
        about !== 'offence' &&
        cellValue(cell.text)?.kind === 'exact'
      );
    });
    if (numeric.length > 0) continue;
    return { row, columns };
  }
  return null;
}

/** A number of the crime, its day and its offence are a list of crimes too, whatever else is told of them. */
function isCrimeList(columns: readonly Column[]): boolean {
  return ['ordinal', 'period', 'offence'].every((about) => columns.some((column) => column.about === about));
}

const RECORDED = /^(?:(?:when|day)\s+)?(?:recorded|created|reported|logged)(?:\s+(?:on|at))?$/iu;

/** "Recorded" over days tells when; over numbers it counts. */
function hasDays(grid: Grid, head: number, col: number): boolean {
  const below = [1, 2, 3].flatMap((step) => grid.at(head + step, col) ?? []);
  return (
    below.length > 0 &&
    below.every(({ kind, text }) => kind === 'date' || periodWords(text).some((word) => word.kind === 'date'))
  );
}

/** Whatever stands over it, a column in which each row says a year says when. */
function hasYears(grid: Grid, head: number, col: number): boolean {
  const below = [1, 2, 3, 4].map((step) => grid.at(head + step, col)?.text.trim() ?? '');
  return below.every((text) => {
    const [word, ...others] = periodWords(text);
    return word?.kind === 'period' && others.length === 0 && word.text.trim() === text;
  });
}

/** 1, 2, 3 down the first column number its rows, whatever stands over them. */
function isRunning(grid: Grid, head: number, col: number): boolean {
  const below = [1, 2, 3, 4].map((step) => grid.at(head + step, col)?.text.trim() ?? '');
  return below.every((text, at) => /^\d+$/u.test(text) && Number(text) === Number(below[0]) + at);
}

/** A number of the record stands in the first column, or says that it is one: "Crime ref". */
function aboutColumn(title: string, isFirst: boolean, lexicon: Lexicon): Column['about'] {
  if (KEY.test(title.trim()) && (isFirst || /\b(?:crime|ref|urn|id|record)\b/iu.test(title)))
    return 'ordinal';
  if (/^(?:offence|crime|crime type|offence type|ho\s?code|home office code|hooc|code)$/iu.test(title.trim()))
    return 'offence';
  if (/\bdate\b/iu.test(title))
    return /\b(?:recorded|created|reported)\b/iu.test(title) || /^date$/iu.test(title.trim())
      ? 'period'
      : 'other';
  // "Aged 10 to 12" over a column of counts is an age; it does not say that ages stand below.
  return isCategory(title, lexicon) ? 'other' : (lexicon.dimensionOf(title) ?? 'other');
}

/** A year or a total heads counts; over a list of crimes stand the names of what is told of each. */
function isValueHeading(title: string, lexicon: Lexicon): boolean {
  return lexicon.isTotal(title) || periodWords(title).some((word) => word.kind === 'period');
}

function isCategory(title: string, lexicon: Lexicon): boolean {
  return lexicon.ageOf(title) !== null || lexicon.sexOf(title) !== null;
}
