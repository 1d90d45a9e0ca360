/** The bulletin of a region, or of Wales: its figure and the forces behind it, or what is known of single forces without one. */
import type { Area, ReleasedFigure } from '#tables/release.ts';
import type { ReleaseIndex } from '../release-index.ts';
import { capital, inSentence, list, vintageText, yearText } from '../wording/names.ts';
import { countWord, exactValue, numberText } from '../wording/number-words.ts';
import { agesSentence, isSumOfSome, subjectAmount } from './amounts.ts';
import { type Draft, may, must, type Setting } from './bulletin.ts';
import { changeSentence } from './change.ts';
import {
  doubtSentences,
  firstPublished,
  flagSentence,
  limitsSentence,
  nationSentence,
} from './stock-sentences.ts';

export function regionBulletin(setting: Setting): Draft {
  const { area, index } = setting;
  const figure = index.headline(area.code);
  if (figure?.number.value.status !== 'published') return withoutFigure(setting);
  return isSumOfSome(figure) ? withoutFigure(setting) : withFigure(figure, setting);
}

function withFigure(figure: ReleasedFigure, setting: Setting): Draft {
  const { area, index, subject } = setting;
  const { included } = figure.coverage;
  const all = area.forces.length;
  const who =
    included >= all
      ? `The ${countWord(all)} police forces of ${inSentence(area)}`
      : `${capital(countWord(included))} of the ${countWord(all)} police forces in ${inSentence(area)}`;
  return {
    title: `${area.name}: ${subjectAmount(figure, subject)}`,
    paragraphs: [
      [
        must(`${who} recorded ${subjectAmount(figure, subject)} in ${yearText(figure.period)}.`),
        must(notIn(figure, setting)),
        may(1, ownFigures(setting)),
        may(6, firstPublished(figure)),
        may(3, flagSentence(subject)),
        may(4, agesSentence(index.figuresOf(area.code), 'Among the victims whose ages were published,')),
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

/** Names every force of the region that the figure leaves out. */
function notIn({ coverage }: ReleasedFigure, { area, index }: Setting): string {
  if (coverage.includedForces.length !== coverage.included) return '';
  const out = area.forces
    .filter((code) => !coverage.includedForces.includes(code))
    .map((code) => index.area(code).short);
  if (out.length === 0) return '';
  return `${list(out.sort())} ${out.length === 1 ? 'is' : 'are'} not among them, so the number is not one for the whole of ${inSentence(area)}.`;
}

/** `Dyfed-Powys accounts for 116 of them, North Wales for 95`, largest first, and what some forces share. */
function ownFigures({ area, index }: Setting): string {
  const [first, ...rest] = ownOf(area, index);
  if (first === undefined) return '';
  const said = list([
    `${first.name} recorded ${first.text}`,
    ...rest.map(({ name, text }) => `${name} ${text}`),
  ]);
  const together = index
    .figuresOf(area.code)
    .find(
      ({ group, breakdown, number }) => group !== null && breakdown === null && exactValue(number) !== null,
    );
  const shared = together?.group
    ? `; ${together.group.label} share the other ${numberText(together.number)} in a way that is not public`
    : '';
  return `${said}${shared}.`;
}

function ownOf(
  area: Area,
  index: ReleaseIndex,
): readonly { name: string; text: string; value: number; figure: ReleasedFigure }[] {
  return area.forces
    .flatMap((code) => {
      const figure = index.headline(code);
      const value = figure === null ? null : exactValue(figure.number);
      if (figure === null || value === null) return [];
      return [{ name: index.area(code).short, value, text: numberText(figure.number), figure }];
    })
    .sort((a, b) => b.value - a.value || (a.name < b.name ? -1 : 1));
}

function withoutFigure(setting: Setting): Draft {
  const { area, index, subject } = setting;
  const own = ownOf(area, index);
  return {
    title: `${area.name}: no figure for the whole region`,
    paragraphs: [
      [
        must(opening(own.length === 0, setting)),
        must(ownSentence(own, setting)),
        must(othersSentence(own.length, setting)),
        may(1, flagSentence(subject)),
      ],
      [
        must(nationSentence(setting)),
        may(2, unnamed(setting)),
        must('A figure that was not given should not be read as zero, and nothing can be said about change.'),
        may(3, limitsSentence(subject, 'Such figures')),
      ],
    ],
  };
}

function opening(isSilent: boolean, { area, index, subject }: Setting): string {
  const { release, country } = index;
  const vintage = index.headline(country.code)?.vintage ?? null;
  const year = yearText(release.period);
  const none = isSilent
    ? `none was given for ${inSentence(area)} or for any of its ${countWord(area.forces.length)} police forces`
    : `none was given for ${inSentence(area)} as a whole`;
  return vintage === null
    ? `This release has no figure for ${subject.many} in ${inSentence(area)} in ${year}.`
    : `When figures for ${subject.many} in ${year} were first published, in ${vintageText(vintage)}, ${none}.`;
}

function ownSentence(own: ReturnType<typeof ownOf>, { area }: Setting): string {
  const [first, ...rest] = own;
  if (first === undefined) return '';
  const said = list([
    `${first.name} recorded ${first.text}`,
    ...rest.map(({ name, text }) => `${name} ${text}`),
  ]);
  const have = own.length === 1 ? 'has a figure of its own' : 'have figures of their own';
  return `${capital(countWord(own.length))} of its ${countWord(area.forces.length)} police forces ${have}: ${said}.`;
}

/** The forces of the region without a figure that is shown: some may be known and withheld, of the rest nothing is known. */
function othersSentence(shown: number, { area, index }: Setting): string {
  const rest = area.forces.length - shown;
  const withheld = area.forces.filter(
    (code) => index.headline(code)?.number.value.status === 'withheld',
  ).length;
  const kept = withheld === 1 ? 'another is withheld' : `${countWord(withheld)} more are withheld`;
  const parts = [
    ...(withheld > 0 ? [`${kept} to protect the people counted`] : []),
    ...(rest > withheld && shown + withheld > 0
      ? [
          `this release has no exact figure for the other ${rest - withheld === 1 ? 'one' : countWord(rest - withheld)}`,
        ]
      : []),
  ];
  return parts.length === 0
    ? ''
    : `${capital(parts.join(', and '))}, so no number can be given for the whole region.`;
}

function unnamed({ area, index }: Setting): string {
  const coverage = index.headline(index.country.code)?.coverage;
  if (coverage === undefined || coverage.includedUnnamed === 0) return '';
  return `As ${countWord(coverage.includedUnnamed)} of those forces are not named, how much of that belongs to ${inSentence(area)} cannot be worked out.`;
}
