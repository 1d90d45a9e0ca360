/**
 * The cheap scan: the greatest weight of the words of a narrative, told from its bytes. Each different word is asked about once and
 * its answer kept under 64 bits of hash, so that a narrative of ordinary words is passed without being decoded. It errs one way
 * only: a word it has no answer for is asked about, never passed.
 */
import type { WordWeight } from '#flag/triggers.ts';

const MOST_WORDS = 1 << 19;
const SLOTS = MOST_WORDS * 2;

/** Answers are kept as weight and one; zero is a slot without answer. */
const UNSEEN = 0;

export class WordSieve {
  readonly #weightOf: (word: string) => WordWeight;
  readonly #decode: (bytes: Buffer, start: number, end: number) => string;
  readonly #one = new Int32Array(SLOTS);
  readonly #two = new Int32Array(SLOTS);
  readonly #answers = new Uint8Array(SLOTS);
  #kept = 0;
  /** Words of the narrative last weighed; only meaningful when it was weighed to its end. */
  words = 0;

  constructor(
    weightOf: (word: string) => WordWeight,
    decode: (bytes: Buffer, start: number, end: number) => string,
  ) {
    this.#weightOf = weightOf;
    this.#decode = decode;
  }

  /** Weighs until a word of weight `enough` is met. */
  weigh(bytes: Buffer, start: number, end: number, enough: WordWeight): number {
    const one = this.#one;
    const two = this.#two;
    const answers = this.#answers;
    let words = 0;
    let weight = 0;
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
        b = Math.imul(b + byte, 0x85ebca6b) ^ (b >>> 15);
        at++;
      }
      words++;
      let slot = (a ^ (b >>> 7)) & (SLOTS - 1);
      let answer = answers[slot] as number;
      while (answer !== UNSEEN && (one[slot] !== a || two[slot] !== b)) {
        slot = (slot + 1) & (SLOTS - 1);
        answer = answers[slot] as number;
      }
      if (answer === UNSEEN) {
        answer = 1 + this.#weightOf(this.#decode(bytes, from, at));
        this.#keep(slot, a, b, answer);
      }
      if (answer > weight + 1) {
        weight = answer - 1;
        if (weight >= enough) break;
      }
    }
    this.words = words;
    return weight;
  }

  #keep(slot: number, a: number, b: number, answer: number): void {
    if (this.#kept >= MOST_WORDS) {
      this.#answers.fill(UNSEEN);
      this.#kept = 0;
    }
    this.#one[slot] = a;
    this.#two[slot] = b;
    this.#answers[slot] = answer;
    this.#kept++;
  }
}
