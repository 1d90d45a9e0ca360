/**
 * Every different word met so far, once: its string, where it stands at the head of the lexicon, and what it may be misspelt from. Finding a
 * word costs a hash of its letters and no new string. Bounded: beyond the bound a strange word is looked up each time anew.
 */
import type { Lexicon } from './lexicon.ts';
import { NOWHERE, Phrases } from './phrases.ts';

/** Words kept at most; and how many there is room for at first, so that the table stays near the processor. */
const MOST = 1 << 17;
const FIRST = 1 << 12;
/** Letters of the longest word that is kept. */
const LONGEST = 64;
/** What the hash of a word starts from, and what each letter multiplies it by. */
export const SEED = 0x811c9dc5 | 0;
export const TIMES = 0x01000193;

export class Vocabulary {
  readonly #lexicon: Lexicon;
  /** Numbers of words by their hash, 0 where free; four times as many slots as words. */
  #slots = new Int32Array(4 * FIRST);
  #hashes = new Int32Array(FIRST);
  readonly #strings: string[] = [''];
  readonly #word = new Uint16Array(LONGEST);
  /** The letters of all words one after the other, and where those of each begin. */
  #letters = new Uint16Array(1 << 16);
  #starts = new Int32Array(FIRST);
  readonly phrases: Phrases;
  /** Per word: the state of the phrases that begin with it or with what it is misspelt from, and its number inside others. */
  states = new Int32Array(FIRST);
  insides = new Int32Array(FIRST);

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
    this.phrases = new Phrases(lexicon);
  }

  /** Number of a word of these letters, whose hash is given; 0 where it is not kept. */
  find(codes: Uint16Array, start: number, end: number, hash: number): number {
    const slots = this.#slots;
    let slot = (hash ^ (hash >>> 15)) & (slots.length - 1);
    for (;;) {
      const number = slots[slot] as number;
      if (number === 0) break;
      if (this.#hashes[number] === hash && this.#isSame(number, codes, start, end)) return number;
      slot = (slot + 1) & (slots.length - 1);
    }
    if (this.#strings.length > MOST || end - start > LONGEST) return 0;
    return this.#add(hash, codes.subarray(start, end));
  }

  /** As `find`, for a word that stands nowhere as it is. */
  findWord(word: string): number {
    if (word.length > LONGEST) return 0;
    const codes = this.#word;
    let hash = SEED;
    for (let at = 0; at < word.length; at += 1) {
      codes[at] = word.charCodeAt(at);
      hash = Math.imul(hash ^ (codes[at] as number), TIMES);
    }
    return this.find(codes, 0, word.length, hash);
  }

  word(number: number): string {
    return this.#strings[number] as string;
  }

  /** As `states` and `insides`, for a word that is not kept. */
  stateOf(word: string): number {
    return this.phrases.stateOf(this.#lexicon.root.get(word) ?? this.#lexicon.spelling(word));
  }

  insideOf(word: string): number {
    return this.phrases.numberOf(word);
  }

  /** The state of two words that a hyphen or a stop joins, where they are a means as one. */
  joined(one: string, other: string): number {
    const node = one.length + other.length >= 6 ? this.#lexicon.root.get(one + other) : undefined;
    return node?.means == null ? NOWHERE : this.phrases.stateOf(node);
  }

  isKnown(word: string): boolean {
    return this.#lexicon.root.has(word);
  }

  #isSame(number: number, codes: Uint16Array, start: number, end: number): boolean {
    const letters = this.#letters;
    let own = this.#starts[number] as number;
    if ((this.#starts[number + 1] as number) - own !== end - start) return false;
    for (let at = start; at < end; at += 1, own += 1) if (letters[own] !== codes[at]) return false;
    return true;
  }

  #add(hash: number, codes: Uint16Array): number {
    const number = this.#strings.length;
    if (number + 1 >= this.#starts.length) this.#widen(2 * this.#starts.length);
    const from = this.#starts[number] as number;
    if (from + codes.length > this.#letters.length) {
      const wider = new Uint16Array(2 * (from + codes.length));
      wider.set(this.#letters);
      this.#letters = wider;
    }
    this.#letters.set(codes, from);
    this.#starts[number + 1] = from + codes.length;
    this.#hashes[number] = hash;
    this.#put(number);
    const word = String.fromCharCode(...codes);
    this.#strings.push(word);
    this.states[number] = this.stateOf(word);
    this.insides[number] = this.insideOf(word);
    return number;
  }

  #put(number: number): void {
    const slots = this.#slots;
    const hash = this.#hashes[number] as number;
    let slot = (hash ^ (hash >>> 15)) & (slots.length - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = number;
  }

  #widen(size: number): void {
    const ints = (old: Int32Array): Int32Array<ArrayBuffer> => {
      const made = new Int32Array(size);
      made.set(old);
      return made;
    };
    this.#starts = ints(this.#starts);
    this.states = ints(this.states);
    this.insides = ints(this.insides);
    this.#hashes = ints(this.#hashes);
    this.#slots = new Int32Array(4 * size);
    for (let number = 1; number < this.#strings.length; number += 1) this.#put(number);
  }
}
