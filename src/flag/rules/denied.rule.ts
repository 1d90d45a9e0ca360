/** A denial by the suspect does not cancel what the victim says; alone it leaves the record to a person. */
import { C } from '../concepts.ts';
import type { Rule } from '../rule.ts';
import { cueBefore } from '../scope.ts';

export const denied: Rule = {
  id: 'denied',
  group: 'A9',
  effect: 'doubts',
  says: 'The suspect denies it, and a denial neither proves nor cancels the contact.',
  reads(mention, reading) {
    const at = cueBefore(reading, mention, C.negation, 14);
    return at >= 0 && /^den/.test(reading.word(at)) ? reading.phrase(at) : null;
  },
  speaks: [],
  nearMisses: [],
};
