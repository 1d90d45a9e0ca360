/** People who know each other are linked online as a matter of course; what was said there must be read before it counts. */
import { C } from '../concepts.ts';
import type { Rule } from '../rule.ts';

export const background: Rule = {
  id: 'background',
  group: 'A6',
  effect: 'doubts',
  says: 'A link online stands beside a relationship in person, and what was said there is not known.',
  reads(mention, reading) {
    const at = reading.first(mention.sentence, C.background);
    if (at < 0) return null;
    return mention.frame.agent === 'suspect' &&
      mention.frame.other === 'victim' &&
      mention.frame.side === 'before'
      ? null
      : reading.phrase(at);
  },
  speaks: [],
  nearMisses: [],
};
