/** A landline, a prison telephone and paper are no computer, network or computer-enabled device. */
import type { Rule } from '../rule.ts';

export const landlineOrLetter: Rule = {
  id: 'landline-or-letter',
  group: 'N11',
  effect: 'sets-aside',
  says: 'A landline call, a letter or a note is outside the definition.',
  reads: (mention) => (mention.means.kind === 'landline' ? mention : null),
  speaks: [
    { text: 'SUSP rang the house phone.' },
    { text: 'Handwritten letter through door.' },
    { text: 'CALLS FROM PRISON PHONE TO HOME LANDLINE' },
    { text: 'Note left in her bag by SUSP.' },
    { text: 'Silent calls to home number.' },
    { text: 'Threats by fax to the school.' },
    { text: 'Postcard received at home.' },
  ],
  nearMisses: [
    { text: 'SUSP sent VIC messages on WhatsApp.' },
    { text: 'VIC video called by SUSP.' },
    { text: 'SUSP rang VIC on FaceTime.' },
    { text: 'Emails received by VIC from SUSP.' },
    { text: 'SUSP texted VIC.' },
    { text: 'SUSP posted on Instagram about VIC.' },
  ],
};
