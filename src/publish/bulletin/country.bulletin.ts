/** The national bulletin: the total, who stands behind it, how much of it can be placed, and what it cannot say. */
import { capital, inSentence, list, vintageText, yearText } from '../wording/names.ts';
import { countWord, exactValue, numberText } from '../wording/number-words.ts';
import { agesSentence, subjectAmount } from './amounts.ts';
import { may, must, type Sentence, type Setting } from './bulletin.ts';
import { changeSentence } from './change.ts';
import { doubtSentences, flagSentence, limitsSentence } from './stock-sentences.ts';

export function countryBulletin(setting: Setting): {
  title: string;
  paragraphs: readonly (readonly Sentence[])[];
} {
  const { area, index, subject } = setting;
  const figure = index.headline(area.code);
  const value = figure?.number.value;
  if (figure === null || value?.status !== 'published') {
    return {
      title: `${area.name}: no figure published`,
      paragraphs: [
        [
          must(
            `This release has no figure for ${subject.many} in ${inSentence(area)} in ${yearText(index.release.period)}.`,
          ),
          must(
            'Figures for single forces stand on their own pages. They should not be added up and called a national total: forces without a figure are not known to have had none.',
          ),
          may(1, flagSentence(subject)),
        ],
        [must('Nothing can be said about change.'), must(limitsSentence(subject))],
      ],
    };
  }
  const { included, asked } = figure.coverage;
  const figures = index.figuresOf(area.code);
  const rate = figures.find(({ method, breakdown }) => method === 'rate' && breakdown === null);
  const aDay = rate ? `, or ${numberText(rate.number, rate.decimals)} a day` : '';
  const forces =
    included < asked
      ? `${countWord(included)} of the ${countWord(asked)} police forces asked`
      : `all ${countWord(asked)} police forces`;
  return {
    title: `${area.name}: ${subjectAmount(figure, subject)}`,
    paragraphs: [
      [
        must(
          `In ${yearText(figure.period)} ${forces} in ${inSentence(area)} recorded ${subjectAmount(figure, subject)}${aDay}.`,
        ),
        must(gaveNone(asked - included)),
        may(
          5,
          figure.vintage === null ? '' : `The total was first published in ${vintageText(figure.vintage)}.`,
        ),
        may(3, agesSentence(figures, 'Where an age was given,')),
      ],
      [may(2, placed(setting))],
      [
        ...doubtSentences(figure),
        may(1, changeSentence(figure, index)),
        must(limitsSentence(subject)),
        may(4, flagSentence(subject)),
      ],
    ],
  };
}

function gaveNone(forces: number): string {
  if (forces <= 0) return '';
  return forces === 1
    ? 'The other force gave no data, which does not mean that it had none.'
    : `The other ${countWord(forces)} gave no data, which does not mean that they had none.`;
}

/** How much of the total belongs to forces that can be named. */
function placed({ area, index }: Setting): string {
  const figures = index
    .figuresOf(area.code)
    .filter(({ breakdown, unit }) => breakdown === null && unit !== 'offences a day');
  const known = figures.find(
    ({ method, group, number }) => method === 'sum' && group !== null && exactValue(number) !== null,
  );
  const rest = figures.find(({ group, number }) => (group?.unnamed ?? 0) > 0 && exactValue(number) !== null);
  const parts = [
    ...(known
      ? [
          `${numberText(known.number)} belong to ${countWord(known.coverage.included)} forces whose own figure was published`,
        ]
      : []),
    ...(rest
      ? [`${numberText(rest.number)} to ${countWord(rest.coverage.included)} forces that nobody has named`]
      : []),
  ];
  return parts.length === 0 ? '' : `${capital('of the total,')} ${list(parts)}.`;
}
