/**
 * Pieces of a page put together into rows, and the pieces of a row into chunks: stretches of text with only word gaps
 * inside. A wide gap parts two chunks, because that is all a page keeps of a table's columns.
 */
import { isValue } from './cell-value.ts';

import type { Piece } from './pdf.text.ts';
import { fold, isMark } from './runs.ts';

export type Chunk = {
  readonly text: string;
  readonly marks: readonly string[];
  readonly left: number;
  readonly right: number;
  readonly bold: boolean;
};

export type Row = {
  readonly page: number;
  readonly base: number;
  readonly size: number;
  readonly chunks: readonly Chunk[];
};

/** Gap between words is about a quarter of the size; justified text stretches it, columns stand further apart. */
const wordGap = 0.12;
const columnGap = 0.55;
const spacedGap = 0.75;
const sameObjectGap = 1.6;
/** Spaces written in a document before its writer is known to write them all. */
const enoughSpaces = 10;

/** `writes` is what `writesSpaces` says of the whole document. */
export function rowsOf(pieces: readonly Piece[], page: number, writes: boolean): readonly Row[] {
  const groups: Piece[][] = [];
  for (const piece of [...pieces].sort((a, b) => a.base - b.base || a.left - b.left)) {
    const group = groups.findLast((each) => sharesBase(each, piece));
    if (group === undefined) {
      groups.push([piece]);
    } else {
      group.push(piece);
    }
  }
  return joinRaised(groups).map((group) => rowOf(group, page, writes));
}

/** Most programs write every space between words; then a gap without one, however small, is between two cells. */
export function writesSpaces(pieces: readonly Piece[]): boolean {
  const written = pieces.reduce((sum, piece) => sum + piece.spaces.written, 0);
  return written >= enoughSpaces && pieces.every((piece) => piece.spaces.told === 0);
}

function sharesBase(group: readonly Piece[], piece: Piece): boolean {
  const [first] = group;
  return first !== undefined && Math.abs(first.base - piece.base) <= 0.2 * Math.min(first.size, piece.size);
}

/** A small piece a little above a row, right behind one of its words, is a mark raised from that row. */
function joinRaised(groups: readonly Piece[][]): readonly Piece[][] {
  const kept: Piece[][] = [];
  const raised: { readonly piece: Piece; readonly group: Piece[] }[] = [];
  for (const group of groups) {
    const rest: Piece[] = [];
    for (const piece of group) {
      const host = groups.find((each) => each !== group && each.some((word) => isRaisedBy(piece, word)));
      if (host === undefined) {
        rest.push(piece);
      } else {
        raised.push({ piece, group: host });
      }
    }
    group.splice(0, group.length, ...rest);
    if (rest.length > 0) {
      kept.push(group);
    }
  }
  for (const { piece, group } of raised) {
    group.push(piece);
  }
  return kept;
}

function isRaisedBy(piece: Piece, word: Piece): boolean {
  const height = word.base - piece.base;
  return (
    piece.size <= 0.85 * word.size &&
    height > 0.1 * word.size &&
    height < 0.75 * word.size &&
    (Math.abs(piece.left - word.right) < 0.5 * word.size ||
      Math.abs(word.left - piece.right) < 0.5 * word.size)
  );
}

function rowOf(group: readonly Piece[], page: number, writes: boolean): Row {
  const pieces = [...group].sort((a, b) => a.left - b.left);
  const size = Math.max(...pieces.map((piece) => piece.size));
  const base = Math.max(...pieces.filter((piece) => piece.size >= 0.9 * size).map((piece) => piece.base));
  const chunks: Chunk[] = [];
  let open: { text: string; marks: string[]; left: number; right: number; bold: boolean } | null = null;
  let before: Piece | null = null;
  for (const piece of pieces) {
    const mark = piece.size <= 0.85 * size && base - piece.base > 0.1 * size && isMark(piece.text);
    if (open === null || before === null || isColumn(before, piece, open.text, size, writes)) {
      open = mark
        ? { text: '', marks: [fold(piece.text)], left: piece.left, right: piece.right, bold: piece.bold }
        : { text: piece.text, marks: [], left: piece.left, right: piece.right, bold: piece.bold };
      chunks.push(open);
    } else {
      if (mark) {
        open.marks.push(fold(piece.text));
      } else {
        const spaced = before.spaced[1] || piece.spaced[0] || piece.left - open.right > wordGap * size;
        open.text += (spaced && open.text !== '' ? ' ' : '') + piece.text;
        open.bold &&= piece.bold;
      }
      open.right = Math.max(open.right, piece.right);
    }
    before = piece;
  }
  return { page, base, size, chunks: chunks.map(settled).filter((chunk) => chunk.text !== '') };
}

/** Whether the gap before a piece is between columns and not between words. */
function isColumn(before: Piece, piece: Piece, said: string, size: number, writes: boolean): boolean {
  const gap = piece.left - before.right;
  const same = piece.object === before.object;
  const spaced = before.spaced[1] || piece.spaced[0];
  if (gap > (spaced ? (same ? sameObjectGap : spacedGap) : columnGap) * size) {
    return true;
  }
  if (same || spaced) {
    return false;
  }
  if (writes && gap > wordGap * size) {
    return true;
  }
  // Cells of a printed sheet stand closer than words do: told by what each may show in, or as two values side by side.
  const cut = before.clip !== null && before.clip.right <= (piece.clip?.left ?? piece.left) + 1;
  const cutLater = piece.clip !== null && before.clip === null && before.right <= piece.clip.left + 1;
  return cut || cutLater || (gap > 0.05 * size && isValue(said) && isValue(piece.text));
}

/** Bullets drawn from a symbol font come as characters of no meaning. */
function settled(chunk: Chunk): Chunk {
  const text = fold(chunk.text.replace(/[\uE000-\uF8FF]/g, '•'));
  return text === '' && chunk.marks.length > 0
    ? { ...chunk, text: chunk.marks.join(' '), marks: [] }
    : { ...chunk, text };
}
