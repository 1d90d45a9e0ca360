/** Sentences that bulletins of every kind of area use. Each is whole, or empty when there is nothing to say. */
import type { ReleasedFigure } from '#tables/release.ts';
import { inSentence, vintageText } from '../wording/names.ts';
import { amountText, countWord, numberText } from '../wording/number-words.ts';
import type { Subject } from '../wording/subject.ts';
import { isSumOfSome } from './amounts.ts';
import { may, must, type Sentence, type Setting, words } from './bulletin.ts';

/** Home Office written answer 5204 of 26 July 2017 gives the definition that this shortens. */
export function flagSentence(subject: Subject): string {
  return subject.isFlag
    ? 'The flag marks a crime committed wholly or partly through a computer, a network or another computer-enabled device.'
    : '';
}

/** What any such number leaves out, and why it must not rank areas; of the number spoken of, or of such figures at large. */
export function limitsSentence(subject: Subject, of: 'The number' | 'The total' | 'Such figures'): string {
  const isOne = of !== 'Such figures';
  const counts = `${of} ${isOne ? 'counts' : 'count'} ${subject.isFlag ? 'flagged records' : 'recorded offences'}, not children`;
  const leaves = `${isOne ? 'leaves' : 'leave'} out what was never reported${subject.isFlag ? ', recorded or flagged' : ' or recorded'}`;
  const forces = `Forces ${subject.isFlag ? 'use the flag' : 'record'} unevenly`;
  // A total of the whole country ranks nobody.
  const ranks = {
    'The number': ', so nobody should rank them by it',
    'The total': '',
    'Such figures': ', so no ranking of them holds',
  };
  return `${counts}, and ${leaves}. ${forces}${ranks[of]}.`;
}

/**
 * Recorded doubts. Those about the figure itself come with a word of warning; that a later release states another number
 * speaks for itself. The first of each kind always stands, but for remarks on a published statement, which say less: a
 * remark of a few words ("Sum over the 38 forces that answered.") repeats what the bulletin says in its own words.
 */
export function doubtSentences({ doubts, method }: ReleasedFigure): readonly Sentence[] {
  const later = doubts.filter((doubt) => /^(?:A )?later releases?\b/i.test(doubt));
  const own = doubts.filter(
    (doubt) => !later.includes(doubt) && (method !== 'published' || words(doubt) >= 8),
  );
  const [first, ...rest] = own;
  const caution = first === undefined ? [] : [`A caution goes with this number. ${first}`];
  return [
    ...caution.map((text) => (method === 'published' ? may(7, text) : must(text))),
    ...rest.map((doubt) => may(7, doubt)),
    ...later.map((doubt, at) => (at === 0 ? must(doubt) : may(6, doubt))),
  ];
}

export function firstPublished({ vintage }: ReleasedFigure): string {
  return vintage === null ? '' : `The number was first published in ${vintageText(vintage)}.`;
}

/** The national figure in one sentence, with the forces behind it; empty when none is published. */
export function nationSentence({ index }: Setting): string {
  const figure = index.headline(index.country.code);
  if (figure === null || figure.number.value.status !== 'published') return '';
  const { included, asked } = figure.coverage;
  if (isSumOfSome(figure)) {
    const have = included === 1 ? 'has' : 'have';
    return `Across ${inSentence(index.country)}, ${countWord(included)} of the ${countWord(asked)} forces asked ${have} a known figure, ${amountText(figure)} in all; there is no national total.`;
  }
  const forces =
    included < asked
      ? `${countWord(included)} of the ${countWord(asked)} forces asked`
      : `all ${countWord(asked)} forces`;
  return `Across ${inSentence(index.country)}, ${forces} recorded ${numberText(figure.number)} between them.`;
}
