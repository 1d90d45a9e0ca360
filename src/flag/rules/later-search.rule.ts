/** A victim or family that looks the suspect up, long after or soon, commits nothing. */
import { C } from '../concepts.ts';
import type { Rule } from '../rule.ts';
import { isOnlineKind } from '../weigh.ts';

/** Where the offence is one of messages or images, who "found" or "saw" something found the offence. */
const SEARCHED = /^(?:search|google|look|research|read)/;

export const laterSearch: Rule = {
  id: 'later-search',
  group: 'N6',
  effect: 'sets-aside',
  says: 'The victim, a relative or an officer looked somebody up or read of it here.',
  reads(mention, reading) {
    if (!isOnlineKind(mention.means.kind)) return null;
    const { verb, side, agent } = mention.frame;
    if (verb < 0 || mention.frame.noun || !reading.is(verb, C.lookup)) return null;
    const isOnlineOffence = reading.family === 'communication' || reading.family === 'image';
    if (isOnlineOffence && !SEARCHED.test(reading.word(verb))) return null;
    if (side === 'far' || side === 'after') return null;
    if (
      agent === 'suspect' ||
      agent === 'online' ||
      (agent === 'person' && !reading.is(mention.frame.agentAt, C.victim))
    )
      return null;
    return { from: verb, to: verb + 1 };
  },
  speaks: [
    { text: 'VIC now 44 searched for SUSP on Facebook.' },
    { text: 'VIC looked him up on Instagram.' },
    { text: 'MUM SAW HIM ON LINKEDIN' },
    { text: 'VIC read about him on a website.' },
    { text: 'Father recognised male from Facebook.' },
    { text: 'Officers traced SUSP through social media.' },
    { text: 'VIC saw SUSP on Facebook and decided to report.' },
  ],
  nearMisses: [
    { text: 'SUSP found VIC on Facebook and messaged her.' },
    { text: 'SUSP searched for indecent files on a browser.', code: '86/10' },
    { text: 'Unknown male came across VIC on TikTok.' },
    { text: 'SUSP messaged VIC on Instagram.' },
    { text: 'User saw VIC on Roblox and asked her age.' },
    { text: 'VIC was contacted on Kik by SUSP.' },
  ],
};
