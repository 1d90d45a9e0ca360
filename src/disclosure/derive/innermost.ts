/**
 * All that an outsider does not know, as sums of few unknown numbers: the innermost open cells of each table. Every other open cell is a sum
 * of them, and what is published binds them. Of tens of thousands of cells most are known, zero, or such sums: a programme over what is
 * left is small where one over every open cell is not.
 */
import type { AdditiveTable } from '../table/additive.ts';
import type { Bounds } from './seen.ts';

/** A cell as what the unknown numbers of `cells` and a known one add up to. */
export type Sum = { readonly cell: number; readonly cells: readonly number[]; readonly known: number };

/** Unknown numbers with their factors; together they are from `low` to `high`. */
export type Row = {
  readonly cells: readonly number[];
  readonly factors: readonly number[];
  readonly low: number;
  readonly high: number;
};

export type Unknowns = {
  readonly cells: readonly number[];
  /** Every open cell, also those that are themselves unknown numbers. */
  readonly sums: readonly Sum[];
  readonly rows: readonly Row[];
};

type OuterBounds = Pick<Bounds, 'outerLow' | 'outerHigh'>;

/** `seen` are the bounds before any arithmetic: what stands there of a sum is not told by its parts. */
export function innermostUnknowns(
  table: AdditiveTable,
  { outerLow, outerHigh }: OuterBounds,
  seen: OuterBounds,
): Unknowns {
  const { codes } = table;
  const isOpen = (cell: number) => (outerLow[cell] ?? 0) < (outerHigh[cell] ?? 0);
  const places = placesIn(table);
  const cells: number[] = [];
  const sums: Sum[] = [];
  const rows = new Map<string, Row>();
  const add = (row: Row) => {
    if (row.cells.length === 0) return;
    const key = `${row.cells.join()}|${row.factors.join()}`;
    const { low, high } = rows.get(key) ?? row;
    rows.set(key, { ...row, low: Math.max(low, row.low), high: Math.min(high, row.high) });
  };
  const sumIn = (cell: number, on: readonly number[]): Sum => {
    const open: number[] = [];
    let known = 0;
    for (const part of places.innermost(cell, on)) {
      if (isOpen(part)) open.push(part);
      else known += outerLow[part] ?? 0;
    }
    return { cell, cells: open, known };
  };
  for (const cell of codes.keys()) {
    const tables = places.tablesOf(cell);
    if (!isOpen(cell)) {
      const value = outerLow[cell] ?? 0;
      for (const on of tables) {
        // Where all its parts along some dimension are known, their rows say this one too.
        if (places.isInnermost(cell, on) || on.some((d) => places.hasParts(cell, d, isOpen))) continue;
        const { cells: of, known } = sumIn(cell, on);
        add({ cells: of, factors: of.map(() => 1), low: value - known, high: value - known });
      }
      continue;
    }
    const [first = [], ...others] = places.shortestFirst(cell, tables);
    const isOwn = places.isInnermost(cell, first);
    const sum = isOwn ? { cell, cells: [cell], known: 0 } : sumIn(cell, first);
    if (isOwn) cells.push(cell);
    if (sum.cells.length > 0) sums.push(sum);
    const told = bindsBeyond(sum, cell, outerLow, seen);
    if (!isOwn && told !== null) add(told);
    for (const on of others) {
      // Of a cell with parts that both tables hold, the parts say the same.
      if (places.isInnermost(cell, on) || on.some((d) => first.includes(d) && places.isParted(cell, d)))
        continue;
      add(equal(sum, sumIn(cell, on)));
    }
  }
  return { cells, sums, rows: [...rows.values()] };
}

/** Every open cell as an unknown number, bound by every sum: for sums that no dimensions make. */
export function separateUnknowns(
  { relations, codes }: AdditiveTable,
  { outerLow, outerHigh }: OuterBounds,
): Unknowns {
  const isOpen = (cell: number) => (outerLow[cell] ?? 0) < (outerHigh[cell] ?? 0);
  const cells = [...codes.keys()].filter(isOpen);
  const sumOver = (some: readonly number[]) =>
    some.reduce((all, cell) => (isOpen(cell) ? all : all + (outerLow[cell] ?? 0)), 0);
  const rows = relations.map(({ whole, parts }) => {
    const open = parts.filter(isOpen);
    const left = sumOver(parts) - sumOver([whole]);
    return isOpen(whole)
      ? { cells: [whole, ...open], factors: [1, ...open.map(() => -1)], low: left, high: left }
      : { cells: open, factors: open.map(() => -1), low: left, high: left };
  });
  return {
    cells,
    sums: cells.map((cell) => ({ cell, cells: [cell], known: 0 })),
    rows: rows.filter((row) => row.cells.length > 0),
  };
}

