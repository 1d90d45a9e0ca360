/** What was first recorded and then corrected did not happen. */
import { C } from '../concepts.ts';
import type { Rule } from '../rule.ts';

export const corrected: Rule = {
  id: 'corrected',
  group: 'N2',
  effect: 'sets-aside',
  says: 'What was first reported here has been corrected.',
  reads(mention, reading) {
    const { scan } = reading;
    const { from, to } = mention.sentence;
    const next = to < scan.count ? scan.sentenceEnd(to) : to;
    const beyond = next < scan.count ? scan.sentenceEnd(next) : next;
    const at = reading.first({ from, to: next }, C.corrected);
    if (at >= 0) return reading.phrase(at);
    // What a form or a first call claimed, and what the next sentences say against it.
    if (reading.first({ from, to: mention.from }, C.claim) < 0) return null;
    const against = reading.first({ from: to, to: Math.min(beyond, to + 25) }, C.rebuttal);
    return against < 0 ? null : reading.phrase(against);
  },
  speaks: [
    { text: 'Initial report said VIC met SUSP on Facebook. This is not correct.' },
    { text: 'Reported as met via Snapchat. VIC confirms never had any app.' },
    { text: 'FORM SAID GROOMED VIA INSTA. CHILD STATES NO, MET AT SKATE PARK' },
    { text: 'First logged as online contact. Clarified with VIC, met in street.' },
    { text: 'She made up the Snapchat part.' },
    { text: 'Shown as internet in error.' },
    { text: 'Originally thought to be WhatsApp. Nothing of the kind found.' },
  ],
  nearMisses: [
    { text: 'VIC met SUSP on Facebook. She is now at her aunts.' },
    { text: 'SUSP messaged VIC on Instagram. Mother found them.' },
    { text: 'VIC contacted on Kik. Report made by school.' },
    { text: 'Male said he was 16 on Snapchat, was really 40.' },
    { text: 'Fake profile on Instagram posting about VIC.' },
    { text: 'SUSP sends VIC WhatsApp messages each night.' },
  ],
};
