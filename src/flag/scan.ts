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
  lowered,
  PAUSE,
  SPACE,
  STOP,
  widest,
} from './letters.ts';
import type { Node } from './lexicon.ts';
import type { Means } from './means.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Words without a full stop after which a new subject begins a new sentence. */
const LONG = 14;
/** Further than any rule looks on from a word. */
const LOOK_ON = 64;
/** No scope reaches further than this. */
const MOST = 60;

export class Scan {
  text = '';
  count = 0;
  starts = new Int32Array(256);
  ends = new Int32Array(256);
  gaps = new Uint8Array(256);
  bits0 = new Int32Array(256);
  bits1 = new Int32Array(256);
  /** Token after the last one of the phrase that begins here; 0 inside a phrase. */
  next = new Int32Array(256);
  sentence = new Int32Array(256);
  clause = new Int32Array(256);
  /** All kinds of word that stand in the text. */
  all0 = 0;
  all1 = 0;
  words: string[] = [];
  /** Number of each word in the vocabulary; 0 where it has none. */
  numbers = new Int32Array(256);
  means: (Means | null)[] = [];
  /** Tokens at which a means begins. */
  readonly found: number[] = [];
  /** Calendar years written in the text. */
  readonly years: number[] = [];

  private grow(): void {
    const size = this.starts.length * 2;
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
  }

  /** Null where only the words are asked for. */
  readonly vocabulary: Vocabulary | null;
  private nodes: (Node | null)[] = [];

  constructor(vocabulary: Vocabulary | null = null) {
    this.vocabulary = vocabulary;
  }

  read(text: string): void {
    this.cut(text);
    this.match();
    this.divide();
    this.close();
  }

  /** Nothing stands behind the last word: a rule that looks on from it must not find words of the text before. */
  private close(): void {
    const { count } = this;
    while (this.starts.length < count + LOOK_ON) this.grow();
    for (let i = count; i < count + LOOK_ON; i += 1) {
      this.words[i] = '';
      this.means[i] = null;
      this.numbers[i] = 0;
      this.gaps[i] = STOP;
      this.bits0[i] = 0;
      this.bits1[i] = 0;
      this.next[i] = i + 1;
      this.sentence[i] = count;
      this.clause[i] = count;
    }
  }

  /** The words and what stands between them; for the cheap question of one word, too. */
  cut(text: string): void {
    this.text = text;
    this.count = 0;
    this.years.length = 0;
    const low = lowered(text);
    let gap = STOP;
    let at = 0;
    const length = low.length;
    while (at < length) {
      const code = low.charCodeAt(at);
      if (!isWordCode(code, low, at)) {
        const wider = widest(gap, code, low, at);
        const isShort = code === 46 && this.count > 0 && SHORTENED.has(this.words[this.count - 1] as string);
        gap = isShort ? gap : wider;
        at += 1;
        continue;
      }
      const start = at;
      let plain = true;
      let digits = 0;
      while (at < length) {
        const one = low.charCodeAt(at);
        if (one >= 97 && one <= 122) at += 1;
        else if (one >= 48 && one <= 57) {
          digits += 1;
          at += 1;
        } else if (isWordCode(one, low, at)) {
          plain = false;
          at += 1;
        } else if (isInside(one) && at + 1 < length && isLetterOrDigit(low.charCodeAt(at + 1))) {
          plain = false;
          at += 1;
        } else break;
      }
      if (this.count === this.starts.length) this.grow();
      const i = this.count;
      this.name(i, low, start, at, plain);
      this.starts[i] = start;
      this.ends[i] = at;
      this.gaps[i] = gap;
      this.count += 1;
      if (digits === 4 && at - start === 4) {
        const year = Number(low.slice(start, at));
        if (year >= 1930 && year <= 2039) this.years.push(year);
      }
      gap = SPACE;
    }
  }

  private name(i: number, low: string, start: number, end: number, isPlain: boolean): void {
    const { vocabulary } = this;
    const word = isPlain && vocabulary !== null ? '' : cleaned(low.slice(start, end));
    this.numbers[i] = 0;
    if (vocabulary === null) {
      this.words[i] = word;
      return;
    }
    const number = isPlain ? vocabulary.find(low, start, end) : vocabulary.find(word, 0, word.length);
    if (number > 0) {
      this.numbers[i] = number;
      this.words[i] = vocabulary.word(number);
      this.nodes[i] = vocabulary.node(number);
      return;
    }
    const own = isPlain ? low.slice(start, end) : word;
    this.words[i] = own;
    this.nodes[i] = vocabulary.nodeOf(own);
  }

  private match(): void {
    const { vocabulary } = this;
    if (vocabulary === null) return;
    this.found.length = 0;
    const { words, bits0, bits1, next, gaps, count } = this;
    this.all0 = 0;
    this.all1 = 0;
    let i = 0;
    while (i < count) {
      let node = this.nodes[i] as Node | null;
      let best: Node | null = null;
      let end = i + 1;
      if (i + 1 < count && gaps[i + 1] === JOINED && !vocabulary.isKnown(words[i] as string)) {
        best = vocabulary.joined(words[i] as string, words[i + 1] as string);
        if (best !== null) {
          end = i + 2;
          node = null;
        }
      }
      if (node !== null) {
        let at = i;
        while (node !== null) {
          if (node.ends) {
            best = node;
            end = at + 1;
          }
          at += 1;
          if (at >= count || node.next === null || (gaps[at] as number) > PAUSE - 1) break;
          node = node.next.get(words[at] as string) ?? null;
        }
      }
      bits0[i] = best === null ? 0 : best.bits0;
      bits1[i] = best === null ? 0 : best.bits1;
      this.all0 |= bits0[i] as number;
      this.all1 |= bits1[i] as number;
      this.means[i] = best === null ? null : best.means;
      next[i] = end;
      if (best?.means != null) this.found.push(i);
      for (let j = i + 1; j < end; j += 1) {
        bits0[j] = 0;
        bits1[j] = 0;
        next[j] = 0;
        this.means[j] = null;
      }
      i = end;
    }
  }

  private divide(): void {
    const { count, gaps, next, sentence, clause } = this;
    let sentenceStart = 0;
    let clauseStart = 0;
    for (let i = 0; i < count; i += 1) {
      const gap = gaps[i] as number;
      if (next[i] !== 0 || gap === STOP) {
        const isNew =
          gap === STOP || (i - sentenceStart >= LONG && this.beginsAnew(i)) || i - sentenceStart >= MOST;
        if (isNew) {
          sentenceStart = i;
          clauseStart = i;
        } else if (gap === PAUSE || gap === COLON || this.has(i, BREAK) || this.joinsClauses(i))
          clauseStart = i;
      }
      sentence[i] = sentenceStart;
      clause[i] = clauseStart;
    }
  }

  /** "and" before a subject or a verb joins clauses; before anything else it joins words. */
  private joinsClauses(i: number): boolean {
    if (!this.has(i, AND) || this.words[i] === 'or') return false;
    const after = this.next[i] as number;
    if (after >= this.count || this.gaps[after] !== SPACE) return false;
    if (((this.bits0[after] as number) & SUBJECT) !== 0) {
      const then = this.next[after] as number;
      return then < this.count && ((this.bits0[then] as number) & VERB) !== 0 && !this.has(then, ACT_NOUN);
    }
    return ((this.bits0[after] as number) & VERB) !== 0 && !this.has(after, ACT_NOUN);
  }

  /** A party and then an act, after many words without a stop: the writer has begun a new sentence. */
  private beginsAnew(i: number): boolean {
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
