/**
 * How the rules' answer and the words of the whole text settle together. The rules know who did what through which means, and miss
 * what no list holds; the words know how such texts go, and nothing of roles. Where they disagree far enough a person decides, and where
 * the words are nearly certain they carry the answer, with the words quoted. What is said of the record as a whole and of the grey
 * zones is not theirs to touch, nor a text without any mention.
 */
import type { Outcome } from './decision.ts';

/** Log odds up to which the answer is no flag, and from which on it is flag; between them a person decides. */
type Band = { readonly least: number; readonly most: number };

/** A means stands in the text and nothing sets it aside: it takes much to say that it was none of the offence. */
const MEANS_STANDS: Band = { least: -2, most: 0 };
/** None stands: it takes as much to say that the text tells of one. */
const NONE_STANDS: Band = { least: 0, most: 2 };
/** The text says nothing of how. */
const NOTHING_SAID: Band = { least: -2, most: 2 };

const BANDS: ReadonlyMap<string, Band> = new Map([
  ['means-of-commission', MEANS_STANDS],
  ['not-settled', MEANS_STANDS],
  ['no-means', NONE_STANDS],
  ['sparse', NOTHING_SAID],
  ['field-conflict', NOTHING_SAID],
]);

export type Balance = { readonly decision: Outcome; readonly confidence: number };

/** What an answer of the rules becomes beside the odds of the words; null where words have no say in it. */
export function balance(rule: string, odds: number): Balance | null {
  const band = BANDS.get(rule);
  if (band === undefined) return null;
  if (odds >= band.most) return { decision: 'flag', confidence: likely(odds - (band.least + band.most) / 2) };
  if (odds <= band.least)
    return { decision: 'no-flag', confidence: likely((band.least + band.most) / 2 - odds) };
  return { decision: 'review', confidence: 0.5 };
}

function likely(odds: number): number {
  return Math.min(0.99, Math.round(100 / (1 + Math.exp(-odds))) / 100);
}
