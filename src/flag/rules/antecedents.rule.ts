/** What a person was convicted of, or is under investigation for, is not this offence. */
import { C } from '../concepts.ts';
import type { Rule } from '../rule.ts';

const WEAK = new Set(['previous', 'prev', 'previously', 'prior', 'formerly', 'intel', 'imposed', 'order']);

export const antecedents: Rule = {
  id: 'antecedents',
  group: 'N7',
  effect: 'sets-aside',
  says: 'This is what the suspect did or was suspected of before.',
  reads(mention, reading) {
    const { clause, frame } = mention;
    const from = Math.max(mention.sentence.from, mention.from - 12);
    const at = reading.last({ from, to: Math.min(mention.sentence.to, mention.to + 3) }, C.antecedent);
    if (at < 0) return null;
    const isWeak = WEAK.has(reading.word(at));
    const hasVictim = reading.first(clause, C.victim) >= 0;
    if (isWeak && (hasVictim || at < clause.from || frame.side === 'own')) return null;
    return hasVictim && frame.agent === 'suspect' && at < clause.from ? null : reading.phrase(at);
  },
  speaks: [
    { text: 'SUSP subject of SHPO for grooming on the internet.' },
    { text: 'SUSP convicted in 2012 of distributing on social media.' },
    { text: 'SUSP known for contacting girls on Facebook.' },
    { text: 'PNC shows offending on social media.' },
    { text: 'SUSP on bail for messages on Snapchat to another.' },
    { text: 'Male has a conviction re chat rooms.' },
    { text: 'History of online grooming recorded in another force.' },
  ],
  nearMisses: [
    { text: 'SUSP previously messaged VIC on Snapchat.' },
    { text: 'VIC contacted on Instagram by unknown male.' },
    { text: 'SUSP has no precons. He messaged VIC on Kik.' },
    { text: 'Prev contact between SUSP and VIC on Snapchat, content sexualised.' },
    { text: 'SUSP, who coaches VIC, sends her WhatsApp messages.' },
    { text: 'VIC met SUSP on Yubo. SUSP not known to police.' },
  ],
};
