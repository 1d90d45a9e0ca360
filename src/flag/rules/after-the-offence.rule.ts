/** Contact after an offence in person is a crime of its own, if it is one; whether it is part of this one a person must say. */
import { C } from '../concepts.ts';
import type { Rule } from '../rule.ts';

export const afterTheOffence: Rule = {
  id: 'after-the-offence',
  group: 'A7',
  effect: 'doubts',
  says: 'The contact came after an offence that was committed in person.',
  reads(mention, reading) {
    if (reading.family === 'communication' || reading.family === 'image') return null;
    const { from } = mention.sentence;
    const word = reading.first({ from, to: mention.sentence.to }, C.aftermath);
    if (word >= 0 && reading.first({ from: 0, to: mention.to }, C.offence) >= 0) return reading.phrase(word);
    const at = reading.last({ from, to: mention.from }, C.after);
    if (at < 0 || reading.first({ from: 0, to: at }, C.offence) < 0) return null;
    return reading.phrase(at);
  },
  speaks: [
    { text: 'VIC assaulted in park by SUSP. Next day he added her on Snapchat.', code: '20A' },
    { text: 'Offence at party. Two days later SUSP messaged VIC on Instagram.', code: '22B' },
    { text: 'OFFENCE IN LANE. SINCE THEN SUSP HAS MESSAGED VIC ON FACEBOOK', code: '17A' },
    { text: 'VIC punched by SUSP. Later that night he sent VIC a WhatsApp.', code: '105A' },
    { text: 'Offence at his flat, then he sent her a snap saying sorry.', code: '20B' },
    { text: 'Touched by coach in kit room. Afterwards he wrote to VIC on Messenger.', code: '17A' },
    { text: 'Offence on bus. The following day SUSP followed VIC on TikTok.', code: '20A' },
    { text: 'Robbed of bag by SUSP. That night SUSP messaged on Snapchat.', code: '34B' },
  ],
  nearMisses: [
    { text: 'After three weeks of chatting on Snapchat they met and offence took place.', code: '22B' },
    { text: 'SUSP met VIC on Instagram, offence at his flat two weeks later.', code: '22B' },
    { text: 'SUSP sent VIC messages on Kik, next day more messages on Kik.', code: '71/17' },
    { text: 'Image of VIC posted on Snapchat, next day posted again.', code: '86/02' },
    { text: 'VIC and SUSP spoke on Discord before they met.', code: '20A' },
    { text: 'SUSP contacted VIC on Facebook in May.', code: '22B' },
  ],
};
