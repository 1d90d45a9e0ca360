/** Advice, warnings and lessons speak of what could happen, not of what did. */
import { C } from '../concepts.ts';
import type { Rule } from '../rule.ts';
import { partyBefore } from '../scope.ts';

export const advice: Rule = {
  id: 'advice',
  group: 'N8',
  effect: 'sets-aside',
  says: 'This stands in advice or a warning.',
  reads(mention, reading) {
    const from = Math.max(mention.sentence.from, mention.from - 16);
    const at = reading.last({ from, to: mention.from }, C.advise);
    if (at >= 0)
      return isSuspect(partyBefore(reading, at, mention.sentence.from)) ? null : reading.phrase(at);
    const { verb, side } = mention.frame;
    if (verb < 0 || side !== 'after' || !reading.is(verb, C.advise) || mention.frame.suspectInClause)
      return null;
    return reading.phrase(verb);
  },
  speaks: [
    { text: 'Family given advice re Snapchat settings.' },
    { text: 'Parents advised to check her Instagram.' },
    { text: 'VIC WARNED ABOUT TALKING TO STRANGERS ON DISCORD BY SCHOOL OFFICER' },
    { text: 'Leaflet left about risks of live streaming.' },
    { text: 'Victim told to block him on all apps.' },
    { text: 'Safety plan: come off TikTok and change numbers.' },
    { text: 'Safeguarding: mum to keep VIC off Roblox.' },
    { text: 'Parents reminded of parental controls on the iPad app.' },
  ],
  nearMisses: [
    { text: 'SUSP advised VIC to install Telegram.' },
    { text: 'Unknown male warned VIC on Snapchat not to tell anyone.' },
    { text: 'VIC added by unk male on Snapchat. Advice given.' },
    { text: 'Suspect told VIC to move to WhatsApp.' },
    { text: 'SUSP messaged VIC on Kik, school informed.' },
    { text: 'User recommended VIC join his Discord server.' },
  ],
};

function isSuspect(party: string | null): boolean {
  return party === 'suspect' || party === 'online' || party === 'person';
}
