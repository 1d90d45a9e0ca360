/**
 * How a return writes its numbers, and what may be read from what it wrote: every number shown is kept with the bounds
 * that the contract gives its sign.
 */
import type { Chance } from './chance.ts';
import type { Figures, Key } from './figures.ts';

export type Allowed = {
  readonly key: Key;
  /** Null is no upper bound. */
  readonly low: number;
  readonly high: number | null;
  /** A sign without a rule, or a blank: any bounds that hold the true number are right, and none is no miss. */
  readonly open: boolean;
  readonly truth: number;
};

export type Told = {
  readonly show: (key: Key) => string | number | null;
  /** In a sentence, where a sign cannot stand. */
  readonly say: (key: Key) => string;
  /** What the return says of its signs. */
  readonly rules: readonly string[];
  readonly allowed: ReadonlyMap<string, Allowed>;
};

type Sign = {
  readonly text: string;
  readonly low: number;
  readonly high: number | null;
  readonly rule: string;
};

export function keyText(key: Key): string {
  return [key.measure, key.period, key.age, key.sex, key.offence, key.platform]
    .map((one) => one ?? 'all')
    .join(' ');
}

const ZEROS = ['0', '0', '0', 'nil', 'blank', 'dash', 'unruled'] as const;

export function told(by: Chance, figures: Figures): Told {
  const zero = by.pick(ZEROS);
  const saysZero = zero === '0' && by.maybe(0.4);
  const small = by.maybe(0.45) ? null : signOf(by);
  const thousands = by.maybe(0.5);
  const asText = by.maybe(0.15);
  const allowed = new Map<string, Allowed>();
  const put = (key: Key, low: number, high: number | null, open = false): void => {
    const id = keyText(key);
    const known = allowed.get(id);
    // Of an open sign and a number, the number is known better.
    if (known === undefined || (known.open && !open))
      allowed.set(id, { key, low, high, open, truth: figures.count(key) });
  };
  const inFigures = (count: number): string => {
    const plain = String(count);
    return thousands && count > 999 ? `${plain.slice(0, -3)},${plain.slice(-3)}` : plain;
  };
  return {
    show: (key) => {
      const count = figures.count(key);
      if (small !== null && count > 0 && count < 5) {
        const low = small.high !== null && saysZero ? 1 : small.low;
        put(key, low, small.high, small.high === null);
        return small.text;
      }
      // A blank that is not explained is no number, whatever it stands for.
      if (zero === 'unruled' && (count === 0 || (count < 4 && by.maybe(0.3)))) {
        put(key, 0, null, true);
        return null;
      }
      put(key, count, count);
      if (count > 0) return asText || (thousands && count > 999) ? inFigures(count) : count;
      return zero === 'blank' ? null : zero === 'dash' ? '-' : zero === 'nil' ? 'Nil' : 0;
    },
    say: (key) => {
      const count = figures.count(key);
      put(key, count, count);
      return inFigures(count);
    },
    rules: [
      ...(small === null || small.rule === '' ? [] : [small.rule]),
      ...(small !== null && saysZero ? ['Zero is shown as 0.'] : []),
      ...(zero === 'blank' ? [by.pick(['A blank cell means none.', 'Blank cells mean zero.'])] : []),
      ...(zero === 'dash' ? [by.pick(['- means nil.', 'A dash (-) means that there were none.'])] : []),
    ],
    allowed,
  };
}

function signOf(by: Chance): Sign {
  return by.pick<Sign>([
    { text: '<5', low: 0, high: 4, rule: '' },
    { text: '<5', low: 0, high: 4, rule: 'Numbers fewer than 5 are shown as <5.' },
    { text: 'fewer than 5', low: 0, high: 4, rule: '' },
    { text: '*', low: 1, high: 4, rule: '* denotes a number from 1 to 4.' },
    { text: '*', low: 0, high: 4, rule: 'Numbers below 5 have been replaced with *.' },
    { text: '*', low: 0, high: null, rule: '' },
    { text: '[c]', low: 0, high: null, rule: '' },
    { text: '1-4', low: 1, high: 4, rule: '' },
  ]);
}
