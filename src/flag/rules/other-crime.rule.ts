/** A mention that belongs to another crime, record or suspect decides nothing here. */
import { C } from '../concepts.ts';
import type { Rule } from '../rule.ts';

export const otherCrime: Rule = {
  id: 'other-crime',
  group: 'N7',
  effect: 'sets-aside',
  says: 'This belongs to another crime or another person.',
  reads(mention, reading) {
    const { from, to } = mention.sentence;
    const at = reading.first(
      { from: Math.max(from, mention.from - 20), to: Math.min(to, mention.to + 16) },
      C.otherCrime,
    );
    if (at >= 0) return reading.phrase(at);
    // "Sister's matter recorded separately": the next sentence says whose it is, where this one names no victim of ours.
    const isOurs = mention.frame.other === 'victim' || reading.first(mention.clause, C.victim) >= 0;
    if (isOurs || to >= reading.scan.count) return null;
    const next = reading.first({ from: to, to: Math.min(reading.scan.count, to + 20) }, C.otherCrime);
    return next < 0 ? null : reading.phrase(next);
  },
  speaks: [
    { text: 'VIC also subject of separate crime re male on Instagram.' },
    { text: 'Sister was sent pics on Snapchat. Recorded separately.' },
    { text: 'NB LINKED CRIME RE FACEBOOK MESSAGES, DIFFERENT SUSP' },
    { text: 'Unrelated matter of TikTok comments has own crime number.' },
    { text: 'Another crime covers the WhatsApp threats.' },
    { text: 'The Snapchat matter is not connected.' },
    { text: 'Online fraud is on another record.' },
    { text: 'The WhatsApp threats are a separate matter.' },
  ],
  nearMisses: [
    { text: 'SUSP messaged VIC on Snapchat.' },
    { text: 'VIC added on Instagram by SUSP. School informed.' },
    { text: 'SUSP sent VIC images on Kik and Discord.' },
    { text: 'VIC contacted by SUSP on WhatsApp. Separate safeguarding referral made.' },
    { text: 'Unknown male groomed VIC on Yubo.' },
    { text: 'VIC says SUSP met her on Facebook.' },
  ],
};
