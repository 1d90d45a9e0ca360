/**
 * Cuts a narrative into words, finds the longest phrases of the lexicon, and says where sentences and clauses end. One pass, linear
 * in the length of the text whatever the text is; the arrays are used again for the next record.
 */
import { bitOf } from './concepts.ts';
import {
  COLON,
  cleaned,
  isInside,
  isLetterOrDigit,
  isWordCode,
  JOINED,
  Letters,
  PAUSE,
  PLAIN,
  SPACE,
  STOP,
  widest,
} from './letters.ts';
import type { Means } from './means.ts';
import { NOWHERE, type Phrases } from './phrases.ts';
import { SEED, TIMES, type Vocabulary } from './vocabulary.ts';

/** Words without a full stop after which a new subject begins a new sentence. */
const LONG = 14;
/** Further than any rule looks on from a word. */
const LOOK_ON = 64;
/** No scope reaches further than this. */
const MOST = 60;

export class Scan {
  text = '';
  count = 0;
  starts = new Int32Array(0);
  ends = new Int32Array(0);
  gaps = new Uint8Array(0);
  bits0 = new Int32Array(0);
  bits1 = new Int32Array(0);
  /** Token after the last one of the phrase that begins here; 0 inside a phrase. */
  next = new Int32Array(0);
  sentence = new Int32Array(0);
  clause = new Int32Array(0);
  /** All kinds of word that stand in the text. */
  all0 = 0;
  all1 = 0;
  /** Words that have no number in the vocabulary; what stands for the others is of another text. */
  readonly #strange: string[] = [];
  /** Number of each word in the vocabulary; 0 where it has none. */
  numbers = new Int32Array(0);
  means: (Means | null)[] = [];
  /** Tokens at which a means begins. */
  readonly found: number[] = [];
  /** Calendar years written in the text. */
  readonly years: number[] = [];
  /** Null where only the words are asked for. */
  readonly vocabulary: Vocabulary | null;
  readonly #letters = new Letters();
  /** Tokens from here on are as nothing behind a text is. */
  #clear = 0;
  /** Token after the last one of the phrase found last. */
  #end = 0;

  constructor(vocabulary: Vocabulary | null = null) {
    this.vocabulary = vocabulary;
    this.#widen(256);
  }

  read(text: string): void {
    this.cut(text);
    this.sort();
  }

  /** Finds the phrases, sentences and clauses of the words that were cut. */
  sort(): void {
    this.#match();
    this.#divide();
    this.#close();
  }

