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
  speaks: [
    { text: 'SUSP is a website designer.' },
    { text: 'Offence in computer room.' },
    { text: 'SUSP WORKS IN IT SUPPORT FOR A WEBSITE' },
    { text: 'Approached outside phone shop.' },
    { text: 'Offence in the internet cafe.' },
    { text: 'SUSP employed by an app company.' },
    { text: 'Tablet case and laptop bag taken.' },
  ],
  nearMisses: [
    { text: 'SUSP messaged VIC on Snapchat.' },
    { text: 'VIC met SUSP on a website.' },
    { text: 'Teacher sent VIC emails.' },
    { text: 'SUSP set up an Instagram account.' },
    { text: 'VIC groomed on an app by her manager.' },
    { text: 'Coach contacted VIC through WhatsApp.' },
  ],
};
