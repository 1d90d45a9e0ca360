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

export class Pieces {
  readonly #scan: Scan;
  readonly #vocabulary: Vocabulary;
  /** Per piece: its first token among all, or `UNTOLD`, and how many it has; the gap behind the last; its length. */
  #first: number[] = [];
  #count: number[] = [];
  #behind: number[] = [];
  #units: number[] = [];
  /** Per token: the number of its word, where it stands in the piece, the gap before it, the year it names or 0. */
  #number: number[] = [];
  #start: number[] = [];
  #end: number[] = [];
  #gap: number[] = [];
  #year: number[] = [];

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
    this.#scan = new Scan(vocabulary);
  }

  /** The number of a new piece, from zero on: a text without white space. */
  add(text: string): number {
    const scan = this.#scan;
    const behind = scan.cut(text, SPACE);
    const { count } = scan;
    this.#behind.push(behind);
    this.#units.push(text.length);
    this.#count.push(count);
    const piece = this.#first.push(this.#isTold(text) ? this.#number.length : UNTOLD) - 1;
    let year = 0;
    for (let token = 0; token < count; token += 1) {
      const start = scan.starts[token] as number;
      const end = scan.ends[token] as number;
      const isYear = scan.years[year] === Number(text.slice(start, end));
      this.#number.push(scan.numbers[token] as number);
      this.#start.push(start);
      this.#end.push(end);
      this.#gap.push(scan.gaps[token] as number);
      this.#year.push(isYear ? (scan.years[year] as number) : 0);
      if (isYear) year += 1;
    }
    return piece;
  }

  unitsOf(piece: number): number {
    return this.#units[piece] as number;
  }

  clear(): void {
    for (const list of [this.#first, this.#count, this.#behind, this.#units]) list.length = 0;
    for (const list of [this.#number, this.#start, this.#end, this.#gap, this.#year]) list.length = 0;
  }

  /** Puts the words of a text into a scan of the same vocabulary; false where they must be cut from the text itself. */
  put(text: PiecedText, scan: Scan): boolean {
    const { count, pieces, places, isAfterLine } = text;
    const { words, years } = scan;
    const vocabulary = this.#vocabulary;
    years.length = 0;
    let token = 0;
    let gap = STOP;
    for (let n = 0; n < count; n += 1) {
      const piece = pieces[n] as number;
      const first = this.#first[piece] as number;
      if (first === UNTOLD) return false;
      const last = first + (this.#count[piece] as number);
      const place = places[n] as number;
      scan.makeRoom(token + last - first);
      const { starts, ends, gaps, numbers } = scan;
      if (isAfterLine[n] === 1) gap = STOP;
      for (let at = first; at < last; at += 1) {
        const before = this.#gap[at] as number;
        const number = this.#number[at] as number;
        starts[token] = place + (this.#start[at] as number);
        ends[token] = place + (this.#end[at] as number);
        gaps[token] = gap > before ? gap : before;
        numbers[token] = number;
        words[token] = vocabulary.word(number);
        if (this.#year[at] !== 0) years.push(this.#year[at] as number);
        token += 1;
        gap = SPACE;
      }
      const behind = this.#behind[piece] as number;
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
