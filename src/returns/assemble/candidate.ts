/** An observation on its way: with its number's place among the stated ones, so that twins and sums can be looked up. */
import type { Observation } from '../reading.ts';

export type Candidate = {
  readonly observation: Observation;
  readonly stated: number;
  readonly label: string;
  readonly block: string;
  readonly isTotal: boolean;
};

export function key(one: Observation): string {
  return JSON.stringify([one.measure, one.period, one.age, one.sex, one.offence, one.platform]);
}

/** `book.xlsx#Data!B7` and `…!B15` as one place: `book.xlsx#Data!B7,B15`. */
export function joinPlaces(places: readonly string[]): string {
  const [first, ...others] = [...new Set(places)];
  if (first === undefined) return '';
  const head = first.slice(0, Math.max(first.lastIndexOf('!'), first.lastIndexOf('#')) + 1);
  return [first, ...others.map((place) => (place.startsWith(head) ? place.slice(head.length) : place))].join(
    ',',
  );
}
