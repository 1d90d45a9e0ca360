/** A landline, a prison telephone and paper are no computer, network or computer-enabled device. */
import type { Rule } from '../rule.ts';

export const landlineOrLetter: Rule = {
  id: 'landline-or-letter',
  group: 'N11',
  effect: 'sets-aside',
  says: 'A landline call, a letter or a note is outside the definition.',
  reads: (mention) => (mention.means.kind === 'landline' ? mention : null),
  speaks: [],
  nearMisses: [],
};
