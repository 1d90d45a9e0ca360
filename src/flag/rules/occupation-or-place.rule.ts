/** A job, a shop, a room or a lesson that has to do with computers is no means of an offence. */
import { C } from '../concepts.ts';
import type { Rule } from '../rule.ts';

export const occupationOrPlace: Rule = {
  id: 'occupation-or-place',
  group: 'N5',
  effect: 'sets-aside',
  says: 'This is an occupation, a place or a thing of everyday life.',
  reads(mention, reading) {
    const { from, to, clause, frame } = mention;
    if (to < clause.to && reading.is(to, C.placeHead) && !reading.is(to, C.platformHead))
      return reading.phrase(to);
    if (frame.side === 'own' || frame.noun || mention.means.kind === 'file') return null;
    const near = { from: Math.max(clause.from, from - 4), to: Math.min(clause.to, to + 3) };
    const at = reading.first(near, C.occupation);
    return at < 0 ? null : reading.phrase(at);
  },
  speaks: [],
  nearMisses: [],
};
