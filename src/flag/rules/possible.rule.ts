/** A suspicion, a guess or a question is no statement that it happened: a person must look. */
import { C } from '../concepts.ts';
import type { Rule } from '../rule.ts';
import { cueBefore, isQuestion, partyBefore } from '../scope.ts';

export const possible: Rule = {
  id: 'possible',
  group: 'A6',
  effect: 'doubts',
  says: 'This is suspected or not yet known, and not stated.',
  reads(mention, reading) {
    const at = cueBefore(reading, mention, C.possible, 10);
    if (at >= 0) return reading.phrase(at);
    const end = mention.sentence.to;
    if (isQuestion(reading, end) && !/^y(?:es)?$/.test(reading.word(end))) return mention;
    if (!reading.holds(C.thinks)) return null;
    for (let i = mention.from - 1; i >= Math.max(mention.sentence.from, mention.from - 14); i -= 1) {
      if (reading.is(i, C.thinks) && partyBefore(reading, i, mention.sentence.from) === 'trusted')
        return { from: i, to: i + 1 };
    }
    return null;
  },
  speaks: [
    { text: 'Mum suspects they may have met on social media.' },
    { text: 'Possibly via Snapchat.' },
    { text: 'NOT KNOWN IF MET ON INSTAGRAM' },
    { text: 'VIC thinks he could have got it off her Facebook.' },
    { text: 'Unclear whether contact was on an app.' },
    { text: 'School thinks it will be off the internet.' },
    { text: 'Is this online?' },
    { text: 'Unsure if on WhatsApp.' },
  ],
  nearMisses: [
    { text: 'SUSP messaged VIC on Snapchat. Possible further victims.' },
    { text: 'VIC met SUSP on Instagram. He may be 30.' },
    { text: 'Unknown male, possibly local, added VIC on Kik.' },
    { text: 'VIC believes he is 20. He contacted her on TikTok.' },
    { text: 'SUSP sent images on WhatsApp.' },
    { text: 'VIC groomed on Discord by user.' },
  ],
};
