/** What was first recorded and then corrected did not happen. */
import type { Rule } from '../rule.ts';

export const corrected: Rule = {
  id: 'corrected',
  group: 'N2',
  effect: 'sets-aside',
  says: 'What was first reported here has been corrected.',
  reads(mention, reading) {
    const { from } = mention.sentence;
    const next = mention.sentence.to;
    const end = next < reading.scan.count ? reading.scan.sentenceEnd(next) : next;
    const at = reading.first({ from, to: end }, 'corrected');
    return at < 0 ? null : reading.phrase(at);
  },
  speaks: [],
  nearMisses: [],
};
