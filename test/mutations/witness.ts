/**
 * Whether a page holds something that a changed number must contradict: a total in its row or column over numbers that are all
 * shown. Without it a slip of the hand looks like any other number, and no reader can find it.
 */
import type { Cell, Table } from '#returns/document.ts';

const TOTAL = /\b(?:totals?|sum|cyfanswm)\b/iu;
const NUMBER = /^\d{1,3}(?:,?\d{3})*$/u;

export function hasWitness(table: Table, changed: Cell): boolean {
  const at = new Map(table.cells.map((cell) => [`${cell.row},${cell.col}`, cell]));
  const rows = run(changed.row, (row) => at.get(`${row},${changed.col}`));
  const cols = run(changed.col, (col) => at.get(`${changed.row},${col}`));
  const rowSays = (row: number): boolean => table.cells.some((cell) => cell.row === row && isTotal(cell));
  const colSays = (col: number): boolean =>
    table.cells.some((cell) => cell.col === col && cell.row < changed.row && isTotal(cell));
  return holds(rows, rowSays) || holds(cols, colSays);
}

type Run = readonly { readonly place: number; readonly cell: Cell }[];

/** The cells beside it in one line, without a gap, in which a number or a sign stands. */
function run(own: number, cellAt: (place: number) => Cell | undefined): Run {
  const found: { place: number; cell: Cell }[] = [];
  for (const step of [-1, 1])
    for (let place = own + (step < 0 ? 0 : 1); ; place += step) {
      const cell = cellAt(place);
      if (cell === undefined || /\p{L}{2}/u.test(cell.text)) break;
      found.push({ place, cell });
    }
  return found;
}

function holds(line: Run, says: (place: number) => boolean): boolean {
  const totals = line.filter(({ place }) => says(place));
  const parts = line.filter(({ place }) => !says(place));
  return totals.length === 1 && parts.length > 1 && line.every(({ cell }) => NUMBER.test(cell.text));
}

function isTotal({ text }: Cell): boolean {
  return TOTAL.test(text) && text.length < 40;
}
