/**
 * What a word of a narrative may be part of, so that a narrative can be passed without being read. A means is found only where one of
 * its phrases stands; so a word matters by itself, or with the one or two words behind it, or not at all. Errs one way only: what
 * might be a mention is read.
 */
import { bitsOf } from '#flag/concepts.ts';
import { JOINED } from '#flag/letters.ts';
import type { Lexicon, Node } from '#flag/lexicon.ts';
import { PairTable } from '#flag/pair-table.ts';
import { Scan } from '#flag/scan.ts';

/** 2: a mention of a means. 1: a cue that some records are read for without any mention. 0: neither. */
export type Weight = 0 | 1 | 2;

export type PhraseWord = {
  readonly weight: Weight;
  /** Numbers of its first and its last token among the words of phrases; 0 for a word of none, -1 where there is no token. */
  readonly first: number;
  readonly last: number;
  /** Whether it is one token, so that its first is all of it. */
  readonly isOne: boolean;
  /** Whether a phrase of several words may begin with the last, and go on with the first. */
  readonly begins: boolean;
  readonly follows: boolean;
};

export type PhraseWords = {
  /** `text` is a run of characters without white space. */
  readonly look: (text: string) => PhraseWord;
  /** The weight of two neighbouring tokens as a phrase; `BEGINS` where they begin a longer one; both may be. */
  readonly pair: (before: number, after: number) => number;
  /** The weight of the phrases that three neighbouring tokens may begin. */
  readonly three: (first: number, second: number, third: number) => Weight;
};

/** Two tokens that begin a longer phrase; what it weighs is asked of three. */
export const BEGINS = 4;
export const WEIGHT = 3;

/** Three numbers of words must fit in one exact number; a phrase word has at most 16 bits. */
const MOST_WORDS = 1 << 16;

/** Read where there is no mention: see `isSparse` of the decision. */
const CUES = bitsOf('inperson', 'sparse');

export function phraseWords(lexicon: Lexicon): PhraseWords {
  const single = new Map<string, Weight>();
  const twos: [string, string, Weight][] = [];
  const longs: [string, string, string, Weight][] = [];
  const walk = (node: Node, words: readonly string[]): void => {
    const weight = weightOf(node);
    const [first = '', second = '', third = ''] = words;
    if (weight > 0) {
      if (words.length === 1) single.set(first, weight);
      else if (words.length === 2) twos.push([first, second, weight]);
      else longs.push([first, second, third, weight]);
    }
    for (const [word, child] of node.next ?? []) walk(child, [...words, word]);
  };
  for (const [word, node] of lexicon.root) walk(node, [word]);

  const numbers = new Map<string, number>();
  for (const words of [...twos, ...longs]) {
    for (const word of words) {
      if (typeof word === 'string' && !numbers.has(word)) numbers.set(word, numbers.size + 1);
    }
  }
  const numberOf = (word: string | undefined) => numbers.get(word ?? '') ?? 0;
  const weights = new Map<number, [number, number, number]>();
  const put = (one: string, other: string, value: number): [number, number] => {
    const [a, b] = [numberOf(one), numberOf(other)];
    const known = weights.get(a * MOST_WORDS + b)?.[2] ?? 0;
    const weight = Math.max(known & WEIGHT, value & WEIGHT);
    weights.set(a * MOST_WORDS + b, [a, b, weight | ((known | value) & BEGINS)]);
    return [a, b];
  };
  for (const [first, second, weight] of twos) put(first, second, weight);
  const threes = new Map<number, Weight>();
  const nameOf = (first: number, second: number, third: number) =>
    (first * MOST_WORDS + second) * MOST_WORDS + third;
  for (const [first, second, third, weight] of longs) {
    const [a, b] = put(first, second, BEGINS);
    const name = nameOf(a, b, numberOf(third));
    threes.set(name, Math.max(weight, threes.get(name) ?? 0) as Weight);
  }
  const pairs = new PairTable([...weights.values()]);
  const pair = (before: number, after: number): number => pairs.get(before, after);
  const beginning = new Uint8Array(numbers.size + 1);
  const following = new Uint8Array(numbers.size + 1);
  for (const [one, other] of weights.values()) {
    beginning[one] = 1;
    following[other] = 1;
  }
  const scan = new Scan();
  return {
    pair,
    three: (first, second, third) => threes.get(nameOf(first, second, third)) ?? 0,
    look(text) {
      scan.cut(text);
      const { gaps, count } = scan;
      let weight = 0;
      for (let i = 0; i < count; i++) {
        const word = scan.word(i);
        const isJoined = i + 1 < count && gaps[i + 1] === JOINED;
        const joined = isJoined ? lexicon.root.get(word + scan.word(i + 1)) : undefined;
        const isStrange = !lexicon.root.has(word) && lexicon.spelling(word) !== null;
        const own = joined?.means != null || isStrange ? 2 : (single.get(word) ?? 0);
        const two = i + 1 < count ? pair(numberOf(word), numberOf(scan.word(i + 1))) : 0;
        // Inside one run of characters a beginning is taken for the whole: that is rare, and read.
        weight = Math.max(weight, own, two >= BEGINS ? 2 : two);
      }
      if (count === 0) return NOTHING;
      const first = numberOf(scan.word(0));
      const last = numberOf(scan.word(count - 1));
      return {
        weight: weight as Weight,
        first,
        last,
        isOne: count === 1,
        begins: beginning[last] === 1,
        follows: following[first] === 1,
      };
    },
  };
}

/** A run without letters or digits: the words on its two sides are neighbours. */
const NOTHING: PhraseWord = {
  weight: 0,
  first: -1,
  last: -1,
  isOne: false,
  begins: false,
  follows: false,
};

function weightOf(node: Node): Weight {
  if (!node.ends) return 0;
  if (node.means !== null) return 2;
  return (node.bits0 & CUES[0]) !== 0 || (node.bits1 & CUES[1]) !== 0 ? 1 : 0;
}
