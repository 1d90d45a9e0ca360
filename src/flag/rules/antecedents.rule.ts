/** What a person was convicted of, or is under investigation for, is not this offence. */
import { C } from '../concepts.ts';
import type { Rule } from '../rule.ts';

const WEAK = new Set([
  'previous',
  'prev',
  'previously',
  'prior',
  'formerly',
  'intel',
  'imposed',
  'order',
  'subject',
]);

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
  speaks: [],
  nearMisses: [],
};
