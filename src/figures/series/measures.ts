/**
 * What the published figures measure, each told apart from the others: they are never added, and none stands in for another.
 */
import { COMMUNICATION, FLAGGED } from './flag-use.ts';

export const seriesMeasures = [
  {
    id: FLAGGED,
    slug: 'flagged',
    title: 'Sexual offences against children with the online flag',
    short: 'With the flag',
    scope:
      'Recorded crimes under the Sexual Offences Act 2003 against under-18s that carry the online flag. Image offences lie outside it.',
  },
  {
    id: COMMUNICATION,
    slug: 'communication',
    title: 'Sexual communication with a child',
    short: 'Code 71/17',
    scope:
      'Recorded offences of one kind, Home Office code 71/17, in force since 3 April 2017. Nearly all are committed online, flagged or not.',
  },
  {
    id: 'iioc',
    slug: 'images',
    title: 'Offences of indecent images of children',
    short: 'Images',
    scope:
      'Recorded offences of taking, making, sharing or possessing indecent images of children. One offence can stand for one image or many.',
  },
  {
    id: 'online_flagged_official',
    slug: 'in-place-of-the-flag',
    title: 'Official figures used in place of the flag',
    short: 'In its place',
    scope:
      'Recorded obscene publications with sexual grooming, and shares from a national police analysis. None of them counts the flag: they are shown so that nobody joins them to it.',
  },
] as const;
