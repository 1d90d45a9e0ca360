/**
 * Every different word met so far, once: its string, where it stands at the head of the lexicon, and what it may be misspelt from. Finding a
 * word costs a hash of its letters and no new string. Bounded: beyond the bound a strange word is looked up each time anew.
 */
import type { Lexicon, Node } from './lexicon.ts';

const SLOTS = 1 << 18;
const MOST = SLOTS / 2;
const SEED = 0x811c9dc5;

export class Vocabulary {
  readonly #lexicon: Lexicon;
  readonly #slots = new Int32Array(SLOTS);
  readonly #hashes = new Int32Array(MOST + 1);
  readonly #strings: string[] = [''];
  readonly #nodes: (Node | null)[] = [null];

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
  }

  /** Number of a word that stands in a text in small letters; 0 where the vocabulary is full. */
  find(text: string, start: number, end: number): number {
    let hash = SEED;
    for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    let slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    for (;;) {
      const number = this.#slots[slot] as number;
      if (number === 0) break;
      if (this.#hashes[number] === hash && isSame(this.#strings[number] as string, text, start, end))
        return number;
      slot = (slot + 1) & (SLOTS - 1);
    }
    const number = this.#strings.length;
    if (number > MOST) return 0;
    const word = text.slice(start, end);
    this.#strings.push(word);
    this.#nodes.push(this.nodeOf(word));
    this.#hashes[number] = hash;
    this.#slots[slot] = number;
    return number;
  }

  word(number: number): string {
    return this.#strings[number] as string;
  }

  /** Where phrases that begin with the word, or with what it is misspelt from, go on. */
  node(number: number): Node | null {
    return this.#nodes[number] as Node | null;
  }

  nodeOf(word: string): Node | null {
    return this.#lexicon.root.get(word) ?? this.#lexicon.spelling(word);
  }

  /** Two words that a hyphen or a stop joins, as one. */
  joined(one: string, other: string): Node | null {
    const node = one.length + other.length >= 6 ? this.#lexicon.root.get(one + other) : undefined;
    return node?.means == null ? null : node;
  }

  isKnown(word: string): boolean {
    return this.#lexicon.root.has(word);
  }
}

function isSame(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let at = start; at < end; at += 1)
    if (word.charCodeAt(at - start) !== text.charCodeAt(at)) return false;
  return true;
}
