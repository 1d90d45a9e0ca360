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
import { type PairEntry, PairTable } from './pair-table.ts';
import type { Scan } from './scan.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The row of the register that every text starts from. */
export const START = '(start)';

/**
 * What is known of a record besides its words, each weighed as one more word: the kind of offence and of place. Neither alone settles
 * anything.
 */
export function knownOf(family: Family, locationType: string | null = null): readonly string[] {
  const place =
    locationType === null || locationType.length > LONGEST_PLACE ? USUAL_PLACE : placed(locationType);
  return place === USUAL_PLACE ? [`(${family})`] : [`(${family})`, `(at ${place})`];
}

function placed(locationType: string): string {
  return locationType.toLowerCase().replace(/[^a-z]+/g, '-');
}

/** Most records are of a home; where no place is given it is taken for one, and weighs nothing. */
const USUAL_PLACE = 'dwelling';

/** A kind of place is a word or three; longer than this is an address or a story, and is not looked at. */
const LONGEST_PLACE = 40;

/**
 * Words that stand in nearly every text, and that say by themselves how long it is and who wrote it; beside another word they may say
 * more. Weighed alone they decided records of authors whom the estimate had not met for the wrong reason.
 */
const COMMON = new Set(
  `a an the to of at by in on it is was were be been has have had and or for with from this that as all also only did not no up her his
  she he him they their them i who which when where what then so if but out off one two`.split(/\s+/),
);

/** Texts shorter than this, in words, are left to the rules: too few words for a witness. */
export const ENOUGH_WORDS = 15;

export type Tilt = {
  /** Log odds that the offence was committed online. */
  readonly online: number;
  /** Log odds that only a person can decide such a record. */
  readonly person: number;
  /** Tokens of the words that weigh most in the direction asked for, heaviest first; to be asked before the next text is weighed. */
  readonly heaviest: (towards: 1 | -1, most: number) => readonly number[];
};

/** A word without its commonest endings; all numbers are one word. The estimate and the reading must cut alike. */
export function stemOf(word: string): string {
  if (/^\d+$/.test(word)) return '#';
  return word.length > 4 ? word.replace(/(?:ing|ed|es|s)$/, '') : word;
}

export type Weight = { readonly online: number; readonly person: number };

/** What weighs together, and how many things that is. */
export type Sum = Weight & { readonly count: number };

