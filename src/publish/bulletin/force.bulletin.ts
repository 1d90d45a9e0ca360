/** The bulletin of one police force: a different text for each thing that can be known of its number, and of its silence. */
import type { ReleasedFigure } from '#tables/release.ts';
import { capital, inSentence, yearText } from '../wording/names.ts';
import { countWord, exactValue, isExactly, numberText } from '../wording/number-words.ts';
import { agesSentence, subjectAmount } from './amounts.ts';
import { type Draft, may, must, type Setting } from './bulletin.ts';
import { changeSentence } from './change.ts';
import { forceWithoutFigure } from './force-without-figure.ts';
import {
  doubtSentences,
  firstPublished,
  flagSentence,
  limitsSentence,
  nationSentence,
} from './stock-sentences.ts';

export function forceBulletin(setting: Setting): Draft {
  const { area, index } = setting;
  const figure = index.headline(area.code);
  const value = figure?.number.value;
  if (figure === null || value === undefined || value.status === 'not-available')
    return forceWithoutFigure(setting);
  if (value.status === 'withheld') return withheld(setting);
  return value.low === value.high ? withFigure(figure, setting) : withRange(figure, setting);
}

function withFigure(figure: ReleasedFigure, setting: Setting): Draft {
  const { area, index, subject } = setting;
  const name = capital(inSentence(area));
  const isZero = isExactly(figure.number, 0);
  return {
    title: `${area.name}: ${subjectAmount(figure, subject)}`,
    paragraphs: [
      [
        must(`${name} recorded ${subjectAmount(figure, subject)} in ${yearText(figure.period)}.`),
        must(isZero ? 'That is a count, not a gap in the data; it does not show that nothing happened.' : ''),
        may(4, regionSentence(setting)),
        may(6, firstPublished(figure)),
        may(1, flagSentence(subject)),
        may(3, agesSentence(index.figuresOf(area.code), 'Among the victims whose ages were published,')),
      ],
      [
        ...doubtSentences(figure),
        may(2, changeSentence(figure, index)),
        must(limitsSentence(subject, 'The number')),
        may(5, nationSentence(setting)),
      ],
    ],
  };
}

/** The regional figure that this number is a part of; empty when there is none. */
function regionSentence({ area, index }: Setting): string {
  const region = area.region === null ? null : index.headline(area.region);
  if (region?.method !== 'published' || region.number.value.status !== 'published') return '';
  const { included, includedForces } = region.coverage;
  if (!includedForces.includes(area.code) || included < 2) return '';
  const place = inSentence(index.area(region.area));
  return `It is part of the ${numberText(region.number)} published for ${countWord(included)} forces in ${place}.`;
}

function withRange(figure: ReleasedFigure, setting: Setting): Draft {
  const { area, index, subject } = setting;
  const name = inSentence(area);
  const number = numberText(figure.number);
  const group = index
    .groupsWith(area.code)
    .find((one) => one.breakdown === null && exactValue(one.number) !== null);
  const isFromNothing = figure.number.value.status === 'published' && figure.number.value.low === 0;
  return {
    title: `${area.name}: ${number}, exact number not published`,
    paragraphs: [
      [
        must(
          `The number of ${subject.many} that ${name} recorded in ${yearText(figure.period)} was not published by itself.`,
        ),
        must(
          group?.group
            ? `${group.group.label} together recorded ${numberText(group.number)}, and how they share that number is not known.`
            : '',
        ),
        must(`So its own number is ${number}; nothing narrower follows from what was published with it.`),
        must(
          isFromNothing
            ? 'The low end is only what arithmetic allows; nobody has said that there were none.'
            : '',
        ),
        may(1, flagSentence(subject)),
      ],
      [
        ...doubtSentences(figure),
        must(
          'Neither end should be quoted as the figure of the force, and no change over time can be worked out.',
        ),
        may(2, nationSentence(setting)),
        may(3, limitsSentence(subject, 'Such figures')),
      ],
    ],
  };
}

function withheld(setting: Setting): Draft {
  const { area, index, subject } = setting;
  return {
    title: `${area.name}: number withheld`,
    paragraphs: [
      [
        must(
          `The number of ${subject.many} that ${inSentence(area)} recorded in ${yearText(index.release.period)} is withheld, to protect the people counted.`,
        ),
        must(
          'A number is kept back when it is small, or when another small one could be worked out from it.',
        ),
        must('It should not be read as zero, and no guess at it should be printed.'),
        may(1, flagSentence(subject)),
      ],
      [must(limitsSentence(subject, 'Such figures')), must(nationSentence(setting))],
    ],
  };
}
