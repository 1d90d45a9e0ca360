/**
 * A table set in two or three columns of a page, under the same headings side by side, as the one table that it is: its rows
 * one under another. Refuses where the headings differ, or where they hold a number, a period or a category.
 */
import type { Cell, Table } from '../document.ts';
import { readLabel } from '../words/label.ts';
import type { Lexicon } from '../words/lexicon.ts';

export function unfolded(table: Table, lexicon: Lexicon): Table {
  const head = headOf(table);
  const width = head === null ? 0 : widthOf(head);
  if (head === null || width === 0 || head.some((cell) => saysMore(cell, lexicon))) return table;
  const [first] = head;
  const left = first?.col ?? 0;
  const top = (first?.row ?? 0) + 1;
  const below = table.rows - top;
  const fold = (col: number): number => Math.floor((col - left) / width);
  const cells = table.cells.flatMap((cell): Cell[] => {
    if (cell.row < top) return cell.row === top - 1 && fold(cell.col) > 0 ? [] : [cell];
    const at = Math.max(0, fold(cell.col));
    return [{ ...cell, row: cell.row + at * below, col: cell.col - at * width }];
  });
  const folds = head.length / width;
  return {
    ...table,
    rows: top + below * folds,
    cols: left + width,
    cells: cells.sort((a, b) => a.row - b.row || a.col - b.col),
    placeOf: (row, col) => {
      const at = row < top ? 0 : Math.floor((row - top) / below);
      return table.placeOf(row - at * below, col + at * width);
    },
  };
}

/** The first row that could be headings: nothing but words, in columns without a gap; below it no row that is wider. */
function headOf(table: Table): readonly Cell[] | null {
  const rows = Map.groupBy(table.cells, ({ row }) => row);
  for (const row of [...rows.keys()].sort((a, b) => a - b).slice(0, 4)) {
    const cells = rows.get(row) ?? [];
    if (cells.length < 4) continue;
    const isPlain = cells.every(
      ({ kind, colSpan, rowSpan, hidden, col }, at) =>
        kind === 'text' && colSpan === 1 && rowSpan === 1 && !hidden && col === (cells[0]?.col ?? 0) + at,
    );
    return isPlain ? cells : null;
  }
  return null;
}

/** How many headings there are before they begin again; 0 where they do not. */
function widthOf(head: readonly Cell[]): number {
  for (const width of [2, 3]) {
    const isAgain = head.length % width === 0 && head.length > width;
    if (isAgain && head.every(({ text }, at) => text === head[at % width]?.text)) return width;
  }
  return 0;
}

/** "2022/23 | 2023/24 | 2022/23 | 2023/24" are the years of two groups that a heading above tells apart. */
function saysMore({ text }: Cell, lexicon: Lexicon): boolean {
  const label = readLabel(text, lexicon);
  const { age, sex, platform, offence, total, periods } = label;
  return total || periods.length > 0 || [age, sex, platform, offence].some((one) => one !== null);
}
