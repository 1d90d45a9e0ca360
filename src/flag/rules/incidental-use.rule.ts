/** What the victim happened to be doing on a device when the offence was committed in person is no means of it. */
import { C } from '../concepts.ts';
import type { Kind } from '../means.ts';
import type { Rule } from '../rule.ts';
import { isForStrangers } from '../weigh.ts';

const NOT_BY_CHANCE: ReadonlySet<Kind> = new Set(['ai', 'file', 'intrusion', 'near', 'camera', 'market']);

export const incidentalUse: Rule = {
  id: 'incidental-use',
  group: 'N12',
  effect: 'sets-aside',
  says: 'The victim was using this when the offence was committed in person.',
  reads(mention, reading) {
    const { frame, sentence, means } = mention;
    const { verb } = frame;
    // "playing it with a cousin": who stands after the mention does not act.
    const agent = frame.agentAt > mention.from ? null : frame.agent;
    if (verb < 0 || !reading.is(verb, C.use) || frame.side === 'far' || NOT_BY_CHANCE.has(means.kind))
      return null;
    if (agent === 'suspect' || agent === 'online' || agent === 'person' || isForStrangers(means)) return null;
    if (reading.first(sentence, C.onlineparty) >= 0) return null;
    const { scan } = reading;
    const near = {
      from: sentence.from,
      to: sentence.to < scan.count ? scan.sentenceEnd(sentence.to) : sentence.to,
    };
    const isHere =
      reading.first(sentence, C.suspect) >= 0 &&
      (reading.first(sentence, C.ask) >= 0 || reading.first(sentence, C.contact) >= 0);
    const place = isHere ? sentence : near;
    const isInPerson = reading.first(place, C.offence) >= 0 || reading.first(place, C.inperson) >= 0;
    const isContacted =
      reading.first(near, C.onlineparty) >= 0 ||
      reading.first(near, C.ask) >= 0 ||
      reading.first(near, C.contact) >= 0;
    const isOnlineOffence = reading.family === 'communication' || reading.family === 'image';
    return isInPerson || (!isContacted && !isOnlineOffence) ? { from: verb, to: verb + 1 } : null;
  },
  speaks: [
    { text: 'VIC scrolling TikTok on bus when male sat next to her and touched her.' },
    { text: 'VIC was playing Fortnite when SUSP came into the room and assaulted him.' },
    { text: 'VIC WATCHING YOUTUBE ON SOFA, SUSP SAT NEXT TO HER' },
    { text: 'VIC listening to Spotify on train, male pushed her.' },
    { text: 'Victim was on Xbox with headset when brother punched him.' },
    { text: 'VIC browsing Instagram at bus stop when grabbed.' },
    { text: 'She was using an app for homework, uncle committed offence.' },
    { text: 'VIC WAS ON FACETIME TO HIS MATE WHEN PUNCHED BY MALE' },
  ],
  nearMisses: [
    { text: 'VIC was playing Roblox when a user asked her for pics.' },
    { text: 'VIC playing Fortnite, older male in party chat asked for his age.' },
    { text: 'SUSP using Snapchat contacted VIC.' },
    { text: 'VIC used Tinder and matched with SUSP. Offence in car.' },
    { text: 'Suspect used Facebook to message VIC.' },
    { text: 'VIC on Minecraft server, unknown adult sent messages.' },
  ],
};
