/** Reads a run of lines that are pairs of label and value, as the columns of a table they might have been. */
import type { Line } from '../document.ts';
import type { Stated, StatedBlock, Sum } from '../stated.ts';
import { aboutOf, saidBy } from '../tables/axis.ts';
import type { Context } from '../tables/context.ts';
import { mergeSaid } from '../tables/said-together.ts';
import { type Label, readLabel } from '../words/label.ts';
import type { Lexicon } from '../words/lexicon.ts';
import { unsureOf } from '../words/value-words.ts';
import type { Pair } from './pairs.ts';

export type ListLine = { readonly line: Line; readonly pairs: readonly Pair[]; readonly context: Context };

/** A run of pairs on lines, cut where the labels turn from one dimension to another, each part read like a table column. */
export function readList(list: readonly ListLine[], lexicon: Lexicon, id: string): StatedBlock {
  const all = list.flatMap(({ line, pairs, context }) =>
    pairs.map((pair) => ({ ...pair, line, context, read: readLabel(pair.label, lexicon) })),
  );
  const parts: (typeof all)[] = [];
  let about: string | null = null;
  for (const one of all) {
    const own = specificAbout(one.read);
    const current = parts.at(-1);
    if (current === undefined || (own !== null && about !== null && own !== about)) parts.push([one]);
    else current.push(one);
    if (own !== null) about = own;
  }
  const stated: Stated[] = [];
  const sums: Sum[] = [];
  parts.forEach((part, at) => {
    const axis = aboutOf(
      part.map((one) => one.read),
      null,
    );
    const from = stated.length;
    const totals: number[] = [];
    for (const one of part) {
      const said = saidBy(one.read, axis ?? (one.read.names === 'period' ? null : one.read.names));
      if (said.total !== undefined) totals.push(stated.length);
      const first = part[0];
      stated.push({
        ...mergeSaid(
          [said],
          one.line.marks,
          first !== undefined && one.line !== first.line && one.context.period === null
            ? { ...one.context, period: first.context.period }
            : one.context,
        ),
        ...(one.read.isForce ? { not: { why: 'reference', finding: null } } : {}),
        value: one.value,
        ...unsureOf(one.value),
        text: one.text,
        at: one.line.at,
        question: one.context.question,
        labels: one.label,
        block: `${id}.${at}`,
      });
    }
    for (const whole of totals) {
      const others = part.map((_, place) => from + place).filter((place) => !totals.includes(place));
      if (others.length > 1 && axis !== null) sums.push({ whole, parts: others, over: axis });
    }
  });
  return { stated, sums };
}

function specificAbout(label: Label): string | null {
  if (label.age !== null && label.age !== 'unknown') return 'age';
  if (label.sex === 'female' || label.sex === 'male') return 'sex';
  if (label.platform !== null && label.platform !== 'unknown' && label.platform !== 'other')
    return 'platform';
  if (label.names !== null && label.unknown) return label.names;
  if (label.offence !== null) return 'offence';
  return label.periods.length > 0 && label.leftover === '' ? 'period' : null;
}
