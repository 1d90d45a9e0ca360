/**
 * How the rules' answer and the words of the whole text settle together. The rules know who did what through which means, and miss
 * what no list holds; the words know how such texts go, and nothing of roles. Where they disagree far enough a person decides, and where
 * the words are nearly certain they carry the answer, with the words quoted. What is said of the record as a whole and of the grey
 * zones is not theirs to touch, nor a text without any mention.
 */
import type { Outcome } from './decision.ts';
import type { Tilt } from './word-weights.ts';

/** Log odds up to which the answer is no flag, and from which on it is flag; between them a person decides. */
type Band = {
  readonly least: number;
  readonly most: number;
  /** Log odds from which on a text reads like those that only a person can decide. */
  readonly person: number;
};

const NEVER = Number.NEGATIVE_INFINITY;

/**
 * A means stands in the text and nothing sets it aside, by its weight: words may doubt it; one that barely reaches what is enough they
 * may drop where they are nearly certain.
 */
const PLAIN: Band = { least: NEVER, most: -1, person: 1 };
const STANDING: Band = { least: NEVER, most: 0, person: 0 };
const BARE: Band = { least: -2.5, most: 0.5, person: 0 };
/** One is named, and its part in the offence is not told. */
const PART_UNTOLD: Band = { least: -2, most: 0.5, person: -1 };
/** None stands: it takes as much to say that the text tells of one. */
const NONE_STANDS: Band = { least: -1, most: 2.5, person: -0.5 };
/** The text says nothing of how. */
const NOTHING_SAID: Band = { least: NEVER, most: 1.5, person: -0.5 };
/** Somebody typed the internet in as the place. */
const PLACE_SAID: Band = { least: NEVER, most: 1, person: 0 };
/** Contact or images of which the channel is not told, where the whole text tells it all the same. */
const UNSTATED: Band = { least: NEVER, most: 1, person: -0.5 };
/** The same of vaguer words, a camera or a call. */
const SEEN_ONLINE: Band = { least: NEVER, most: 2, person: -0.5 };

/** Weights of a means from which on it stands, and stands plainly: beyond what is enough by one and by two and a half. */
const STANDS_FROM = 4.5;
const PLAIN_FROM = 6;

const BANDS: ReadonlyMap<string, Band> = new Map([
  ['not-settled', PART_UNTOLD],
  ['no-means', NONE_STANDS],
  ['sparse', NOTHING_SAID],
  ['field-conflict', PLACE_SAID],
  ['grey-unstated', UNSTATED],
  ['grey-vague', SEEN_ONLINE],
  ['grey-camera', SEEN_ONLINE],
  ['grey-voice', SEEN_ONLINE],
]);

function bandOf(rule: string, weight: number): Band | undefined {
  if (rule !== 'means-of-commission') return BANDS.get(rule);
  if (weight >= PLAIN_FROM) return PLAIN;
  return weight >= STANDS_FROM ? STANDING : BARE;
}

export type Balance = { readonly decision: Outcome; readonly confidence: number };

/** What an answer of the rules, resting on a means of that weight, becomes beside the odds of the words; null where words have no say in it. */
export function balance(
  rule: string,
  weight: number,
  { online, person }: Pick<Tilt, 'online' | 'person'>,
): Balance | null {
  const band = bandOf(rule, weight);
  if (band === undefined) return null;
  if (person >= band.person) return { decision: 'review', confidence: 0.5 };
  if (online >= band.most) return { decision: 'flag', confidence: likely(online - band.most + 1) };
  if (online <= band.least) return { decision: 'no-flag', confidence: likely(band.least - online + 1) };
  return { decision: 'review', confidence: 0.5 };
}

function likely(odds: number): number {
  return Math.min(0.99, Math.round(100 / (1 + Math.exp(-odds))) / 100);
}
