/** What the police seize, examine or ask for is evidence; it says nothing of how the offence was committed. */
import type { Rule } from '../rule.ts';

export const evidenceOnly: Rule = {
  id: 'evidence-only',
  group: 'N4',
  effect: 'sets-aside',
  says: 'This was seized, examined or kept as evidence.',
  reads(mention, reading) {
    const { frame } = mention;
    const { verb, side } = frame;
    if (verb < 0 || !reading.is(verb, 'evidence') || side === 'noun') return null;
    if (reading.family === 'image' && (mention.means.kind === 'file' || side === 'own')) return null;
    if (
      frame.agent === 'suspect' ||
      frame.agent === 'online' ||
      frame.other === 'suspect' ||
      frame.other === 'online'
    )
      return null;
    return { from: verb, to: verb + 1 };
  },
  speaks: [],
  nearMisses: [],
};
