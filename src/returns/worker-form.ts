/**
 * Documents as they cross from one thread to another. A function cannot cross, so the places of a table cross as the
 * rule they follow, checked here against every cell; a table that follows no known rule sends its places one by one.
 */
import type { Block, Cell, Document, Place, Table } from './document.ts';
import { cellName } from './readers/a1.ts';

type PlaceRule =
  /** `before` then letters and row as in a sheet. */
  | { readonly kind: 'sheet'; readonly before: string }
  /** One text for each row, followed by `c` and the column from 1 where `columns` says so. */
  | { readonly kind: 'rows'; readonly rows: readonly string[]; readonly columns: boolean }
  /** No rule: the places of the cells there are, and of the first position of each row for the rest. */
  | { readonly kind: 'listed'; readonly cells: ReadonlyMap<string, Place>; readonly rows: readonly string[] };

type SentTable = Omit<Table, 'placeOf'> & { readonly places: PlaceRule };
type SentBlock = Exclude<Block, Table> | SentTable;

export type SentDocument = Omit<Document, 'blocks'> & { readonly blocks: readonly SentBlock[] };

export function send(document: Document): SentDocument {
  return { ...document, blocks: document.blocks.map(sendBlock) };
}

export function receive(document: SentDocument): Document {
  return { ...document, blocks: document.blocks.map(receiveBlock) };
}

function sendBlock(block: Block): SentBlock {
  if (block.kind === 'line') {
    return block;
  }
  const { placeOf, ...rest } = block;
  return { ...rest, places: ruleOf(block) };
}

function receiveBlock(block: SentBlock): Block {
  if (block.kind === 'line') {
    return block;
  }
  const { places, ...rest } = block;
  return { ...rest, placeOf: placesBy(places) };
}

function ruleOf(table: Table): PlaceRule {
  const first = table.placeOf(0, 0);
  if (first.endsWith('A1')) {
    const sheet: PlaceRule = { kind: 'sheet', before: first.slice(0, -2) };
    if (holds(sheet, table)) {
      return sheet;
    }
  }
  const rows = Array.from({ length: table.rows }, (_, row) => table.placeOf(row, 0));
  const same: PlaceRule = { kind: 'rows', rows, columns: false };
  if (holds(same, table)) {
    return same;
  }
  const byColumn: PlaceRule = {
    kind: 'rows',
    rows: rows.map((place) => place.replace(/c1$/, '')),
    columns: true,
  };
  if (holds(byColumn, table)) {
    return byColumn;
  }
  return { kind: 'listed', rows, cells: new Map(table.cells.map((cell) => [keyOf(cell), cell.at])) };
}

function holds(rule: PlaceRule, table: Table): boolean {
  const places = placesBy(rule);
  const corner = { row: Math.max(0, table.rows - 1), col: Math.max(0, table.cols - 1) };
  return (
    places(corner.row, corner.col) === table.placeOf(corner.row, corner.col) &&
    table.cells.every(({ row, col }) => places(row, col) === table.placeOf(row, col))
  );
}

function placesBy(rule: PlaceRule): (row: number, col: number) => Place {
  switch (rule.kind) {
    case 'sheet':
      return (row, col) => rule.before + cellName(row, col);
    case 'rows':
      return (row, col) => {
        const place = rule.rows[Math.min(row, rule.rows.length - 1)] ?? '';
        return rule.columns ? `${place}c${col + 1}` : place;
      };
    case 'listed':
      return (row, col) =>
        rule.cells.get(keyOf({ row, col })) ?? rule.rows[Math.min(row, rule.rows.length - 1)] ?? '';
  }
}

function keyOf({ row, col }: Pick<Cell, 'row' | 'col'>): string {
  return `${row} ${col}`;
}
