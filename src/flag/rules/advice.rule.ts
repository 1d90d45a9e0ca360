/** Advice, warnings and lessons speak of what could happen, not of what did. */
import { C } from '../concepts.ts';
import type { Rule } from '../rule.ts';
import { partyBefore } from '../scope.ts';

export const advice: Rule = {
  id: 'advice',
  group: 'N8',
  effect: 'sets-aside',
  says: 'This stands in advice or a warning.',
  reads(mention, reading) {
    const from = Math.max(mention.sentence.from, mention.from - 16);
    const at = reading.last({ from, to: mention.from }, C.advise);
    if (at >= 0)
      return isSuspect(partyBefore(reading, at, mention.sentence.from)) ? null : reading.phrase(at);
    const { verb, side } = mention.frame;
    if (verb < 0 || side !== 'after' || !reading.is(verb, C.advise) || mention.frame.suspectInClause)
      return null;
    return reading.phrase(verb);
  },
  speaks: [],
  nearMisses: [],
};

function isSuspect(party: string | null): boolean {
  return party === 'suspect' || party === 'online' || party === 'person';
}
