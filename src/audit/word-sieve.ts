/**
 * The cheap scan: the greatest weight of what stands in a narrative, told from its bytes. Each different word is looked at once and
 * what was found is kept under 64 bits of hash, so that a narrative of ordinary words is passed without being decoded, and the words of
 * another are known without being cut. It errs one way only: a word it knows nothing of is looked at, never passed.
 */
import type { PiecedText, Pieces } from '#flag/pieces.ts';
import type { Scan } from '#flag/scan.ts';
import { BEGINS, type PhraseWords, WEIGHT } from './phrase-words.ts';

const MOST_WORDS = 1 << 18;
/** Room at first: a table no larger than its words need stays near the processor. */
const FIRST_WORDS = 1 << 12;

/**
 * What is kept of a run of characters, side by side: the two hashes, what it is, its first and last phrase words, its number as a
 * piece; and room up to a power of two.
 */
const A_RUN = 8;
/** What a run is: its weight in the two lowest bits, and these. Zero is a free slot. */
const KEPT = 4;
/** It is several tokens. */
const SEVERAL = 8;
/** It is no word, and parts none. */
const BETWEEN = 16;
/** A phrase may begin with its last token, and go on with its first. */
const MAY_BEGIN = 32;
const MAY_FOLLOW = 64;
/** It has more bytes than letters. */
const WIDE = 128;
/** A narrative of more runs is cut again to be read: few are longer than a page or two. */
const MOST_RUNS = 1 << 12;
const NEWLINE = 10;
const RETURN = 13;

export class WordSieve {
  readonly #phrases: PhraseWords;
  readonly #decode: (bytes: Buffer, start: number, end: number) => string;
  readonly #pieces: Pieces;
  #table = new Int32Array(2 * A_RUN * FIRST_WORDS);
  #kept = 0;
  /** The narrative weighed last as the numbers of its runs; lost where it has too many. */
  readonly #text = {
    count: 0,
    pieces: new Int32Array(MOST_RUNS),
    places: new Int32Array(MOST_RUNS),
    isAfterLine: new Uint8Array(MOST_RUNS),
  } satisfies PiecedText;
  #isLost = false;

  constructor(
    phrases: PhraseWords,
    pieces: Pieces,
    decode: (bytes: Buffer, start: number, end: number) => string,
  ) {
    this.#phrases = phrases;
    this.#pieces = pieces;
    this.#decode = decode;
  }

  /** Puts the words of the narrative weighed last into a scan; false where it must be read to know them. */
  readonly cut = (scan: Scan): boolean => !this.#isLost && this.#pieces.put(this.#text, scan);

  /** Weighs until something of weight `enough` is met, and looks at each run to the end. */
  weigh(bytes: Buffer, start: number, end: number, enough: number): number {
    const phrases = this.#phrases;
    const { pieces, places, isAfterLine } = this.#text;
    this.#isLost = false;
    let count = 0;
    let isNewLine = 0;
    /** Where a letter is of several bytes, offsets into the text are less than into the bytes. */
    let shrunk = 0;
    let table = this.#table;
    let mask = table.length - A_RUN;
    let weight = 0;
    let before = 0;
    let mayBegin = false;
    /** The token before the last one, where the two begin a longer phrase. */
    let begunBy = 0;
    let at = start;
    while (at < end) {
      let byte = bytes[at] as number;
      if (byte <= 32) {
        if (byte === NEWLINE || byte === RETURN) isNewLine = 1;
        at++;
        continue;
      }
      const from = at;
      let a = 0x811c9dc5 | 0;
      let b = 0x9747b28c | 0;
      do {
        a = Math.imul(a ^ byte, 0x01000193);
        b = ((b << 5) - b + byte) | 0;
        at++;
        if (at === end) break;
        byte = bytes[at] as number;
      } while (byte > 32);
      let slot = ((a ^ (a >>> 16) ^ b) << 3) & mask;
      let found = table[slot + 2] as number;
      while (found !== 0 && (table[slot] !== a || table[slot + 1] !== b)) {
        slot = (slot + A_RUN) & mask;
        found = table[slot + 2] as number;
      }
      if (found === 0) {
        slot = this.#look(a, b, this.#decode(bytes, from, at), at - from);
        table = this.#table;
        mask = table.length - A_RUN;
        found = table[slot + 2] as number;
      }
      if (count < MOST_RUNS) {
        pieces[count] = table[slot + 4] as number;
        places[count] = from - start - shrunk;
        isAfterLine[count] = isNewLine;
      }
      count++;
      isNewLine = 0;
      if ((found & WIDE) !== 0) shrunk += at - from - this.#pieces.unitsOf(table[slot + 4] as number);
      if (weight >= enough) continue;
      if ((found & WEIGHT) > weight) weight = found & WEIGHT;
      if ((found & BETWEEN) === 0) {
        const ends = table[slot + 3] as number;
        const first = ends & 0xffff;
        let begun = 0;
        if (mayBegin && (found & MAY_FOLLOW) !== 0) {
          const both = phrases.pair(before, first);
          if ((both & WEIGHT) > weight) weight = both & WEIGHT;
          if (both >= BEGINS) {
            // What stands behind the first token of a run of several is not looked at: it is taken for the phrase.
            if ((found & SEVERAL) !== 0) weight = 2;
            else begun = before;
          }
        }
        if (begunBy !== 0 && first !== 0) {
          const three = phrases.three(begunBy, before, first);
          if (three > weight) weight = three;
        }
        begunBy = begun;
        before = ends >>> 16;
        mayBegin = (found & MAY_BEGIN) !== 0;
      }
    }
    this.#text.count = count;
    if (count > MOST_RUNS) this.#isLost = true;
    return weight;
  }

  /** Looks at a new run and keeps it; gives its slot. */
  #look(a: number, b: number, text: string, bytes: number): number {
    if (this.#kept >= MOST_WORDS) {
      this.#table.fill(0);
      this.#kept = 0;
      this.#pieces.clear();
      this.#isLost = true;
    } else if (2 * A_RUN * this.#kept >= this.#table.length) this.#widen();
    const { weight, first, last, isOne, begins, follows } = this.#phrases.look(text);
    let what = KEPT | weight;
    if (!isOne) what |= SEVERAL;
    if (first < 0) what |= BETWEEN;
    if (begins) what |= MAY_BEGIN;
    if (follows) what |= MAY_FOLLOW;
    if (bytes !== text.length) what |= WIDE;
    this.#kept++;
    return this.#put(a, b, what, first < 0 ? 0 : first | (last << 16), this.#pieces.add(text));
  }

  #put(a: number, b: number, what: number, ends: number, piece: number): number {
    const table = this.#table;
    const mask = table.length - A_RUN;
    let slot = ((a ^ (a >>> 16) ^ b) << 3) & mask;
    while (table[slot + 2] !== 0) slot = (slot + A_RUN) & mask;
    table[slot] = a;
    table[slot + 1] = b;
    table[slot + 2] = what;
    table[slot + 3] = ends;
    table[slot + 4] = piece;
    return slot;
  }

  #widen(): void {
    const old = this.#table;
    this.#table = new Int32Array(2 * old.length);
    for (let at = 0; at < old.length; at += A_RUN) {
      const [a = 0, b = 0, what = 0, ends = 0, piece = 0] = old.subarray(at, at + A_RUN);
      if (what !== 0) this.#put(a, b, what, ends, piece);
    }
  }
}
