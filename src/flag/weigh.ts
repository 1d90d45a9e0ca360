/**
 * What a mention weighs when nothing sets it aside: the kind of means, the act it serves, who acts, the kind of offence. Three points
 * and a half decide; between that and one and a half a person must look. The offence code alone never gives as much.
 */

import { bitsOf, C } from './concepts.ts';
import { ACTS } from './frame.ts';
import type { Kind, Means } from './means.ts';
import type { Mention, Reading } from './reading.ts';

export const ENOUGH = 3.5;
export const DOUBTFUL = 1.5;

/** Kinds through which an offence is committed online, and what the bare mention weighs. */
const BASE: Readonly<Partial<Record<Kind, number>>> = {
  service: 2,
  game: 1.75,
  net: 2,
  file: 1,
  ai: 1,
  intrusion: 2,
  near: 2,
  referral: 0.5,
  digital: 0.75,
};

/** Channels that stand in police text for many other things. */
const LOOSE = new Set(['App', 'Website', 'Online profile', 'Email']);

export function isOnlineKind(kind: Kind): boolean {
  return BASE[kind] !== undefined && kind !== 'digital';
}

export function weightOf(mention: Mention, reading: Reading): number {
  const { kind } = mention.means;
  const { frame } = mention;
  let weight = (BASE[kind] ?? 0) - (LOOSE.has(mention.means.channel) ? 0.5 : 0);
  const isAct = frame.verb >= 0 && ((reading.scan.bits0[frame.verb] as number) & ACTS) !== 0;
  const isTold =
    frame.verb >= 0 && reading.is(frame.verb, C.tell) && isStranger(frame.agent) && frame.other !== 'trusted';
  const act = isAct || isTold || frame.noun;
  const strange = isStranger(frame.agent) || isStranger(frame.other);
  const near = frame.side === 'far' ? 0.5 : 0;
  if (act && frame.agent === 'trusted' && strange)
    weight += 0.75; // an act of somebody else
  else if (act && strange)
    weight += 2 - near; // an act by the suspect
  else if (act && (frame.agent === 'trusted' || frame.agent === null) && frame.other === 'victim')
    weight += 2 - near; // an act towards the victim
  else if (act && frame.agent === null && frame.other === null)
    weight += 1.5 - near; // an act
  else if (act && frame.agent === 'victim')
    weight += 1.5 - near; // an act of the victim with somebody
  else if (act) weight += 0.75; // an act
  if (
    !act &&
    reading.family !== 'other' &&
    kind !== 'digital' &&
    kind !== 'game' &&
    isVerbless(mention, reading)
  ) {
    weight += 1; // told in a word
    if (reading.first(mention.sentence, C.victim) >= 0) weight += 0.5; // the victim in the sentence
  }
  if (frame.suspectInSentence) weight += 0.5; // the suspect in the sentence
  if (kind === 'file' || kind === 'ai' || kind === 'referral') {
    if (reading.family === 'image')
      weight += 2.5; // images
    else if (reading.first(mention.sentence, C.imageNoun) >= 0) weight += 1.5; // images
  }
  if (
    LOOSE.has(mention.means.channel) &&
    reading.family !== 'contact' &&
    reading.first(mention.clause, C.victim) >= 0
  ) {
    weight += 0.75; // the victim in the clause
  }
  if (kind === 'vague' && reading.family === 'image') weight += 1; // images
  if (kind === 'intrusion' || kind === 'near') weight += 1; // use of a device
  if (reading.family === 'communication' || reading.family === 'image')
    weight += 1.5; // kind of offence
  else if (reading.family === 'remote')
    weight += 1; // kind of offence
  else if (reading.family === 'other') weight += -0.75; // kind of offence
  if (isForStrangers(mention.means)) weight += 1; // made for meeting strangers
  if (!act) weight += actsNearby(mention, reading); // an act nearby
  if (reading.isLocatedOnline) weight += 0.5; // location type
  return weight;
}

export function isStranger(party: string | null): boolean {
  return party === 'suspect' || party === 'online' || party === 'person';
}

const DATING = new Set([
  'Tinder',
  'Grindr',
  'MeetMe',
  'Yubo',
  'Wizz',
  'Hoop',
  'Badoo',
  'Bumble',
  'Hinge',
  'Plenty of Fish',
  'Omegle',
  'Skout',
  'Tagged',
  'Scruff',
  'Chatroulette',
  'Purp',
  'Azar',
]);

export function isForStrangers({ channel }: Means): boolean {
  return DATING.has(channel) || channel.startsWith('Dating');
}

/** In the sentence or the next one somebody acts towards somebody, as the means would let him. */
function actsNearby(mention: Mention, reading: Reading): number {
  const { scan } = reading;
  const { from, to } = mention.sentence;
  const end = to < scan.count ? scan.sentenceEnd(to) : to;
  let acts = 0;
  let strangers = 0;
  for (let i = from; i < end; i += 1) {
    if (((scan.bits0[i] as number) & ACTS) !== 0 && i !== mention.frame.verb) acts += 1;
    if (reading.is(i, C.suspect) || reading.is(i, C.onlineparty) || reading.is(i, C.person)) strangers += 1;
  }
  if (acts === 0) return 0;
  return strangers > 0 ? 1 : 0.5;
}

/** "Telegram, then the bus station": a clause that names the means and has no act of its own tells how it was done. */
function isVerbless({ clause, means }: Mention, reading: Reading): boolean {
  if (LOOSE.has(means.channel) && clause.to - clause.from > 4) return false;
  for (let i = clause.from; i < clause.to; i += 1)
    if (((reading.scan.bits0[i] as number) & OTHER_ACTS) !== 0) return false;
  return clause.to - clause.from <= 8;
}

const OTHER_ACTS = bitsOf(
  'evidence',
  'report',
  'advise',
  'property',
  'use',
  'lookup',
  'tell',
  'hold',
  'offence',
)[0];
