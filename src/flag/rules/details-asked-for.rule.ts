/** Who is approached in person and asked for a user name has been contacted in person; what came of the name must be told. */
import { C } from '../concepts.ts';
import type { Rule } from '../rule.ts';

const ASKED = /^(?:ask|asked|asking|asks|wanted|demanded|request|requested)$/;
const OWN = /^(?:her|his|their|vics|victims|the|a|my)$/;

export const detailsAskedFor: Rule = {
  id: 'details-asked-for',
  group: 'A6',
  effect: 'doubts',
  says: 'The victim was asked in person for a user name, and no contact through it is told of.',
  reads(mention, reading) {
    if (!OWN.test(reading.word(mention.from - 1)) || reading.word(mention.from - 2) !== 'for') return null;
    for (let i = mention.from - 3; i >= Math.max(mention.sentence.from, mention.from - 6); i -= 1) {
      if (!ASKED.test(reading.word(i))) continue;
      const isInPerson =
        reading.first(mention.sentence, C.inperson) >= 0 || reading.first(mention.sentence, C.offence) >= 0;
      return isInPerson ? reading.phrase(i) : null;
    }
    return null;
  },
  speaks: [
    { text: 'Male approached VIC at bus stop, asked her for her Snapchat, she refused.' },
    { text: 'SUSP approached her in the street and asked for her Instagram.' },
    { text: 'UNK MALE APPROACHED VIC ON FOOT, ASKED FOR HER SNAP, WALKED OFF' },
    { text: 'He pushed VIC and asked for his Insta.' },
  ],
  nearMisses: [
    { text: 'SUSP asked VIC for pics on Snapchat.' },
    { text: 'User asked for her Snapchat in the game chat.' },
    { text: 'SUSP messaged VIC on Instagram and asked for her number.' },
    { text: 'VIC was asked on Discord for her age.' },
  ],
};
