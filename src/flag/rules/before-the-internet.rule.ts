/** An offence of a time without public networks was not committed through one; what is online in the text came later. */
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
    return told.length > 0 && told.every((year) => year < PUBLIC_NETWORKS) ? mention : null;
  },
  speaks: [],
  nearMisses: [],
};