/** What is seen of a sum and does not follow from its parts: a range that is published, or that it is not zero. */
function bindsBeyond(
  { cells, known }: Sum,
  cell: number,
  outerLow: Float64Array,
  seen: OuterBounds,
): Row | null {
  const low = seen.outerLow[cell] ?? 0;
  const high = seen.outerHigh[cell] ?? 0;
  const least = cells.reduce((all, part) => all + (outerLow[part] ?? 0), known);
  if (high === Number.POSITIVE_INFINITY && low <= least) return null;
  return { cells, factors: cells.map(() => 1), low: low - known, high: high - known };
}

function equal(one: Sum, other: Sum): Row {
  const factors = new Map(one.cells.map((cell) => [cell, 1]));
  for (const cell of other.cells) factors.set(cell, (factors.get(cell) ?? 0) - 1);
  const left = [...factors].filter(([, factor]) => factor !== 0);
  const difference = other.known - one.known;
  return {
    cells: left.map(([cell]) => cell),
    factors: left.map(([, factor]) => factor),
    low: difference,
    high: difference,
  };
}

function placesIn({ spec, codes, at }: AdditiveTable) {
  const { dims, tables } = spec;
  /** Per dimension and code: the innermost codes under it, itself where it is one. */
  const under = dims.map(({ children }) => {
    const leaves: (readonly number[])[] = [];
    const of = (code: number): readonly number[] => {
      const parts = children[code] ?? [];
      leaves[code] ??= parts.length === 0 ? [code] : parts.flatMap(of);
      return leaves[code];
    };
    for (const code of children.keys()) of(code);
    return leaves;
  });
  const codeOf = (cell: number, d: number) => codes[cell]?.[d] ?? 0;
  const partsAlong = (cell: number, d: number) => dims[d]?.children[codeOf(cell, d)] ?? [];
  const lengthIn = (cell: number, on: readonly number[]) =>
    on.reduce((all, d) => all * (under[d]?.[codeOf(cell, d)]?.length ?? 1), 1);
  const holding = new Map<string, readonly (readonly number[])[]>();
  return {
    /** The tables that hold a cell. */
    tablesOf(cell: number): readonly (readonly number[])[] {
      const crossed = (codes[cell] ?? []).flatMap((code, d) => (code === 0 ? [] : [d]));
      const key = crossed.join();
      const known = holding.get(key);
      if (known !== undefined) return known;
      const its = tables.filter((on) => crossed.every((d) => on.includes(d)));
      holding.set(key, its);
      return its;
    },
    /** Those first in which fewer innermost cells add up to it. */
    shortestFirst: (cell: number, its: readonly (readonly number[])[]) =>
      its.toSorted((one, other) => lengthIn(cell, one) - lengthIn(cell, other)),
    isInnermost: (cell: number, on: readonly number[]) => on.every((d) => partsAlong(cell, d).length === 0),
    isParted: (cell: number, d: number) => partsAlong(cell, d).length > 0,
    /** Whether it has parts along a dimension, none of which is open. */
    hasParts(cell: number, d: number, isOpen: (cell: number) => boolean): boolean {
      const place = codes[cell] ?? [];
      const parts = partsAlong(cell, d);
      return parts.length > 0 && !parts.some((code) => isOpen(at(place.with(d, code)) ?? -1));
    },
    /** The innermost cells of a table that add up to a cell. */
    innermost(cell: number, on: readonly number[]): readonly number[] {
      let places: (readonly number[])[] = [codes[cell] ?? []];
      for (const d of on) {
        const leaves = under[d]?.[codeOf(cell, d)] ?? [];
        if (leaves.length === 1 && leaves[0] === codeOf(cell, d)) continue;
        places = places.flatMap((place) => leaves.map((leaf) => place.with(d, leaf)));
      }
      return places.flatMap((place) => at(place) ?? []);
    },
  };
}
