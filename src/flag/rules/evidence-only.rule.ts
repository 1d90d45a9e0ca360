/** What the police seize, examine or ask for is evidence; it says nothing of how the offence was committed. */
import { C } from '../concepts.ts';
import type { Mention, Reading, Span } from '../reading.ts';
import type { Rule } from '../rule.ts';

export const evidenceOnly: Rule = {
  id: 'evidence-only',
  group: 'N4',
  effect: 'sets-aside',
  says: 'This was seized, examined or kept as evidence.',
  reads(mention, reading) {
    const { frame } = mention;
    const footage = isFootage(mention, reading);
    if (footage !== null) return footage;
    const { verb, side } = frame;
    if (verb < 0 || !reading.is(verb, C.evidence) || mention.frame.noun || mention.means.kind === 'referral')
      return null;
    if (frame.side === 'own' && reading.family !== 'image' && !isPolice(mention, reading)) return null;
    if (reading.family === 'image' && (mention.means.kind === 'file' || side === 'own')) return null;
    if (
      frame.agent === 'suspect' ||
      frame.agent === 'online' ||
      frame.other === 'suspect' ||
      frame.other === 'online'
    )
      return null;
    return { from: verb, to: verb + 1 };
  },
  speaks: [
    { text: 'Laptop seized and examined.' },
    { text: 'Facebook profile checked by officers.' },
    { text: 'PHONE AND TABLET SEIZED FOR KIOSK' },
    { text: 'WhatsApp group reviewed, nothing of note.' },
    { text: 'CCTV and doorbell footage uploaded to portal.' },
    { text: 'Phone downloaded, no contact seen.' },
    { text: 'Her iPad was retained by police.' },
    { text: 'Snapchat data requested by OIC.' },
  ],
  nearMisses: [
    { text: 'SUSP sent VIC images on Snapchat.' },
    { text: 'Screenshots of Snapchat messages from SUSP kept.' },
    { text: 'SUSP messaged VIC on WhatsApp.' },
    { text: 'Unknown male added VIC on Instagram.' },
    { text: 'SUSP downloaded images from a website.', code: '86/10' },
    { text: 'User uploaded 3 files to Snapchat.', code: '86/02' },
    { text: 'Suspect posted images on Facebook.' },
  ],
};

/** Files told of beside a camera that stood by: "doorbell footage, cloud keeps 30 days". */
function isFootage({ means, sentence, frame }: Mention, reading: Reading): Span | null {
  if (means.kind !== 'file' || reading.family === 'image' || frame.agent === 'suspect') return null;
  const before = sentence.from > 0 ? (reading.scan.sentence[sentence.from - 1] as number) : 0;
  const at = reading.first({ from: before, to: sentence.to }, C.footage);
  return at < 0 ? null : reading.phrase(at);
}

/** "footage uploaded to the portal", "phone downloaded": the police handle it, or it stands among evidence. */
function isPolice(mention: Mention, reading: Reading): boolean {
  if (mention.frame.agent === 'police') return true;
  for (let i = mention.sentence.from; i < mention.sentence.to; i += 1) {
    if (i !== mention.frame.verb && (reading.is(i, C.evidence) || reading.is(i, C.police))) return true;
  }
  return reading.first(mention.sentence, C.suspect) < 0 && mention.frame.agent === null;
}
