/** The national bulletin: the total, who stands behind it, how much of it can be placed, and what it cannot say. */
import type { ReleasedFigure } from '#tables/release.ts';
import { inSentence, list, yearText } from '../wording/names.ts';
import { countWord, exactValue, numberText } from '../wording/number-words.ts';
import { agesSentence, isSumOfSome, subjectAmount } from './amounts.ts';
import { type Draft, may, must, type Setting } from './bulletin.ts';
import { changeSentence } from './change.ts';
import { doubtSentences, firstPublished, flagSentence, limitsSentence } from './stock-sentences.ts';

export function countryBulletin(setting: Setting): Draft {
  const { area, index } = setting;
  const figure = index.headline(area.code);
  if (figure?.number.value.status !== 'published') return withoutFigure(setting);
  return isSumOfSome(figure) ? withSum(figure, setting) : withFigure(figure, setting);
}

function withFigure(figure: ReleasedFigure, setting: Setting): Draft {
  const { area, index, subject } = setting;
  const { included, asked } = figure.coverage;
  const figures = index.figuresOf(area.code);
  const rate = figures.find(({ method, breakdown }) => method === 'rate' && breakdown === null);
  const aDay = rate ? `, or ${numberText(rate.number, rate.decimals)} a day` : '';
  const place = inSentence(area);
  const forces =
    included < asked
      ? `Across ${place} ${countWord(included)} of the ${countWord(asked)} police forces asked`
      : `All ${countWord(asked)} police forces in ${place}`;
  return {
    title: `${area.name}: ${subjectAmount(figure, subject)}`,
    paragraphs: [
      [
        must(`${forces} recorded ${subjectAmount(figure, subject)} in ${yearText(figure.period)}${aDay}.`),
        must(coverageSentence(included, asked)),
        may(8, firstPublished(figure)),
        may(9, flagSentence(subject)),
        may(1, placed(figure, setting)),
        may(2, agesSentence(figures, 'Among the victims whose ages were published,')),
      ],
      [
        ...doubtSentences(figure),
        may(3, changeSentence(figure, index)),
        must(limitsSentence(subject, 'The total')),
      ],
    ],
  };
}

/** No national total is known; what the known forces add up to is told as theirs. */
function withSum(figure: ReleasedFigure, setting: Setting): Draft {
  const { area, subject } = setting;
  const { included, asked } = figure.coverage;
  const place = inSentence(area);
  const [have, they] = included === 1 ? ['has', 'it'] : ['have', 'together they'];
  const who = `Of the ${countWord(asked)} police forces asked in ${place} ${countWord(included)} ${have} a known figure`;
  return {
    title: `${area.name}: no national total; ${subjectAmount(figure, subject)} known from ${countWord(included)} of ${countWord(asked)} forces`,
    paragraphs: [
      [
        must(`${who}: ${they} recorded ${subjectAmount(figure, subject)} in ${yearText(figure.period)}.`),
        must(
          `Of the other ${countWord(asked - included)} no exact number is published, so this is not a total for ${place}, and what is missing should not be read as zero.`,
        ),
        may(1, flagSentence(subject)),
      ],
      [
        ...doubtSentences(figure),
        may(2, changeSentence(figure, setting.index)),
        must(limitsSentence(subject, 'The total')),
      ],
    ],
  };
}

function withoutFigure({ area, index, subject }: Setting): Draft {
  const year = yearText(index.release.period);
  return {
    title: `${area.name}: no figure published`,
    paragraphs: [
      [
        must(`This release has no figure for ${subject.many} in ${inSentence(area)} in ${year}.`),
        must(
          'Figures of single forces stand on pages of their own. Added up they are not a national total: a force without a figure is not known to have had none.',
        ),
        may(1, flagSentence(subject)),
      ],
      [must('Nothing can be said about change.'), must(limitsSentence(subject, 'Such figures'))],
    ],
  };
}

function coverageSentence(included: number, asked: number): string {
  const without = asked - included;
  if (without <= 0) return '';
  const others = without === 1 ? 'The other one' : `The other ${countWord(without)}`;
  return `${others} gave no data, which does not mean none.`;
}

/** How much of the total belongs to forces that can be named. */
function placed(figure: ReleasedFigure, { area, index }: Setting): string {
  const figures = index
    .figuresOf(area.code)
    .filter(({ breakdown, number }) => breakdown === null && exactValue(number) !== null);
  const known = figures.find(({ method }) => method === 'sum');
  const rest = figures.find(({ group }) => (group?.unnamed ?? 0) > 0);
  const parts = [
    ...(known
      ? [
          `${numberText(known.number)} come from ${countWord(known.coverage.included)} forces whose own figure is known`,
        ]
      : []),
    ...(rest
      ? [`${numberText(rest.number)} from ${countWord(rest.coverage.included)} that are not named`]
      : []),
  ];
  return parts.length === 0 ? '' : `Of the ${numberText(figure.number)}, ${list(parts)}.`;
}
