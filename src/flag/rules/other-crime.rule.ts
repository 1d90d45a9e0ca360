/** A mention that belongs to another crime, record or suspect decides nothing here. */
import type { Rule } from '../rule.ts';

export const otherCrime: Rule = {
  id: 'other-crime',
  group: 'N7',
  effect: 'sets-aside',
  says: 'This belongs to another crime or another person.',
  reads(mention, reading) {
    const { from, to } = mention.sentence;
    const at = reading.first(
      { from: Math.max(from, mention.from - 20), to: Math.min(to, mention.to + 16) },
      'other crime',
    );
    return at < 0 ? null : reading.phrase(at);
  },
  speaks: [],
  nearMisses: [],
};
