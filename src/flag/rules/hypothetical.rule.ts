/** What may, might or must not happen did not happen; what a suspect threatens to do is a threat that was made. */
import { C } from '../concepts.ts';
import type { Rule } from '../rule.ts';
import { cueBefore } from '../scope.ts';

export const hypothetical: Rule = {
  id: 'hypothetical',
  group: 'N8',
  effect: 'sets-aside',
  says: 'This is a risk, a plan or a condition and not something that happened.',
  reads(mention, reading) {
    const at = cueBefore(reading, mention, C.hypothetical, 12);
    if (at < 0) {
      const later = reading.first(
        { from: mention.to, to: Math.min(mention.sentence.to, mention.to + 6) },
        C.hypothetical,
      );
      return later >= 0 && reading.word(later) === 'in' ? reading.phrase(later) : null;
    }
    const before = { from: mention.sentence.from, to: at };
    // "SUSP told VIC that she should …": what a suspect wants of a child was said, and that is the offence.
    const bySuspect = reading.first(before, C.suspect) >= 0 || reading.first(before, C.onlineparty) >= 0;
    if (
      (bySuspect && reading.first(before, C.tell) >= 0) ||
      reading.first(before, C.ask) >= 0 ||
      reading.first(before, C.contact) >= 0 ||
      reading.first(before, C.share) >= 0
    )
      return null;
    return reading.phrase(at);
  },
  speaks: [
    { text: 'If SUSP contacts VIC on Snapchat she will ring.' },
    { text: 'VIC should not use Instagram.' },
    { text: 'RISK OF ONLINE EXPLOITATION IN FUTURE' },
    { text: 'Concern re possible use of social media later.' },
    { text: 'May be at risk of contact on Facebook.' },
    { text: 'To avoid any app for now.' },
    { text: 'Danger of him contacting others through a website.' },
    { text: 'If he finds her on Instagram she will ring 101.' },
  ],
  nearMisses: [
    { text: 'SUSP threatened he would post the images on Instagram if she did not pay.' },
    { text: 'SUSP said he may send it on Snapchat unless VIC sent more.' },
    { text: 'SUSP asked if VIC had Snapchat and added her there.' },
    { text: 'SUSP messaged VIC on WhatsApp.' },
    { text: 'User told VIC on Discord that she should send pics.' },
    { text: 'VIC met SUSP on Tinder.' },
  ],
};
