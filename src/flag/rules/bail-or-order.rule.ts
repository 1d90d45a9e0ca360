/** A condition, order or notice forbids what may be done from now on; it does not say that it was done. */
import { C } from '../concepts.ts';
import type { Rule } from '../rule.ts';

const BROKEN = new Set(['breach', 'breached', 'breaching', 'breaches', 'despite', 'contrary', 'broken']);

export const bailOrOrder: Rule = {
  id: 'bail-or-order',
  group: 'N8',
  effect: 'sets-aside',
  says: 'This stands in a condition, an order or a notice.',
  reads(mention, reading) {
    const from = Math.max(mention.sentence.from, mention.from - 30);
    const at = reading.last({ from, to: mention.from }, C.bail);
    if (at < 0) return null;
    for (let i = mention.sentence.from; i < mention.sentence.to; i += 1)
      if (BROKEN.has(reading.word(i))) return null;
    return reading.phrase(at);
  },
  speaks: [
    { text: 'Bail conditions: not to contact VIC incl by social media.' },
    { text: 'Bailed with conditions to stay off Facebook.' },
    { text: 'CAWN SERVED, NO CONTACT BY PHONE OR ONLINE' },
    { text: 'Restraining order forbids contact by any app.' },
    { text: 'SHPO limits his internet use.' },
    { text: 'Non molestation order covers WhatsApp.' },
    { text: 'Police bail, not to use Snapchat.' },
  ],
  nearMisses: [
    { text: 'SUSP in breach of bail has messaged VIC on Snapchat.' },
    { text: 'SUSP on bail. VIC contacted by him on Instagram.' },
    { text: 'SUSP breached his restraining order by sending WhatsApp messages.' },
    { text: 'Despite a CAWN SUSP contacted VIC on Snapchat.' },
    { text: 'Messages on Kik from SUSP to VIC.' },
    { text: 'VIC met male on Facebook. Bail not granted.' },
  ],
};
