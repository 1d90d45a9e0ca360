/**
 * `Age 9 - 12` is a band, or the age 9 and its twelve victims. Its neighbours tell: bands follow one another without a gap
 * (`Age 0 - 9`, `Age 10 - 12`), single ages go up by one (`Age 9 - 12`, `Age 10 - 4`). Alone, and where it could be a band, it is one.
 */
import { cellValue } from '../words/value-words.ts';
import type { Pair } from './pairs.ts';

const DASHED = /^(?<label>aged?\s+(?<age>\d{1,2}))\s+[-–—]\s+(?<value>\S.*)$/iu;
/** No band in an answer about children reaches further. */
const OLDEST = 25;

export function dashedAge(text: string, neighbours: readonly (string | undefined)[]): Pair | null {
  const own = partsOf(text);
  if (own === null) return null;
  const near = neighbours.flatMap((one) => (one === undefined ? [] : (partsOf(one) ?? [])));
  const isPair =
    !mayBeBand(own) ||
    (near.length > 0 &&
      (near.some((one) => !mayBeBand(one)) || near.every((one) => Math.abs(one.age - own.age) === 1)));
  return isPair ? own.pair : null;
}

const LONE = /^(?<age>\d{1,2})\s*(?:[:=]|\s[-–—])\s+(?<value>\S+)$/u;
/** Questions are seldom so many; ages of children who are counted one by one are. */
const YOUNGEST = 6;

/**
 * `10: 153` below "Victims by age" is the age 10 where `9: 20` or `11: 604` stands beside it, and answers no tenth question.
 */
export function loneAge(text: string, neighbours: readonly (string | undefined)[]): Pair | null {
  const own = loneOf(text);
  if (own === null || own.age < YOUNGEST || own.age > OLDEST) return null;
  return neighbours.some((one) => Math.abs((loneOf(one ?? '')?.age ?? -9) - own.age) === 1) ? own.pair : null;
}

function loneOf(text: string): Parts | null {
  const { age = '', value: said = '' } = LONE.exec(text.trim().replace(/\.$/u, ''))?.groups ?? {};
  const value = age === '' ? null : cellValue(said);
  return value === null ? null : { age: Number(age), pair: { label: `Age ${age}`, value, text: said } };
}

type Parts = { readonly age: number; readonly pair: Pair };

function partsOf(text: string): Parts | null {
  const match = DASHED.exec(text.trim().replace(/\.$/u, ''));
  const { label = '', age = '', value: said = '' } = match?.groups ?? {};
  // "Aged 10 - 12 - 701" is the band and its count, never the age 10 with a number between 12 and 701.
  const value = match === null || /^\d+\s+[-–—]\s/u.test(said) ? null : cellValue(said);
  return value === null ? null : { age: Number(age), pair: { label, value, text: said } };
}

function mayBeBand({ age, pair: { value, text } }: Parts): boolean {
  if (value.kind !== 'exact' || !/^\d{1,2}$/u.test(text)) return false;
  return age < value.count.low && value.count.low <= OLDEST;
}
