/**
 * Cuts a grid into blocks: the notes above, the heading rows, and the body they head. A block ends at a blank row, at a
 * note that no numbers follow, or where a new heading begins; a sheet may hold many. Nothing is dropped: rows that belong
 * to no block are given back as notes and pairs.
 */
import type { Cell } from '../document.ts';
import { pairsOf } from '../letters/pairs.ts';
import { isQuestion } from '../letters/questions.ts';
import { stripQuestion } from '../words/label.ts';
import type { Lexicon } from '../words/lexicon.ts';
import { periodWords } from '../words/period-words.ts';
import type { Grid } from './grid.ts';
import { roleOf, rowKinds } from './rows.ts';

export type Block = {
  readonly grid: Grid;
  readonly notes: readonly Cell[];
  readonly heads: readonly number[];
  /** Data rows, each under the group heading that stands above it, if one does. */
  readonly body: readonly { readonly row: number; readonly group: Cell | null }[];
  /** Columns that hold labels; the others that have a heading or a number hold values. */
  readonly labelCols: readonly number[];
  readonly ordinalCols: readonly number[];
  readonly valueCols: readonly number[];
};

export type Cut = {
  readonly blocks: readonly Block[];
  /** Cells that stand alone, in order of rows: notes, titles, pairs such as `Period | 2024/25`. */
  readonly loose: readonly { readonly row: number; readonly cells: readonly Cell[] }[];
};

type Open = {
  notes: Cell[];
  heads: number[];
  body: { row: number; group: Cell | null }[];
  group: Cell | null;
};

export function blocks(grid: Grid, lexicon: Lexicon, aboutAges = false): Cut {
  const kinds = rowKinds(grid, lexicon, aboutAges);
  const done: Block[] = [];
  const loose: { row: number; cells: readonly Cell[] }[] = [];
  let notes: Cell[] = [];
  let open: Open | null = null;
  let lastHeads: readonly number[] = [];
  const close = (): void => {
    if (open !== null && (open.body.length > 0 || open.heads.length > 0)) {
      const block = shape(grid, open, lexicon);
      done.push(block);
      if (open.heads.length > 0) lastHeads = open.heads;
    }
    open = null;
  };
  const start = (): Open => {
    const fresh: Open = { notes, heads: [], body: [], group: null };
    notes = [];
    return fresh;
  };
  for (let row = 0; row < grid.rows; row += 1) {
    const cells = grid.row(row);
    switch (kinds[row]) {
      case 'hidden':
        break;
      case 'head': {
        const current: Open | null = open;
        if (current === null || (current as Open).body.length > 0) {
          close();
          open = start();
        }
        (open as unknown as Open).heads.push(row);
        break;
      }
      case 'data': {
        if (open === null) {
          open = start();
          // A lone label right above the first numbers heads them as it would further down: "Female" over ages.
          const above = kinds[row - 1] === 'note' ? open.notes.at(-1) : undefined;
          const isHeading = above !== undefined && above.row === row - 1 && !isQuestion(above.text);
          if (isHeading) open.group = above;
          if (
            cells.filter((cell) => roleOf(cell, lexicon) !== 'label').length > 1 &&
            fits(grid, lastHeads, row)
          )
            open.heads.push(...lastHeads);
        }
        open.body.push({ row, group: open.group });
        break;
      }
      case 'note': {
        const cell = cells[0];
        if (cell === undefined) break;
        const before: Open | null = open;
        if (pairsOf(stripQuestion(cell.text), lexicon) !== null) {
          // A pair inside one cell ("Snapchat: 19") heads nothing; the rows around it go on.
        } else if (before !== null && kinds[row + 1] === 'data' && cell.text.length < 60) {
          (before as Open).group = cell;
        } else if (before !== null && kinds[row + 1] === 'data' && kinds[row - 1] === 'data') {
          break;
        } else {
          close();
          notes.push(cell);
        }
        loose.push({ row, cells });
        break;
      }
      case 'pair':
        close();
        loose.push({ row, cells });
        break;
      default:
        close();
        if (kinds[row - 1] === 'blank') notes = notes.slice(-3);
    }
  }
  close();
  return { blocks: done, loose };
}

