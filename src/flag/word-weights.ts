/**
 * What the words of a text weigh together, whatever the rules make of single mentions: a second witness, for what is told of a means
 * in words that no list holds. Each word, and each pair of words side by side, weighs once, by how it stands in labelled practice records
 * (`register/flag-word-weights.csv`, estimated by `npm run learn:flag`), and the sum is the log odds that the offence was committed
 * online. It knows nothing of who did what; the rules do. It reads the narrative and the kind
 * of offence, never a flag.
 */
import { readFacts } from '#register/facts.ts';
import type { Family } from './family.ts';
import { PAUSE } from './letters.ts';
import type { Scan } from './scan.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The row of the register that every text starts from. */
export const START = '(start)';

/** What is known of a record besides its words, weighed as one more word: the kind of offence. The code alone settles nothing. */
export function knownOf(family: Family): readonly string[] {
  return [`(${family})`];
}

/** Texts shorter than this, in words, are left to the rules: too few words for a witness. */
export const ENOUGH_WORDS = 20;

export type Tilt = {
  /** Log odds that the offence was committed online. */
  readonly online: number;
  /** Log odds that only a person can decide such a record. */
  readonly person: number;
  /** Tokens of the words that weigh most in the direction asked for, heaviest first. */
  readonly heaviest: (towards: 1 | -1, most: number) => readonly number[];
};

/** A word without its commonest endings; all numbers are one word. The estimate and the reading must cut alike. */
export function stemOf(word: string): string {
  if (/^\d+$/.test(word)) return '#';
  return word.length > 4 ? word.replace(/(?:ing|ed|es|s)$/, '') : word;
}

export type Weight = { readonly online: number; readonly person: number };

const UNSEEN = -1;
const NOTHING: Weight = { online: 0, person: 0 };
/** Stems are numbered from one; a pair is one number of both. */
const MOST_STEMS = 1 << 20;

/** One thing that weighs, and the first token of it. */
type Weighing = { readonly token: number; readonly weight: Weight };

export class WordWeights {
  readonly #start: Weight;
  readonly #numbers = new Map<string, number>();
  readonly #single: Weight[] = [NOTHING];
  readonly #pairs = new Map<number, Weight>();
  readonly #known = new Map<string, Weight>();
  /** Number of the stem of each word of the vocabulary, once it was met. */
  #stems = new Int32Array(1 << 12).fill(UNSEEN);
  /** The vocabulary that numbers those words; another one numbers them otherwise. */
  #vocabulary: Vocabulary | null = null;
  readonly #met = new Set<number>();

  constructor(weights: ReadonlyMap<string, Weight>) {
    this.#start = weights.get(START) ?? NOTHING;
    for (const [term, weight] of weights) {
      if (term.startsWith('(')) {
        this.#known.set(term, weight);
        continue;
      }
      const [one = '', other] = term.split(' ');
      const first = this.#numbered(one);
      if (other === undefined) this.#single[first] = weight;
      else this.#pairs.set(first * MOST_STEMS + this.#numbered(other), weight);
    }
  }

  weigh(scan: Scan, known: readonly string[]): Tilt {
    const all = this.#weighing(scan);
    const beside = known.flatMap((term) => this.#known.get(term) ?? []);
    const scale = 1 / (Math.sqrt(all.length + beside.length) || 1);
    let online = 0;
    let person = 0;
    for (const { weight } of all) {
      online += weight.online;
      person += weight.person;
    }
    for (const weight of beside) {
      online += weight.online;
      person += weight.person;
    }
    return {
      online: this.#start.online + online * scale,
      person: this.#start.person + person * scale,
      heaviest: (towards, most) =>
        all
          .filter(({ weight }) => weight.online * towards > 0)
          .sort((a, b) => Math.abs(b.weight.online) - Math.abs(a.weight.online))
          .slice(0, most)
          .map(({ token }) => token),
    };
  }

  /** Each different word and pair of words that weighs anything, where it first stands. */
  #weighing(scan: Scan): Weighing[] {
    const met = this.#met;
    met.clear();
    if (scan.vocabulary !== this.#vocabulary) {
      this.#vocabulary = scan.vocabulary;
      this.#stems.fill(UNSEEN);
    }
    const found: Weighing[] = [];
    let before = 0;
    for (let token = 0; token < scan.count; token += 1) {
      const number = this.#numberOf(scan, token);
      if (number > 0 && !met.has(number)) {
        met.add(number);
        const weight = this.#single[number];
        if (weight !== undefined && weight !== NOTHING) found.push({ token, weight });
      }
      if (before > 0 && number > 0 && (scan.gaps[token] as number) < PAUSE) {
        const pair = before * MOST_STEMS + number;
        const weight = this.#pairs.get(pair);
        if (weight !== undefined && !met.has(pair)) {
          met.add(pair);
          found.push({ token: token - 1, weight });
        }
      }
      before = number;
    }
    return found;
  }

  #numberOf(scan: Scan, token: number): number {
    const word = scan.numbers[token] as number;
    if (word === 0) return this.#numbers.get(stemOf(scan.words[token] as string)) ?? 0;
    if (word >= this.#stems.length) {
      const wider = new Int32Array(Math.max(word + 1, this.#stems.length * 2)).fill(UNSEEN);
      wider.set(this.#stems);
      this.#stems = wider;
    }
    let number = this.#stems[word] as number;
    if (number === UNSEEN) {
      number = this.#numbers.get(stemOf(scan.words[token] as string)) ?? 0;
      this.#stems[word] = number;
    }
    return number;
  }

  #numbered(stem: string): number {
    const known = this.#numbers.get(stem);
    if (known !== undefined) return known;
    const number = this.#single.length;
    this.#numbers.set(stem, number);
    this.#single.push(NOTHING);
    return number;
  }
}

/** The different stems of a text and the pairs of them that stand side by side, as the estimate counts them. */
export function termsOf(scan: Scan): ReadonlySet<string> {
  const terms = new Set<string>();
  let before = '';
  for (let token = 0; token < scan.count; token += 1) {
    const stem = stemOf(scan.words[token] as string);
    terms.add(stem);
    if (before !== '' && (scan.gaps[token] as number) < PAUSE) terms.add(`${before} ${stem}`);
    before = stem;
  }
  return terms;
}

export function readWordWeights(dir: string): WordWeights {
  const facts = readFacts(dir, 'flag-word-weights.csv', ['word', 'online', 'person', 'source', 'added']);
  return new WordWeights(
    new Map(facts.map((fact) => [fact.word, { online: Number(fact.online), person: Number(fact.person) }])),
  );
}
