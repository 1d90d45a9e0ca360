/**
 * What a mention weighs when nothing sets it aside: the kind of means, the act it serves, who acts, the kind of offence. Three points
 * and a half decide; between that and one and a half a person must look. The offence code alone never gives as much.
 */

import { ACTS } from './frame.ts';
import type { Kind } from './means.ts';
import type { Mention, Reading } from './reading.ts';

export const ENOUGH = 3.5;
export const DOUBTFUL = 1.5;

/** Kinds through which an offence is committed online, and what the bare mention weighs. */
const BASE: Readonly<Partial<Record<Kind, number>>> = {
  service: 2,
  game: 1.5,
  net: 1.5,
  file: 1,
  ai: 1,
  intrusion: 1.5,
  near: 2,
  referral: 0.5,
};

export function isOnlineKind(kind: Kind): boolean {
  return BASE[kind] !== undefined;
}

export type Part = { readonly why: string; readonly weight: number };

export function weigh(mention: Mention, reading: Reading): readonly Part[] {
  const { kind } = mention.means;
  const { frame } = mention;
  const parts: Part[] = [{ why: 'means', weight: BASE[kind] ?? 0 }];
  const add = (why: string, weight: number) => parts.push({ why, weight });
  const isAct = frame.verb >= 0 && ((reading.scan.bits0[frame.verb] as number) & ACTS) !== 0;
  const isNoun = frame.side === 'noun' || (frame.side === 'own' && !isAct);
  const act = isAct || isNoun;
  const strange = isStranger(frame.agent) || isStranger(frame.other);
  const near = frame.side === 'far' ? 0.5 : 0;
  if (act && strange) add('an act by the suspect', 2 - near);
  else if (act && frame.agent === 'trusted' && frame.other === 'victim')
    add('an act towards the victim', 2 - near);
  else if (act && frame.agent === null && frame.other === null) add('an act', 1.5 - near);
  else if (act && frame.agent === 'victim') add('an act of the victim with somebody', 1.25 - near);
  else if (act) add('an act', 0.75);
  if (frame.suspectInSentence) add('the suspect in the sentence', 0.5);
  if (kind === 'file' || kind === 'ai' || kind === 'referral') {
    if (reading.family === 'image') add('images', 2.5);
    else if (reading.first(mention.sentence, 'image noun') >= 0) add('images', 1.5);
  }
  if (kind === 'intrusion' || kind === 'near') add('use of a device', 1);
  if (reading.family === 'communication') add('kind of offence', 1);
  else if (reading.family === 'image') add('kind of offence', 1);
  else if (reading.family === 'remote') add('kind of offence', 0.75);
  if (/internet|online|cyber/i.test(reading.record.locationType ?? '')) add('location type', 0.5);
  return parts;
}

function isStranger(party: string | null): boolean {
  return party === 'suspect' || party === 'online' || party === 'person';
}
