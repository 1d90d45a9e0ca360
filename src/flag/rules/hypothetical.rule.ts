/** What may, might or must not happen did not happen; what a suspect threatens to do is a threat that was made. */
import { C } from '../concepts.ts';
import type { Rule } from '../rule.ts';
import { cueBefore } from '../scope.ts';

export const hypothetical: Rule = {
  id: 'hypothetical',
  group: 'N8',
  effect: 'sets-aside',
  says: 'This is a risk, a plan or a condition and not something that happened.',
  reads(mention, reading) {
    const at = cueBefore(reading, mention, C.hypothetical, 12);
    if (at < 0) {
      const later = reading.first(
        { from: mention.to, to: Math.min(mention.sentence.to, mention.to + 6) },
        C.hypothetical,
      );
      return later >= 0 && reading.word(later) === 'in' ? reading.phrase(later) : null;
    }
    const before = { from: mention.sentence.from, to: at };
    if (
      reading.first(before, C.ask) >= 0 ||
      reading.first(before, C.contact) >= 0 ||
      reading.first(before, C.share) >= 0
    )
      return null;
    return reading.phrase(at);
  },
  speaks: [],
  nearMisses: [],
};
