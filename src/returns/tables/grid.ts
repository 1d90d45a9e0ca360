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
