/**
 * Makes lines and tables with their places. Rows and columns of a table are counted from 1 in places (`t1r2c3`) and
 * from 0 in cells; a text that stands between numbered paragraphs takes the number of the one before it and a rank.
 */
import type { Block, Cell, Line, Place, Table } from '../document.ts';
import type { Settled } from './runs.ts';

export type TableCell = {
  readonly row: number;
  readonly col: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly settled: Settled;
  readonly hidden: boolean;
};

/** A table of text cells whose places are `file#t1r2c3`. Cells without text are left out. */
export function textTable(
  at: Place,
  name: string,
  rows: number,
  cols: number,
  cells: readonly TableCell[],
): Table {
  const placeOf = (row: number, col: number): Place => `${at}r${row + 1}c${col + 1}`;
  return {
    kind: 'table',
    name,
    at,
    rows,
    cols,
    cells: cells
      .filter((cell) => cell.settled.text !== '')
      .map((cell) => textCell(cell, placeOf(cell.row, cell.col))),
    visibility: 'visible',
    structure: 'stated',
    placeOf,
  };
}

export function textCell(cell: TableCell, at: Place): Cell {
  return {
    row: cell.row,
    col: cell.col,
    rowSpan: cell.rowSpan,
    colSpan: cell.colSpan,
    text: cell.settled.text,
    stored: null,
    kind: 'text',
    marks: cell.settled.marks,
    bold: cell.settled.bold,
    hidden: cell.hidden,
    at,
  };
}

export function line(
  role: Line['role'],
  settled: Pick<Settled, 'text' | 'marks'>,
  at: Place,
  furniture: boolean,
): Line {
  return { kind: 'line', role, text: settled.text, marks: settled.marks, at, furniture };
}

/** Gives paragraphs their numbers and tables theirs, in the order they are met. */
export class Places {
  readonly #file: string;
  #paragraphs = 0;
  #tables = 0;
  #between = 0;

  constructor(file: string) {
    this.#file = file;
  }

  paragraph(): Place {
    this.#paragraphs += 1;
    this.#between = 0;
    return `${this.#file}#p${this.#paragraphs}`;
  }

  /** Text outside every numbered paragraph: `#p7+1` is the first after the seventh. */
  between(): Place {
    this.#between += 1;
    return `${this.#file}#p${this.#paragraphs}+${this.#between}`;
  }

  table(): Place {
    this.#tables += 1;
    return `${this.#file}#t${this.#tables}`;
  }

  /** Where the reader stands now, for a finding. */
  here(): Place {
    return this.#paragraphs === 0 ? this.#file : `${this.#file}#p${this.#paragraphs}`;
  }
}

export function holdsNumber(text: string): boolean {
  return /\d/.test(text);
}

/** Nothing a person could read stands in these blocks. */
export function isEmpty(blocks: readonly Block[]): boolean {
  return blocks.every((block) => (block.kind === 'line' ? block.text === '' : block.cells.length === 0));
}
