/**
 * What must go with the number of an area wherever it is printed: whom it covers, what it counts, what is doubtful about it,
 * what may be said of change, and what is known of the use of the flag. Whole sentences, none twice.
 */

import { FLAG_MEASURE } from '#tables/measures.ts';
import { flagUseSentences } from '../site/history.view.ts';
import { rateView } from '../site/rate.view.ts';
import { releaseText, statementText } from '../site/statement.view.ts';
import { inSentence, list, vintageText } from '../wording/names.ts';
import { countWord, exactValue } from '../wording/number-words.ts';
import type { Setting } from './bulletin.ts';
import { changeSentence } from './change.ts';
import { limitsSentence } from './stock-sentences.ts';

export function caveatsOf(setting: Setting): readonly string[] {
  const { area, index, subject } = setting;
  const figure = index.headline(area.code);
  const value = figure?.number.value;
  const isShown = figure !== null && value?.status === 'published';
  const sentences = [
    ...(figure !== null && (area.kind !== 'force' || !isShown) ? [figure.coverage.sentence] : []),
    limitsSentence(subject, !isShown ? 'Such figures' : area.kind === 'force' ? 'The number' : 'The total'),
    ...(isShown && value.low !== value.high ? ['Neither end of the range is the number.'] : []),
    ...(isShown && figure.vintage !== null
      ? [
          `It is the number as first published in ${vintageText(figure.vintage)}; a later release may state another.`,
        ]
      : []),
    ...(isShown ? figure.doubts : []),
    ...laterSentences(setting),
    ...(isShown && exactValue(figure.number) !== null ? [changeSentence(figure, index)] : []),
    ...rateSentences(setting),
    ...(index.series === null ? [] : flagUseSentences(area, index.series)),
  ];
  return [...new Set(sentences.filter((sentence) => sentence !== ''))];
}

/**
 * What releases of others state later for a region, or for forces of it that have no number here, so that a gap in this
 * release is not taken for a gap in what is known. A number that stands among the doubts already is not told twice.
 */
function laterSentences({ area, index, subject }: Setting): readonly string[] {
  const { series } = index;
  if (series === null || !subject.isFlag || area.kind !== 'region') return [];
  const [from] = index.release.period.split('/');
  const stated = (
    code: string,
  ): { readonly text: string; readonly when: string; readonly who: string } | null => {
    const headline = index.headline(code);
    const cell = series.totals(code, FLAG_MEASURE).find((one) => one.from === from && one.kind === 'year');
    const used = cell === undefined || cell.used === null ? null : series.statement(cell.used);
    const isTold = used === null || series.value(used.id) === null;
    if (isTold || (headline !== null && exactValue(headline.number) !== null)) return null;
    return {
      text: statementText(used, 'offences'),
      when: releaseText(used),
      who:
        used.forces === null ? 'and does not say for which forces' : `from ${countWord(used.forces)} forces`,
    };
  };
  const own = index.headline(area.code)?.method === 'published' ? null : stated(area.code);
  const forces = area.forces.flatMap((code) => {
    const found = stated(code);
    return found === null ? [] : [`${index.area(code).short} ${found.text} (${found.when})`];
  });
  return [
    ...(own === null
      ? []
      : [`A later release (${own.when}) states ${own.text} for ${inSentence(area)}, ${own.who}.`]),
    ...(forces.length === 0
      ? []
      : [`Later releases state for forces without a number here: ${list(forces)}. They are not mixed in.`]),
  ];
}

function rateSentences({ area, index }: Setting): readonly string[] {
  const rate = rateView(area.code, index);
  if (rate === null) return [];
  const where = area.kind === 'force' ? `in the area of ${inSentence(area)}` : `in ${inSentence(area)}`;
  return rate.isRange
    ? [
        `For every 10,000 children it is between ${rate.number.replace(' to ', ' and ')}: not all the forces behind it are named, so the children behind it (mid-${rate.year}) are known only as a range; chance is allowed for.`,
      ]
    : [
        `For every 10,000 of the ${rate.children} children ${where} (mid-${rate.year}) it is ${rate.number} (95 per cent interval for chance alone: ${rate.interval}).`,
      ];
}
