/** An offence of a time without public networks was not committed through one; what is online in the text came later. */
import type { Mention, Reading } from '../reading.ts';
import type { Rule } from '../rule.ts';
import { isOnlineKind } from '../weigh.ts';

const PUBLIC_NETWORKS = 1994;

export const beforeTheInternet: Rule = {
  id: 'before-the-internet',
  group: 'N6',
  effect: 'sets-aside',
  says: 'The offence was in the years named, before there was a public internet.',
  reads(mention, reading) {
    if (!isOnlineKind(mention.means.kind)) return null;
    const { years } = reading.scan;
    const recorded = Number(reading.record.recordedOn?.slice(0, 4) ?? '2100');
    const told = years.filter((year) => year < recorded - 1);
    // The year of the offence comes first; later ones tell what became of the place and the people.
    const [first] = told;
    return first !== undefined && first < PUBLIC_NETWORKS && !namesLaterYear(mention, reading)
      ? mention
      : null;
  },
  speaks: [],
  nearMisses: [],
};

function namesLaterYear({ sentence }: Mention, reading: Reading): boolean {
  for (let i = sentence.from; i < sentence.to; i += 1) {
    const year = /^(?:19|20)\d\d$/.test(reading.word(i)) ? Number(reading.word(i)) : 0;
    if (year >= PUBLIC_NETWORKS) return true;
  }
  return false;
}