  #widen(size: number): void {
    const from = this.starts.length;
    const wider = (old: Int32Array): Int32Array<ArrayBuffer> => {
      const made = new Int32Array(size);
      made.set(old);
      return made;
    };
    this.starts = wider(this.starts);
    this.ends = wider(this.ends);
    this.bits0 = wider(this.bits0);
    this.bits1 = wider(this.bits1);
    this.next = wider(this.next);
    this.sentence = wider(this.sentence);
    this.clause = wider(this.clause);
    this.numbers = wider(this.numbers);
    const gaps = new Uint8Array(size);
    gaps.set(this.gaps);
    this.gaps = gaps;
    this.#empty(from, size);
  }

  /** Nothing stands behind the last word: a rule that looks on from it must not find words of the text before. */
  #close(): void {
    const { count } = this;
    while (this.starts.length < count + LOOK_ON) this.#widen(this.starts.length * 2);
    this.#empty(count, this.#clear);
    this.#clear = count;
    this.sentence.fill(count, count, count + LOOK_ON);
    this.clause.fill(count, count, count + LOOK_ON);
  }

  #empty(from: number, to: number): void {
    for (let i = from; i < to; i += 1) {
      this.#strange[i] = '';
      this.means[i] = null;
      this.numbers[i] = 0;
      this.gaps[i] = STOP;
      this.bits0[i] = 0;
      this.bits1[i] = 0;
      this.next[i] = i + 1;
    }
  }

  /** Room for so many tokens. */
  makeRoom(count: number): void {
    while (count > this.starts.length) this.#widen(2 * this.starts.length);
  }

  /** So many tokens were put in. */
  cutTo(count: number): void {
    this.count = count;
    this.#clear = Math.max(this.#clear, count);
  }

  /**
   * The words and what stands between them; for the cheap question of one word, too. `before` is what stands before the first; what
   * stands behind the last is returned.
   */
  cut(text: string, before = STOP): number {
    this.text = text;
    this.years.length = 0;
    const low = this.#letters.read(text);
    const { codes } = this.#letters;
    const { vocabulary } = this;
    const { length } = low;
    let count = 0;
    let gap = before;
    let at = 0;
    while (at < length) {
      const code = codes[at] as number;
      if (code === 32) {
        at += 1;
        continue;
      }
      if (PLAIN[code] !== 1 && !isWordCode(code, codes, at)) {
        const isShort = code === 46 && count > 0 && SHORTENED.has(this.word(count - 1));
        if (!isShort) gap = widest(gap, code, codes, at);
        at += 1;
        continue;
      }
      const start = at;
      let isPlain = true;
      let hash = SEED;
      for (;;) {
        const one = codes[at] as number;
        if (PLAIN[one] === 1) {
          hash = Math.imul(hash ^ one, TIMES);
          at += 1;
          continue;
        }
        const isLetter = at < length && isWordCode(one, codes, at);
        if (!isLetter && !(isInside(one) && isLetterOrDigit(codes[at + 1] as number))) break;
        isPlain = false;
        at += 1;
      }
      this.makeRoom(count + 1);
      this.starts[count] = start;
      this.ends[count] = at;
      this.gaps[count] = gap;
      const number = isPlain && vocabulary !== null ? vocabulary.find(codes, start, at, hash) : 0;
      this.numbers[count] = number;
      if (number === 0) this.#name(count, low.slice(start, at), isPlain);
      if (at - start === 4 && isPlain && !(count > 0 && OF_LAW.has(this.word(count - 1))))
        this.#year(codes, start);
      count += 1;
      gap = SPACE;
    }
    this.cutTo(count);
    return gap;
  }

  /** A word that is not found by its letters as they stand. */
  #name(i: number, raw: string, isPlain: boolean): void {
    const word = isPlain ? raw : cleaned(raw);
    this.#strange[i] = word;
    if (!isPlain && this.vocabulary !== null) this.numbers[i] = this.vocabulary.findWord(word);
  }

  #year(codes: Uint16Array, start: number): void {
    let year = 0;
    for (let at = start; at < start + 4; at += 1) {
      const digit = (codes[at] as number) - 48;
      if (digit > 9) return;
      year = year * 10 + digit;
    }
    if (year >= 1930 && year <= 2039) this.years.push(year);
  }

  #match(): void {
    const { vocabulary, numbers, bits0, bits1, next, gaps, means, found, count } = this;
    if (vocabulary === null) return;
    for (const at of found) means[at] = null;
    found.length = 0;
    const { states, phrases } = vocabulary;
    const { goesOn, isMeans, bits0: stateBits0, bits1: stateBits1 } = phrases;
    let all0 = 0;
    let all1 = 0;
    let i = 0;
    while (i < count) {
      const number = numbers[i] as number;
      const first = number > 0 ? (states[number] as number) : vocabulary.stateOf(this.word(i));
      const isJoined = i + 1 < count && gaps[i + 1] === JOINED;
      if (first === NOWHERE && !isJoined) {
        // Half of all words stand in no list.
        bits0[i] = 0;
        bits1[i] = 0;
        i += 1;
        next[i - 1] = i;
        continue;
      }
      this.#end = i + 1;
      let state = isJoined ? this.#joined(vocabulary, i, first) : first;
      if (goesOn[state] === 1 && this.#end === i + 1) state = this.#longest(phrases, vocabulary, i, state);
      const end = this.#end;
      const own0 = stateBits0[state] as number;
      const own1 = stateBits1[state] as number;
      bits0[i] = own0;
      bits1[i] = own1;
      all0 |= own0;
      all1 |= own1;
      if (isMeans[state] === 1) {
        means[i] = phrases.means[state] as Means;
        found.push(i);
      }
      next[i] = end;
      for (let j = i + 1; j < end; j += 1) {
        bits0[j] = 0;
        bits1[j] = 0;
        next[j] = 0;
      }
      i = end;
    }
    this.all0 = all0;
    this.all1 = all1;
  }

  /** Two words that a mark joins may be one means: "insta-gram". */
  #joined(vocabulary: Vocabulary, i: number, first: number): number {
    const word = this.word(i);
    const both = vocabulary.isKnown(word) ? NOWHERE : vocabulary.joined(word, this.word(i + 1));
    if (both === NOWHERE) return first;
    this.#end = i + 2;
    return both;
  }

  /** The state at the end of the longest phrase that goes on from `first`, which stands behind one word; it ends before `#end`. */
  #longest(phrases: Phrases, vocabulary: Vocabulary, i: number, first: number): number {
    const { numbers, gaps, count } = this;
    let best = first;
    let state = first;
    for (let at = i + 1; at < count && (gaps[at] as number) < PAUSE; at += 1) {
      const number = numbers[at] as number;
      const inside = number > 0 ? (vocabulary.insides[number] as number) : vocabulary.insideOf(this.word(at));
      state = inside === 0 ? NOWHERE : phrases.step(state, inside);
      if (state === NOWHERE) break;
      if (phrases.ends[state] === 1) {
        best = state;
        this.#end = at + 1;
      }
    }
    return best;
  }

  #divide(): void {
    const { count, gaps, next, sentence, clause } = this;
    let sentenceStart = 0;
    let clauseStart = 0;
    for (let i = 0; i < count; i += 1) {
      const gap = gaps[i] as number;
      if (next[i] !== 0 || gap === STOP) {
        const isNew =
          gap === STOP || (i - sentenceStart >= LONG && this.#beginsAnew(i)) || i - sentenceStart >= MOST;
        if (isNew) {
          sentenceStart = i;
          clauseStart = i;
        } else if (gap === PAUSE || gap === COLON || this.has(i, BREAK) || this.#joinsClauses(i))
          clauseStart = i;
      }
      sentence[i] = sentenceStart;
      clause[i] = clauseStart;
    }
  }

  /** "and" before a subject or a verb joins clauses; before anything else it joins words. */
  #joinsClauses(i: number): boolean {
    if (!this.has(i, AND) || this.word(i) === 'or') return false;
    const after = this.next[i] as number;
    if (after >= this.count || this.gaps[after] !== SPACE) return false;
    if (((this.bits0[after] as number) & SUBJECT) !== 0) {
      const then = this.next[after] as number;
      return then < this.count && ((this.bits0[then] as number) & VERB) !== 0 && !this.has(then, ACT_NOUN);
    }
    return ((this.bits0[after] as number) & VERB) !== 0 && !this.has(after, ACT_NOUN);
  }

  /** A party and then an act, after many words without a stop: the writer has begun a new sentence. */
  #beginsAnew(i: number): boolean {
    const { bits0 } = this;
    if (((bits0[i] as number) & SUBJECT) === 0) return false;
    const before = i === 0 ? 0 : (bits0[i - 1] as number);
    if ((before & (SUBJECT | VERB)) !== 0) return false;
    const after = this.next[i] as number;
    for (let j = after; j < Math.min(after + 3, this.count); j += 1) {
      if (this.gaps[j] !== SPACE) return false;
      if (((bits0[j] as number) & VERB) !== 0) return true;
    }
    return false;
  }

  /** Nothing before the first word and behind the last. */
  word(i: number): string {
    const number = this.numbers[i] as number;
    return number > 0 ? (this.vocabulary as Vocabulary).word(number) : (this.#strange[i] ?? '');
  }

  has(i: number, concept: number): boolean {
    return (((concept < 32 ? this.bits0[i] : this.bits1[i]) as number) & (1 << (concept & 31))) !== 0;
  }

  sentenceEnd(i: number): number {
    const own = this.sentence[i];
    let at = i + 1;
    while (at < this.count && this.sentence[at] === own) at += 1;
    return at;
  }

  clauseEnd(i: number): number {
    const own = this.clause[i];
    let at = i + 1;
    while (at < this.count && this.clause[at] === own) at += 1;
    return at;
  }
}

const BREAK = bitOf('break');
const AND = bitOf('and');
const ACT_NOUN = bitOf('act noun');
/** "S2 CAA 1984": the year of an Act is no year of the offence. */
const OF_LAW = new Set('act acts pace caa soa cja poca pca mca cya mda pha rta'.split(' '));

/** Words written short with a full stop, which ends no sentence. */
const SHORTENED = new Set(
  'approx eg ie e g i incl inc ref no tel addr st mr mrs ms dr wk wks mth mths yr yrs hr hrs min mins vs prev unk poss max'.split(
    ' ',
  ),
);
const SUBJECT = mask('suspect', 'victim', 'trusted', 'police', 'onlineparty');
const VERB = mask(
  'contact',
  'ask',
  'share',
  'hold',
  'receive',
  'arrange',
  'tell',
  'report',
  'evidence',
  'advise',
  'property',
  'use',
  'lookup',
  'offence',
);

function mask(...all: Parameters<typeof bitOf>[0][]): number {
  return all.reduce((bits, concept) => bits | (1 << bitOf(concept)), 0);
}
