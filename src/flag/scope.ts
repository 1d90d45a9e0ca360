/**
 * How far a cue reaches. A negation or a guess holds for the mentions after it in its clause, and through a list of them; it ends
 * where a clause begins that says something new, at a stop, at "only", and where another party acts.
 */
import { bitsOf, C, type ConceptNumber } from './concepts.ts';
import { PAUSE } from './letters.ts';
import type { Mention, Reading } from './reading.ts';

/** The cue that governs a mention from before it; -1 where none does. */
export function cueBefore(reading: Reading, mention: Mention, concept: ConceptNumber, reach: number): number {
  if (!reading.holds(concept)) return -1;
  const { scan } = reading;
  const least = Math.max(mention.sentence.from, mention.from - reach);
  if (scan.clause[mention.from] === mention.from && !continuesList(reading, mention.from, mention)) return -1;
  for (let i = mention.from - 1; i >= least; i -= 1) {
    if ((scan.next[i] as number) === 0) continue;
    if (reading.is(i, concept)) return i;
    if (reading.is(i, C.only) || reading.is(i, C.pseudoNegation)) return -1;
    if (scan.clause[i] !== i || i === least) continue;
    // A clause begins here: the cue reaches over it only where it is one more item of a list.
    if (!continuesList(reading, i, mention)) return -1;
  }
  return -1;
}

/** From a pause or "or" to the mention stand only words that name further means, or say "any other". */
function continuesList(reading: Reading, at: number, mention: Mention): boolean {
  const { scan } = reading;
  if (at <= mention.sentence.from) return true;
  const { frame } = mention;
  if (reading.is(at, C.break) || (frame.side === 'own' && !frame.noun && frame.agent !== null)) return false;
  if ((scan.gaps[at] as number) !== PAUSE && !reading.is(at, C.and)) return false;
  for (let i = at; i < mention.from; i += 1) {
    if ((scan.next[i] as number) === 0) continue;
    const isAct = reading.hasAny(i, VERBS) && !reading.is(i, C.actNoun);
    if (isAct || (scan.means[i] == null && !LINKING.test(scan.word(i)))) return false;
  }
  return true;
}

const LINKING =
  /^(?:and|or|nor|any|other|on|via|through|by|over|using|his|her|their|the|a|etc|all|even|also|such|as|like|no|contact|messages|calls)$/;

/** After the cue one party acts and then another: "did not tell mum SUSP was messaging": the cue governs the first act only. */
export function isEmbedded(reading: Reading, cue: number, mention: Mention): boolean {
  let acts = 0;
  let isOther = false;
  for (let i = reading.phrase(cue).to; i < mention.from; i += 1) {
    const isAct = reading.hasAny(i, VERBS) && !reading.is(i, C.actNoun);
    if (isAct && acts > 0 && isOther) return true;
    if (isAct) acts += 1;
    if (acts > 0 && (reading.is(i, C.suspect) || reading.is(i, C.onlineparty))) isOther = true;
  }
  return false;
}

const VERBS = bitsOf('contact', 'ask', 'share', 'receive', 'arrange', 'tell')[0];

/** The nearest party before a token, from a first token on. */
export function partyBefore(
  reading: Reading,
  at: number,
  from: number,
): 'suspect' | 'online' | 'victim' | 'trusted' | 'police' | 'person' | null {
  for (let i = at - 1; i >= from; i -= 1) {
    if (reading.is(i, C.onlineparty)) return 'online';
    if (reading.is(i, C.suspect)) return 'suspect';
    if (reading.is(i, C.victim)) return 'victim';
    if (reading.is(i, C.trusted)) return 'trusted';
    if (reading.is(i, C.police)) return 'police';
    if (reading.is(i, C.person)) return 'person';
  }
  return null;
}

/** Whether the sentence that ends before a token ends with a question mark. */
export function isQuestion({ scan }: Reading, end: number): boolean {
  const from = scan.ends[end - 1] as number;
  return scan.text.slice(from, from + 3).includes('?');
}
