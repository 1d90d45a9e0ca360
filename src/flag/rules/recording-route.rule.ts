/** Forms, portals and services through which crimes come to notice, and help and lessons given online, are no means of the offence. */
import type { Rule } from '../rule.ts';

export const recordingRoute: Rule = {
  id: 'recording-route',
  group: 'N3',
  effect: 'sets-aside',
  says: 'This is how crimes are reported, recorded or talked about, not how this one was committed.',
  reads: (mention) => (mention.means.kind === 'route' ? mention : null),
  speaks: [
    { text: 'Reported via online form.' },
    { text: 'School put it on CPOMS.' },
    { text: 'REPORTED BY LIVE CHAT ON POLICE WEBSITE' },
    { text: 'Online safety talk given.' },
    { text: 'Came in through Single Online Home.' },
    { text: 'VIC spoke to Childline website.' },
    { text: 'Referral sent on the MASH portal.' },
    { text: 'Mother filled in the online form at 2am.' },
  ],
  nearMisses: [
    { text: 'SUSP used an online chat to message VIC.' },
    { text: 'VIC met SUSP on a chat site.' },
    { text: 'Online contact by SUSP.' },
    { text: 'VIC groomed over web chat room by male.' },
    { text: 'SUSP emailed VIC.' },
    { text: 'Report made that SUSP messaged VIC on Snapchat.' },
  ],
};
