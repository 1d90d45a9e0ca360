/**
 * Who does what to whom, as far as the words round a mention tell: the act that governs it, who acts and the other party. A shallow
 * reading on purpose: police text drops subjects, verbs and stops, so what is missing is left missing and not guessed.
 */
import { bitOf, type Concept } from './concepts.ts';
import { FUNCTION } from './context.ts';
import { PAUSE } from './letters.ts';
import type { Span } from './reading.ts';
import type { Scan } from './scan.ts';

export type Party = 'suspect' | 'online' | 'person' | 'victim' | 'trusted' | 'police' | null;

export type Frame = {
  /** Token of the governing act; -1 where there is none. */
  readonly verb: number;
  /** Where it stands from the mention: in it, before or after it in the clause, or elsewhere in the sentence. */
  readonly side: 'own' | 'before' | 'after' | 'far' | null;
  /** A noun of an act stands with the mention: "Snapchat messages", "messages on Snapchat". */
  readonly noun: boolean;
  readonly agent: Party;
  readonly agentAt: number;
  readonly other: Party;
  readonly otherAt: number;
  /** Whether a suspect or somebody online stands in the clause, the sentence. */
  readonly suspectInClause: boolean;
  readonly suspectInSentence: boolean;
};

const bit = (concept: Concept): number => 1 << bitOf(concept);
export const ACTS = bit('contact') | bit('ask') | bit('share') | bit('receive') | bit('arrange');
const VERBS =
  ACTS |
  bit('hold') |
  bit('tell') |
  bit('report') |
  bit('evidence') |
  bit('advise') |
  bit('property') |
  bit('use') |
  bit('lookup') |
  bit('offence');
const PARTIES =
  bit('suspect') | bit('onlineparty') | bit('person') | bit('victim') | bit('trusted') | bit('police');
const SUSPECTS = bit('suspect') | bit('onlineparty');
const RECEIVE = bit('receive');
const ACT_NOUN = bitOf('act noun');
const IMAGE_NOUN = bitOf('image noun');
const FROM = bitOf('from');
const TO = bitOf('to');
const BY = bitOf('by');
const PASSIVE = new Set(['was', 'were', 'been', 'being', 'is', 'are', 'be', 'got', 'getting', 'gets']);
const PRONOUNS = new Set(['her', 'his', 'their', 'him', 'them']);

/** How far from the act a party may stand. */
const REACH = 12;

export function frameOf(scan: Scan, from: number, to: number, clause: Span, sentence: Span): Frame {
  const { verb, side, noun } = governor(scan, from, to, clause, sentence);
  const start = verb < 0 ? from : verb;
  // "user uploaded": who is named by the mention acts himself.
  const isActor = ((scan.bits0[from] as number) & bit('onlineparty')) !== 0 && verb > from;
  let agentAt = isActor ? from : partyBefore(scan, Math.min(start, from), sentence);
  // The party after the act and the mention: "to friend", "from SUSP", "by unknown male".
  const right = Math.max(start, from);
  let otherAt = verb >= 0 && verb < from ? partyAfter(scan, verb + 1, from) : -1;
  const last =
    otherAt < 0
      ? partyAfter(scan, right + 1, Math.min(clauseEndBeyond(scan, right, clause), right + REACH))
      : -1;
  if (otherAt < 0) otherAt = last;
  const by =
    otherAt >= 0 && otherAt !== agentAt && precededBy(scan, otherAt, FROM)
      ? otherAt
      : agentAfter(scan, start, to, sentence);
  if (by >= 0 && (isPassive(scan, verb) || side === 'own' || side === 'before' || agentAt < 0)) {
    const target = agentAt >= 0 ? agentAt : otherAt === by ? -1 : otherAt;
    agentAt = by;
    otherAt = target;
  }
  // "Mum's messages", "VICs e-mail": who owns the message sent it.
  if (
    noun &&
    side === 'own' &&
    from > 0 &&
    (scan.gaps[from] as number) < PAUSE &&
    isPartyWord(scan, from - 1) &&
    isPossessive(scan, from - 1)
  ) {
    agentAt = from - 1;
  }
  if (otherAt === agentAt) otherAt = -1;
  return {
    verb,
    side,
    noun,
    agent: partyOf(scan, agentAt),
    agentAt,
    other: partyOf(scan, otherAt),
    otherAt,
    suspectInClause: holds(scan, clause, SUSPECTS),
    suspectInSentence: holds(scan, sentence, SUSPECTS),
  };
}

