/**
 * What the words of a text weigh together, whatever the rules make of single mentions: a second witness, for what is told of a means
 * in words that no list holds. Each word weighs once, by how it stands in labelled practice records
 * (`register/flag-word-weights.csv`, estimated by `npm run learn:flag`), and the sum is the log odds that the offence was committed
 * online. It knows nothing of who did what; the rules do. It reads the narrative and the family of the offence, never a flag.
 */
import { readFacts } from '#register/facts.ts';
import type { Family } from './family.ts';
import type { Scan } from './scan.ts';

/** The row of the register that every text starts from. */
export const START = '(start)';

/** Row of the register for a kind of offence; weighed as one more word, so the code alone settles nothing. */
export const familyWord = (family: Family): string => `(${family})`;

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

const NONE = -1;
const UNSEEN = 0;
const NOTHING: Weight = { online: 0, person: 0 };

export class WordWeights {
  readonly #start: Weight;
  readonly #numbers = new Map<string, number>();
  readonly #weights: Weight[] = [NOTHING];
  /** Number of the stem of each word of the vocabulary, once it was met. */
  #stems = new Int32Array(1 << 12);
  /** The last text in which each stem was met: a word weighs once. */
  readonly #met: Int32Array;
  #text = 0;

  constructor(weights: ReadonlyMap<string, Weight>) {
    this.#start = weights.get(START) ?? NOTHING;
    for (const [stem, weight] of weights) {
      this.#numbers.set(stem, this.#weights.length);
      this.#weights.push(weight);
    }
    this.#met = new Int32Array(this.#weights.length);
  }

  weigh(scan: Scan, family: Family): Tilt {
    const tokens = this.#tokens(scan);
    const own = this.#weights[this.#numbers.get(familyWord(family)) ?? 0] ?? NOTHING;
    const words = tokens.length + (own === NOTHING ? 0 : 1);
    const scale = 1 / (Math.sqrt(words) || 1);
    let online = own.online;
    let person = own.person;
    for (const { number } of tokens) {
      const weight = this.#weights[number] ?? NOTHING;
      online += weight.online;
      person += weight.person;
    }
    const of = (number: number): number => this.#weights[number]?.online ?? 0;
    return {
      online: this.#start.online + online * scale,
      person: this.#start.person + person * scale,
      heaviest: (towards, most) =>
        tokens
          .filter(({ number }) => of(number) * towards > 0)
          .sort((a, b) => Math.abs(of(b.number)) - Math.abs(of(a.number)))
          .slice(0, most)
          .map(({ token }) => token),
    };
  }

  /** The first token of each different word that weighs anything. */
  #tokens(scan: Scan): { readonly token: number; readonly number: number }[] {
    this.#text += 1;
    const found: { token: number; number: number }[] = [];
    for (let token = 0; token < scan.count; token += 1) {
      const number = this.#numberOf(scan, token);
      if (number === NONE || this.#met[number] === this.#text) continue;
      this.#met[number] = this.#text;
      found.push({ token, number });
    }
    return found;
  }

  #numberOf(scan: Scan, token: number): number {
    const word = scan.numbers[token] as number;
    if (word === 0) return this.#look(scan.words[token] as string);
    if (word >= this.#stems.length) {
      const wider = new Int32Array(Math.max(word + 1, this.#stems.length * 2));
      wider.set(this.#stems);
      this.#stems = wider;
    }
    const known = this.#stems[word] as number;
    if (known !== UNSEEN) return known;
    const number = this.#look(scan.words[token] as string);
    this.#stems[word] = number;
    return number;
  }

  #look(word: string): number {
    return this.#numbers.get(stemOf(word)) ?? NONE;
  }
}

export function readWordWeights(dir: string): WordWeights {
  const facts = readFacts(dir, 'flag-word-weights.csv', ['word', 'online', 'person', 'source', 'added']);
  return new WordWeights(
    new Map(facts.map((fact) => [fact.word, { online: Number(fact.online), person: Number(fact.person) }])),
  );
}
