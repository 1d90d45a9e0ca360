/**
 * What the first pair of a line says of the pairs behind it: "Female victims in 2021: 112. Male: 31." is 2021 for both.
 * A total behind a year may be of several years, and takes nothing.
 */
import type { Line } from '../document.ts';
import { captionContext } from '../tables/caption.ts';
import { type Context, readPeriod } from '../tables/context.ts';
import { readLabel } from '../words/label.ts';
import type { Lexicon } from '../words/lexicon.ts';
import type { PairGroup } from './pairs.ts';
import type { ListLine } from './read-list.ts';

export function alongLine(
  groups: readonly PairGroup[],
  line: Line,
  context: Context,
  lexicon: Lexicon,
): readonly ListLine[] {
  const lead = leadOf(groups, context, lexicon);
  return groups.flatMap(({ caption, pairs }, at) => {
    const own = caption === '' ? context : captionContext(context, caption, line.marks, lexicon);
    if (lead === null || at === 0 || caption !== '') return [{ line, pairs, context: own }];
    return pairs.map((pair) => ({
      line,
      pairs: [pair],
      context: readLabel(pair.label, lexicon).total ? own : { ...own, period: lead },
    }));
  });
}

/** The period that the first pair alone says, beside what else it says. */
function leadOf(groups: readonly PairGroup[], context: Context, lexicon: Lexicon): Context['period'] {
  const [first, ...others] = groups.flatMap(({ pairs }) =>
    pairs.map(({ label }) => readLabel(label, lexicon)),
  );
  if (first === undefined || first.periods.length !== 1 || groups[0]?.caption !== '') return null;
  if (first.age !== null || others.some(({ periods, age }) => periods.length > 0 && age === null))
    return null;
  const isMore = first.unit !== null || first.sex !== null || Object.keys(first.parts).length > 0;
  const read = readPeriod(first.periods, [], context);
  return isMore && read.kind === 'period' ? read.period : null;
}
