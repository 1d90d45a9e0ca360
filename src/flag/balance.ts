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

/** A means stands plainly in the text and nothing sets it aside: words may doubt it, and never drop it. */
const PLAIN: Band = { least: NEVER, most: 0, person: 1.5 };
/** Who acts through it towards the victim is told in so many words. */
const TOLD: Band = { least: NEVER, most: -1.5, person: 0.5 };
/** It stands, and no more: where the words are nearly certain of the contrary they drop it. */
const STANDING: Band = { least: -2.5, most: 1, person: 0 };
const BARE: Band = { least: -3, most: 1, person: 0.5 };
/** One is named, and its part in the offence is not told. */
const PART_UNTOLD: Band = { least: -1.5, most: 2, person: -2 };
/** None stands: it takes as much to say that the text tells of one. */
const NONE_STANDS: Band = { least: -1, most: 3.5, person: -0.5 };
/** The text says nothing of how. */
const NOTHING_SAID: Band = { least: -1.5, most: 1, person: -2 };
/** Somebody typed the internet in as the place. */
const PLACE_SAID: Band = { least: -1.5, most: -1, person: -1 };
/** Contact or images of which the channel is not told, where the whole text tells it all the same. */
const UNSTATED: Band = { least: -3, most: 1.5, person: -1 };
/** The same of vaguer words, of a camera, and of a call. */
const VAGUE: Band = { least: -1, most: 1.5, person: -0.5 };
const CAMERA: Band = { least: -3, most: 1, person: -1.5 };
const VOICE: Band = { least: NEVER, most: 1, person: -0.5 };

/** Weights of a means from which on it stands, and stands plainly: beyond what is enough by one and by two and a half. */
const STANDS_FROM = 4.5;
const PLAIN_FROM = 6;

const BANDS: ReadonlyMap<string, Band> = new Map([
  ['not-settled', PART_UNTOLD],
  ['no-means', NONE_STANDS],
  ['sparse', NOTHING_SAID],
  ['field-conflict', PLACE_SAID],
  ['grey-unstated', UNSTATED],
  ['grey-vague', VAGUE],
  ['grey-camera', CAMERA],
  ['grey-voice', VOICE],
]);

function bandOf({ rule, weight, isTold }: Rested): Band | undefined {
  if (rule !== 'means-of-commission') return BANDS.get(rule);
  if (weight >= PLAIN_FROM) return PLAIN;
  if (isTold) return TOLD;
  return weight >= STANDS_FROM ? STANDING : BARE;
}

export type Balance = { readonly decision: Outcome; readonly confidence: number };

/** The answer of the rules: its rule, what the means weighs on which it rests, and whether somebody is told to act through it towards the victim. */
export type Rested = { readonly rule: string; readonly weight: number; readonly isTold: boolean };

/** What an answer of the rules becomes beside the odds of the words; null where words have no say in it. */
export function balance(rested: Rested, { online, person }: Pick<Tilt, 'online' | 'person'>): Balance | null {
  const band = bandOf(rested);
  if (band === undefined) return null;
  if (person >= band.person) return { decision: 'review', confidence: 0.5 };
  if (online >= band.most) return { decision: 'flag', confidence: likely(online - band.most + 1) };
  if (online <= band.least) return { decision: 'no-flag', confidence: likely(band.least - online + 1) };
  return { decision: 'review', confidence: 0.5 };
}

function likely(odds: number): number {
  return Math.min(0.99, Math.round(100 / (1 + Math.exp(-odds))) / 100);
}
