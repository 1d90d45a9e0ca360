/**
 * The cheap scan: the greatest weight of what stands in a narrative, told from its bytes. Each different word is looked at once and
 * what was found is kept under 64 bits of hash, so that a narrative of ordinary words is passed without being decoded. It errs one
 * way only: a word it knows nothing of is looked at, never passed.
 */
import { BEGINS, type PhraseWords, WEIGHT, type Weight } from './phrase-words.ts';

const MOST_WORDS = 1 << 18;
/** Room at first: a table no larger than its words need stays near the processor. */
const FIRST_WORDS = 1 << 12;

/** What is kept of a run of characters, side by side: the two hashes, what it is, its first and last phrase words. */
const A_RUN = 4;
/** What a run is: its weight in the two lowest bits, and these. Zero is a free slot. */
const KEPT = 4;
/** It is several tokens. */
const SEVERAL = 8;
/** It is no word, and parts none. */
const BETWEEN = 16;
/** A phrase may begin with its last token, and go on with its first. */
const MAY_BEGIN = 32;
const MAY_FOLLOW = 64;

export class WordSieve {
  readonly #phrases: PhraseWords;
  readonly #decode: (bytes: Buffer, start: number, end: number) => string;
  #table = new Int32Array(2 * A_RUN * FIRST_WORDS);
  #kept = 0;

  constructor(phrases: PhraseWords, decode: (bytes: Buffer, start: number, end: number) => string) {
    this.#phrases = phrases;
    this.#decode = decode;
  }

  /** Weighs until something of weight `enough` is met. */
  weigh(bytes: Buffer, start: number, end: number, enough: Weight): number {
    const phrases = this.#phrases;
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
      let slot = ((a ^ (a >>> 16) ^ b) << 2) & mask;
      let found = table[slot + 2] as number;
      while (found !== 0 && (table[slot] !== a || table[slot + 1] !== b)) {
        slot = (slot + A_RUN) & mask;
        found = table[slot + 2] as number;
      }
      if (found === 0) {
        slot = this.#look(a, b, this.#decode(bytes, from, at));
        table = this.#table;
        mask = table.length - A_RUN;
        found = table[slot + 2] as number;
      }
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
      if (weight >= enough) break;
    }
    return weight;
  }

  /** Looks at a new run and keeps it; gives its slot. */
  #look(a: number, b: number, text: string): number {
    if (this.#kept >= MOST_WORDS) {
      this.#table.fill(0);
      this.#kept = 0;
    } else if (2 * A_RUN * this.#kept >= this.#table.length) this.#widen();
    const { weight, first, last, isOne, begins, follows } = this.#phrases.look(text);
    let what = KEPT | weight;
    if (!isOne) what |= SEVERAL;
    if (first < 0) what |= BETWEEN;
    if (begins) what |= MAY_BEGIN;
    if (follows) what |= MAY_FOLLOW;
    this.#kept++;
    return this.#put(a, b, what, first < 0 ? 0 : first | (last << 16));
  }

  #put(a: number, b: number, what: number, ends: number): number {
    const table = this.#table;
    const mask = table.length - A_RUN;
    let slot = ((a ^ (a >>> 16) ^ b) << 2) & mask;
    while (table[slot + 2] !== 0) slot = (slot + A_RUN) & mask;
    table[slot] = a;
    table[slot + 1] = b;
    table[slot + 2] = what;
    table[slot + 3] = ends;
    return slot;
  }

  #widen(): void {
    const old = this.#table;
    this.#table = new Int32Array(2 * old.length);
    for (let at = 0; at < old.length; at += A_RUN) {
      const what = old[at + 2] as number;
      if (what !== 0) this.#put(old[at] as number, old[at + 1] as number, what, old[at + 3] as number);
    }
  }
}
