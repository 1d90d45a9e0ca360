/**
 * A text as the order of its parties, acts and means, whatever words stand for them: "unknown male messaged her on Kik" and "he wrote to
 * VIC over Discord" are one order. Each sign, each two and each three that follow each other weigh once, and so do the words right
 * beside a means; written down once here, so that the estimate and the reading cut alike.
 */
import { type Concept, concepts } from './concepts.ts';
import type { Family } from './family.ts';
import { PAUSE } from './letters.ts';
import { type Kind, kinds } from './means.ts';
import { type PairEntry, PairTable } from './pair-table.ts';
import type { Reading } from './reading.ts';
import type { Vocabulary } from './vocabulary.ts';
import { isOfSigns, type Sum, stemOf, type Weight } from './word-weights.ts';

/** The kinds of word that make a sign, and what they are called in the register; some stand for the same. */
const SIGN_OF: ReadonlyMap<Concept, string> = new Map([
  ['suspect', '{party}'],
  ['person', '{party}'],
  ['onlineparty', '{online-party}'],
  ['victim', '{victim}'],
  ['trusted', '{trusted}'],
  ['police', '{police}'],
  ['contact', '{contact}'],
  ['ask', '{ask}'],
  ['share', '{share}'],
  ['hold', '{hold}'],
  ['receive', '{receive}'],
  ['arrange', '{arrange}'],
  ['tell', '{tell}'],
  ['report', '{report}'],
  ['evidence', '{evidence}'],
  ['advise', '{advise}'],
  ['property', '{property}'],
  ['use', '{use}'],
  ['lookup', '{lookup}'],
  ['offence', '{offence}'],
  ['negation', '{negation}'],
  ['possible', '{possible}'],
  ['hypothetical', '{hypothetical}'],
  ['bail', '{bail}'],
  ['other crime', '{other-crime}'],
  ['after', '{after}'],
  ['image noun', '{image}'],
  ['illegal image', '{image}'],
  ['act noun', '{act}'],
  ['inperson', '{in-person}'],
]);

const signOfKind = (kind: Kind): string => `<${kind}>`;
/** Every sign, numbered from one; 0 is none. */
const SIGNS = ['', ...new Set([...kinds.map(signOfKind), ...SIGN_OF.values()])];
const NUMBER_OF_KIND = new Map(kinds.map((kind) => [kind, SIGNS.indexOf(signOfKind(kind))]));
/** Per concept: the number of its sign. */
const NUMBER_OF_CONCEPT = Uint8Array.from(concepts, (concept) => SIGNS.indexOf(SIGN_OF.get(concept) ?? ''));
const [LOW = 0, HIGH = 0] = [0, 1].map((half) =>
  concepts.reduce(
    (mask, concept, at) => (at >> 5 === half && SIGN_OF.has(concept) ? mask | (1 << (at & 31)) : mask),
    0,
  ),
);
/** Room for each sign in a number made of up to three. */
const WIDTH = 1 << Math.ceil(Math.log2(SIGNS.length));

/**
 * What stands in a text, good until the next one: the numbers of its signs in order, and `WIDTH` wherever the next means with what stands
 * beside it comes. Nothing is made for one: every text that is read is walked.
 */
type Walked = {
  order: Uint8Array;
  count: number;
  besides: number;
  /** The same only for the same term; 0 where there is no such number. */
  readonly names: number[];
  /** The word beside it, -1 where it is a means; the sign of the means; and how they stand, with the sign of the other means. */
  readonly tokens: number[];
  readonly signs: number[];
  readonly hows: number[];
};

const walked: Walked = {
  order: new Uint8Array(512),
  count: 0,
  besides: 0,
  names: [],
  tokens: [],
  signs: [],
  hows: [],
};

function addBeside(name: number, token: number, sign: number, how: number): void {
  const at = walked.besides++;
  walked.names[at] = name;
  walked.tokens[at] = token;
  walked.signs[at] = sign;
  walked.hows[at] = how;
  walked.order[walked.count++] = WIDTH;
}

