/**
 * What one rule is: a number from the list of rules, its weight, what it asks, and a check of the facts of a workbook. A
 * check gives its breaches, or says why no program can settle the rule. Breaches quote names, titles and headings only:
 * the cells of somebody's table may hold what is not for a log.
 */
import type { BookFacts, CellFacts, SheetFacts, TableFacts } from '../facts.ts';

export type Breach = { readonly at: string; readonly found: string };

export type Untold = { readonly untold: string };

export type Around = {
  /** Name of the file, without its folder. */
  readonly file: string;
  /** The same workbook in the other format; null when there is none; undefined when nobody looked. */
  readonly pair: BookFacts | null | undefined;
  /** The last release of the same workbook, where it is given. */
  readonly before: BookFacts | null;
  /** Organisations that may stand as the author; null when they are not given. */
  readonly publishers: readonly string[] | null;
};

export type Rule = {
  readonly number: string;
  readonly weight: 'essential' | 'desirable';
  readonly asks: string;
  readonly check: (book: BookFacts, around: Around) => readonly Breach[] | Untold;
};

export function breach(at: string, found: string): Breach {
  return { at, found };
}

/** One breach where something holds, else none. */
export function when(holds: boolean, at: string, found: string): readonly Breach[] {
  return holds ? [breach(at, found)] : [];
}

export type Reading = {
  readonly sheet: SheetFacts;
  readonly at: (row: number, col: number) => CellFacts | undefined;
  readonly title: string;
  readonly table: TableFacts | undefined;
  /** Rows above the table, or all rows where there is none. */
  readonly above: readonly CellFacts[];
  /** Cells of tables without their headings. */
  readonly body: readonly CellFacts[];
  readonly headings: readonly CellFacts[];
  /** The heading above a cell of the table; '' where there is none. */
  readonly headingOf: (col: number) => string;
};

const readings = new WeakMap<SheetFacts, Reading>();

/** A sheet as rules look at it; the part above its table is text, the rest is the table. */
export function reading(sheet: SheetFacts): Reading {
  const known = readings.get(sheet);
  if (known !== undefined) return known;
  const cells = new Map(sheet.cells.map((cell) => [`${cell.row},${cell.col}`, cell]));
  const at = (row: number, col: number) => cells.get(`${row},${col}`);
  const [table] = sheet.tables;
  const top = Math.min(...sheet.tables.map(({ area }) => area.top), Number.POSITIVE_INFINITY);
  const isInside = (cell: CellFacts, skipped: 0 | 1) =>
    sheet.tables.some(
      ({ area, hasHeader }) =>
        cell.row >= area.top + (hasHeader ? skipped : 0) &&
        cell.row <= area.bottom &&
        cell.col >= area.left &&
        cell.col <= area.right,
    );
  const headings = sheet.cells.filter((cell) => isInside(cell, 0) && !isInside(cell, 1));
  const named = new Map(headings.map(({ col, text }) => [col, text]));
  const made: Reading = {
    sheet,
    at,
    title: at(0, 0)?.text.trim() ?? '',
    table,
    above: sheet.cells.filter(({ row }) => row < top),
    body: sheet.cells.filter((cell) => isInside(cell, 1)),
    headings,
    headingOf: (col) => named.get(col) ?? '',
  };
  readings.set(sheet, made);
  return made;
}

export const isCover = ({ name }: SheetFacts): boolean => /(?:^|[^a-z])cover(?![a-z])/i.test(name);
export const isContents = ({ name }: SheetFacts): boolean => /content/i.test(name);
export const isNotes = ({ name }: SheetFacts): boolean => /\bnotes?\b|^notes?/i.test(name);

/** Sheets that hold data: all but cover, contents and notes. */
export function dataSheets(book: BookFacts): readonly Reading[] {
  return book.sheets.filter((sheet) => !isCover(sheet) && !isContents(sheet) && !isNotes(sheet)).map(reading);
}

export function allSheets(book: BookFacts): readonly Reading[] {
  return book.sheets.map(reading);
}

/** `Sheet!B4` for people; columns are short of 18,278 in every file that is checked. */
export function place(
  sheet: SheetFacts,
  { row, col }: { readonly row: number; readonly col: number },
): string {
  let letters = '';
  for (let rest = col; rest >= 0; rest = Math.floor(rest / 26) - 1)
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  return `${sheet.name}!${letters}${row + 1}`;
}

/** The first cell of each sheet where something holds, with how many more there are. */
export function firstOf(
  readings_: readonly Reading[],
  cellsOf: (one: Reading) => readonly CellFacts[],
  found: string,
): readonly Breach[] {
  return readings_.flatMap((one) => {
    const [first, ...more] = cellsOf(one);
    if (first === undefined) return [];
    return [
      breach(
        place(one.sheet, first),
        more.length === 0 ? found : `${found}, and in ${more.length} more cells of the sheet`,
      ),
    ];
  });
}

/** A whole cell that is shorthand: `[c]`, `[r][e]`, `[u1]`. */
export const SHORTHAND = /^(?:\[[a-z]+\d*\])+$/i;
const MARK = /\[[a-z]+\d*\]/gi;

/** Marks in a text; `[note 1]` holds a space and is none. */
export function marksOf(text: string): readonly string[] {
  return [...text.matchAll(MARK)].map(([mark]) => mark);
}

export function notesOf(text: string): readonly number[] {
  return [...text.matchAll(/\[note (\d+)\]/gi)].map(([, note]) => Number(note));
}

const numeric = new WeakMap<Reading, ReadonlySet<number>>();

/** Columns of which most filled cells are numbers. Worked out once, since rules ask of every cell. */
export function numericColumns(one: Reading): ReadonlySet<number> {
  const known = numeric.get(one) ?? columnsOfNumbers(one);
  numeric.set(one, known);
  return known;
}

function columnsOfNumbers({ body }: Reading): ReadonlySet<number> {
  const counts = new Map<number, { numbers: number; others: number }>();
  for (const { col, value, text, look } of body) {
    const count = counts.get(col) ?? { numbers: 0, others: 0 };
    if (value !== null && look.date === 'none') count.numbers += 1;
    else if (!SHORTHAND.test(text)) count.others += 1;
    counts.set(col, count);
  }
  return new Set([...counts].filter(([, { numbers, others }]) => numbers > others).map(([col]) => col));
}
