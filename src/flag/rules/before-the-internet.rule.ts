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
    if (years.length === 0) return null;
    const recorded = Number(reading.record.recordedOn?.slice(0, 4) ?? '2100');
    const told = years.filter((year) => year < recorded - 1);
    // The year of the offence comes first; later ones tell what became of the place and the people.
    const [first] = told;
    return first !== undefined && first < PUBLIC_NETWORKS && !namesLaterYear(mention, reading)
      ? mention
      : null;
  },
  speaks: [
    { text: 'Offences between 1972 and 1974. VIC found a survivors page on Facebook.' },
    { text: 'In 1985 housemaster committed offence. VIC came forward after seeing an internet forum.' },
    { text: 'OFFENCE IN 1968 AT HOME. EMAIL RECEIVED FROM INQUIRY' },
    { text: '1979, choir master. VIC has joined a WhatsApp group of ex pupils.' },
    { text: 'VIC states 1988 at camp. He saw it online.' },
    { text: 'Assaulted in 1990 by neighbour, saw him on Facebook last week.' },
    { text: 'Youth club, 1983. Complainant wrote on a forum.' },
  ],
  nearMisses: [
    { text: 'In 2002 VIC used a chat room and met SUSP.' },
    { text: 'In 2006 SUSP contacted VIC on MSN.' },
    { text: 'VIC b. 1990 met SUSP on Bebo in 2008.' },
    { text: 'SUSP messaged VIC on Snapchat.' },
    { text: 'Between 1999 and 2001 SUSP spoke to VIC in a chat room.' },
    { text: 'Videos made in 1986 were uploaded to a website in 2019.' },
  ],
};

function namesLaterYear({ sentence }: Mention, reading: Reading): boolean {
  for (let i = sentence.from; i < sentence.to; i += 1) {
    const year = /^(?:19|20)\d\d$/.test(reading.word(i)) ? Number(reading.word(i)) : 0;
    if (year >= PUBLIC_NETWORKS) return true;
  }
  return false;
}
