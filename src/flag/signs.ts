/**
 * A text as the order of its parties, acts and means, whatever words stand for them: "unknown male messaged her on Kik" and "he wrote to
 * VIC over Discord" are one order. Each sign, each two and each three that follow each other weigh once, and so do the words right
 * beside a means; written down once here, so that the estimate and the reading cut alike.
 */
import { type Concept, concepts } from './concepts.ts';
import { PAUSE } from './letters.ts';
import { type Kind, kinds } from './means.ts';
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
const NUMBER_OF_CONCEPT = concepts.map((concept) => SIGNS.indexOf(SIGN_OF.get(concept) ?? ''));
const MASKS = [0, 1].map((half) =>
  concepts.reduce(
    (mask, concept, at) => (at >> 5 === half && SIGN_OF.has(concept) ? mask | (1 << (at & 31)) : mask),
    0,
  ),
);
/** Room for each sign in a number made of up to three. */
const WIDTH = 1 << Math.ceil(Math.log2(SIGNS.length));

/**
 * What stands in a text: the order of its signs, as numbers of one, two and three; and each means with what stands beside it, as a term,
 * behind a number that is the same only for the same term; 0 where there is no such number.
 */
function walk(
  reading: Reading,
  ofSigns: (number: number) => void,
  ofMeans: (name: number, term: () => string) => void,
): void {
  const { scan, mentions } = reading;
  const { numbers } = scan;
  let mention = 0;
  let one = 0;
  let two = 0;
  for (let token = 0; token < scan.count; ) {
    const here = mentions[mention];
    const isMeans = here !== undefined && here.from === token;
    const sign = isMeans ? (NUMBER_OF_KIND.get(here.means.kind) ?? 0) : signAt(reading, token);
    const to = isMeans ? here.to : token + 1;
    if (isMeans) {
      mention += 1;
      if (token > 0 && (scan.gaps[token] as number) < PAUSE) {
        const before = mentions[mention - 2];
        if (before?.to === token) {
          const other = NUMBER_OF_KIND.get(before.means.kind) ?? 0;
          ofMeans(nameOf(other, sign, AFTER_MEANS), () => `${SIGNS[other]} ${SIGNS[sign]}`);
        } else {
          const word = scan.words[token - 1] as string;
          ofMeans(nameOf(numbers[token - 1] as number, sign, AFTER), () => `${stemOf(word)} ${SIGNS[sign]}`);
        }
      }
      if (to < scan.count && (scan.gaps[to] as number) < PAUSE && mentions[mention]?.from !== to) {
        const word = scan.words[to] as string;
        ofMeans(nameOf(numbers[to] as number, sign, BEFORE), () => `${SIGNS[sign]} ${stemOf(word)}`);
      }
    }
    token = to;
    if (sign === 0) continue;
    ofSigns(sign);
    if (one > 0) ofSigns(one * WIDTH + sign);
    if (two > 0) ofSigns((two * WIDTH + one) * WIDTH + sign);
    two = one;
    one = sign;
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

function signAt({ scan }: Reading, token: number): number {
  const low = (scan.bits0[token] as number) & (MASKS[0] as number);
  if (low !== 0) return NUMBER_OF_CONCEPT[31 - Math.clz32(low & -low)] as number;
  const high = (scan.bits1[token] as number) & (MASKS[1] as number);
  return high === 0 ? 0 : (NUMBER_OF_CONCEPT[63 - Math.clz32(high & -high)] as number);
}

/** All that stands in a text, in the words of the register. */
export function signsOf(reading: Reading): ReadonlySet<string> {
  const terms = new Set<string>();
  walk(
    reading,
    (number) => terms.add(termOf(number)),
    (_, term) => terms.add(term()),
  );
  return terms;
}

function termOf(number: number): string {
  const signs: string[] = [];
  for (let rest = number; rest > 0; rest = Math.floor(rest / WIDTH))
    signs.unshift(SIGNS[rest % WIDTH] as string);
  return signs.join(' ');
}

function numberOf(term: string): number {
  return term.split(' ').reduce((number, sign) => {
    const at = SIGNS.indexOf(sign);
    return at <= 0 ? Number.NaN : number * WIDTH + at;
  }, 0);
}

const UNKNOWN = -1;
/** A hostile file has ever new words beside its names. */
const MOST_NAMES = 100_000;

/** Flat tables: this is asked of every text that is read. */
export class SignWeights {
  readonly #weights: Weight[] = [];
  readonly #ofSigns = new Int32Array(WIDTH ** 3).fill(UNKNOWN);
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
    for (const [term, weight] of weights) {
      if (!isOfSigns(term)) continue;
      const at = this.#weights.push(weight) - 1;
      const number = numberOf(term);
      if (Number.isNaN(number)) this.#ofMeans.set(term, at);
      else this.#ofSigns[number] = at;
    }
    this.#metIn = new Int32Array(this.#weights.length);
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
    walk(
      reading,
      (number) => this.#meet(this.#ofSigns[number] as number),
      (name, term) => this.#meet(this.#besideMeans(name, term)),
    );
    return { online: this.#online, person: this.#person, count: this.#count };
  }

  /** A term is put together once for its number: names of services stand beside few words. */
  #besideMeans(name: number, term: () => string): number {
    const known = name === 0 ? undefined : this.#ofNames.get(name);
    if (known !== undefined) return known;
    const at = this.#ofMeans.get(term()) ?? UNKNOWN;
    if (name !== 0 && this.#ofNames.size < MOST_NAMES) this.#ofNames.set(name, at);
    return at;
  }

  #meet(at: number): void {
    if (at === UNKNOWN || this.#metIn[at] === this.#text) return;
    this.#metIn[at] = this.#text;
    const { online, person } = this.#weights[at] as Weight;
    this.#online += online;
    this.#person += person;
    this.#count += 1;
  }
}
