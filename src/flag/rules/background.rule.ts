/** People who know each other are linked online as a matter of course; what was said there must be read before it counts. */
import { C } from '../concepts.ts';
import type { Rule } from '../rule.ts';

const OF_GROUPS = /^(?:family|team|club|church|class|work|neighbours?)$/;

const SINCE = /^(?:since|from)$/;
const THROUGH = /^(?:on|through|via|over|from)$/;

const GROUP = /^(?:group|chat)s?$/;

export const background: Rule = {
  id: 'background',
  group: 'A6',
  effect: 'doubts',
  says: 'A link online stands beside a relationship in person, and what was said there is not known.',
  reads(mention, reading) {
    const before = mention.from - 1;
    const isGroup = GROUP.test(reading.word(mention.to)) || GROUP.test(reading.word(mention.to - 1));
    const isOwnGroup = isGroup && OF_GROUPS.test(reading.word(before));
    if (isOwnGroup) return { from: before, to: mention.to };
    const at = reading.first(mention.sentence, C.background);
    if (at < 0) return null;
    // "They have known each other since last summer on Roblox": that is where they know each other from.
    if (at < mention.from && SINCE.test(reading.word(at + 3)) && THROUGH.test(reading.word(before)))
      return null;
    return mention.frame.agent === 'suspect' &&
      mention.frame.other === 'victim' &&
      mention.frame.side === 'before'
      ? null
      : reading.phrase(at);
  },
  speaks: [
    { text: 'VIC and SUSP follow each other on Insta.' },
    { text: 'They are friends on Facebook.' },
    { text: 'VIC AND SUSP HAVE EACH OTHER ON SNAPCHAT' },
    { text: 'SUSP is in the family WhatsApp group.' },
    { text: 'Both have known each other for years and are on Snapchat.' },
    { text: 'VIC has a streak with SUSP on Snap, content not yet looked at.' },
    { text: 'They follow one another on TikTok like rest of club.' },
    { text: 'VIC and SUSP are in the church group chat, known each other for years.' },
  ],
  nearMisses: [
    { text: 'SUSP followed VIC on Instagram and began sending messages.' },
    { text: 'SUSP sent VIC messages on Snapchat asking to meet.' },
    { text: 'Unknown male messaged VIC on Facebook.' },
    { text: 'VIC added by user on Snapchat.' },
    { text: 'User joined a Discord server and sent VIC links.' },
    { text: 'SUSP groomed VIC on WhatsApp.' },
    { text: 'They have known each other since last summer on Roblox.' },
  ],
};
