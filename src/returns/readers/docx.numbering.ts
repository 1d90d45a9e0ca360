/**
 * The numbers a word processor prints before list paragraphs, which stand nowhere in the text: `1.`, `b)`, `2.1`. They
 * are often the number of the question answered. Bullets are nothing. An unknown number format prints nothing.
 */
import { type Branch, below, branches, wordOf } from './docx.tree.ts';
import { printed } from './list-number.ts';

type Level = { readonly format: string; readonly text: string; readonly start: number };

export type Numbering = {
  /** What is printed before the next paragraph of this list and level; counts it. */
  readonly next: (list: string, level: number) => string;
};

export function numberingOf(part: Branch | null): Numbering {
  const root = below(part, 'w:numbering');
  const plans = new Map<string, ReadonlyMap<number, Level>>();
  const lists = new Map<string, { readonly plan: string; readonly levels: ReadonlyMap<number, Level> }>();
  for (const plan of branches(root).filter((each) => each.name === 'w:abstractNum')) {
    plans.set(plan.attributes['w:abstractNumId'] ?? '', levelsOf(plan));
  }
  for (const list of branches(root).filter((each) => each.name === 'w:num')) {
    const plan = wordOf(list, 'w:abstractNumId') ?? '';
    const levels = new Map(plans.get(plan) ?? []);
    for (const own of branches(list).filter((each) => each.name === 'w:lvlOverride')) {
      const at = Number(own.attributes['w:ilvl'] ?? '0');
      const stated = levelsOf(own).get(at) ?? levels.get(at);
      const start = wordOf(own, 'w:startOverride');
      if (stated !== undefined) {
        levels.set(at, start === null ? stated : { ...stated, start: Number(start) });
      }
    }
    lists.set(list.attributes['w:numId'] ?? '', { plan: `${plan}`, levels });
  }
  // Lists that share a plan go on counting from one another, unless one restarts itself.
  const counters = new Map<string, number[]>();
  const begun = new Set<string>();

  return {
    next: (list, level) => {
      const found = lists.get(list);
      const own = found?.levels.get(level);
      if (found === undefined || own === undefined) {
        return '';
      }
      const counter = counters.get(found.plan) ?? [];
      counters.set(found.plan, counter);
      const restarts =
        own.start !== plans.get(found.plan)?.get(level)?.start && !begun.has(`${list} ${level}`);
      begun.add(`${list} ${level}`);
      counter.length = Math.min(counter.length, level + 1);
      counter[level] = counter[level] === undefined || restarts ? own.start : counter[level] + 1;
      if (own.format === 'bullet' || own.format === 'none') {
        return '';
      }
      return own.text.replace(/%(\d)/g, (_, digit: string) => {
        const at = Number(digit) - 1;
        const of = found.levels.get(at);
        return of === undefined ? '' : printed(counter[at] ?? of.start, of.format);
      });
    },
  };
}

function levelsOf(plan: Branch): ReadonlyMap<number, Level> {
  const levels = new Map<number, Level>();
  for (const level of branches(plan).filter((each) => each.name === 'w:lvl')) {
    levels.set(Number(level.attributes['w:ilvl'] ?? '0'), {
      format: wordOf(level, 'w:numFmt') ?? 'decimal',
      text: wordOf(level, 'w:lvlText') ?? '',
      start: Number(wordOf(level, 'w:start') ?? '1'),
    });
  }
  return levels;
}
