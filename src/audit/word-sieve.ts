/**
 * The cheap scan: the greatest weight of what stands in a narrative, told from its bytes. Each different word is looked at once and
 * what was found is kept under 64 bits of hash, so that a narrative of ordinary words is passed without being decoded. It errs one
 * way only: a word it knows nothing of is looked at, never passed.
 */
import { BEGINS, type PhraseWords, WEIGHT, type Weight } from './phrase-words.ts';

const MOST_WORDS = 1 << 18;
const SLOTS = MOST_WORDS * 2;

/** Slots hold the weight and one, and whether the run is several tokens; zero is a free slot. */
const FREE = 0;
/** Number of a run that is no word, and parts none. */
const BETWEEN = 0xffff;
/** Set beside the weight of a run that is several tokens. */
const SEVERAL = 8;

export class WordSieve {
  readonly #phrases: PhraseWords;
  readonly #decode: (bytes: Buffer, start: number, end: number) => string;
  readonly #one = new Int32Array(SLOTS);
  readonly #two = new Int32Array(SLOTS);
  readonly #weights = new Uint8Array(SLOTS);
  readonly #firsts = new Uint16Array(SLOTS);
  readonly #lasts = new Uint16Array(SLOTS);
  #kept = 0;

  constructor(phrases: PhraseWords, decode: (bytes: Buffer, start: number, end: number) => string) {
    this.#phrases = phrases;
    this.#decode = decode;
  }

  /** Weighs until something of weight `enough` is met. */
  weigh(bytes: Buffer, start: number, end: number, enough: Weight): number {
    const one = this.#one;
    const two = this.#two;
    const weights = this.#weights;
    let weight = 0;
    let before = 0;
    /** The token before the last one, where the two begin a longer phrase. */
    let begunBy = 0;
    const phrases = this.#phrases;
    let at = start;
    while (at < end) {
      if ((bytes[at] as number) <= 32) {
        at++;
        continue;
      }
      const from = at;
      let a = 0x811c9dc5 | 0;
      let b = 0x9747b28c | 0;
      while (at < end) {
        const byte = bytes[at] as number;
        if (byte <= 32) break;
        a = Math.imul(a ^ byte, 0x01000193);
        b = ((b << 5) - b + byte) | 0;
        at++;
      }
      let slot = (a ^ (a >>> 16) ^ b) & (SLOTS - 1);
      let found = weights[slot] as number;
      while (found !== FREE && (one[slot] !== a || two[slot] !== b)) {
        slot = (slot + 1) & (SLOTS - 1);
        found = weights[slot] as number;
      }
      if (found === FREE) found = this.#look(slot, a, b, this.#decode(bytes, from, at));
      const own = (found & 7) - 1;
      if (own > weight) weight = own;
      const first = this.#firsts[slot] as number;
      if (first !== BETWEEN) {
        let begun = 0;
        if (before !== 0 && first !== 0) {
          const both = phrases.pair(before, first);
          if (both !== 0) {
            if ((both & WEIGHT) > weight) weight = both & WEIGHT;
            if (both >= BEGINS) {
              // What stands behind the first token of a run of several is not looked at: it is taken for the phrase.
              if (found >= SEVERAL) weight = 2;
              else begun = before;
            }
          }
          if (begunBy !== 0) {
            const three = phrases.three(begunBy, before, first);
            if (three > weight) weight = three;
          }
        }
        begunBy = begun;
        before = this.#lasts[slot] as number;
      }
      if (weight >= enough) break;
    }
    return weight;
  }

  #look(slot: number, a: number, b: number, text: string): number {
    if (this.#kept >= MOST_WORDS) {
      this.#weights.fill(FREE);
      this.#kept = 0;
    }
    const { weight, first, last, isOne } = this.#phrases.look(text);
    this.#one[slot] = a;
    this.#two[slot] = b;
    const kept = weight + 1 + (isOne ? 0 : SEVERAL);
    this.#weights[slot] = kept;
    this.#firsts[slot] = first < 0 ? BETWEEN : first;
    this.#lasts[slot] = last < 0 ? BETWEEN : last;
    this.#kept++;
    return kept;
  }
}
