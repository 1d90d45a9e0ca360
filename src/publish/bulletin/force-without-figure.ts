/**
 * The bulletin of a force of which no figure is known. It says what is public about its silence, what is known around it,
 * and never lets the gap pass for a zero, a refusal or a place in the national total that nobody has stated.
 */
import type { Area, ReleasedFigure, RequestState } from '#tables/release.ts';
import { inSentence, list, vintageText, yearText } from '../wording/names.ts';
import { countWord, numberText } from '../wording/number-words.ts';
import { type Draft, may, must, type Setting } from './bulletin.ts';
import { flagSentence, limitsSentence, nationSentence } from './stock-sentences.ts';

const SAID: Readonly<Record<Exclude<RequestState, 'unknown' | 'no-reply'>, string>> = {
  answered: 'The force answered, but its own number is not among those published.',
  partial: 'The force answered in part, and gave no number for this.',
  refused: 'The force was asked and refused to give one.',
  'not-held': 'The force said that it does not hold the information.',
  'flag-not-used': 'The force said that it does not use the flag.',
};

export function forceWithoutFigure(setting: Setting): Draft {
  const { area, index, subject } = setting;
  const state = index.request(area.code)?.state ?? 'unknown';
  const doubts = index.headline(area.code)?.doubts ?? [];
  return {
    title: `${area.name}: no figure published`,
    paragraphs: [
      [must(opening(setting)), must(answerSentence(state, setting)), may(2, flagSentence(subject))],
      [
        ...doubts.map((doubt, at) => (at === 0 ? must(doubt) : may(6, doubt))),
        may(1, neighbours(setting)),
        must(state === 'unknown' ? '' : nationSentence(setting)),
        must(closing(area, doubts.length > 0)),
        may(3, limitsSentence(subject, 'Such figures')),
      ],
    ],
  };
}

/** Where something is said of the number elsewhere, it is not unknown to everybody, and must not be called so. */
function closing(area: Area, isSaidElsewhere: boolean): string {
  return isSaidElsewhere
    ? 'This release therefore gives no number for the force. That should not be read as zero, and nothing can be said about change.'
    : `What ${inSentence(area)} recorded is not known. It should not be read as zero, and nothing can be said about change.`;
}

/** With the month in which others were published, where it is known: a later release may state a number all the same. */
function opening({ area, index, subject }: Setting): string {
  const { release, country } = index;
  const vintage = index.headline(country.code)?.vintage ?? null;
  const year = yearText(release.period);
  return vintage === null
    ? `This release has no figure for the ${subject.many} that ${inSentence(area)} recorded in ${year}.`
    : `When figures for ${subject.many} in ${year} were first published, in ${vintageText(vintage)}, none was given for ${inSentence(area)}.`;
}

function answerSentence(state: RequestState, setting: Setting): string {
  const { area, index } = setting;
  if (state === 'unknown') return unnamedSentence(setting);
  if (state !== 'no-reply') return SAID[state];
  const why = index.headline(area.code)?.coverage.missing.find(({ force }) => force === area.code)?.why ?? '';
  return /reported/i.test(why)
    ? 'The force is reported to have given no data.'
    : 'The force was asked and did not answer.';
}

/** Where it is not public who answered, the total may or may not hold this force. */
function unnamedSentence({ area, index }: Setting): string {
  const figure = index.headline(index.country.code);
  const coverage = figure?.coverage;
  if (!figure || !coverage || coverage.includedUnnamed === 0 || coverage.includedForces.includes(area.code)) {
    return 'Whether the force supplied one is not public.';
  }
  const number = numberText(figure.number);
  return (
    `Of the ${countWord(coverage.asked)} forces asked, ${countWord(coverage.included)} recorded ${number} between them, ` +
    `but ${countWord(coverage.includedUnnamed)} of those are not named, so whether this force is among them is not public.`
  );
}

/** What is known next door, and that it says nothing of this force. */
function neighbours({ area, index }: Setting): string {
  if (area.region === null) return 'The force belongs to no region, so no regional figure covers it.';
  const region = index.area(area.region);
  const place = inSentence(region);
  const regional = index.headline(region.code);
  if (isPublishedWithout(regional, area.code)) {
    const { includedForces, included } = regional.coverage;
    const who =
      includedForces.length === included
        ? list(includedForces.map((code) => index.area(code).short).sort())
        : `${countWord(included)} of its forces`;
    return `The ${numberText(regional.number)} published for ${place} is for ${who}, and leaves this force out.`;
  }
  const known = region.forces.filter(
    (code) => code !== area.code && index.headline(code)?.number.value.status === 'published',
  );
  if (known.length === 0) return `This release has no figure for any force in ${place}.`;
  const names = list(known.map((code) => inSentence(index.area(code))).sort());
  return known.length === 1
    ? `In ${place}, this release has a figure for ${names} alone, which says nothing about its neighbours.`
    : `In ${place}, this release has figures for ${names}, which say nothing about their neighbours.`;
}

function isPublishedWithout(regional: ReleasedFigure | null, force: string): regional is ReleasedFigure {
  return (
    regional !== null &&
    regional.method === 'published' &&
    regional.number.value.status === 'published' &&
    !regional.coverage.includedForces.includes(force)
  );
}
