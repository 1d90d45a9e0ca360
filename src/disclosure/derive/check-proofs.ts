/**
 * Takes tables that somebody offers as proof of what an outsider cannot rule out. Each is a change of a table that fits;
 * it counts only when every number in it is whole, no published cell changes, none falls below what the outsider knows, and
 * every sum still holds. A false proof is a fault of the program and is thrown.
 */
import { unknown } from '#count/count.ts';
import type { AdditiveTable } from '../table/additive.ts';
import type { Status } from '../table/cells-csv.ts';
import type { Bounds } from './seen.ts';
import { leastWithheld } from './seen.ts';

export type Change = { readonly cells: Int32Array; readonly by: Float64Array };

export type Offered = {
  /** A table that satisfies every sum, in the order of the cells. */
  readonly base: Float64Array;
  readonly changes: Iterable<Change>;
};

export function takeProofs(
  table: AdditiveTable,
  status: readonly Status[],
  bounds: Bounds,
  { base, changes }: Offered,
): void {
  const { relations, given } = table;
  const holds = relations.every(
    ({ whole, parts }) => parts.reduce((all, part) => all - (base[part] ?? 0), base[whole] ?? 0) === 0,
  );
  if (!holds) throw new Error('the table that proofs start from does not add up');
  const least = leastWithheld(table);
  const allows = (cell: number, value: number): boolean => {
    const { low, high } = given[cell] ?? unknown;
    if (status[cell] === '' || table.isKnown[cell] === true) return value >= low && value <= high;
    return value >= Math.min(least, low);
  };
  const widen = (cell: number, value: number) => {
    bounds.innerLow[cell] = Math.min(bounds.innerLow[cell] ?? 0, value);
    bounds.innerHigh[cell] = Math.max(bounds.innerHigh[cell] ?? 0, value);
  };
  for (const cell of given.keys()) {
    const value = base[cell] ?? 0;
    if (!Number.isInteger(value) || !allows(cell, value))
      throw new Error('the table that proofs start from is not one that the outsider could believe');
    widen(cell, value);
  }
  const factors = factorsByCell(table);
  const drift = new Float64Array(relations.length);
  for (const { cells, by } of changes) {
    const touched: number[] = [];
    for (const [index, cell] of cells.entries()) {
      const amount = by[index] ?? 0;
      const value = (base[cell] ?? 0) + amount;
      if (!Number.isInteger(amount) || !allows(cell, value))
        throw new Error('a proof changes a cell as it may not');
      for (const [relation, factor] of factors[cell] ?? []) {
        drift[relation] = (drift[relation] ?? 0) + factor * amount;
        touched.push(relation);
      }
    }
    if (touched.some((relation) => drift[relation] !== 0)) throw new Error('a proof breaks a sum');
    for (const [index, cell] of cells.entries()) widen(cell, (base[cell] ?? 0) + (by[index] ?? 0));
  }
}

function factorsByCell({
  relations,
  given,
}: AdditiveTable): readonly (readonly (readonly [number, number])[])[] {
  const factors: [number, number][][] = given.map(() => []);
  for (const [index, { whole, parts }] of relations.entries()) {
    factors[whole]?.push([index, 1]);
    for (const part of parts) factors[part]?.push([index, -1]);
  }
  return factors;
}
