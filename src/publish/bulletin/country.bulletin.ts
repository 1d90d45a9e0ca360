/** The national bulletin: the total, who stands behind it, how much of it can be placed, and what it cannot say. */
import type { ReleasedFigure } from '#tables/release.ts';
import { partsOfTotal } from '../site/parts-of-total.view.ts';
import { inSentence, yearText } from '../wording/names.ts';
import { countWord, numberText } from '../wording/number-words.ts';
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
      ? `Across ${place}, ${countWord(included)} of the ${countWord(asked)} police forces asked`
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
  const who = `Of the ${countWord(asked)} police forces asked in ${place}, ${countWord(included)} ${have} a known figure`;
  return {
    title: `${area.name}: no national total; ${subjectAmount(figure, subject)} known from ${countWord(included)} of ${countWord(asked)} forces`,
    paragraphs: [
      [
        must(`${who}: ${they} recorded ${subjectAmount(figure, subject)} in ${yearText(figure.period)}.`),
        must(
          `Of the other ${countWord(asked - included)}, no exact number is published, so this is not a total for ${place}, and what is missing should not be read as zero.`,
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

/** What the total is made of, where its parts add up to it: forces with a figure of their own, a group, those nobody names. */
function placed(figure: ReleasedFigure, { index }: Setting): string {
  const parts = partsOfTotal(figure, index)?.parts ?? [];
  if (parts.length === 0) return '';
  const said = parts.map(({ figure: { number }, label, swatch }, at) => {
    const come = at === 0 ? `${number} come from` : `${number} from`;
    return swatch === 'range' && !/forces/.test(label)
      ? `${come} ${label} together`
      : `${come} ${label.charAt(0).toLowerCase()}${label.slice(1)}`;
  });
  return `Of the total, ${said.join('; ')}.`;
}
