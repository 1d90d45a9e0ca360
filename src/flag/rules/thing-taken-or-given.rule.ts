/** A device that is stolen, broken, thrown or given is a thing and not a means. */
import { C } from '../concepts.ts';
import type { Rule } from '../rule.ts';

const THINGS =
  /^(?:xbox|x box|playstation|play station|ps[345]|nintendo|nintendo switch|switch|oculus|oculus quest|meta quest|vr headset|webcam|web cam|cam|cams|fifa)$/;

export const thingTakenOrGiven: Rule = {
  id: 'thing-taken-or-given',
  group: 'N10',
  effect: 'sets-aside',
  says: 'This was taken, broken, thrown or given as a thing.',
  reads(mention, reading) {
    const { means, frame } = mention;
    if (means.kind !== 'device' && !THINGS.test(means.term)) return null;
    const { verb, side } = frame;
    if (verb < 0 || mention.frame.noun || side === 'far' || !reading.is(verb, C.property)) return null;
    return { from: verb, to: verb + 1 };
  },
  speaks: [
    { text: 'SUSP took VICs iPhone.' },
    { text: 'Laptop thrown at VIC by brother.' },
    { text: 'SUSP BOUGHT VIC A NEW PHONE' },
    { text: 'Xbox stolen from bedroom.' },
    { text: 'Robbed of his mobile.' },
    { text: 'PS5 smashed by SUSP.' },
    { text: 'Tablet broken in argument.' },
  ],
  nearMisses: [
    { text: 'SUSP messaged VIC on her iPhone through Snapchat.' },
    { text: 'VIC contacted on Xbox chat by adult.' },
    { text: 'SUSP sent messages from his laptop.' },
    { text: 'Adult on PlayStation party chat asked VIC for pics.' },
    { text: 'SUSP filmed VIC on his phone.' },
    { text: 'VIC uses tablet for Roblox where user contacted her.' },
  ],
};
