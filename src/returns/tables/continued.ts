/**
 * Joins a table that goes on under the same headings, as one does over the end of a page, so that its total is checked
 * against all its rows. Refuses where a total closed the first part, or where anything but "continued" stands between.
 */
import type { Block, Cell, Document, Line, Table } from '../document.ts';

const CONTINUED = /\b(?:continued|cont(?:['’]?d|\.)|parhad)\b/iu;
const TOTAL = /^\s*(?:(?:grand|overall|sub)[\s-]*)?(?:totals?|sum|all\b.*|cyfanswm)\s*$/iu;

export function joinContinued(document: Document): Document {
  const blocks: Block[] = [];
  /** Where the last table stands, while nothing but a line that says "continued" has followed it. */
  let open: number | null = null;
  let between: readonly Line[] = [];
  for (const block of document.blocks) {
    if (block.kind === 'line') {
      blocks.push(block);
      if (block.furniture || open === null) continue;
      if (between.length > 0 || !CONTINUED.test(block.text)) open = null;
      between = [...between, block];
      continue;
    }
    const before = open === null ? undefined : blocks[open];
    between = [];
    if (open !== null && before?.kind === 'table') {
      const headings = goesOn(before, block) ? 1 : goesOnBare(before, block) ? 0 : null;
      if (headings !== null) {
        blocks[open] = joined(before, block, headings);
        continue;
      }
    }
    open = blocks.length;
    blocks.push(block);
  }
  return blocks.length === document.blocks.length ? document : { ...document, blocks };
}

function goesOn(first: Table, second: Table): boolean {
  if (first.cols !== second.cols || first.visibility !== 'visible' || second.visibility !== 'visible')
    return false;
  if (first.name !== second.name || first.rows < 2 || second.rows < 2) return false;
  const head = rowOf(first, 0);
  const last = rowOf(first, first.rows - 1)[0];
  return (
    head.length > 1 &&
    head.length === rowOf(second, 0).length &&
    rowOf(second, 0).every((cell, at) => cell.text === head[at]?.text && cell.col === head[at]?.col) &&
    // A heading of numbers would be rows of figures that happen to be alike.
    head.every(({ kind }) => kind === 'text') &&
    !(last !== undefined && TOTAL.test(last.text))
  );
}

const MONTH_ROW =
  /^\s*(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?:\s*[-–']?\s*\d{2,4})?\s*$/iu;

/**
 * Months that go on over the end of a page without their headings: the first part ends in a month and the second begins
 * with the one that follows.
 */
function goesOnBare(first: Table, second: Table): boolean {
  if (first.cols !== second.cols || first.structure !== 'inferred' || first.rows < 2) return false;
  const [last, next] = [rowOf(first, first.rows - 1)[0]?.text ?? '', rowOf(second, 0)[0]?.text ?? ''];
  if (!MONTH_ROW.test(last) || !MONTH_ROW.test(next)) return false;
  return (monthOf(last) + 1) % 12 === monthOf(next);
}

function monthOf(text: string): number {
  return ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'].indexOf(
    text.trim().slice(0, 3).toLowerCase(),
  );
}

function rowOf(table: Table, row: number): readonly Cell[] {
  return table.cells.filter((cell) => cell.row === row);
}

/** The rows of the second below those of the first, without its headings; each keeps its place. */
function joined(first: Table, second: Table, headings: number): Table {
  const shift = first.rows - headings;
  const added = second.cells
    .filter(({ row }) => row >= headings)
    .map((cell) => ({ ...cell, row: cell.row + shift }));
  return {
    ...first,
    rows: first.rows + second.rows - headings,
    cells: [...first.cells, ...added],
    placeOf: (row, col) => (row < first.rows ? first.placeOf(row, col) : second.placeOf(row - shift, col)),
  };
}
