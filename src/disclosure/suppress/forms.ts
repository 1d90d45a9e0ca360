/**
 * Every cell as a sum of few: the innermost cells of each table, and those that tables share. What moves is said of them alone, and all
 * else follows. Of tens of thousands of cells most are zero, or sums of others; a programme over what is left is small where one over all
 * cells is not.
 */
import type { AdditiveTable, Relation } from '../table/additive.ts';
import { movable, type Problem } from './problem.ts';

/** Cells that move, and by how much each: every sum still holds after it. */
export type Move = { readonly cells: Int32Array; readonly by: Float64Array };

export function isWhole({ by }: Move): boolean {
  return by.every((amount) => Number.isInteger(amount));
}

export type Forms = {
  /** The cells that the others are sums of, as far as they can move. */
  readonly columns: readonly number[];
  /** The column of each cell; NONE for a sum of others. */
  readonly columnOf: Int32Array;
  /** Columns that add up to a cell; its own, where it has one. Nothing, where nothing in it can move. */
  readonly of: (cell: number) => Int32Array;
  /** Cells in whose sum a column stands, itself among them. */
  readonly above: readonly Int32Array[];
  readonly links: readonly Link[];
};

/** A sum that binds columns to each other; `whole` is NONE where it cannot move. */
export type Link = { readonly whole: number; readonly parts: Int32Array };

/** Dimensions, in order: a cell is of it that is innermost in them, and the total of all others. */
type Family = readonly number[];

export const NONE = -1;

export function formsOf(problem: Problem): Forms {
  const { table, size } = problem;
  const { isInnermost, shortest, shared } = sumsByDimensions(table);
  const columns = movable(problem).filter(isInnermost);
  const { columnOf, among } = placesOf(columns, size);
  const forms: (Int32Array | undefined)[] = new Array(size);
  const of = (cell: number): Int32Array => {
    const known = forms[cell];
    if (known !== undefined) return known;
    const own = columnOf[cell] as number;
    const made = own !== NONE ? Int32Array.of(own) : among(shortest(cell));
    forms[cell] = made;
    return made;
  };
  const above: number[][] = columns.map(() => []);
  for (let cell = 0; cell < size; cell++) for (const at of of(cell)) above[at]?.push(cell);
  const links = shared().map(({ whole, parts }) => ({
    whole: columnOf[whole] as number,
    parts: among(parts),
  }));
  return {
    columns,
    columnOf,
    of,
    above: above.map((cells) => Int32Array.from(cells)),
    links: links.filter(({ whole, parts }) => whole !== NONE || parts.length > 0),
  };
}

/**
 * Every cell as itself, bound by one sum for each total of each table, the shortest: all other sums follow. Larger, and what a programme says
 * of a choice names fewer cells then.
 */
export function oneByOne(problem: Problem): Forms {
  const { table, size } = problem;
  const columns = movable(problem);
  const { columnOf, among } = placesOf(columns, size);
  return {
    columns,
    columnOf,
    of: (cell) => among([cell]),
    above: columns.map((cell) => Int32Array.of(cell)),
    links: shortestSums(table)
      .map(({ whole, parts }) => ({ whole: columnOf[whole] as number, parts: among(parts) }))
      .filter(({ whole, parts }) => whole !== NONE || parts.length > 0),
  };
}

function shortestSums({ spec, codes, relations }: AdditiveTable): readonly Relation[] {
  const chosen = new Set<number>();
  const byWhole = new Map<number, number[]>();
  for (const [index, { whole }] of relations.entries())
    byWhole.set(whole, [...(byWhole.get(whole) ?? []), index]);
  for (const table of spec.tables) {
    for (const [whole, all] of byWhole) {
      const isIn = codes[whole]?.every((code, d) => code === 0 || table.includes(d));
      if (isIn !== true) continue;
      const here = all.filter((index) => table.includes(relations[index]?.along ?? NONE));
      const lengthOf = (index: number) => relations[index]?.parts.length ?? 0;
      const [first] = here.sort((a, b) => lengthOf(a) - lengthOf(b) || a - b);
      if (first !== undefined) chosen.add(first);
    }
  }
  return [...chosen].sort((a, b) => a - b).flatMap((index) => relations[index] ?? []);
}

function placesOf(columns: readonly number[], size: number) {
  const columnOf = new Int32Array(size).fill(NONE);
  for (const [at, cell] of columns.entries()) columnOf[cell] = at;
  const among = (cells: readonly number[]) =>
    Int32Array.from(cells.flatMap((cell) => (columnOf[cell] === NONE ? [] : [columnOf[cell] as number])));
  return { columnOf, among };
}

/** The rows of a programme over columns: a row for each link, then one for each cell that is a sum of columns and is wanted. */
export type Sums = {
  readonly numRows: number;
  readonly numCols: number;
  /** The cells that have a row, the row of the first, and the row of each cell; NONE where it has none. */
  readonly cells: readonly number[];
  readonly first: number;
  readonly rowOf: Int32Array;
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float64Array;
};

