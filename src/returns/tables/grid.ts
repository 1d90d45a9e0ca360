/** A table as a grid to walk: cells by row and column, and which merged cell covers a position. */
import type { Cell, Place, Table } from '../document.ts';

export type Grid = {
  readonly table: Table;
  readonly rows: number;
  readonly cols: number;
  /** The cell that starts here; undefined where nothing does. */
  readonly at: (row: number, col: number) => Cell | undefined;
  /** The cell that starts here or whose span reaches here. */
  readonly covering: (row: number, col: number) => Cell | undefined;
  /** Cells that start in the row, from left to right. */
  readonly row: (row: number) => readonly Cell[];
  /** The row has cells, and all of them are hidden: it is passed over, and parts nothing. */
  readonly isHidden: (row: number) => boolean;
  readonly placeOf: (row: number, col: number) => Place;
};

export function grid(table: Table): Grid {
  const rows = new Map<number, Cell[]>();
  const spans: Cell[] = [];
  const hidden = new Set(table.cells.filter((cell) => cell.hidden).map((cell) => cell.row));
  for (const cell of table.cells) {
    if (cell.text === '' || cell.hidden) continue;
    const row = rows.get(cell.row);
    if (row === undefined) rows.set(cell.row, [cell]);
    else row.push(cell);
    if (cell.rowSpan > 1 || cell.colSpan > 1) spans.push(cell);
  }
  const at = (row: number, col: number): Cell | undefined => rows.get(row)?.find((cell) => cell.col === col);
  return {
    table,
    rows: table.rows,
    cols: table.cols,
    at,
    covering: (row, col) =>
      at(row, col) ??
      spans.find(
        (cell) =>
          row >= cell.row &&
          row < cell.row + cell.rowSpan &&
          col >= cell.col &&
          col < cell.col + cell.colSpan,
      ),
    row: (row) => rows.get(row) ?? [],
    isHidden: (row) => hidden.has(row) && !rows.has(row),
    placeOf: table.placeOf,
  };
}

/**
 * The tables of a sheet in order of reading: between blank rows, those that stand side by side are taken apart at columns
 * where nothing stands. What needs no cut stays together. Each part keeps the places of the whole.
 */
export function sideBySide(table: Table): readonly Table[] {
  const parts: { cells: Cell[]; isCut: boolean }[] = [];
  for (const band of bands(table)) {
    const cuts = cutsOf(band);
    const last = parts.at(-1);
    if (cuts.length === 0 && last !== undefined && !last.isCut) {
      for (const cell of band) last.cells.push(cell);
    } else if (cuts.length === 0) parts.push({ cells: [...band], isCut: false });
    else {
      [0, ...cuts].forEach((from, at) => {
        const to = cuts[at] ?? Number.POSITIVE_INFINITY;
        parts.push({ cells: band.filter((cell) => cell.col >= from && cell.col < to), isCut: true });
      });
    }
  }
  return parts.length < 2 ? [table] : parts.map(({ cells }) => ({ ...table, cells }));
}

/** Runs of rows with no blank row between them. */
function bands(table: Table): readonly (readonly Cell[])[] {
  const found: Cell[][] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const cell of table.cells) {
    const band = found.at(-1);
    if (band === undefined || cell.row > last + 1) found.push([cell]);
    else band.push(cell);
    last = Math.max(last, cell.row + cell.rowSpan - 1);
  }
  return found;
}

function cutsOf(band: readonly Cell[]): readonly number[] {
  // A title or note over the whole width is in the way of no cut.
  const own = band.filter((cell) => cell.colSpan === 1 && !cell.hidden && cell.text.length <= 60);
  const cols = [...new Set(own.map((cell) => cell.col))].sort((a, b) => a - b);
  return cols.filter((col, at) => {
    if (at === 0 || col - (cols[at - 1] ?? col) < 2) return false;
    const end = cols.findIndex((next, place) => place > at && next - (cols[place - 1] ?? next) > 1);
    return beginsTable(own, col, cols.slice(at + 1, end < 0 ? undefined : end));
  });
}

/** A column that begins a table of its own: mostly words, over several rows, with numbers further to its right. */
function beginsTable(band: readonly Cell[], col: number, rest: readonly number[]): boolean {
  const own = band.filter((cell) => cell.col === col);
  const words = own.filter((cell) => !isCount(cell.text));
  if (own.length < 2 || words.length <= own.length / 2) return false;
  return rest.some((other) => {
    const beside = band.filter((cell) => cell.col === other);
    return beside.filter((cell) => isCount(cell.text)).length > (beside.length - 1) / 2;
  });
}

function isCount(text: string): boolean {
  return /^[\d,\s*<.-]+$|^(?:nil|none)$/iu.test(text) && !/^\d{1,2}\s*-\s*\d{1,2}$|^\d{4}-/u.test(text);
}
