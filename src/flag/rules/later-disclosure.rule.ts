/** Telling a friend, a relative, a teacher or a helpline is no part of the offence, whatever it went through. */
import { bitsOf, C } from '../concepts.ts';
import type { Mention, Reading } from '../reading.ts';
import type { Rule } from '../rule.ts';

const FINDING = bitsOf('lookup', 'hold', 'evidence', 'use')[0];

const SAYING = bitsOf('tell', 'report', 'share', 'contact', 'receive', 'ask', 'lookup')[0];

export const laterDisclosure: Rule = {
  id: 'later-disclosure',
  group: 'N9',
  effect: 'sets-aside',
  says: 'The victim or somebody else told of the offence through this.',
  reads(mention, reading) {
    if (mention.means.kind === 'market') return null;
    const { verb, agent, other, otherAt } = mention.frame;
    const told = agent === 'suspect' || agent === 'online' ? -1 : contentOf(mention, reading);
    if (told >= 0) return { from: told, to: told + 1 };
    const isFound = verb >= 0 && mention.frame.noun && reading.hasAny(verb, FINDING);
    if (isFound) return null;
    if (agent === 'trusted' && (other === 'suspect' || other === 'police') && verb >= 0)
      return reading.phrase(verb);
    if (agent === 'suspect' || agent === 'online' || other === 'suspect' || other === 'online') return null;
    // Somebody else joins in: then the call or chat with the friend is where it happened.
    const isJoined =
      verb >= 0 && !reading.is(verb, C.tell) && reading.first(mention.sentence, C.suspect) >= 0;
    if (isJoined) return null;
    const isSaid = verb >= 0 && (mention.frame.noun || reading.hasAny(verb, SAYING));
    if (isSaid && other === 'trusted' && (agent === 'victim' || agent === 'trusted' || agent === null)) {
      return reading.phrase(otherAt);
    }
    const gossip = reading.first(mention.sentence, C.gossip);
    if (gossip >= 0) return reading.phrase(gossip);
    return null;
  },
  speaks: [
    { text: 'VIC told best friend over Snapchat what SUSP had done.' },
    { text: 'VIC messaged her mum on WhatsApp after it.' },
    { text: 'VIC DISCLOSED TO CHILDLINE BY ONLINE CHAT' },
    { text: 'Rumours on Snapchat about the offence.' },
    { text: 'Friend told teacher by email.' },
    { text: 'Mum messaged SUSP on Facebook telling him to keep away.' },
    { text: 'VIC made a TikTok saying what her uncle did.' },
    { text: 'Victims messages to her friend on Instagram next morning.' },
    { text: 'Told sister by WhatsApp that night.' },
    { text: 'VIC posted about it on Facebook.' },
    { text: 'Victim posted on Instagram for advice.' },
  ],
  nearMisses: [
    { text: 'SUSP told VIC on Snapchat not to tell her mum.' },
    { text: 'VIC told mum that SUSP had messaged her on Snapchat.' },
    { text: 'Mum found WhatsApp messages from SUSP to VIC.' },
    { text: 'SUSP sent VIC and her friend images on Instagram.' },
    { text: 'Unknown male contacted VIC on Kik.' },
    { text: 'Friend of VIC introduced SUSP. SUSP then messaged VIC on Snapchat.' },
  ],
};

/** "a post saying what her stepdad did": what is told is the offence itself. */
function contentOf({ to, sentence, frame }: Mention, reading: Reading): number {
  if (frame.agent !== 'victim' && frame.agent !== 'trusted' && frame.agent !== null) return -1;
  const start = frame.side === 'before' ? frame.verb : to;
  for (let i = start; i < Math.min(sentence.to, to + 10); i += 1) {
    const isAbout = reading.word(i) === 'about' && /^(?:it|this|them|what)$/.test(reading.word(i + 1));
    const isPlea = reading.word(i) === 'for' && /^(?:advice|witnesses|help)$/.test(reading.word(i + 1));
    if (isAbout || isPlea) return i;
    if (reading.word(i) !== 'what') continue;
    for (let j = i + 1; j < Math.min(sentence.to, i + 6); j += 1)
      if (/^(?:did|done|happened)$/.test(reading.word(j))) return i;
  }
  return -1;
}