/** One of them in the words of the register. */
function termOf({ scan }: Reading, at: number): string {
  const token = walked.tokens[at] as number;
  const sign = SIGNS[walked.signs[at] as number] as string;
  const how = walked.hows[at] as number;
  if (how >= AFTER_MEANS) return `${SIGNS[how - AFTER_MEANS]} ${sign}`;
  const word = stemOf(scan.word(token));
  return how === AFTER ? `${word} ${sign}` : `${sign} ${word}`;
}

function walk(reading: Reading): void {
  const { scan, mentions } = reading;
  const { numbers, bits0, bits1 } = scan;
  // A means is one sign, and has something on two sides at most.
  if (walked.order.length < 3 * scan.count) walked.order = new Uint8Array(6 * scan.count);
  const { order } = walked;
  walked.count = 0;
  walked.besides = 0;
  let mention = 0;
  for (let token = 0; token < scan.count; ) {
    const here = mentions[mention];
    const stop = here === undefined ? scan.count : here.from;
    for (; token < stop; token += 1) {
      const sign = signOf(bits0[token] as number, bits1[token] as number);
      if (sign !== 0) order[walked.count++] = sign;
    }
    if (here === undefined) break;
    const sign = NUMBER_OF_KIND.get(here.means.kind) ?? 0;
    const { to } = here;
    mention += 1;
    if (token > 0 && (scan.gaps[token] as number) < PAUSE) {
      const before = mentions[mention - 2];
      if (before?.to === token) {
        const other = NUMBER_OF_KIND.get(before.means.kind) ?? 0;
        addBeside(nameOf(other, sign, AFTER_MEANS), -1, sign, AFTER_MEANS + other);
      } else addBeside(nameOf(numbers[token - 1] as number, sign, AFTER), token - 1, sign, AFTER);
    }
    if (to < scan.count && (scan.gaps[to] as number) < PAUSE && mentions[mention]?.from !== to)
      addBeside(nameOf(numbers[to] as number, sign, BEFORE), to, sign, BEFORE);
    token = to;
    if (sign !== 0) order[walked.count++] = sign;
  }
}

/** How a means stands to what is beside it. */
const AFTER = 0;
const BEFORE = 1;
const AFTER_MEANS = 2;

/** By the number of a word in the vocabulary, or of a sign; 0 where it has none. */
function nameOf(beside: number, sign: number, how: number): number {
  return beside === 0 ? 0 : (beside * WIDTH + sign) * 4 + how;
}

/** By the two halves of what a word can be. */
function signOf(bits0: number, bits1: number): number {
  const low = bits0 & LOW;
  if (low !== 0) return NUMBER_OF_CONCEPT[31 - Math.clz32(low & -low)] as number;
  const high = bits1 & HIGH;
  return high === 0 ? 0 : (NUMBER_OF_CONCEPT[63 - Math.clz32(high & -high)] as number);
}

/** All that stands in a text, in the words of the register. */
export function signsOf(reading: Reading): ReadonlySet<string> {
  const terms = new Set<string>();
  walk(reading);
  const { order, count } = walked;
  const signs: string[] = [];
  let next = 0;
  for (const sign of order.subarray(0, count)) {
    if (sign === WIDTH) {
      terms.add(termOf(reading, next++));
      continue;
    }
    signs.push(SIGNS[sign] as string);
    terms.add(`(${reading.family}) ${SIGNS[sign]}`);
    for (let length = 1; length <= Math.min(3, signs.length); length += 1)
      terms.add(signs.slice(-length).join(' '));
  }
  return terms;
}

const NONE = 0;
const FAMILIES: readonly Family[] = ['image', 'communication', 'remote', 'contact', 'other', 'unknown'];
/** A hostile file has ever new words beside its names. */
const MOST_NAMES = 100_000;