/** Whether a row of the register is of parties, acts and means (`signs.ts`), and not of words alone. */
export function isOfSigns(term: string): boolean {
  return /[<{]/.test(term);
}

const NOTHING: Weight = { online: 0, person: 0 };
const UNSEEN = -1;
/** An extract has a few dozen kinds of place; a hostile file ever new ones. */
const MOST_PLACES = 4_096;

/**
 * Flat tables, and nothing made for a word: this is asked for every word of every text that is read. What a text weighs stands in
 * them until the next one is weighed.
 */
export class WordWeights {
  readonly #start: Weight;
  readonly #known = new Map<string, Weight>();
  readonly #sums = new Map<Family, Map<string | null, Sum>>();
  /** Stems are numbered from one. */
  readonly #numbers = new Map<string, number>();
  /** What weighs, numbered from zero: first the stems, then the pairs. */
  readonly #online: Float64Array;
  readonly #person: Float64Array;
  /** Per stem: the number of its weight, `UNSEEN` where it has none; and whether it begins a pair. */
  readonly #weightOf: Int32Array;
  readonly #begins: Uint8Array;
  /** The number of the weight of each pair of stems, and one. */
  readonly #pairs: PairTable;
  /** Number of the stem of each word of the vocabulary, once it was met. */
  #stems = new Int32Array(1 << 12).fill(UNSEEN);
  /** The vocabulary that numbers those words; another one numbers them otherwise. */
  #vocabulary: Vocabulary | null = null;
  /** Per weight: the last text in which it was met. */
  readonly #metIn: Int32Array;
  #text = 0;
  /** What weighs in the text, and the token at which it first stands. */
  #found = new Int32Array(256);
  #tokens = new Int32Array(256);
  #count = 0;

  constructor(weights: ReadonlyMap<string, Weight>) {
    this.#start = weights.get(START) ?? NOTHING;
    const online: number[] = [];
    const person: number[] = [];
    const singles: [number, number][] = [];
    const pairs: PairEntry[] = [];
    for (const [term, weight] of weights) {
      if (isOfSigns(term)) continue;
      if (term.startsWith('(')) {
        this.#known.set(term, weight);
        continue;
      }
      const [one = '', other] = term.split(' ');
      const number = online.push(weight.online) - 1;
      person.push(weight.person);
      if (other === undefined) singles.push([this.#numbered(one), number]);
      else pairs.push([this.#numbered(one), this.#numbered(other), number + 1]);
    }
    const stems = this.#numbers.size + 1;
    this.#online = Float64Array.from(online);
    this.#person = Float64Array.from(person);
    this.#metIn = new Int32Array(online.length);
    this.#weightOf = new Int32Array(stems).fill(UNSEEN);
    this.#begins = new Uint8Array(stems);
    for (const [stem, number] of singles) this.#weightOf[stem] = number;
    for (const [one] of pairs) this.#begins[one] = 1;
    this.#pairs = new PairTable(pairs);
  }

  /** What is known of a record besides its words, weighed once for each kind of offence and of place. */
  known(family: Family, locationType: string | null): Sum {
    let places = this.#sums.get(family);
    if (places === undefined) {
      places = new Map();
      this.#sums.set(family, places);
    }
    let sum = places.get(locationType);
    if (sum === undefined) {
      sum = this.sumOf(knownOf(family, locationType));
      if (places.size < MOST_PLACES) places.set(locationType, sum);
    }
    return sum;
  }

  sumOf(terms: readonly string[]): Sum {
    let online = 0;
    let person = 0;
    let count = 0;
    for (const term of terms) {
      const weight = this.#known.get(term);
      if (weight === undefined) continue;
      online += weight.online;
      person += weight.person;
      count += 1;
    }
    return { online, person, count };
  }

  /** `said` is what the rules say of the text, which is as much of a long text as of a short one. */
  weigh(scan: Scan, known: Sum, signs: Sum, said: Weight = NOTHING): Tilt {
    this.#look(scan);
    const count = this.#count;
    let { online, person } = signs;
    for (let at = 0; at < count; at += 1) {
      const number = this.#found[at] as number;
      online += this.#online[number] as number;
      person += this.#person[number] as number;
    }
    online += known.online;
    person += known.person;
    // A text of more words says more, though not as much more: the fourth root of how many, which did best on records left out.
    const scale = 1 / (Math.sqrt(Math.sqrt(count + known.count + signs.count)) || 1);
    return {
      online: this.#start.online + said.online + online * scale,
      person: this.#start.person + said.person + person * scale,
      heaviest: (towards, most) => this.#heaviest(towards, most),
    };
  }

  /** Each different word and pair of words that weighs anything, where it first stands. */
  #look(scan: Scan): void {
    if (scan.vocabulary !== this.#vocabulary) {
      this.#vocabulary = scan.vocabulary;
      this.#stems.fill(UNSEEN);
    }
    if (this.#text === 0x7fffffff) {
      this.#metIn.fill(0);
      this.#text = 0;
    }
    this.#text += 1;
    this.#count = 0;
    if (this.#found.length < 2 * scan.count) {
      this.#found = new Int32Array(4 * scan.count);
      this.#tokens = new Int32Array(4 * scan.count);
    }
    const { gaps, numbers, count } = scan;
    const weightOf = this.#weightOf;
    const begins = this.#begins;
    const pairs = this.#pairs;
    let stems = this.#stems;
    let before = 0;
    for (let token = 0; token < count; token += 1) {
      const word = numbers[token] as number;
      let stem = word === 0 || word >= stems.length ? UNSEEN : (stems[word] as number);
      if (stem === UNSEEN) {
        stem = this.#stemAt(scan, token);
        stems = this.#stems;
      }
      if (stem > 0) {
        const own = weightOf[stem] as number;
        if (own !== UNSEEN) this.#meet(own, token);
        if (begins[before] === 1 && (gaps[token] as number) < PAUSE) {
          const pair = pairs.get(before, stem) - 1;
          if (pair !== UNSEEN) this.#meet(pair, token - 1);
        }
      }
      before = stem;
    }
  }

  #meet(number: number, token: number): void {
    if (this.#metIn[number] === this.#text) return;
    this.#metIn[number] = this.#text;
    this.#found[this.#count] = number;
    this.#tokens[this.#count] = token;
    this.#count += 1;
  }

  /** A few are kept in order while the text is gone through; of two that weigh alike the earlier comes first. */
  #heaviest(towards: 1 | -1, most: number): number[] {
    const weights: number[] = [];
    const tokens: number[] = [];
    for (let at = 0; at < this.#count; at += 1) {
      const weight = (this.#online[this.#found[at] as number] as number) * towards;
      if (weight <= 0 || (weights.length === most && weight <= (weights[most - 1] as number))) continue;
      let place = weights.length === most ? most - 1 : weights.length;
      for (; place > 0 && weight > (weights[place - 1] as number); place -= 1) {
        weights[place] = weights[place - 1] as number;
        tokens[place] = tokens[place - 1] as number;
      }
      weights[place] = weight;
      tokens[place] = this.#tokens[at] as number;
    }
    return tokens;
  }

  /** Of a word that was not met yet. */
  #stemAt(scan: Scan, token: number): number {
    const word = scan.numbers[token] as number;
    if (word === 0) return this.#numbers.get(stemOf(scan.word(token))) ?? 0;
    if (word >= this.#stems.length) {
      const wider = new Int32Array(Math.max(word + 1, this.#stems.length * 2)).fill(UNSEEN);
      wider.set(this.#stems);
      this.#stems = wider;
    }
    const stem = this.#numbers.get(stemOf(scan.word(token))) ?? 0;
    this.#stems[word] = stem;
    return stem;
  }

  #numbered(stem: string): number {
    const known = this.#numbers.get(stem);
    if (known !== undefined) return known;
    const number = this.#numbers.size + 1;
    this.#numbers.set(stem, number);
    return number;
  }
}

/** The different stems of a text but the common ones, and the pairs of them that stand side by side, as the estimate counts them. */
export function termsOf(scan: Scan): ReadonlySet<string> {
  const terms = new Set<string>();
  let before = '';
  for (let token = 0; token < scan.count; token += 1) {
    const stem = stemOf(scan.word(token));
    if (!COMMON.has(stem)) terms.add(stem);
    if (before !== '' && (scan.gaps[token] as number) < PAUSE) terms.add(`${before} ${stem}`);
    before = stem;
  }
  return terms;
}

export function readWeights(dir: string): ReadonlyMap<string, Weight> {
  const facts = readFacts(dir, 'flag-word-weights.csv', ['word', 'online', 'person', 'source', 'added']);
  return new Map(
    facts.map((fact) => [fact.word, { online: Number(fact.online), person: Number(fact.person) }]),
  );
}
