/**
 * The words of a text put together from its pieces, which are what stands between its spaces. An extract has few different pieces, so
 * each is cut once, and the words, the marks round them and the years of a text follow from the numbers of its pieces. Promises the
 * words that `Scan.cut` finds in the text, or says that it cannot tell.
 */
import { SPACE, STOP } from './letters.ts';
import { Scan } from './scan.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A text as numbers of pieces, in order; the arrays may be longer. */
export type PiecedText = {
  readonly count: number;
  readonly pieces: Int32Array;
  /** Where each begins in the text, in UTF-16 units. */
  readonly places: Int32Array;
  /** 1 where a line end stands before it. */
  readonly isAfterLine: Uint8Array;
};

/** A piece that does not tell its words by itself. */
const UNTOLD = -1;
const STOP_MARK = '.';
/** Numbers kept of a piece and of a token. */
const A_PIECE = 4;
const A_TOKEN = 4;
/** The lowest bits hold a gap. */
const GAP_BITS = 3;
const GAP = (1 << GAP_BITS) - 1;

export class Pieces {
  readonly #scan: Scan;
  /** Per piece, side by side: its first token or `UNTOLD`, the token behind its last, the gap behind it, its length. */
  #pieces = new Int32Array(A_PIECE << 12);
  #pieceCount = 0;
  /** Per token, side by side: the number of its word, where it begins and ends in the piece, the gap before it and the year it names. */
  #tokens = new Int32Array(A_TOKEN << 12);
  #tokenCount = 0;

  constructor(vocabulary: Vocabulary) {
    this.#scan = new Scan(vocabulary);
  }

  /** The number of a new piece, from zero on: a text without white space. */
  add(text: string): number {
    const scan = this.#scan;
    const behind = scan.cut(text, SPACE);
    const { count } = scan;
    const first = this.#tokenCount;
    this.#pieces = withRoom(this.#pieces, A_PIECE * (this.#pieceCount + 1));
    this.#pieces.set(
      [this.#isTold(text) ? first : UNTOLD, first + count, behind, text.length],
      A_PIECE * this.#pieceCount,
    );
    this.#tokens = withRoom(this.#tokens, A_TOKEN * (first + count));
    let years = 0;
    for (let token = 0; token < count; token += 1) {
      const start = scan.starts[token] as number;
      const end = scan.ends[token] as number;
      const year = scan.years[years] === Number(text.slice(start, end)) ? (scan.years[years++] as number) : 0;
      const marks = (scan.gaps[token] as number) | (year << GAP_BITS);
      this.#tokens.set([scan.numbers[token] as number, start, end, marks], A_TOKEN * (first + token));
    }
    this.#tokenCount += count;
    return this.#pieceCount++;
  }

  unitsOf(piece: number): number {
    return this.#pieces[A_PIECE * piece + 3] as number;
  }

  clear(): void {
    this.#pieceCount = 0;
    this.#tokenCount = 0;
  }

  /** Puts the words of a text into a scan of the same vocabulary; false where they must be cut from the text itself. */
  put(text: PiecedText, scan: Scan): boolean {
    const { count, pieces, places, isAfterLine } = text;
    const { years } = scan;
    const known = this.#pieces;
    const tokens = this.#tokens;
    years.length = 0;
    let token = 0;
    let gap = STOP;
    for (let n = 0; n < count; n += 1) {
      const piece = A_PIECE * (pieces[n] as number);
      const first = known[piece] as number;
      if (first === UNTOLD) return false;
      const last = known[piece + 1] as number;
      const place = places[n] as number;
      if (isAfterLine[n] === 1) gap = STOP;
      scan.makeRoom(token + last - first);
      const { starts, ends, gaps, numbers } = scan;
      for (let at = A_TOKEN * first; at < A_TOKEN * last; at += A_TOKEN) {
        const number = tokens[at] as number;
        const marks = tokens[at + 3] as number;
        const before = marks & GAP;
        numbers[token] = number;
        starts[token] = place + (tokens[at + 1] as number);
        ends[token] = place + (tokens[at + 2] as number);
        gaps[token] = gap > before ? gap : before;
        if (marks > GAP) years.push(marks >> GAP_BITS);
        token += 1;
        gap = SPACE;
      }
      const behind = known[piece + 2] as number;
      if (behind > gap) gap = behind;
    }
    scan.cutTo(token);
    return true;
  }

  /**
   * A stop before the first word may belong to the word before it ("approx ."); a word without a number is not kept; and where a
   * letter has two small ones the whole text is lowered otherwise.
   */
  #isTold(text: string): boolean {
    const { count, starts, numbers } = this.#scan;
    const head = count === 0 ? text : text.slice(0, starts[0]);
    if (head.includes(STOP_MARK) || text.toLowerCase().length !== text.length) return false;
    for (let token = 0; token < count; token += 1) if (numbers[token] === 0) return false;
    return true;
  }
}

function withRoom(old: Int32Array<ArrayBuffer>, size: number): Int32Array<ArrayBuffer> {
  if (size <= old.length) return old;
  const wider = new Int32Array(2 * size);
  wider.set(old);
  return wider;
}
