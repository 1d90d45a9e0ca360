/** What the victim happened to be doing on a device when the offence was committed in person is no means of it. */
import type { Rule } from '../rule.ts';

export const incidentalUse: Rule = {
  id: 'incidental-use',
  group: 'N12',
  effect: 'sets-aside',
  says: 'The victim was using this when the offence was committed in person.',
  reads(mention, reading) {
    const { frame, sentence } = mention;
    const { verb, agent } = frame;
    if (verb < 0 || !reading.is(verb, 'use') || frame.side === 'far') return null;
    if (agent === 'suspect' || agent === 'online') return null;
    const inPerson = reading.first(sentence, 'offence') >= 0 || reading.first(sentence, 'inperson') >= 0;
    const isContacted =
      reading.first(sentence, 'onlineparty') >= 0 ||
      reading.first(sentence, 'ask') >= 0 ||
      reading.first(sentence, 'contact') >= 0;
    return inPerson || !isContacted ? { from: verb, to: verb + 1 } : null;
  },
  speaks: [],
  nearMisses: [],
};
