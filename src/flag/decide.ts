/**
 * Decides one record: does it get the online crime flag, and why. Promises that the same record, register and policy give the
 * same decision, and that no flag, label or channel already on the record is looked at.
 */
import type { CrimeRecord } from '#record/record.ts';
import { balance } from './balance.ts';
import type { Decision, Evidence, Outcome } from './decision.ts';
import { familyOf } from './family.ts';
import { greyAnswer, REWORDED } from './grey-zones.ts';
import type { Lexicon, Witness } from './lexicon.ts';
import type { Policy } from './policy.ts';
import { type Cut, Reading, type Span } from './reading.ts';
import { Scan } from './scan.ts';
import { quote, type Scoped, scoped, type Weighed } from './scoped.ts';
import { Vocabulary } from './vocabulary.ts';
import { DOUBTFUL, ENOUGH, isStranger } from './weigh.ts';
import { conflict, isSparse, severalSuspects } from './whole-record.ts';
import { ENOUGH_WORDS } from './word-weights.ts';

export type Decider = {
  /** `cut` spares the cutting of a narrative that was cut already, by the numbers of `vocabulary`. */
  readonly decide: (record: CrimeRecord, cut?: Cut | null) => Decision;
  readonly vocabulary: Vocabulary;
  /**
   * Whether a record without any mention is decided by cues too ("in person", "papers to follow"), and so cannot be passed by its
   * fields alone.
   */
  readonly heedsCues: (record: Pick<CrimeRecord, 'offenceCode' | 'offence' | 'locationType'>) => boolean;
  /** Days of recording from which on the answer may change. */
  readonly eras: readonly string[];
};

/** First day of the records on which the flag was asked for. */
const FLAG_BEGAN = '2015-04-01';
/** Contact with no channel stated, and the hints of one that stand round it. */
const TOGETHER = 4;
/** What one word of digital life adds. */
const HINT = 0.6;
/** A mention this heavy stands whatever listing stands beside it. */
const PLAIN = 5.5;

export function prepare(lexicon: Lexicon, policy: Policy): Decider {
  const vocabulary = new Vocabulary(lexicon);
  const scan = new Scan(vocabulary);
  return {
    vocabulary,
    heedsCues({ offenceCode, offence }) {
      const family = familyOf(offenceCode, offence);
      return family === 'communication' || family === 'remote';
    },
    eras: [FLAG_BEGAN, REWORDED],
    decide(record, cut = null) {
      const reading = new Reading(record, scan, cut);
      const all = scoped(reading);
      const own = answerOfRules(reading, all, policy);
      return written(reading, all, balanced(reading, own, all.evidence, lexicon.witness));
    },
  };
}

export type Answer = {
  readonly decision: Outcome;
  readonly confidence: number;
  readonly rule: string;
  readonly at: Span | null;
  readonly channel: string | null;
  /** What the means weighs on which the answer rests; 0 where it rests on none. */
  readonly weight: number;
  /** Somebody strange to the victim acts through it towards the victim, in so many words. */
  readonly isTold: boolean;
  /** Words that settled it against the rules' own answer. */
  readonly words: readonly Span[];
};

/** An answer that rests on no means, in no words but those of the rules. */
const NO_WORDS: readonly Span[] = [];
const NO_MEANS = { weight: 0, isTold: false, words: NO_WORDS } as const;

/** How many words are quoted where the words settle a record. */
const QUOTED = 4;

/** The answer of the rules, weighed against the words of the whole text where the rules leave them a say. */
function balanced(
  reading: Reading,
  own: Answer,
  evidence: readonly Evidence[],
  { words, signs, rules }: Witness,
): Answer {
  // A text in which no word can be a means is passed unread in an extract; one whose names may be ordinary words is read, and weighed.
  if (reading.scan.found.length === 0 || reading.scan.count < ENOUGH_WORDS) return own;
  if ((reading.record.recordedOn ?? FLAG_BEGAN) < FLAG_BEGAN) return own;
  // What a force has settled in its policy no words unsettle.
  if (own.rule.startsWith('grey-') && own.decision !== 'review') return own;
  const tilt = words.weigh(
    reading.scan,
    words.known(reading.family, reading.record.locationType),
    signs.weigh(reading),
    rules.weigh(own, evidence),
  );
  const both = balance(own, tilt, reading.isLocatedOnline);
  if (both === null) return own;
  const { decision, confidence } = both;
  // Named one by one: a spread costs as much as a rule, and every text that is read comes here.
  const { rule, at, weight, isTold } = own;
  if (decision === own.decision) {
    return { decision, confidence, rule, at, channel: own.channel, weight, isTold, words: NO_WORDS };
  }
  const tokens = tilt.heaviest(tilt.online > 0 ? 1 : -1, QUOTED);
  const channel = decision === 'no-flag' ? null : own.channel;
  const quoted = tokens.map((token) => ({ from: token, to: token + 1 }));
  return { decision, confidence, rule, at, channel, weight, isTold, words: quoted };
}

