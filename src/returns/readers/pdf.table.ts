/**
 * Tables of a PDF, whose rows and columns were worked out from the page: places name the page and no more, since the
 * file has no cells to point to. A table that goes on over pages is one table, its repeated headings left out.
 */
import type { Place, Table } from '../document.ts';
import { type TableCell, textCell } from './laid-out.ts';
import { laidRows } from './pdf.laid.ts';
import { joinLines } from './pdf.paragraphs.ts';
import type { Ruled } from './pdf.ruled.ts';
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
  for (const [index, part] of parts.entries()) {
    const before = parts[index - 1];
    const repeats = before === undefined || first === undefined ? 0 : repeatedRows(first, part);
    const cut = before !== undefined && repeats === 0 && isCut(before, part);
    const start = pages.length - repeats - (cut ? 1 : 0);
    for (const cell of part.cells.filter((each) => each.row >= repeats)) {
      const at =
        cut && cell.row === 0 ? cells.findIndex((each) => each.row === start && each.col === cell.col) : -1;
      const known = cells[at];
      if (known === undefined) {
        cells.push({ ...cell, row: start + cell.row, settled: cell, hidden: false });
      } else {
        const text = joinLines([known.settled.text, cell.text]);
        cells[at] = {
          ...known,
          settled: { ...known.settled, text, marks: [...known.settled.marks, ...cell.marks] },
        };
      }
    }
    pages.push(...Array.from({ length: part.rows - repeats - (cut ? 1 : 0) }, () => part.page));
  }
  cells.sort((a, b) => a.row - b.row || a.col - b.col);
  return makeTable(pages, Math.max(1, (first?.edges.length ?? 2) - 1), cells, file);
}

/** A row cut by the end of a page: nothing closes it, or what stands at the top of the next page is half a label. */
function isCut(before: Ruled, part: Ruled): boolean {
  if (before.openBottom && part.openTop) {
    return true;
  }
  const [only, ...others] = part.cells.filter((cell) => cell.row === 0);
  return only !== undefined && others.length === 0 && only.col === 0 && /^[\p{Ll}(&/]/u.test(only.text);
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
