/** Sentences that bulletins of every kind of area use. Each is a whole sentence, or empty when there is nothing to say. */
import type { ReleasedFigure } from '#tables/release.ts';
import { inSentence } from '../wording/names.ts';
import { countWord, numberText } from '../wording/number-words.ts';
import type { Subject } from '../wording/subject.ts';
import { may, must, type Sentence, type Setting } from './bulletin.ts';

/** Home Office written answer 5204 of 26 July 2017 gives the definition that this shortens. */
export function flagSentence(subject: Subject): string {
  return subject.isFlag
    ? 'The flag marks a crime committed in full or in part through a computer, a network or a similar device.'
    : '';
}

export function limitsSentence(subject: Subject): string {
  return subject.isFlag
    ? 'Figures count offences recorded and flagged, not children, and leave out what was never reported, recorded or flagged; as forces use the flag unevenly, they do not show where the risk is greater.'
    : 'Figures count recorded offences, not children, and leave out what was never reported or recorded; they do not show where the risk is greater.';
}

/** The first doubt always stands; others when there is room. */
export function doubtSentences({ doubts }: ReleasedFigure): readonly Sentence[] {
  const [first, ...rest] = doubts;
  if (first === undefined) return [];
  const lead =
    rest.length > 0 ? 'There are doubts about this figure.' : 'There is a doubt about this figure.';
  return [must(`${lead} ${first}`), ...rest.map((doubt, at) => may(at + 1, doubt))];
}

/** `In all, 38 of the 44 forces in England and Wales recorded 3,186.` */
export function nationSentence({ index }: Setting, lead: 'In all,' | 'Across'): string {
  const figure = index.headline(index.country.code);
  if (figure === null || figure.number.value.status !== 'published') return '';
  const { included, asked } = figure.coverage;
  const where = inSentence(index.country);
  const forces =
    included < asked
      ? `${countWord(included)} of the ${countWord(asked)} forces asked`
      : `all ${countWord(asked)} forces`;
  const number = numberText(figure.number);
  return lead === 'Across'
    ? `Across ${where}, ${forces} recorded ${number} such offences.`
    : `In all, ${forces} in ${where} recorded ${number} such offences.`;
}