/** A name that is not there yet, at its place: a decision has a handful, and to sort so few costs more than to put each where it belongs. */
function addInOrder(names: string[], name: string): void {
  let at = names.length;
  while (at > 0 && (names[at - 1] as string) > name) at -= 1;
  if (at > 0 && names[at - 1] === name) return;
  names.splice(at, 0, name);
}

function written(reading: Reading, all: Scoped, own: Answer): Decision {
  const { decision, confidence, rule, at, channel, words } = own;
  const effect: Evidence['effect'] = decision === 'flag' ? 'supports' : 'doubts';
  const { evidence } = all;
  if (at !== null) evidence.push(quote(reading, at, rule, effect));
  for (const word of words) {
    const does = decision === 'flag' ? 'supports' : decision === 'no-flag' ? 'sets-aside' : 'doubts';
    evidence.push(quote(reading, word, 'weight-of-words', does));
  }
  const rules = [rule];
  for (const one of evidence) addInOrder(rules, one.rule);
  return { id: reading.record.id, decision, confidence, channel, evidence, rules };
}

/** What the rules say of a text by themselves. */
export function answerOfRules(reading: Reading, all: Scoped, policy: Policy): Answer {
  const best = withHints(all);
  const several = severalSuspects(reading);
  if (several !== null && all.channels > 0) return review('several-suspects', several, best);
  if (best !== null && best.weight >= ENOUGH) return ofMeans(reading, all, best);
  const doubt = best !== null && best.weight >= DOUBTFUL ? best : all.doubted;
  const isHint = doubt?.mention.means.kind === 'digital';
  if (doubt !== null && !isHint) return review('not-settled', doubt.mention, doubt);
  const grey = ofGreyZones(reading, all, policy);
  if (grey !== null) return grey;
  return doubt === null ? ofNoMeans(reading, all) : review('not-settled', doubt.mention, doubt);
}

/** Hints add up: on a mention that is not enough by itself, and on contact without a channel. */
function withHints({ best, digital, unstated, grey, hints, channels }: Scoped): Weighed | null {
  const hint = Math.min(1.8, HINT * hints);
  if (best !== null && best.weight >= DOUBTFUL) {
    const more = Math.max(0, Math.min(1, 0.5 * (channels - 1))) + (unstated === null ? 0 : 0.5);
    const weight = best.weight + more + Math.min(1.2, hint);
    if (weight >= ENOUGH) return { ...best, weight };
  }
  // Text messages explain what was sent and blocked: then hints are none.
  if (grey.some(({ means }) => means.kind === 'sms')) return best;
  if (unstated !== null && hint > 0 && unstated.weight + hint >= TOGETHER) {
    return { ...unstated, weight: Math.max(ENOUGH, unstated.weight + hint - 1) };
  }
  if (digital !== null && hints > 1 && digital.weight + hint - HINT >= ENOUGH) {
    return { ...digital, weight: Math.max(ENOUGH, digital.weight) };
  }
  return best ?? (digital === null ? null : { ...digital, weight: Math.min(digital.weight, DOUBTFUL) });
}

function ofMeans(reading: Reading, { grey, named }: Scoped, best: Weighed): Answer {
  if ((reading.record.recordedOn ?? FLAG_BEGAN) < FLAG_BEGAN)
    return review('before-april-2015', best.mention, best);
  const against = conflict(best.mention, reading);
  if (against !== null) return review('conflict', against, best);
  const listing = grey.find(({ means }) => means.kind === 'market');
  if (listing !== undefined && best.weight < PLAIN) return review('grey-market', listing, best);
  return {
    decision: 'flag',
    confidence: Math.min(0.99, 0.6 + best.weight / 16),
    rule: 'means-of-commission',
    at: best.mention,
    channel: (named ?? best).mention.means.channel,
    weight: best.weight,
    isTold: isTold(best.mention),
    words: [],
  };
}

/** "SUSP messaged VIC on Kik"; of words that are the act themselves ("added by SUSP") either may stand first. */
function isTold({ frame: { agent, other, side } }: Weighed['mention']): boolean {
  return (
    (isStranger(agent) && other === 'victim') || (side === 'own' && agent === 'victim' && isStranger(other))
  );
}

function ofGreyZones(reading: Reading, { grey }: Scoped, policy: Policy): Answer | null {
  for (const mention of grey) {
    const decision = greyAnswer(mention, reading, policy);
    if (decision === null) continue;
    const { kind, channel } = mention.means;
    return { decision, confidence: 0.6, rule: `grey-${kind}`, at: mention, channel, ...NO_MEANS };
  }
  return null;
}

function ofNoMeans(reading: Reading, { isExplained }: Scoped): Answer {
  if (isSparse(reading, isExplained)) return review('sparse', null, null);
  if (reading.isLocatedOnline) return review('field-conflict', null, null);
  return {
    decision: 'no-flag',
    confidence: isExplained ? 0.9 : 0.95,
    rule: 'no-means',
    at: null,
    channel: null,
    ...NO_MEANS,
  };
}

function review(rule: string, at: Span | null, of: Weighed | null): Answer {
  const channel = of?.mention.means.channel ?? null;
  return { decision: 'review', confidence: 0.5, rule, at, channel, ...NO_MEANS, weight: of?.weight ?? 0 };
}
