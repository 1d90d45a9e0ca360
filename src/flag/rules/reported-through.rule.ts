/** How the police came to know is no means of the offence, whatever it went through. */
import { bitsOf, C } from '../concepts.ts';
import type { Rule } from '../rule.ts';

const PAST = /^(?:reported|submitted|received|recd|notified|recorded)$/;

const SAYING = bitsOf('tell', 'report', 'share', 'contact', 'receive')[0];

/** Channels that meetings of professionals go through. */
const MEETINGS = new Set(['Video call', 'Email', 'Microsoft Teams', 'Zoom', 'Skype', 'Google Meet']);

export const reportedThrough: Rule = {
  id: 'reported-through',
  group: 'N3',
  effect: 'sets-aside',
  says: 'The crime was reported or referred through this.',
  reads(mention, reading) {
    const { frame, from, to, means } = mention;
    if (means.kind === 'referral') return null;
    const { verb, side, agent, other } = frame;
    if (isSuspect(agent) || isSuspect(other)) return null;
    // "AP tweeted the force", "e-mail received from school": police or a trusted party at either end, no suspect at the other.
    // "31 texts seen by officer": who saw them did not send them.
    const isSeen = frame.agentAt > from && frame.noun;
    const isOfficial = (agent === 'police' && !isSeen) || other === 'police';
    const isTrustedMail =
      means.channel === 'Email' &&
      agent !== 'victim' &&
      other !== 'victim' &&
      (agent === 'trusted' || other === 'trusted');
    const isSaid = verb >= 0 && (frame.noun || reading.hasAny(verb, SAYING));
    if (isSaid && means.kind !== 'file' && (isOfficial || isTrustedMail)) return { from: verb, to: verb + 1 };
    const work = reading.first(mention.sentence, C.professional);
    if (work >= 0 && MEETINGS.has(means.channel) && agent !== 'victim') return reading.phrase(work);
    const isBareMail = means.channel === 'Email' && agent === null && other === null;
    if (isBareMail && to < mention.clause.to && reading.is(to, C.receive)) return reading.phrase(to);
    // "reported online", "reported via the website", "online report".
    if (to < mention.clause.to && reading.is(to, C.report) && !reading.is(to, C.actNoun))
      return reading.phrase(to);
    if (verb < 0 || !reading.is(verb, C.report) || (side !== 'before' && side !== 'after')) return null;
    if (side === 'after' && !PAST.test(reading.word(verb))) return null;
    if (side === 'before' && from - verb > 5) return null;
    return agent === 'victim' && other !== null ? null : { from: verb, to: verb + 1 };
  },
  speaks: [
    { text: 'E-mail received from school.' },
    { text: 'Mother tweeted the force.' },
    { text: 'REPORTED ONLINE BY MOTHER' },
    { text: 'Email from parent to force mailbox.' },
    { text: 'AP contacted police on Facebook.' },
    { text: 'Reported through the website.' },
    { text: 'School emailed officer with the details.' },
    { text: 'Email recd from nursery.' },
  ],
  nearMisses: [
    { text: 'VIC reports SUSP messaged her on Snapchat.' },
    { text: 'VIC received emails from SUSP.' },
    { text: 'SUSP emailed VIC.' },
    { text: 'VIC blocked and reported him on Instagram.' },
    { text: 'Mother reports SUSP added VIC on Facebook.' },
    { text: 'SUSP tweeted about VIC.' },
  ],
};

function isSuspect(party: string | null): boolean {
  return party === 'suspect' || party === 'online' || party === 'person';
}
