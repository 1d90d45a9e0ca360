/** The bulletin of one police force: a different text for each thing that can be known of its number, and of its silence. */
import type { Area, ReleasedFigure, RequestState } from '#tables/release.ts';
import { capital, inSentence, list, vintageText, yearText } from '../wording/names.ts';
import { countWord, exactValue, isExactly, numberText } from '../wording/number-words.ts';
import { agesSentence, subjectAmount } from './amounts.ts';
import { may, must, type Sentence, type Setting } from './bulletin.ts';
import { changeSentence } from './change.ts';
import { doubtSentences, flagSentence, limitsSentence, nationSentence } from './stock-sentences.ts';

export function forceBulletin(setting: Setting): {
  title: string;
  paragraphs: readonly (readonly Sentence[])[];
} {
  const { area, index } = setting;
  const figure = index.headline(area.code);
  const value = figure?.number.value;
  if (figure === null || value === undefined || value.status === 'not-available')
    return withoutFigure(setting);
  if (value.status === 'withheld') return withheld(setting);
  return value.low === value.high ? withFigure(figure, setting) : withRange(figure, setting);
}

function withFigure(figure: ReleasedFigure, setting: Setting) {
  const { area, index, subject } = setting;
  const name = capital(inSentence(area));
  const first =
    figure.vintage === null ? '' : `The figure was first published in ${vintageText(figure.vintage)}.`;
  const none = isExactly(figure.number, 0)
    ? 'A zero here is a count that the force stated, not a missing answer; it does not mean that nothing happened.'
    : '';
  return {
    title: `${area.name}: ${subjectAmount(figure, subject)}`,
    paragraphs: [
      [
        must(`${name} recorded ${subjectAmount(figure, subject)} in ${yearText(figure.period)}.`),
        must(none),
        may(4, first),
        may(1, flagSentence(subject)),
        may(3, agesSentence(index.figuresOf(area.code), 'Among the victims whose age was published,')),
      ],
      [
        ...doubtSentences(figure),
        may(2, changeSentence(figure, index)),
        must(limitsSentence(subject)),
        may(5, nationSentence(setting, 'In all,')),
      ],
    ],
  };
}

function withRange(figure: ReleasedFigure, setting: Setting) {
  const { area, index, subject } = setting;
  const name = inSentence(area);
  const group = index
    .groupsWith(area.code)
    .find(({ number, breakdown }) => breakdown === null && exactValue(number) !== null);
  const together = group?.group
    ? `${group.group.label} together recorded ${numberText(group.number)}, and how they share it is not known.`
    : '';
  return {
    title: `${area.name}: no exact figure, ${numberText(figure.number)}`,
    paragraphs: [
      [
        must(
          `How many ${subject.many} ${name} recorded in ${yearText(figure.period)} was not published on its own.`,
        ),
        must(together),
        must(`All that can be said is that its number is ${numberText(figure.number)}.`),
        must(
          figure.number.value.status === 'published' && figure.number.value.low === 0
            ? 'The low end is only what the arithmetic allows. It does not mean that there were none.'
            : '',
        ),
        may(1, flagSentence(subject)),
      ],
      [
        ...doubtSentences(figure),
        must(
          'It cannot be said whether the force stands high or low among its neighbours, nor how its number has changed.',
        ),
        may(2, nationSentence(setting, 'In all,')),
        may(3, limitsSentence(subject)),
      ],
    ],
  };
}

function withheld(setting: Setting) {
  const { area, index, subject } = setting;
  return {
    title: `${area.name}: number withheld`,
    paragraphs: [
      [
        must(
          `The number of ${subject.many} that ${inSentence(area)} recorded in ${yearText(index.release.period)} is known, and is withheld to protect the people counted.`,
        ),
        must(
          'A number is withheld because it is small, or because another small one could be worked out from it.',
        ),
        must('It should not be read as zero, and no guess at it should be printed.'),
        may(1, flagSentence(subject)),
      ],
      [must(limitsSentence(subject)), may(2, nationSentence(setting, 'In all,'))],
    ],
  };
}

const SAID: Readonly<Record<RequestState, string>> = {
  answered: 'The force answered, but its own number is not among the figures published.',
  partial: 'The force answered in part, and gave no number for this.',
  refused: 'The force was asked for one and refused to give it.',
  'no-reply': 'The force is reported to have given no data.',
  unknown: 'Whether the force supplied one is not public.',
  'not-held': 'The force said that it does not hold the information.',
  'flag-not-used': 'The force said that it does not use the flag.',
};

function withoutFigure(setting: Setting) {
  const { area, index, subject } = setting;
  const state = index.request(area.code)?.state ?? 'unknown';
  return {
    title: `${area.name}: no figure published`,
    paragraphs: [
      [
        must(
          `No figure was published for ${subject.many} recorded by ${inSentence(area)} in ${yearText(index.release.period)}.`,
        ),
        must(SAID[state]),
        must('The number is not known; it should not be read as zero.'),
        may(3, flagSentence(subject)),
      ],
      [
        may(1, neighboursSentence(setting)),
        must(nationSentence(setting, 'Across')),
        may(2, partOfNation(setting, state)),
        must(
          'Without a figure nothing can be said about change, or about how this area compares with others.',
        ),
        may(4, limitsSentence(subject)),
      ],
    ],
  };
}

/** What is known next door, and that it says nothing of this force. */
function neighboursSentence({ area, index }: Setting): string {
  if (area.region === null)
    return 'The force polices the railways and belongs to no region, so no regional figure covers it.';
  const region = index.area(area.region);
  const known = neighbours(region, area, (code) => index.headline(code), index.area);
  const regional = index.headline(region.code);
  if (
    regional?.number.value.status === 'published' &&
    !regional.coverage.includedForces.includes(area.code)
  ) {
    const { included } = regional.coverage;
    return `The figure of ${numberText(regional.number)} for ${inSentence(region)} covers ${countWord(included)} of its ${countWord(region.forces.length)} forces, and this one is not among them.`;
  }
  if (known.length === 0) return `No force in ${inSentence(region)} has a published figure for this period.`;
  const have = known.length === 1 ? 'has a figure of its own' : 'have figures of their own';
  return `In the same region ${list(known)} ${have}, which says nothing about this force.`;
}

function neighbours(
  region: Area,
  area: Area,
  headline: (code: string) => ReleasedFigure | null,
  areaOf: (code: string) => Area,
): string[] {
  return region.forces
    .filter((code) => code !== area.code && headline(code)?.number.value.status === 'published')
    .map((code) => inSentence(areaOf(code)));
}

/** Whether the national total may hold this force's number, where that is not public. */
function partOfNation({ area, index }: Setting, state: RequestState): string {
  const coverage = index.headline(index.country.code)?.coverage;
  if (coverage === undefined || coverage.includedUnnamed === 0 || state !== 'unknown') return '';
  if (coverage.includedForces.includes(area.code)) return '';
  return `As ${countWord(coverage.includedUnnamed)} of those forces are not named, the total may or may not include this one.`;
}
