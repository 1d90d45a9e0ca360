/**
 * Finds the text around a number in what a force sent: the row of a table with its headers, or the sentence of a line.
 * It masks nothing; only `origins.ts` calls it, and masks what it gives.
 */
import { countsIn } from '#disclosure/mask.ts';
import type { Block, Cell, Document, Table } from '#returns/document.ts';

export type Excerpt =
  | { readonly kind: 'sentence'; readonly text: string }
  | {
      readonly kind: 'row';
      readonly headers: readonly string[];
      readonly cells: readonly { readonly text: string; readonly at: string; readonly isOwn: boolean }[];
    };

/** Longer lines are cut to what stands around the number: enough to see what it counts. */
const AROUND = 160;

export type Wanted = {
  /** As the reader names it; of several places (`B7,B15`) the first. */
  readonly at: string;
  /** Null when the number is not exact, or is the sum of several places. */
  readonly value: number | null;
  /** What the number counts: tells the right row where many numbers share one place, as on a page. */
  readonly category: string | null;
};

/**
 * Null when the place is not found, and when it is shared and nothing tells which of its numbers is meant: a wrong row
 * would say something of another number.
 */
export function excerptAt(documents: readonly Document[], wanted: Wanted): Excerpt | null {
  const [at = '', ...more] = wanted.at.split(',');
  const value = more.length > 0 ? null : wanted.value;
  const blocks = documents.flatMap((document) => document.blocks);
  const found = blocks.flatMap((block) => candidates(block, at, value));
  const [only, ...others] = found;
  if (only === undefined || others.length === 0) return only?.excerpt() ?? null;
  if (value === null) return null;
  const fitting = found.filter(({ text }) => says(text(), wanted.category));
  const whole = fitting.filter(({ isWhole }) => isWhole);
  const best = whole.length > 0 ? whole : fitting;
  return best.length === 1 ? (best[0]?.excerpt() ?? null) : null;
}

type Candidate = {
  /** The number stands alone in its cell. */
  readonly isWhole: boolean;
  /** What stands with it. */
  readonly text: () => string;
  readonly excerpt: () => Excerpt;
};

function candidates(block: Block, at: string, value: number | null): readonly Candidate[] {
  if (block.kind === 'line') {
    if (block.at !== at || !holds(block.text, value)) return [];
    const text = sentenceWith(block.text, value);
    return [{ isWhole: false, text: () => text, excerpt: () => ({ kind: 'sentence', text }) }];
  }
  return block.cells
    .filter((cell) => cell.at === at && holds(cell.text, value))
    .map((cell) => ({
      isWhole: /^[\d,\s]+$/.test(cell.text),
      text: () =>
        block.cells
          .filter(({ row }) => row === cell.row)
          .map(({ text }) => text)
          .join(' '),
      excerpt: () => rowOf(block, cell),
    }));
}

function says(text: string, category: string | null): boolean {
  if (category === null) return /\b(?:total|sum|all|cyfanswm)\b/i.test(text);
  const plain = (some: string) => some.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  return plain(text).includes(plain(category));
}

/** True when the text states the value, in digits or in words, and not as an age or a date. */
function holds(text: string, value: number | null): boolean {
  if (value === null) return true;
  for (const count of countsIn(text)) if (count.value === value) return true;
  return false;
}

function sentenceWith(text: string, value: number | null): string {
  const sentences = text.split(/(?<=[.!?])\s+(?=\p{L})/u);
  const found = sentences.find((sentence) => holds(sentence, value)) ?? text;
  const at = value === null ? 0 : Math.max(0, found.search(new RegExp(`\\b${String(value)}\\b`)));
  if (found.length <= 2 * AROUND) return found.trim();
  const from = found.lastIndexOf(' ', Math.max(0, at - AROUND)) + 1;
  const space = found.indexOf(' ', at + AROUND);
  const until = space < 0 ? found.length : space;
  return `${from > 0 ? '\u2026 ' : ''}${found.slice(from, until).trim()}${until < found.length ? ' \u2026' : ''}`;
}

/** The headers are the nearest row above that has words where the number stands. */
function rowOf(table: Table, own: Cell): Excerpt {
  const cells = table.cells.filter((cell) => cell.row === own.row && !cell.hidden);
  const header = headerRow(table, own);
  const textAt = (row: number, col: number) =>
    table.cells.find(
      (cell) => cell.row === row && cell.col <= col && col < cell.col + cell.colSpan && !cell.hidden,
    )?.text ?? '';
  return {
    kind: 'row',
    headers: cells.map((cell) => (header === null ? '' : textAt(header, cell.col))),
    cells: cells.map((cell) => ({ text: cell.text, at: cell.at, isOwn: cell === own })),
  };
}

function headerRow(table: Table, own: Cell): number | null {
  const above = table.cells.filter(
    (cell) =>
      cell.row < own.row &&
      cell.col <= own.col &&
      own.col < cell.col + cell.colSpan &&
      /\p{L}|\d{4}/u.test(cell.text),
  );
  return above.at(-1)?.row ?? null;
}

const DECLARES = /\b(?:reconstructed|practice data|not a document issued)\b/i;

/** What a file says of itself: that it is reconstructed or for practice; its fullest line. Null when it says nothing. */
export function declaration(documents: readonly Document[], file: string): string | null {
  const texts = documents
    .filter((document) => document.file === file || document.file.startsWith(`${file}/`))
    .flatMap((document) => document.blocks)
    .flatMap((block) => (block.kind === 'line' ? [block.text] : block.cells.map((cell) => cell.text)))
    .filter((text) => DECLARES.test(text));
  return texts.sort((a, b) => b.length - a.length)[0] ?? null;
}
