/** Forms, portals and services through which crimes come to notice, and help and lessons given online, are no means of the offence. */
import type { Rule } from '../rule.ts';

export const recordingRoute: Rule = {
  id: 'recording-route',
  group: 'N3',
  effect: 'sets-aside',
  says: 'This is how crimes are reported, recorded or talked about, not how this one was committed.',
  reads: (mention) => (mention.means.kind === 'route' ? mention : null),
  speaks: [],
  nearMisses: [],
};
