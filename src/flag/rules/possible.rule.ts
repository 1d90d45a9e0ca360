/** A suspicion, a guess or a question is no statement that it happened: a person must look. */
import type { Rule } from '../rule.ts';
import { cueBefore } from '../scope.ts';

export const possible: Rule = {
  id: 'possible',
  group: 'A6',
  effect: 'doubts',
  says: 'This is suspected or not yet known, and not stated.',
  reads(mention, reading) {
    const at = cueBefore(reading, mention, 'possible', 10);
    return at < 0 ? null : reading.phrase(at);
  },
  speaks: [],
  nearMisses: [],
};
