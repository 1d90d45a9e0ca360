/**
 * A table set in two or three columns of a page, under the same headings side by side, as the one table that it is: its rows
 * one under another. Refuses where the headings differ, or where they hold a number, a period or a category.
 */
import type { Cell, Document, Table } from '../document.ts';
import { readLabel } from '../words/label.ts';
import type { Lexicon } from '../words/lexicon.ts';

export function unfolded(document: Document, lexicon: Lexicon): Document {
  const blocks = document.blocks.map((block) =>
    block.kind === 'table' ? unfoldedTable(block, lexicon) : block,
  );
  return blocks.every((block, at) => block === document.blocks[at]) ? document : { ...document, blocks };
}

function unfoldedTable(table: Table, lexicon: Lexicon): Table {
  const rows = Map.groupBy(table.cells, ({ row }) => row);
  const heads = [...rows].filter(([, cells]) => isFolded(cells, lexicon)).map(([row]) => row);
  // From the last to the first, so that rows put in below move none that is still to be looked at.
  return heads.sort((a, b) => b - a).reduce((made, row) => withoutFold(made, row), table);
}

function isFolded(cells: readonly Cell[], lexicon: Lexicon): boolean {
  const isPlain = cells.every(
    ({ kind, colSpan, rowSpan, hidden, col }, at) =>
      kind === 'text' && colSpan === 1 && rowSpan === 1 && !hidden && col === (cells[0]?.col ?? 0) + at,
  );
  return isPlain && widthOf(cells) > 0 && !cells.some((cell) => saysMore(cell, lexicon));
}

function withoutFold(table: Table, headRow: number): Table {
  const head = table.cells.filter(({ row }) => row === headRow);
  const width = widthOf(head);
  const left = head[0]?.col ?? 0;
  const top = headRow + 1;
  const filled = new Set(table.cells.map(({ row }) => row));
  let end = top;
  while (filled.has(end)) end += 1;
  const below = end - top;
  const folds = head.length / width;
  const added = below * (folds - 1);
  const fold = (col: number): number => Math.max(0, Math.floor((col - left) / width));
  // A row that is wider than the headings, or a note that stands alone, is a sign of something else.
  const body = table.cells.filter(({ row }) => row >= top && row < end);
  if (below === 0 || body.some(({ col, colSpan }) => col < left || fold(col) >= folds || colSpan > 1))
    return table;
  const cells = table.cells.flatMap((cell): Cell[] => {
    if (cell.row < headRow) return [cell];
    if (cell.row === headRow) return fold(cell.col) > 0 ? [] : [cell];
    if (cell.row >= end) return [{ ...cell, row: cell.row + added }];
    const at = fold(cell.col);
    return [{ ...cell, row: cell.row + at * below, col: cell.col - at * width }];
  });
  return {
    ...table,
    rows: table.rows + added,
    cells: cells.sort((a, b) => a.row - b.row || a.col - b.col),
    placeOf: (row, col) => {
      if (row < end) return table.placeOf(row, col);
      if (row >= end + added) return table.placeOf(row - added, col);
      const at = Math.floor((row - top) / below);
      return table.placeOf(row - at * below, col + at * width);
    },
  };
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
