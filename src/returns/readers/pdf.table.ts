/**
 * Tables of a PDF, whose rows and columns were worked out from the page: places name the page and no more, since the
 * file has no cells to point to. A table that goes on over pages is one table, its repeated headings left out.
 */
import type { Place, Table } from '../document.ts';
import { type TableCell, textCell } from './laid-out.ts';
import { laidRows } from './pdf.laid.ts';
import { joinLines } from './pdf.paragraphs.ts';
import type { Ruled, RuledCell } from './pdf.ruled.ts';
import type { Zone } from './pdf.zones.ts';

export function inferredTable(zone: Zone, file: string): Table {
  const rows = laidRows(zone);
  const cells = rows.flatMap((laid, row) =>
    [...laid.cells.entries()]
      .sort(([a], [b]) => a - b)
      .map(([col, cell]) => ({ row, col, rowSpan: 1, colSpan: cell.colSpan, settled: cell, hidden: false })),
  );
  return makeTable(
    rows.map((laid) => laid.page),
    zone.columns.length,
    cells,
    file,
  );
}

export function ruledTable(parts: readonly Ruled[], file: string): Table {
  const pages: number[] = [];
  const cells: TableCell[] = [];
  const [first] = parts;
  for (const part of parts) {
    const repeats = part === first || first === undefined ? 0 : repeatedRows(first, part);
    const wraps = part === first ? null : restOfLabel(part, repeats);
    const last = cells.findLast((cell) => cell.col === 0);
    const skip = repeats + (wraps !== null && last !== undefined ? 1 : 0);
    if (wraps !== null && last !== undefined) {
      const settled = { ...last.settled, text: joinLines([last.settled.text, wraps.text]) };
      cells[cells.indexOf(last)] = { ...last, settled };
    }
    const start = pages.length - skip;
    for (const cell of part.cells.filter((each) => each.row >= skip)) {
      cells.push({ ...cell, row: start + cell.row, settled: cell, hidden: false });
    }
    pages.push(...Array.from({ length: part.rows - skip }, () => part.page));
  }
  return makeTable(pages, Math.max(1, (first?.edges.length ?? 2) - 1), cells, file);
}

/** How many rows at the top of a part say what the first rows of the table say. */
function repeatedRows(first: Ruled, part: Ruled): number {
  const rowOf = (table: Ruled, row: number): string =>
    JSON.stringify(table.cells.filter((cell) => cell.row === row).map((cell) => [cell.col, cell.text]));
  let rows = 0;
  while (
    rows < part.rows - 1 &&
    rows < first.rows &&
    rowOf(first, rows) === rowOf(part, rows) &&
    rowOf(part, rows) !== '[]'
  ) {
    rows += 1;
  }
  return rows;
}

/** A row cut by the end of a page leaves the rest of its label alone at the top of the next. */
function restOfLabel(part: Ruled, row: number): RuledCell | null {
  const [only, ...others] = part.cells.filter((cell) => cell.row === row);
  return only !== undefined && others.length === 0 && only.col === 0 && /^[\p{Ll}(&/]/u.test(only.text)
    ? only
    : null;
}

function makeTable(pages: readonly number[], cols: number, cells: readonly TableCell[], file: string): Table {
  const placeOf = (row: number, _col: number): Place =>
    `${file}#page${pages[Math.min(row, pages.length - 1)] ?? 1}`;
  return {
    kind: 'table',
    name: '',
    at: placeOf(0, 0),
    rows: pages.length,
    cols,
    cells: cells.map((cell) => textCell(cell, placeOf(cell.row, cell.col))),
    visibility: 'visible',
    structure: 'inferred',
    placeOf,
  };
}
