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
  readonly placeOf: (row: number, col: number) => Place;
};

export function grid(table: Table): Grid {
  const rows = new Map<number, Cell[]>();
  const spans: Cell[] = [];
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
    placeOf: table.placeOf,
  };
}

/**
 * Tables that stand side by side, cut at columns where nothing stands; one grid where the right side has no labels of its
 * own. Each part keeps the places of the whole.
 */
export function sideBySide(table: Table): readonly Table[] {
  const filled = new Map<number, number>();
  for (const cell of table.cells) {
    // A title or note over the whole width is in the way of no cut.
    if (cell.colSpan > 1 || cell.hidden || cell.text.length > 60) continue;
    filled.set(cell.col, (filled.get(cell.col) ?? 0) + 1);
  }
  const cols = [...filled.keys()].sort((a, b) => a - b);
  const cuts = cols.filter((col, at) => at > 0 && col - (cols[at - 1] ?? col) > 1 && hasLabels(table, col));
  if (cuts.length === 0) return [table];
  return [0, ...cuts].map((from, at) => {
    const to = cuts[at] ?? Number.POSITIVE_INFINITY;
    return { ...table, cells: table.cells.filter((cell) => cell.col >= from && cell.col < to) };
  });
}

/** A column that begins a table of its own: mostly words, over several rows, with numbers to its right. */
function hasLabels(table: Table, col: number): boolean {
  const own = table.cells.filter((cell) => cell.col === col && !cell.hidden);
  const words = own.filter(
    (cell) => /\p{L}/u.test(cell.text) || /^\d{1,2}\s*[-–/]\s*\d{1,2}$/u.test(cell.text),
  );
  const right = table.cells.filter((cell) => cell.col === col + 1 && own.some((one) => one.row === cell.row));
  return (
    own.length >= 2 && words.length > own.length / 2 && right.some((cell) => /^[\d,*<.-]+$/u.test(cell.text))
  );
}
