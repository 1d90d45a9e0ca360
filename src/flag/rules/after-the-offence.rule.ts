/** Contact after an offence in person is a crime of its own, if it is one; whether it is part of this one a person must say. */
import { C } from '../concepts.ts';
import type { Rule } from '../rule.ts';

export const afterTheOffence: Rule = {
  id: 'after-the-offence',
  group: 'A7',
  effect: 'doubts',
  says: 'The contact came after an offence that was committed in person.',
  reads(mention, reading) {
    if (reading.family === 'communication' || reading.family === 'image') return null;
    const { from } = mention.sentence;
    const word = reading.first({ from, to: mention.sentence.to }, C.aftermath);
    if (word >= 0 && reading.first({ from: 0, to: mention.to }, C.offence) >= 0) return reading.phrase(word);
    const at = reading.last({ from, to: mention.from }, C.after);
    if (at < 0 || reading.first({ from: 0, to: at }, C.offence) < 0) return null;
    return reading.phrase(at);
  },
  speaks: [],
  nearMisses: [],
};
