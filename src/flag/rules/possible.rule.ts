/** A suspicion, a guess or a question is no statement that it happened: a person must look. */
import type { Rule } from '../rule.ts';
import { cueBefore, isQuestion, partyBefore } from '../scope.ts';

const THINKS = /^(?:thinks?|thought|believes?|suspects?|reckons?|feels?|assumes?)$/;

export const possible: Rule = {
  id: 'possible',
  group: 'A6',
  effect: 'doubts',
  says: 'This is suspected or not yet known, and not stated.',
  reads(mention, reading) {
    const at = cueBefore(reading, mention, 'possible', 10);
    if (at >= 0) return reading.phrase(at);
    const end = mention.sentence.to;
    if (isQuestion(reading, end) && !/^y(?:es)?$/.test(reading.word(end))) return mention;
    for (let i = mention.from - 1; i >= Math.max(mention.sentence.from, mention.from - 14); i -= 1) {
      if (THINKS.test(reading.word(i)) && partyBefore(reading, i, mention.sentence.from) === 'trusted')
        return { from: i, to: i + 1 };
    }
    return null;
  },
  speaks: [],
  nearMisses: [],
};
