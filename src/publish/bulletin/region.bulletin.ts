/** The bulletin of a region, or of Wales: its figure and the forces behind it, or what is known of single forces without one. */
import type { Area, ReleasedFigure } from '#tables/release.ts';
import { capital, inSentence, list, vintageText, yearText } from '../wording/names.ts';
import { countWord, exactValue, numberText } from '../wording/number-words.ts';
import { agesSentence, subjectAmount } from './amounts.ts';
import { may, must, type Sentence, type Setting } from './bulletin.ts';
import { changeSentence } from './change.ts';
import { doubtSentences, flagSentence, limitsSentence, nationSentence } from './stock-sentences.ts';

export function regionBulletin(setting: Setting): {
  title: string;
  paragraphs: readonly (readonly Sentence[])[];
} {
  const { area, index } = setting;
  const figure = index.headline(area.code);
  if (figure?.number.value.status !== 'published') return withoutFigure(setting);
  // What some forces add up to is not the number of the region, and must not stand as its headline.
  const isPart = figure.method === 'sum' && figure.coverage.included < area.forces.length;
  return isPart ? withoutFigure(setting) : withFigure(figure, setting);
}

function withFigure(figure: ReleasedFigure, setting: Setting) {
  const { area, index, subject } = setting;
  const { included, includedForces } = figure.coverage;
  const all = area.forces.length;
  const names =
    includedForces.length === included ? includedForces.map((code) => index.area(code).short) : [];
  const who =
    included >= all
      ? `All ${countWord(all)} police forces in ${inSentence(area)}`
      : `${capital(countWord(included))} of the ${countWord(all)} police forces in ${inSentence(area)}`;
  const which = included < all && names.length > 0 ? ` They are ${list(names)}.` : '';
  return {
    title: `${area.name}: ${subjectAmount(figure, subject)}`,
    paragraphs: [
      [
        must(`${who} recorded ${subjectAmount(figure, subject)} in ${yearText(figure.period)}.${which}`),
        must(notIn(figure, setting)),
        may(2, ownFigures(setting)),
        may(
          6,
          figure.vintage === null
            ? ''
            : `The regional figure was first published in ${vintageText(figure.vintage)}.`,
        ),
        may(3, agesSentence(index.figuresOf(area.code), 'Where an age was given,')),
      ],
      [
        ...doubtSentences(figure),
        may(1, changeSentence(figure, index)),
        must(limitsSentence(subject)),
        may(4, flagSentence(subject)),
        may(5, nationSentence(setting, 'In all,')),
      ],
    ],
  };
}

/** Names every force of the region that the figure leaves out. */
function notIn({ coverage }: ReleasedFigure, { area, index }: Setting): string {
  if (coverage.includedForces.length !== coverage.included) return '';
  const out = area.forces
    .filter((code) => !coverage.includedForces.includes(code))
    .map((code) => index.area(code).short);
  if (out.length === 0) return '';
  return `${list(out)} ${out.length === 1 ? 'is' : 'are'} not in that figure, so it is not a figure for the whole of ${inSentence(area)}.`;
}

/** `Dyfed-Powys recorded 116, North Wales 95 and Gwent 59`, largest first, and what some forces share. */
function ownFigures({ area, index }: Setting): string {
  const own = exactOwn(area, index.headline, index.area);
  if (own.length === 0) return '';
  const [first, ...rest] = own;
  const said = list([
    `${first?.name} recorded ${first?.text}`,
    ...rest.map(({ name, text }) => `${name} ${text}`),
  ]);
  const together = index
    .figuresOf(area.code)
    .find(
      ({ group, breakdown, number }) => group !== null && breakdown === null && exactValue(number) !== null,
    );
  const shared = together?.group
    ? ` ${together.group.label} share the other ${numberText(together.number)}.`
    : '';
  return `${said}.${shared}`;
}

function exactOwn(
  area: Area,
  headline: (code: string) => ReleasedFigure | null,
  areaOf: (code: string) => Area,
) {
  return area.forces
    .flatMap((code) => {
      const figure = headline(code);
      const value = figure === null ? null : exactValue(figure.number);
      return figure === null || value === null
        ? []
        : [{ name: areaOf(code).short, value, text: numberText(figure.number) }];
    })
    .sort((a, b) => b.value - a.value);
}

function withoutFigure(setting: Setting) {
  const { area, index, subject } = setting;
  const own = exactOwn(area, index.headline, index.area);
  const all = area.forces.length;
  const rest = all - own.length;
  const known =
    own.length === 0
      ? `None of its ${countWord(all)} police forces has a published figure of its own.`
      : `Of its ${countWord(all)} police forces, ${countWord(own.length)} ${own.length === 1 ? 'has' : 'have'} a figure of ${own.length === 1 ? 'its' : 'their'} own: ${list(own.map(({ name, text }) => `${name}, ${text}`))}.`;
  const others =
    own.length === 0 || rest === 0
      ? ''
      : `For the other ${rest === 1 ? 'one' : countWord(rest)} nothing is published.`;
  return {
    title: `${area.name}: no figure published`,
    paragraphs: [
      [
        must(
          `No figure was published for ${subject.many} in ${inSentence(area)} in ${yearText(index.release.period)}.`,
        ),
        must(known),
        must(others),
        must('What is not published is not known; it should not be read as zero.'),
        may(2, flagSentence(subject)),
      ],
      [
        must(nationSentence(setting, 'Across')),
        may(1, unnamed(setting)),
        must('Nothing can be said about change in the region, or about how it compares with others.'),
        may(3, limitsSentence(subject)),
      ],
    ],
  };
}

function unnamed({ area, index }: Setting): string {
  const coverage = index.headline(index.country.code)?.coverage;
  if (coverage === undefined || coverage.includedUnnamed === 0) return '';
  return `Of those forces ${countWord(coverage.includedUnnamed)} are not named, so how much of the total belongs to ${inSentence(area)} cannot be worked out.`;
}
