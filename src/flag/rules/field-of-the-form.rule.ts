/** What a box of the form says is a structured field: it may be a default, and the text decides. */
import { C } from '../concepts.ts';
import type { Rule } from '../rule.ts';

export const fieldOfTheForm: Rule = {
  id: 'field-of-the-form',
  group: 'A9',
  effect: 'doubts',
  says: 'This is what a field of the form says; the text must bear it out.',
  reads(mention, reading) {
    const { clause, from, to } = mention;
    const at = reading.first(
      { from: Math.max(mention.sentence.from, from - 4), to: Math.min(mention.sentence.to, to + 3) },
      C.field,
    );
    const isAct = mention.frame.noun || mention.frame.side === 'own' || clause.to - clause.from > 12;
    return at < 0 || isAct ? null : reading.phrase(at);
  },
  speaks: [
    { text: 'Location type internet, text says park.' },
    { text: 'MO code: internet.' },
    { text: 'Drop down shows online.' },
    { text: 'Flag internet set by call taker.' },
    { text: 'Box ticked online by inputter.' },
    { text: 'Location code: internet. Offence was in a lane.' },
    { text: 'Keyword online put on by mistake.' },
  ],
  nearMisses: [
    { text: 'SUSP met VIC online.' },
    { text: 'Messages sent by SUSP on Instagram.' },
    { text: 'VIC groomed over the internet by unk male.' },
    { text: 'Met on the internet and then in person.' },
    { text: 'SUSP contacted VIC online for weeks.' },
    { text: 'Online contact between SUSP and VIC.' },
  ],
};
