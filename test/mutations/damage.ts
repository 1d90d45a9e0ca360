/**
 * Damaged versions of a return: its bytes cut or flipped, or one thing on one of its pages changed as a slip of the hand
 * would. A seed gives the same damage on every machine.
 */
import type { Cell, Document, Table } from '#returns/document.ts';
import { type Chance, chance } from '../layouts/chance.ts';

export const kinds = ['cut', 'flipped', 'columns', 'doubled', 'total', 'number', 'header'] as const;
export type Kind = (typeof kinds)[number];

export function damagedBytes(bytes: Uint8Array, kind: 'cut' | 'flipped', seed: number): Uint8Array {
  const by = chance(seed);
  if (kind === 'cut') return bytes.slice(0, by.int(0, Math.max(0, bytes.length - 1)));
  const made = bytes.slice();
  for (let left = by.int(1, 12); left > 0 && made.length > 0; left -= 1) {
    const at = by.int(0, made.length - 1);
    made[at] = (made[at] ?? 0) ^ (1 << by.int(0, 7));
  }
  return made;
}

const TOTAL = /\b(?:totals?|sum|cyfanswm)\b/iu;

export type DamagedPage = {
  readonly documents: readonly Document[];
  readonly table: Table;
  /** The number that was changed, where one was. */
  readonly cell: Cell | null;
};

/** The documents with one table changed; null where none holds what this kind of damage needs. */
export function damagedPage(
  documents: readonly Document[],
  kind: Exclude<Kind, 'cut' | 'flipped'>,
  seed: number,
): DamagedPage | null {
  const by = chance(seed);
  const tables = documents.flatMap(({ blocks }) =>
    blocks.filter((block): block is Table => block.kind === 'table' && block.visibility === 'visible'),
  );
  for (const table of by.shuffled(tables)) {
    const made = changed(table, kind, by);
    if (made === null) continue;
    const texts = new Map(made.cells.map(({ at, text }) => [at, text]));
    const isNumber = kind === 'number' || kind === 'total';
    return {
      documents: documents.map((document) => ({
        ...document,
        blocks: document.blocks.map((block) => (block === table ? made : block)),
      })),
      table,
      cell: isNumber ? (table.cells.find(({ at, text }) => texts.get(at) !== text) ?? null) : null,
    };
  }
  return null;
}

function changed(table: Table, kind: Exclude<Kind, 'cut' | 'flipped'>, by: Chance): Table | null {
  const counts = table.cells.filter(isCount);
  const rowOf = (row: number): readonly Cell[] => table.cells.filter((cell) => cell.row === row);
  switch (kind) {
    case 'columns': {
      const cols = [...new Set(counts.map(({ col }) => col))].filter((col) => col > 0);
      if (cols.length < 2 || table.cells.some(({ colSpan }) => colSpan > 1)) return null;
      const [one = 0, other = 0] = by.shuffled(cols);
      const swapped = table.cells.map((cell) =>
        cell.col === one ? { ...cell, col: other } : cell.col === other ? { ...cell, col: one } : cell,
      );
      return { ...table, cells: swapped.sort((a, b) => a.row - b.row || a.col - b.col) };
    }
    case 'doubled': {
      if (counts.length === 0 || table.cells.some(({ rowSpan }) => rowSpan > 1)) return null;
      const { row } = by.pick(counts);
      const below = table.cells.map((cell) => (cell.row > row ? { ...cell, row: cell.row + 1 } : cell));
      const again = rowOf(row).map((cell) => ({ ...cell, row: row + 1 }));
      const cells = [...below, ...again].sort((a, b) => a.row - b.row || a.col - b.col);
      return { ...table, rows: table.rows + 1, cells };
    }
    case 'total':
    case 'number': {
      const isTotal = (cell: Cell): boolean =>
        rowOf(cell.row).some(({ text }) => TOTAL.test(text)) ||
        table.cells.some(({ col, text, row }) => col === cell.col && row < cell.row && TOTAL.test(text));
      const some = counts.filter((cell) => isTotal(cell) === (kind === 'total'));
      if (some.length === 0) return null;
      const chosen = by.pick(some);
      const text = String(Number(chosen.text.replaceAll(',', '')) + by.int(1, 60));
      return { ...table, cells: table.cells.map((cell) => (cell === chosen ? { ...cell, text } : cell)) };
    }
    case 'header': {
      const first = Math.min(...counts.map(({ row }) => row));
      const heads = table.cells.filter(({ row, col, text }) => row < first && col > 0 && /\S/u.test(text));
      const own = heads.filter(({ row }) => row === Math.max(...heads.map((one) => one.row)));
      if (counts.length === 0 || own.length === 0) return null;
      const chosen = by.pick(own);
      return { ...table, cells: table.cells.filter((cell) => cell !== chosen) };
    }
    default:
      return kind satisfies never;
  }
}

function isCount({ kind, text, hidden }: Cell): boolean {
  return !hidden && kind !== 'date' && /^\d{1,3}(?:,?\d{3})*$/u.test(text) && !/^(?:19|20)\d\d$/u.test(text);
}
