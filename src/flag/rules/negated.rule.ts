/** A mention that the text denies is no means of the offence; a denial by the suspect is another matter, and is left to `denied`. */
import { C } from '../concepts.ts';
import { COLON } from '../letters.ts';
import type { Mention, Reading, Span } from '../reading.ts';
import type { Rule } from '../rule.ts';
import { cueBefore, isEmbedded, isQuestion } from '../scope.ts';

const NONE = /^(?:n|no|nil|none|never|neg)$/;

export const negated: Rule = {
  id: 'negated',
  group: 'N2',
  effect: 'sets-aside',
  says: 'The text says that this was not used, or that there was no such contact.',
  reads(mention, reading) {
    const before = cueBefore(reading, mention, C.negation, 14);
    if (before >= 0 && !isDenial(reading, before) && !isEmbedded(reading, before, mention))
      return reading.phrase(before);
    return answered(mention, reading) ?? after(mention, reading);
  },
  speaks: [
    { text: 'VIC does not use Snapchat or Instagram.' },
    { text: 'No evidence of any online contact.' },
    { text: 'NO CONTACT BETWEEN SUSP AND VIC ON ANY APP' },
    { text: 'VIC denies ever having spoken to him on social media.' },
    { text: 'SUSP has never messaged VIC or added her online.' },
    { text: 'Did you meet online? No.' },
    { text: 'Any contact by app: none.' },
    { text: 'Snapchat checked, nil of note.' },
    { text: 'Nothing was sent on WhatsApp.' },
    { text: 'No sign of any chat on Discord.' },
    { text: 'VIC has not had a Facebook account since primary school.' },
  ],
  nearMisses: [
    { text: 'No offline meeting, SUSP messaged VIC on Snapchat.' },
    { text: 'VIC has not met SUSP, who added her on Instagram.' },
    { text: 'No doubt via Snapchat, messages seen from SUSP.' },
    { text: 'VIC did not reply to his Snapchat messages.' },
    { text: 'Not only on Facebook but on WhatsApp SUSP messaged VIC.' },
    { text: 'VIC does not know user who messaged her on Kik.' },
    { text: 'Never met in person, only WhatsApp messages from SUSP.' },
  ],
};

function isDenial(reading: Reading, at: number): boolean {
  if (!/^den/.test(reading.word(at))) return false;
  for (let i = at - 1; i >= Math.max(0, at - 6); i -= 1) {
    if (reading.is(i, C.victim) || reading.is(i, C.trusted)) return false;
    if (reading.is(i, C.suspect) || reading.is(i, C.person)) return true;
  }
  return false;
}

/** "Snapchat checked, nil of note": the answer follows in the sentence, and no act by anybody stands in between. */
function after(mention: Mention, reading: Reading): Span | null {
  const { frame, to, sentence } = mention;
  if (frame.suspectInClause && (frame.side === 'own' || frame.side === 'before')) return null;
  const at = reading.first({ from: to, to: Math.min(sentence.to, to + 9) }, C.negatedAfter);
  return at < 0 ? null : reading.phrase(at);
}

/** "Did you meet online? N.": a question of a form, and its answer. */
function answered({ sentence, to }: Mention, reading: Reading): Span | null {
  const { scan } = reading;
  for (let i = to; i < Math.min(scan.count, to + 4); i += 1) {
    if (scan.gaps[i] === COLON) return NONE.test(reading.word(i)) ? { from: i, to: i + 1 } : null;
  }
  if (!isQuestion(reading, sentence.to)) return null;
  return NONE.test(reading.word(sentence.to)) && sentence.to < scan.count
    ? { from: sentence.to, to: sentence.to + 1 }
    : null;
}
