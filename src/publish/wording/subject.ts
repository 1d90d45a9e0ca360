/**
 * What a release counts, as words that fit inside a sentence, taken from its title: the title less a closing remark in
 * brackets and less the period. Says nothing that the title does not say.
 */
import type { Release } from '#tables/release.ts';
import { periodText } from './names.ts';

export type Subject = {
  /** `Sexual offences against children with the online flag`: a heading. */
  readonly heading: string;
  /** `sexual offences against children with the online flag`: after a number, plural. */
  readonly many: string;
  /** The same for exactly one. */
  readonly one: string;
  /** Whether what is counted is the online flag, so that its meaning needs saying. */
  readonly isFlag: boolean;
};

export function subjectOf(release: Release): Subject {
  const heading = release.title
    .replace(/\s*\([^()]*\)\s*$/, '')
    .replace(`, ${periodText(release.period)}`, '')
    // Two names for one thing in brackets help a searcher, not a reader of a sentence.
    .replace('online (cyber) flag', 'online flag')
    .trim();
  const inside = heading.charAt(0).toLowerCase() + heading.slice(1);
  const many = /\b(offences|crimes|victims)\b/.test(inside) ? inside : `offences of ${inside}`;
  const one = many.replace(/\b(offence|crime|victim)s\b/, '$1');
  return { heading, many, one, isFlag: /\bflag\b/.test(inside) };
}
