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
  speaks: [
    { text: 'SUSP denies sending VIC messages on Snapchat.' },
    { text: 'SUSP DENIES ANY CONTACT ON INSTAGRAM' },
    { text: 'Male denied messaging her on Facebook.' },
    { text: 'Suspect denies using Kik.' },
    { text: 'SUSP in interview denied having WhatsApp contact.' },
    { text: 'He denies that he sent the images on Telegram.' },
    { text: 'SUSP denies the online account is his.' },
  ],
  nearMisses: [
    { text: 'SUSP messaged VIC on Snapchat.' },
    { text: 'VIC contacted on Instagram by male.' },
    { text: 'SUSP denies offence. VIC was added by him on Snapchat.' },
    { text: 'Chat on WhatsApp shows SUSP and VIC.' },
    { text: 'SUSP accepts sending the messages on Kik.' },
    { text: 'SUSP met VIC on Yubo and made no comment.' },
  ],
};
