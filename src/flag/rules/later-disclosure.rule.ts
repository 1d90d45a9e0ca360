/** Telling a friend, a relative, a teacher or a helpline is no part of the offence, whatever it went through. */
import type { Rule } from '../rule.ts';

const FINDING = ['lookup', 'hold', 'evidence', 'use'] as const;

export const laterDisclosure: Rule = {
  id: 'later-disclosure',
  group: 'N9',
  effect: 'sets-aside',
  says: 'The victim or somebody else told of the offence through this.',
  reads(mention, reading) {
    if (mention.means.kind === 'market') return null;
    const { verb, agent, other, otherAt } = mention.frame;
    const isFound = verb >= 0 && mention.frame.noun && FINDING.some((concept) => reading.is(verb, concept));
    if (isFound) return null;
    if (agent === 'trusted' && (other === 'suspect' || other === 'police') && verb >= 0) return reading.phrase(verb);
    if (agent === 'suspect' || agent === 'online' || other === 'suspect' || other === 'online') return null;
    // Somebody else joins in: then the call or chat with the friend is where it happened.
    const isJoined = verb >= 0 && !reading.is(verb, 'tell') && reading.first(mention.sentence, 'suspect') >= 0;
    if (isJoined) return null;
    if (verb >= 0 && other === 'trusted' && (agent === 'victim' || agent === 'trusted' || agent === null)) {
      return reading.phrase(otherAt);
    }
    if (verb >= 0 && agent === 'trusted' && other !== 'victim' && other !== null) return reading.phrase(verb);
    for (let i = mention.sentence.from; i < mention.sentence.to; i += 1) {
      if (/^(?:gossip|gossiping|rumou?rs?|hearsay|talk)$/.test(reading.word(i))) return reading.phrase(i);
    }
    return null;
  },
  speaks: [],
  nearMisses: [],
};