export function sumsOf(
  { columns, columnOf, of, links }: Forms,
  isWanted: (cell: number) => boolean = () => true,
): Sums {
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  const put = (at: number, factor: number) => {
    indices.push(at);
    values.push(factor);
  };
  for (const { whole, parts } of links) {
    if (whole !== NONE) put(whole, 1);
    for (const at of parts) put(at, -1);
    starts.push(indices.length);
  }
  const cells: number[] = [];
  const rowOf = new Int32Array(columnOf.length).fill(NONE);
  for (let cell = 0; cell < columnOf.length; cell++) {
    if (columnOf[cell] !== NONE || of(cell).length === 0 || !isWanted(cell)) continue;
    for (const at of of(cell)) put(at, 1);
    rowOf[cell] = starts.length - 1;
    starts.push(indices.length);
    cells.push(cell);
  }
  return {
    numRows: starts.length - 1,
    numCols: columns.length,
    cells,
    first: links.length,
    rowOf,
    starts: Int32Array.from(starts),
    indices: Int32Array.from(indices),
    values: Float64Array.from(values),
  };
}

const NOTHING = 1e-6;

/** Puts a move of the columns together into one of all cells. */
export function moveMaker(
  { columns, above }: Forms,
  size: number,
): (netOf: (column: number) => number) => Move {
  const moved = new Float64Array(size);
  const isMoved = new Uint8Array(size);
  return (netOf) => {
    const cells: number[] = [];
    for (let at = 0; at < columns.length; at++) {
      const net = nearly(netOf(at));
      if (net === 0) continue;
      for (const cell of above[at] ?? []) {
        if (isMoved[cell] === 0) cells.push(cell);
        isMoved[cell] = 1;
        moved[cell] = (moved[cell] ?? 0) + net;
      }
    }
    const amounts = cells.map((cell) => nearly(moved[cell] ?? 0));
    for (const cell of cells) {
      isMoved[cell] = 0;
      moved[cell] = 0;
    }
    return {
      cells: Int32Array.from(cells.filter((_, index) => amounts[index] !== 0)),
      by: Float64Array.from(amounts.filter((amount) => amount !== 0)),
    };
  };
}

/** The whole number next to it, where it is one but for the rounding of the solver. */
function nearly(amount: number): number {
  const whole = Math.round(amount);
  return Math.abs(amount - whole) < NOTHING ? whole + 0 : amount;
}

function sumsByDimensions(table: AdditiveTable) {
  const { spec, codes, at } = table;
  const families = familiesOf(table);
  const innermost = spec.dims.map(({ children }) => {
    const leaves: (readonly number[])[] = [];
    const of = (code: number): readonly number[] => {
      const under = children[code] ?? [];
      leaves[code] ??= under.length === 0 ? [code] : under.flatMap(of);
      return leaves[code];
    };
    for (const code of children.keys()) of(code);
    return leaves;
  });
  const isOf = (cell: number, family: Family) =>
    codes[cell]?.every((code, d) =>
      family.includes(d) ? innermost[d]?.[code]?.[0] === code : code === 0,
    ) === true;
  const lengthOver = (cell: number, family: Family) =>
    family.reduce((all, d) => all * (innermost[d]?.[codes[cell]?.[d] ?? 0]?.length ?? 1), 1);
  /** The innermost cells in these dimensions that add up to a cell. */
  const over = (cell: number, family: Family): number[] => {
    let places = [codes[cell] ?? []];
    for (const d of family) {
      const leaves = innermost[d]?.[codes[cell]?.[d] ?? 0] ?? [];
      places = places.flatMap((place) => leaves.map((leaf) => place.with(d, leaf)));
    }
    return places.flatMap((place) => at(place) ?? []);
  };
  return {
    isInnermost: (cell: number): boolean => families.some((family) => isOf(cell, family)),
    /** Of the sums that make a cell the one with the fewest parts: the others follow. */
    shortest(cell: number): readonly number[] {
      const its = families.filter((family) =>
        codes[cell]?.every((code, d) => code === 0 || family.includes(d)),
      );
      const [first] = its.sort((a, b) => lengthOver(cell, a) - lengthOver(cell, b));
      return first === undefined ? [] : over(cell, first);
    },
    /** What tables share, as a sum in each of them. */
    shared(): { readonly whole: number; readonly parts: readonly number[] }[] {
      const finer = new Map(families.map((family) => [family, finerOf(table, families, family)]));
      return [...codes.keys()].flatMap((whole) => {
        const own = families.find((family) => isOf(whole, family));
        const under = own === undefined ? [] : (finer.get(own) ?? []);
        return under
          .map((family) => ({ whole, parts: over(whole, family) }))
          .filter(({ parts }) => parts.length > 1 || parts[0] !== whole);
      });
    },
  };
}

/** The dimensions of each table, and those that two tables share; what has fewer comes first. */
function familiesOf({ spec }: AdditiveTable): readonly Family[] {
  const families = new Map<string, Family>();
  for (const one of spec.tables)
    for (const other of spec.tables) {
      const shared = one.filter((d) => other.includes(d)).sort((a, b) => a - b);
      families.set(shared.join(), shared);
    }
  return [...families.values()].sort((a, b) => a.length - b.length);
}

/** In each table that holds a family the next that is finer: over more and more dimensions down to all that the table has. */
function finerOf({ spec }: AdditiveTable, families: readonly Family[], own: Family): readonly Family[] {
  const within = (some: Family, others: Family) => some.every((d) => others.includes(d));
  const next = spec.tables
    .filter((table) => within(own, table))
    .map((table) =>
      families.find((family) => family.length > own.length && within(own, family) && within(family, table)),
    );
  return [...new Set(next)].flatMap((family) => (family === undefined ? [] : [family]));
}
