/**
 * One narrative as the rules see it: its words with their kinds, its sentences and clauses, and every mention of a means with who
 * does what to whom through it. Rules ask; nothing here decides.
 */
import type { CrimeRecord } from '#record/record.ts';
import { readNarrative } from '#record/record.ts';
import type { ConceptNumber } from './concepts.ts';
import { isMeant } from './context.ts';
import { type Family, familyOf } from './family.ts';
import { type Frame, frameOf } from './frame.ts';
import type { Means } from './means.ts';
import type { Scan } from './scan.ts';

/** Words from one up to another, not included. */
export type Span = { readonly from: number; readonly to: number };

export type Mention = Span & {
  readonly means: Means;
  readonly frame: Frame;
  /** Token where its clause and its sentence begin, and the one after their last. */
  readonly clause: Span;
  readonly sentence: Span;
};

/** Puts the words of a narrative into a scan; false where it cannot tell them. */
export type Cut = (scan: Scan) => boolean;

export class Reading {
  readonly scan: Scan;
  readonly record: CrimeRecord;
  readonly family: Family;
  readonly mentions: readonly Mention[];
  /** Whether somebody typed the internet in as the place. */
  readonly isLocatedOnline: boolean;
  #isCapitals: boolean | null = null;

  /** `cut` is given where the words of the narrative were cut already. */
  constructor(record: CrimeRecord, scan: Scan, cut: Cut | null = null) {
    this.record = record;
    this.scan = scan;
    const text = readNarrative(record.narrative);
    if (cut?.(scan) === true) {
      scan.text = text;
      scan.sort();
    } else scan.read(text);
    this.isLocatedOnline = isOnline(record.locationType);
    this.family = familyOf(record.offenceCode, record.offence);
    const mentions: Mention[] = [];
    for (const at of scan.found) {
      const means = scan.means[at];
      if (means == null) continue;
      const to = scan.next[at] as number;
      if (!isMeant(this, at, to, means)) continue;
      const before = mentions.at(-1);
      if (before !== undefined && before.to === at && isHead(means) && scan.gaps[at] === 0) continue;
      if (
        isHead(means) &&
        means.term === 'online' &&
        scan.means[to] != null &&
        scan.means[to]?.kind !== 'device'
      )
        continue;
      const clause = { from: scan.clause[at] as number, to: scan.clauseEnd(at) };
      const sentence = { from: scan.sentence[at] as number, to: scan.sentenceEnd(at) };
      mentions.push({
        from: at,
        to,
        means,
        clause,
        sentence,
        frame: frameOf(scan, at, to, clause, sentence),
      });
    }
    this.mentions = mentions;
  }

  /** Whether the text is written in capitals throughout, so that a capital says nothing. Few texts are asked. */
  get isCapitals(): boolean {
    this.#isCapitals ??= capitals(this.scan.text);
    return this.#isCapitals;
  }

  is(token: number, concept: ConceptNumber): boolean {
    return this.scan.has(token, concept);
  }

  /** Whether a token has any of the first 32 concepts in a mask. */
  hasAny(token: number, mask: number): boolean {
    return ((this.scan.bits0[token] as number) & mask) !== 0;
  }

  /** The first token of a span that has a concept; -1 for none. */
  first({ from, to }: Span, concept: ConceptNumber): number {
    const { scan } = this;
    const bits = concept < 32 ? scan.bits0 : scan.bits1;
    const mask = 1 << (concept & 31);
    if (to <= from || ((concept < 32 ? scan.all0 : scan.all1) & mask) === 0) return -1;
    for (let i = from; i < to; i += 1) if (((bits[i] as number) & mask) !== 0) return i;
    return -1;
  }

  /** The last token of a span that has a concept; -1 for none. */
  last({ from, to }: Span, concept: ConceptNumber): number {
    const { scan } = this;
    const bits = concept < 32 ? scan.bits0 : scan.bits1;
    const mask = 1 << (concept & 31);
    if (to <= from || ((concept < 32 ? scan.all0 : scan.all1) & mask) === 0) return -1;
    for (let i = to - 1; i >= from; i -= 1) if (((bits[i] as number) & mask) !== 0) return i;
    return -1;
  }

  /** Whether any word of the text has a concept. */
  holds(concept: ConceptNumber): boolean {
    const { scan } = this;
    return ((concept < 32 ? scan.all0 : scan.all1) & (1 << (concept & 31))) !== 0;
  }

  /** The phrase that begins at a token. */
  phrase(at: number): Span {
    return { from: at, to: Math.max(at + 1, this.scan.next[at] as number) };
  }

  word(token: number): string {
    return token < 0 || token >= this.scan.count ? '' : this.scan.word(token);
  }

  whole(): Span {
    return { from: 0, to: this.scan.count };
  }
}

const ONLINE = /internet|online|cyber/i;
/** An extract has a few dozen kinds of place; a hostile file ever new ones. */
const MOST_PLACES = 4_096;
const online = new Map<string, boolean>();

function isOnline(place: string | null): boolean {
  if (place === null) return false;
  let is = online.get(place);
  if (is === undefined) {
    is = ONLINE.test(place);
    if (online.size < MOST_PLACES) online.set(place, is);
  }
  return is;
}

/** "Wizz app", "dating website": the general word after a name is no mention of its own. */
function isHead({ channel, kind }: Means): boolean {
  return kind === 'net' && HEADS.has(channel);
}

const HEADS = new Set(['App', 'Website', 'Online profile', 'Online (not named)']);

function capitals(text: string): boolean {
  let small = 0;
  let large = 0;
  for (let at = 0; at < text.length && at < 400; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 97 && code <= 122) small += 1;
    else if (code >= 65 && code <= 90) large += 1;
  }
  return large > small;
}
