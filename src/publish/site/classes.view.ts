/**
 * Forces in four classes for maps, from light to dark, each also told apart by its pattern. The classes are of offences for
 * every 10,000 children where those are known, so that a large force is not dark for being large; else of offences. Their
 * limits are round numbers that share the forces out about evenly.
 */
import type { ReleaseIndex } from '../release-index.ts';
import { exactValue, thousands } from '../wording/number-words.ts';

const CLASSES = 4;

export type Classes = {
  readonly unit: string;
  readonly steps: readonly { readonly label: string; readonly forces: number }[];
  /** From 1; null for a force that has no value. */
  readonly classOf: (code: string) => number | null;
  readonly textOf: (code: string) => string | null;
};

export function classesOf(index: ReleaseIndex): Classes {
  const rates = new Map((index.release.comparison?.rates ?? []).map((rate) => [rate.area, rate.value]));
  const isRate = index.forces.some(({ code }) => (rates.get(code) ?? null) !== null);
  const values = new Map<string, number>();
  for (const { code } of index.forces) {
    const figure = index.headline(code);
    const value = isRate ? (rates.get(code) ?? null) : figure === null ? null : exactValue(figure.number);
    if (value !== null) values.set(code, value);
  }
  const limits = limitsOf([...values.values()]);
  const classAt = (value: number) => limits.filter((limit) => value >= limit).length + 1;
  const decimals = limits.every(Number.isInteger) ? 0 : 1;
  const say = (value: number) => thousands(value, decimals);
  const labels = Array.from({ length: limits.length + 1 }, (_, at) => {
    const [from, to] = [limits[at - 1], limits[at]];
    if (from === undefined) return to === undefined ? 'all' : `under ${say(to)}`;
    return to === undefined ? `${say(from)} or more` : `${say(from)} to under ${say(to)}`;
  });
  return {
    unit: isRate ? 'Offences for every 10,000 children' : 'Offences',
    steps:
      values.size === 0
        ? []
        : labels.map((label, at) => ({
            label,
            forces: [...values.values()].filter((value) => classAt(value) === at + 1).length,
          })),
    classOf: (code) => {
      const value = values.get(code);
      return value === undefined ? null : classAt(value);
    },
    textOf: (code) => {
      const value = values.get(code);
      return value === undefined ? null : thousands(value, isRate ? 1 : 0);
    },
  };
}

/** The quartiles, each rounded to one or two figures; fewer where they would fall together. */
function limitsOf(values: readonly number[]): readonly number[] {
  const sorted = [...values].sort((a, b) => a - b);
  if (sorted.length < CLASSES) return [];
  const cuts = Array.from({ length: CLASSES - 1 }, (_, at) => {
    const value = sorted[Math.round(((at + 1) * sorted.length) / CLASSES)] ?? 0;
    const unit = 10 ** Math.floor(Math.log10(Math.max(value, 1)));
    return Math.round(value / (unit / 2)) * (unit / 2);
  });
  return [...new Set(cuts)].filter((cut) => cut > 0);
}
