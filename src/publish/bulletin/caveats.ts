/**
 * What must go with the number of an area wherever it is printed: whom it covers, what it counts, what is doubtful about it,
 * what may be said of change, and what is known of the use of the flag. Whole sentences, none twice.
 */

import { flagUseSentences } from '../site/history.view.ts';
import { rateView } from '../site/rate.view.ts';
import { inSentence, vintageText } from '../wording/names.ts';
import { exactValue } from '../wording/number-words.ts';
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
    ...(isShown && exactValue(figure.number) !== null ? [changeSentence(figure, index)] : []),
    ...rateSentences(setting),
    ...(index.series === null ? [] : flagUseSentences(area, index.series)),
  ];
  return [...new Set(sentences.filter((sentence) => sentence !== ''))];
}

function rateSentences({ area, index }: Setting): readonly string[] {
  const rate = rateView(area.code, index);
  if (rate === null) return [];
  const where = area.kind === 'force' ? `in the area of ${inSentence(area)}` : `in ${inSentence(area)}`;
  return rate.isRange
    ? [
        `For every 10,000 children it is ${rate.number.replace(' to ', ' or more, up to ')}: which forces are behind it is not all published, so neither are the children (mid-${rate.year}).`,
      ]
    : [
        `For every 10,000 of the ${rate.children} children ${where} (mid-${rate.year}) it is ${rate.number}; by chance alone it could be ${rate.interval}.`,
      ];
}