/**
 * Whether headings of the block above stand over this row's numbers too: over each of them, and hardly over more. A list of label
 * and number below a table of many columns is another one, and not its first column.
 */
function fits(grid: Grid, heads: readonly number[], row: number): boolean {
  const last = heads.at(-1);
  if (last === undefined) return false;
  const own = grid.row(row).slice(1);
  const headed = grid.row(last).filter((cell) => cell.col > (grid.row(row)[0]?.col ?? 0)).length;
  return own.length * 2 >= headed && own.every((cell) => grid.covering(last, cell.col) !== undefined);
}

const ORDINAL = /^(?:no\.?|#|item|row|id|ref\.?|serial|line|question|q\.?|qu\.?|s\/n)$/i;

const QUESTIONS = /^(?:questions?|q\.?|qu\.?|question\s+(?:no\.?|number|ref\.?)|cwestiwn)$/iu;
const NUMBERED = /^(?:q|question|cwestiwn)?\.?\s*\d{1,2}\s*[a-z]?[.):]?$/iu;

function shape(grid: Grid, open: Open, lexicon: Lexicon): Block {
  const used = new Set<number>();
  for (const row of [...open.heads, ...open.body.map((one) => one.row)]) {
    for (const cell of grid.row(row)) {
      for (let col = cell.col; col < Math.min(cell.col + cell.colSpan, cell.col + 64); col += 1)
        used.add(col);
    }
  }
  const cols = [...used].sort((a, b) => a - b);
  const labelCols: number[] = [];
  const ordinalCols: number[] = [];
  for (const col of cols) {
    const head = open.heads
      .map((row) => grid.covering(row, col)?.text ?? '')
      .join(' ')
      .trim();
    const cells = open.body.flatMap(({ row }) => grid.at(row, col) ?? []);
    const roles = cells.map((cell) => roleOf(cell, lexicon));
    const count = (role: string): number => roles.filter((one) => one === role).length;
    if (
      ORDINAL.test(head) &&
      count('label') === 0 &&
      count('age-like') + count('value') === cells.length &&
      cells.length > 0
    ) {
      ordinalCols.push(col);
      continue;
    }
    // "Q1" under "Question" numbers what was asked, and is no quarter of a year.
    if (QUESTIONS.test(head) && cells.length > 0 && cells.every(({ text }) => NUMBERED.test(text.trim()))) {
      ordinalCols.push(col);
      continue;
    }
    const texts = count('label') + count('absent');
    if (cells.length === 0) {
      // A column without anything below its heading: a label column only at the left edge, before any number.
      if (labelCols.length === 0 && col === cols[0] && open.body.length > 0) labelCols.push(col);
      continue;
    }
    if (count('value') > 0 && texts <= cells.length / 2) {
      if (count('label') === 0 || texts < cells.length / 2) break;
    }
    const isCategory = open.heads.some((row) => isSaid(grid.covering(row, col)?.text ?? '', lexicon));
    const named = isCategory ? null : lexicon.dimensionOf(head);
    // "Not held" all down a column of figures is an answer, not a label.
    if (count('absent') > 0 && count('label') === 0 && labelCols.length > 0 && named === null) break;
    if (texts > 0 && texts >= count('value')) labelCols.push(col);
    else if ((named === 'age' || named === 'period') && count('value') === 0 && lexicon.unitOf(head) === null)
      labelCols.push(col);
    else if (labelCols.length > 0 && head === '' && col !== cols.at(-1) && areYears(cells, roles))
      labelCols.push(col);
    else if (
      (labelCols.length === 0 ? col === cols[0] : head === '') &&
      count('value') === 0 &&
      inRow(cells) &&
      col !== cols.at(-1) &&
      (head === '' || named !== null || isBands(cells, lexicon))
    )
      labelCols.push(col);
    else break;
  }
  const behind = labelsToTheRight(grid, open, cols, lexicon);
  if (labelCols.length === 0) labelCols.push(...behind);
  // `Code | Offences | Year`: beside labels at the left edge, what names every row says more of it.
  else
    labelCols.push(
      ...behind.filter((col) => !labelCols.includes(col) && isNamedLine(grid, open, col, lexicon)),
    );
  const taken = new Set([...labelCols, ...ordinalCols]);
  return {
    grid,
    notes: open.notes,
    heads: open.heads,
    body: open.body,
    labelCols,
    ordinalCols,
    valueCols: cols.filter((col) => !taken.has(col)),
  };
}

