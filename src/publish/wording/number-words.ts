/**
 * How a released number is written for people: thousands commas, "between", "at least", and the two symbols of the
 * spreadsheet guidance of the Government Analysis Function. Never turns a symbol into a number or a number into a symbol.
 */
import type { Released } from '#disclosure/released.ts';
import type { ReleasedFigure } from '#tables/release.ts';

export const SYMBOLS = {
  '[c]': 'withheld to protect the people counted',
  '[x]': 'not supplied or not published; this does not mean zero',
} as const;

/** Stands beside a number that the release before gave otherwise. */
export const REVISED = { '[r]': 'revised since the release before' } as const;

/** `3,186`, `between 0 and 195`, `at least 101`, `[c]`, `[x]`. `decimals` is for rates, which are not whole. */
export function numberText({ value }: Released, decimals = 0): string {
  switch (value.status) {
    case 'withheld':
      return '[c]';
    case 'not-available':
      return '[x]';
    case 'published': {
      const low = thousands(value.low, decimals);
      if (value.high === null) return `at least ${low}`;
      const high = thousands(value.high, decimals);
      return low === high ? low : `between ${low} and ${high}`;
    }
  }
}

/** `between 1 and 14`: what subtraction leaves of a withheld number, where the release tells it; else null. */
export function rangeBeside({ value }: Released): string | null {
  if (value.status !== 'withheld' || value.range === undefined) return null;
  return `between ${thousands(value.range.low)} and ${thousands(value.range.high)}`;
}

/** The number with its unit, as it stands inside a sentence: `97 offences`, `1 offence`, `no offences`. */
export function amountText(figure: ReleasedFigure): string {
  const text = numberText(figure.number, figure.decimals);
  if (figure.unit === 'offences a day') return `${text} offences a day`;
  if (isExactly(figure.number, 0)) return `no ${figure.unit}`;
  return `${text} ${unitText(figure)}`;
}

/** `offence` after exactly one, else `offences`. */
export function unitText(figure: ReleasedFigure): string {
  return isExactly(figure.number, 1) && figure.unit !== 'offences a day'
    ? figure.unit.slice(0, -1)
    : figure.unit;
}

export function isExactly({ value }: Released, count: number): boolean {
  return value.status === 'published' && value.low === count && value.high === count;
}

/** The number itself when it is published and exact; else null. */
export function exactValue({ value }: Released): number | null {
  return value.status === 'published' && value.low === value.high ? value.low : null;
}

export function thousands(value: number, decimals = 0): string {
  const [whole = '', fraction] = value.toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

const SMALL = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** Numbers of forces, pages and the like inside a sentence: words up to ten, digits above. */
export function countWord(value: number): string {
  return SMALL[value] ?? thousands(value);
}
