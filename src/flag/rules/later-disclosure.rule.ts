/** Telling a friend, a relative, a teacher or a helpline is no part of the offence, whatever it went through. */
import type { Rule } from '../rule.ts';

export const laterDisclosure: Rule = {
  id: 'later-disclosure',
  group: 'N9',
  effect: 'sets-aside',
  says: 'The victim or somebody else told of the offence through this.',
  reads(mention, reading) {
    const { verb, agent, other, otherAt } = mention.frame;
    if (agent === 'suspect' || agent === 'online' || other === 'suspect' || other === 'online') return null;
    if (verb >= 0 && other === 'trusted' && (agent === 'victim' || agent === 'trusted' || agent === null)) {
      return reading.phrase(otherAt);
    }
    if (verb >= 0 && agent === 'trusted' && other !== 'victim' && other !== null) return reading.phrase(verb);
    for (let i = mention.sentence.from; i < mention.sentence.to; i += 1) {
      if (/^(?:gossip|gossiping|rumou?rs?)$/.test(reading.word(i))) return reading.phrase(i);
    }
    return null;
  },
  speaks: [],
  nearMisses: [],
};
