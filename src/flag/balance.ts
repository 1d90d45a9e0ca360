/**
 * How the rules' answer and the words of the whole text settle together. The rules know who did what through which means, and miss
 * what no list holds; the words know how such texts go, and nothing of roles. Where they disagree far enough a person decides, and where
 * the words are nearly certain they carry the answer, with the words quoted. What is said of the record as a whole and of the grey
 * zones is not theirs to touch, nor a text without any mention.
 */
import type { Outcome } from './decision.ts';
import type { Tilt } from './word-weights.ts';

/** Log odds up to which the answer is no flag, and from which on it is flag; between them a person decides. */
type Band = { readonly least: number; readonly most: number };

/** A means stands in the text and nothing sets it aside: words may doubt it, and never drop it. */
const MEANS_STANDS: Band = { least: Number.NEGATIVE_INFINITY, most: 0 };
/** One is named, and its part in the offence is not told. */
const PART_UNTOLD: Band = { least: -1.5, most: 1 };
/** None stands: it takes as much to say that the text tells of one. */
const NONE_STANDS: Band = { least: 0, most: 2 };
/** The text says nothing of how. */
const NOTHING_SAID: Band = { least: -2, most: 2 };

/** Contact or images of which the channel is not told, where the whole text tells it all the same. */
const UNSTATED: Band = { least: Number.NEGATIVE_INFINITY, most: 1.5 };
/** A camera or a call that the text shows, nearly for certain, to be online. */
const SEEN_ONLINE: Band = { least: Number.NEGATIVE_INFINITY, most: 3.5 };

const BANDS: ReadonlyMap<string, Band> = new Map([
  ['means-of-commission', MEANS_STANDS],
  ['not-settled', PART_UNTOLD],
  ['no-means', NONE_STANDS],
  ['sparse', NOTHING_SAID],
  ['field-conflict', NOTHING_SAID],
  ['grey-unstated', UNSTATED],
  ['grey-vague', UNSTATED],
  ['grey-camera', SEEN_ONLINE],
  ['grey-voice', SEEN_ONLINE],
]);

/** Log odds from which on a text reads like those that only a person can decide. */
const FOR_A_PERSON = 0.3;

export type Balance = { readonly decision: Outcome; readonly confidence: number };

/** What an answer of the rules becomes beside the odds of the words; null where words have no say in it. */
export function balance(rule: string, { online, person }: Pick<Tilt, 'online' | 'person'>): Balance | null {
  const band = BANDS.get(rule);
  if (band === undefined) return null;
  if (person >= FOR_A_PERSON) return { decision: 'review', confidence: 0.5 };
  if (online >= band.most) return { decision: 'flag', confidence: likely(online - band.most + 1) };
  if (online <= band.least) return { decision: 'no-flag', confidence: likely(band.least - online + 1) };
  return { decision: 'review', confidence: 0.5 };
}

function likely(odds: number): number {
  return Math.min(0.99, Math.round(100 / (1 + Math.exp(-odds))) / 100);
}