function governor(
  scan: Scan,
  from: number,
  to: number,
  clause: Span,
  sentence: Span,
): Pick<Frame, 'verb' | 'side' | 'noun'> {
  if (isVerb(scan, from) && !scan.has(from, ACT_NOUN)) return { verb: from, side: 'own', noun: false };
  // "Snapchat messages", "messages on Snapchat": the noun of the act stands beside the mention.
  let noun = scan.has(from, ACT_NOUN) ? from : to < clause.to && scan.has(to, ACT_NOUN) ? to : -1;
  for (let i = from - 2; noun < 0 && i >= Math.max(clause.from, from - 3); i -= 1) {
    if (scan.has(i, ACT_NOUN) && scan.has(from - 1, BY)) noun = i;
  }
  const isNoun = noun >= 0;
  const start = isNoun ? Math.min(noun, from) : from;
  for (let i = start - 1; i >= clause.from; i -= 1) {
    if (isVerb(scan, i) && !scan.has(i, ACT_NOUN)) return { verb: i, side: 'before', noun: isNoun };
  }
  if (isNoun) return { verb: noun, side: 'own', noun: true };
  for (let i = from - 1; i >= clause.from; i -= 1)
    if (isVerb(scan, i)) return { verb: i, side: 'before', noun: false };
  for (let i = to; i < clause.to; i += 1) if (isVerb(scan, i)) return { verb: i, side: 'after', noun: false };
  for (let i = clause.from - 1; i >= Math.max(sentence.from, clause.from - REACH); i -= 1) {
    if (isVerb(scan, i)) return { verb: i, side: 'far', noun: false };
  }
  for (let i = clause.to; i < Math.min(sentence.to, clause.to + REACH); i += 1) {
    if (isVerb(scan, i)) return { verb: i, side: 'far', noun: false };
  }
  return { verb: -1, side: null, noun: false };
}

function isVerb(scan: Scan, at: number): boolean {
  return ((scan.bits0[at] as number) & VERBS) !== 0;
}

/** The nearest party before a token, over words that only describe one: "friend of VIC", "VICs dad", "her phone". */
function partyBefore(scan: Scan, at: number, { from }: Span): number {
  for (let i = at - 1; i >= Math.max(from, at - REACH); i -= 1) {
    if ((scan.gaps[i + 1] as number) > PAUSE) return -1;
    if (!isParty(scan, i) || isOwner(scan, i)) continue;
    if (scan.word(i - 1) === 'of' || scan.word(i - 1) === 'with' || scan.word(i - 1) === 'to') {
      const head = partyBefore(scan, i - 1, { from, to: at });
      return head >= 0 ? head : i;
    }
    return i;
  }
  return -1;
}

function partyAfter(scan: Scan, from: number, to: number): number {
  for (let i = from; i < Math.min(to, scan.count); i += 1) {
    if ((scan.gaps[i] as number) > PAUSE) return -1;
    if (isParty(scan, i) && !isOwner(scan, i)) return i;
  }
  return -1;
}

/** A party after "by" or "from", near the act. */
function agentAfter(scan: Scan, from: number, to: number, sentence: Span): number {
  const end = Math.min(sentence.to, Math.max(to, from + 1) + REACH);
  for (let i = from; i < end - 1; i += 1) {
    if (!scan.has(i, FROM) || scan.word(i) === 'off') continue;
    for (let j = i + 1; j < Math.min(end, i + 5); j += 1) if (isParty(scan, j) && !isOwner(scan, j)) return j;
  }
  return -1;
}

