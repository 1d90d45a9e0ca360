/**
 * How the rules' answer and the words of the whole text settle together. The rules know who did what through which means, and miss
 * what no list holds; the words know how such texts go, and nothing of roles. Both weigh in one sum of log odds (`word-weights.ts`,
 * `rule-weights.ts`), and where it is not far enough from even a person decides. What is said of the record as a whole and of the
 * grey zones that a force may settle is not its to touch, nor a text in which no word can be a means.
 */
import type { Outcome } from './decision.ts';
import type { Tilt } from './word-weights.ts';

type Band = {
  /** Log odds up to which the answer is no flag, and from which on it is flag; between them a person decides. */
  readonly noFlagTo: number;
  readonly flagFrom: number;
  /** Log odds from which on a text reads like those that only a person can decide. */
  readonly personFrom: number;
};

const USUAL: Band = { noFlagTo: -2.5, flagFrom: 0.75, personFrom: -0.75 };
/** A means stands plainly in the text: it may be doubted and never dropped. */
const PLAIN: Band = { noFlagTo: Number.NEGATIVE_INFINITY, flagFrom: 0.5, personFrom: 0 };
/** Who acts through it towards the victim is told in so many words. */
const TOLD: Band = { noFlagTo: Number.NEGATIVE_INFINITY, flagFrom: -1, personFrom: 0.5 };

/** What the text rests on is a zone that guidance leaves to a person: words may tell that it is more than that, and never that it is less. */
const GREY: Band = { noFlagTo: Number.NEGATIVE_INFINITY, flagFrom: 2, personFrom: -1 };
const GREY_ZONES = new Set(['grey-market', 'grey-media', 'grey-pay', 'grey-tracker']);

/** Weight from which on a means stands plainly: beyond what is enough by two. */
const PLAIN_FROM = 5.5;

/** Log odds up to which a text leaves a person nothing to decide, however it reads. */
const CERTAIN_NOT = -8;

/** Rules whose answer the sum may change. */
const OPEN = new Set([
  'means-of-commission',
  'not-settled',
  'no-means',
  'sparse',
  'field-conflict',
  'grey-unstated',
  'grey-vague',
  'grey-camera',
  'grey-voice',
]);

export type Balance = { readonly decision: Outcome; readonly confidence: number };

/** The answer of the rules: its rule, what the means weighs on which it rests, and whether somebody is told to act through it towards the victim. */
export type Rested = { readonly rule: string; readonly weight: number; readonly isTold: boolean };

/** What an answer of the rules becomes beside the odds of it and the words; null where words have no say in it. */
export function balance(
  rested: Rested,
  { online, person }: Pick<Tilt, 'online' | 'person'>,
  /** A field of the form says that it happened online: where no word bears that out, form and text disagree, and a person decides. */
  isLocatedOnline: boolean,
): Balance | null {
  if (!OPEN.has(rested.rule) && !GREY_ZONES.has(rested.rule)) return null;
  const { noFlagTo, flagFrom, personFrom } = bandOf(rested);
  if (person >= personFrom && online > CERTAIN_NOT) return { decision: 'review', confidence: 0.5 };
  if (online >= flagFrom) return { decision: 'flag', confidence: likely(online) };
  if (online <= noFlagTo && !isLocatedOnline) return { decision: 'no-flag', confidence: likely(-online) };
  return { decision: 'review', confidence: 0.5 };
}

function bandOf({ rule, weight, isTold }: Rested): Band {
  if (rule !== 'means-of-commission') return GREY_ZONES.has(rule) ? GREY : USUAL;
  if (isTold) return TOLD;
  return weight >= PLAIN_FROM ? PLAIN : USUAL;
}

function likely(odds: number): number {
  return Math.min(0.99, Math.round(100 / (1 + Math.exp(-odds))) / 100);
}