/** Flat tables: this is asked of every text that is read. */
export class SignWeights {
  /** Per weight; none stands at 0. */
  readonly #onlineOf: Float64Array;
  readonly #personOf: Float64Array;
  /** Where the weight of one sign and of two stands, and of three behind the number of the first two; 0 is none. */
  readonly #ofOne = new Int32Array(WIDTH);
  readonly #ofTwo = new Int32Array(WIDTH ** 2);
  readonly #ofThree: PairTable;
  /** The same of a sign in a text about one kind of offence: a photograph says one thing of images and another of a theft. */
  readonly #ofFamily = FAMILIES.map(() => new Int32Array(WIDTH));
  readonly #ofMeans = new Map<string, number>();
  /** The same by the numbers of one vocabulary; another one numbers its words otherwise. */
  readonly #ofNames = new Map<number, number>();
  #vocabulary: Vocabulary | null = null;
  /** Per weight: the last text in which it was met. */
  readonly #metIn: Int32Array;
  #text = 0;
  #online = 0;
  #person = 0;
  #count = 0;

  constructor(weights: ReadonlyMap<string, Weight>) {
    const threes: PairEntry[] = [];
    const all: Weight[] = [{ online: 0, person: 0 }];
    for (const [term, weight] of weights) {
      if (!isOfSigns(term)) continue;
      const at = all.push(weight) - 1;
      const family = FAMILIES.findIndex((one) => term.startsWith(`(${one}) `));
      const own = this.#ofFamily[family];
      if (own !== undefined) {
        own[SIGNS.indexOf(term.slice(term.indexOf(' ') + 1))] = at;
        continue;
      }
      const signs = term.split(' ').map((sign) => SIGNS.indexOf(sign));
      const [one = 0, two = 0, three = 0] = signs;
      if (signs.some((sign) => sign <= 0)) this.#ofMeans.set(term, at);
      else if (three > 0) threes.push([one * WIDTH + two, three, at]);
      else if (two > 0) this.#ofTwo[one * WIDTH + two] = at;
      else this.#ofOne[one] = at;
    }
    this.#ofThree = new PairTable(threes);
    this.#onlineOf = Float64Array.from(all, ({ online }) => online);
    this.#personOf = Float64Array.from(all, ({ person }) => person);
    this.#metIn = new Int32Array(all.length);
  }

  weigh(reading: Reading): Sum {
    if (this.#text === 0x7fffffff) {
      this.#metIn.fill(0);
      this.#text = 0;
    }
    if (reading.scan.vocabulary !== this.#vocabulary) {
      this.#vocabulary = reading.scan.vocabulary;
      this.#ofNames.clear();
    }
    this.#text += 1;
    this.#online = 0;
    this.#person = 0;
    this.#count = 0;
    walk(reading);
    const { order, count } = walked;
    const ofFamily = this.#ofFamily[FAMILIES.indexOf(reading.family)] as Int32Array;
    let one = 0;
    let two = 0;
    let next = 0;
    for (let n = 0; n < count; n += 1) {
      const sign = order[n] as number;
      if (sign === WIDTH) {
        this.#meet(this.#besideMeans(reading, next++));
        continue;
      }
      this.#meet(this.#ofOne[sign] as number);
      this.#meet(ofFamily[sign] as number);
      if (one > 0) this.#meet(this.#ofTwo[one * WIDTH + sign] as number);
      if (two > 0) this.#meet(this.#ofThree.get(two * WIDTH + one, sign));
      two = one;
      one = sign;
    }
    return { online: this.#online, person: this.#person, count: this.#count };
  }

  /** A term is put together once for its number: names of services stand beside few words. */
  #besideMeans(reading: Reading, beside: number): number {
    const name = walked.names[beside] as number;
    const known = name === 0 ? undefined : this.#ofNames.get(name);
    if (known !== undefined) return known;
    const at = this.#ofMeans.get(termOf(reading, beside)) ?? NONE;
    if (name !== 0 && this.#ofNames.size < MOST_NAMES) this.#ofNames.set(name, at);
    return at;
  }

  #meet(at: number): void {
    if (at === NONE || this.#metIn[at] === this.#text) return;
    this.#metIn[at] = this.#text;
    this.#online += this.#onlineOf[at] as number;
    this.#person += this.#personOf[at] as number;
    this.#count += 1;
  }
}