function precededBy(scan: Scan, at: number, concept: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 4); i -= 1) {
    if (scan.has(i, concept)) return true;
    if (scan.has(i, TO) || (scan.gaps[i + 1] as number) >= PAUSE) return false;
  }
  return false;
}

function isPassive(scan: Scan, verb: number): boolean {
  if (verb < 0) return false;
  if (((scan.bits0[verb] as number) & RECEIVE) !== 0) return true;
  return PASSIVE.has(scan.word(verb - 1)) || PASSIVE.has(scan.word(verb - 2));
}

function isPartyWord(scan: Scan, at: number): boolean {
  return ((scan.bits0[at] as number) & PARTIES) !== 0;
}

function isParty(scan: Scan, at: number): boolean {
  return isPartyWord(scan, at) && !isAttribute(scan, at);
}

const ATTRIBUTES = new Set([
  'school',
  'family',
  'college',
  'nursery',
  'staff',
  'placement',
  'child',
  'group',
  'partner',
]);

/** "school photo", "family PC": a party's name before a thing says which thing. */
function isAttribute(scan: Scan, at: number): boolean {
  if (!ATTRIBUTES.has(scan.word(at))) return false;
  return isThing(scan, scan.next[at] as number);
}

/** A word that is no verb, preposition or party: the name of some thing. */
function isThing(scan: Scan, at: number): boolean {
  if (at <= 0 || at >= scan.count || (scan.gaps[at] as number) >= PAUSE) return false;
  if (scan.means[at] != null || scan.has(at, ACT_NOUN) || scan.has(at, IMAGE_NOUN)) return true;
  return scan.bits0[at] === 0 && scan.bits1[at] === 0 && !FUNCTION.has(scan.word(at));
}

/** `VICs dad`, `her friend`: a party or a thing belongs to it, and it is no party itself here. */
function isOwner(scan: Scan, at: number): boolean {
  const word = scan.word(at);
  const after = scan.next[at] as number;
  if (after <= 0 || after >= scan.count || (scan.gaps[after] as number) >= PAUSE) return false;
  const isOwned = isParty(scan, after) || isThing(scan, after);
  if (PRONOUNS.has(word)) return isOwned && word !== 'him' && word !== 'them';
  return (word.endsWith('s') || word === 'vic' || word === 'susp') && isOwned && isPossessive(scan, at);
}

/** Written with an apostrophe, or one of the short words for a party with an s. */
function isPossessive(scan: Scan, at: number): boolean {
  const word = scan.word(at);
  if (
    /^(?:vics|susps|ips|victims|suspects|aps|mums|dads|moms|mothers|fathers|nans|friends|sisters|brothers)$/.test(
      word,
    )
  )
    return true;
  return (scan.ends[at] as number) - (scan.starts[at] as number) > word.length;
}

function partyOf(scan: Scan, at: number): Party {
  if (at < 0) return null;
  const bits = scan.bits0[at] as number;
  if ((bits & bit('onlineparty')) !== 0) return 'online';
  if ((bits & bit('suspect')) !== 0) return 'suspect';
  if ((bits & bit('victim')) !== 0) return 'victim';
  if ((bits & bit('trusted')) !== 0) return 'trusted';
  if ((bits & bit('police')) !== 0) return 'police';
  return 'person';
}

function holds(scan: Scan, { from, to }: Span, mask: number): boolean {
  for (let i = from; i < to; i += 1) if (((scan.bits0[i] as number) & mask) !== 0) return true;
  return false;
}

/** The clause, and the next one where only a pause lies between: "msgs on Snap, from SUSP". */
function clauseEndBeyond(scan: Scan, at: number, clause: Span): number {
  return Math.max(clause.to, Math.min(scan.count, at + 1));
}