/** "Under 10 years", "FY 2024/25" over a number say what it counts, and name no column of ages or years. */
function isSaid(head: string, lexicon: Lexicon): boolean {
  return (
    lexicon.ageOf(head) !== null ||
    lexicon.offenceOf(head) !== null ||
    periodWords(head).some((word) => word.kind === 'period')
  );
}

/** Where the counts stand first, the labels stand behind them: `Total | Offence | Year`. */
function labelsToTheRight(
  grid: Grid,
  open: Open,
  cols: readonly number[],
  lexicon: Lexicon,
): readonly number[] {
  return cols.slice(1).filter((col) => {
    const head = open.heads.map((row) => grid.covering(row, col)?.text ?? '').join(' ');
    const roles = open.body
      .flatMap(({ row }) => grid.at(row, col) ?? [])
      .map((cell) => roleOf(cell, lexicon));
    return (
      roles.length > 0 &&
      roles.every((role) => role === 'label' || role === 'absent') &&
      !/\b(?:notes?|comments?|remarks?|source)\b/iu.test(head)
    );
  });
}

/** A column under "Year", "Sex" or the like, in which each row of numbers says one. */
function isNamedLine(grid: Grid, open: Open, col: number, lexicon: Lexicon): boolean {
  const head = open.heads.map((row) => grid.covering(row, col)?.text ?? '').join(' ');
  const cells = open.body.map(({ row }) => grid.covering(row, col));
  return (
    lexicon.dimensionOf(head) !== null &&
    cells.every((cell) => cell !== undefined && (isSaid(cell.text, lexicon) || isOneWord(cell.text, lexicon)))
  );
}

function isOneWord(text: string, lexicon: Lexicon): boolean {
  return (
    lexicon.sexOf(text) !== null ||
    lexicon.isUnknown(text) ||
    lexicon.isTotal(text) ||
    lexicon.platformOf(text).kind === 'exact'
  );
}

/** Ages that rise without overlap, whatever stands over them: `0-5`, `6-10`, `16 and over`. */
function isBands(cells: readonly Cell[], lexicon: Lexicon): boolean {
  const ages = cells.map((cell) => lexicon.ageOf(cell.text)).filter((age) => age !== 'unknown');
  if (
    ages.length < 2 ||
    ages.some((age) => age === null) ||
    !cells.some((cell) => /\D/u.test(cell.text.trim()))
  )
    return false;
  const lows = ages.map((age) => Number.parseInt(age ?? '', 10));
  return lows.every((low, at) => at === 0 || low > (lows[at - 1] ?? 0));
}

/** 2020, 2021, 2022 and the same again, under no heading: years, and no counts that happen to come again in their order. */
function areYears(cells: readonly Cell[], roles: readonly string[]): boolean {
  const years = [...new Set(cells.map(({ text }) => Number(text.trim())))];
  if (years.length < 2 || years.length * 2 > cells.length || roles.some((role) => role !== 'year-like'))
    return false;
  const steps = years.slice(1).map((year, at) => year - (years[at] ?? 0));
  return steps.every((step) => step === 1) || steps.every((step) => step === -1);
}

/** Ages or years one after another, or ranges, as labels at the left edge are. */
function inRow(cells: readonly Cell[]): boolean {
  const numbers = cells.map((cell) => Number.parseInt(cell.text, 10));
  if (cells.some((cell) => /\d\s*(?:-|–|to)\s*\d/.test(cell.text))) return true;
  return (
    numbers.length > 1 &&
    numbers.every((number, at) => at === 0 || Math.abs(number - (numbers[at - 1] ?? 0)) === 1)
  );
}
