/**
 * Rounds every cell of a table to a multiple of the base so that all sums still hold. Each cell goes to the multiple below or
 * above it, by chance and so that its mean over all keys is its count: the table is walked along lines between tables that
 * round it, each end as likely as its nearness, until it stands on a table of multiples. Where no table of multiples is so
 * near everywhere, totals go further than the base, as little as is found, and the answer says how many do.
 */
import type { Highs, Model } from 'highs';
import { Refusal } from '#finding/refusal.ts';
import { solver } from '../suppress/solver.ts';
import type { AdditiveTable } from '../table/additive.ts';
import { exactCounts } from './exact-counts.ts';
import type { SecretKey } from './secret.ts';
import { drawsOf } from './secret.ts';

export type Rounded = {
  readonly counts: readonly number[];
  /** The walk came to its end, as it always does in two dimensions; else a table of multiples was taken before it. */
  readonly isWalked: boolean;
};

/** Cells that are no multiples, up to which the walk is taken; beyond it one table of multiples is taken as it is found. */
const FOR_WALKING = 1_500;
/** Beyond this the integer programme has no answer in minutes. */
const MOST = 6_000;
const NEARLY = 1e-6;

export async function roundTable(table: AdditiveTable, base: number, key: SecretKey): Promise<Rounded> {
  const counts = exactCounts(table, 'Rounding and cell keys');
  const free = [...counts.keys()].filter((cell) => (counts[cell] ?? 0) % base !== 0);
  if (free.length === 0) return { counts, isWalked: true };
  if (free.length > MOST) {
    throw new Refusal(
      'bad-use',
      `${free.length} cells are no multiple of ${base}, and at most ${MOST} can be rounded together. Round fewer tables at a time, perturb by cell keys, or withhold.`,
    );
  }
  const draw = drawsOf(key, `rounding|${base}|${JSON.stringify([table.codes, counts])}`);
  const programme = programmeOf(await solver(), table, counts, free, base);
  try {
    const at = Float64Array.from(free, (cell) => (counts[cell] ?? 0) / base);
    const walked = walk(programme, at, draw, free.length <= FOR_WALKING);
    const found = walked ?? { values: programme.nearest(draw), isWalked: false };
    const rounded = [...counts];
    for (const [index, cell] of free.entries()) // A programme may answer with a zero below zero.
      rounded[cell] = base * Math.round(found.values[index] ?? 0) + 0;
    return { counts: rounded, isWalked: found.isWalked };
  } finally {
    programme.dispose();
  }
}

/** Null when there is no table of multiples between the multiples beside each cell. */
function walk(
  programme: Programme,
  start: Float64Array,
  draw: () => number,
  isSmall: boolean,
): { readonly values: Float64Array; readonly isWalked: boolean } | null {
  const at = start;
  let last: Float64Array | null = null;
  for (let step = 0; step <= at.length; step++) {
    const corner = programme.corner(draw);
    if (corner === null) return last === null ? null : { values: last, isWalked: false };
    last = corner;
    if (!isSmall) break;
    // On from the corner through where it stands, up to where some cell reaches a multiple.
    let stretch = Number.POSITIVE_INFINITY;
    for (const [index, here] of at.entries()) {
      const by = here - (corner[index] ?? 0);
      if (Math.abs(by) < NEARLY) continue;
      const room = by > 0 ? programme.high(index) - here : here - programme.low(index);
      stretch = Math.min(stretch, Math.max(0, room) / Math.abs(by));
    }
    // Also where it stands on the corner already.
    if (stretch === Number.POSITIVE_INFINITY || draw() < stretch / (1 + stretch))
      return { values: corner, isWalked: true };
    for (const [index, here] of at.entries()) {
      const next = here + stretch * (here - (corner[index] ?? 0));
      const whole = Math.round(next);
      at[index] = Math.abs(next - whole) < NEARLY ? whole : next;
      if (Number.isInteger(at[index])) programme.fix(index, at[index] ?? 0);
    }
  }
  return last === null ? null : { values: last, isWalked: false };
}

type Programme = {
  readonly low: (index: number) => number;
  readonly high: (index: number) => number;
  readonly fix: (index: number, value: number) => void;
  /** A table of multiples at the edge of what is allowed, in a direction taken by chance; null when none was found. */
  readonly corner: (draw: () => number) => Float64Array | null;
  /** One in which totals may go beyond the multiples beside them, as little as is found. */
  readonly nearest: (draw: () => number) => Float64Array;
  readonly dispose: () => void;
};

/** Branches of an integer programme before it is given up. */
const NODES = 2_000;

function programmeOf(
  highs: Highs,
  table: AdditiveTable,
  counts: readonly number[],
  free: readonly number[],
  base: number,
): Programme {
  const columns = new Map(free.map((cell, index) => [cell, index]));
  const low = Float64Array.from(free, (cell) => Math.floor((counts[cell] ?? 0) / base));
  const high = low.map((value) => value + 1);
  const rows = rowsOf(table, counts, columns, base);
  const width = free.length;
  let model = create(highs, rows, low, high, width);
  const { integer, continuous } = highs.constants.variableType;
  const { optimal, solutionLimit } = highs.constants.modelStatus;
  const solved = (): Float64Array | null => {
    model.run();
    const status = model.getModelStatus();
    const isDone = status === optimal || status === solutionLimit;
    const { colValue } = model.getSolution();
    return isDone && colValue.length >= width ? Float64Array.from(colValue) : null;
  };
  const isWhole = (values: Float64Array) => values.every((one) => Math.abs(one - Math.round(one)) < NEARLY);
  return {
    low: (index) => low[index] ?? 0,
    high: (index) => high[index] ?? 0,
    fix(index, value) {
      low[index] = value;
      high[index] = value;
      model.changeColBounds(index, value, value);
    },
    corner(draw) {
      for (let index = 0; index < width; index++) model.changeColCost(index, draw() - 0.5);
      const edge = solved();
      if (edge === null) return null;
      if (isWhole(edge)) return edge.map(Math.round);
      for (let index = 0; index < width; index++) model.changeColIntegrality(index, integer);
      model.options.set({ presolve: 'on', mip_max_nodes: NODES, mip_max_improving_sols: 1 });
      const inside = solved();
      for (let index = 0; index < width; index++) model.changeColIntegrality(index, continuous);
      model.options.set({ presolve: 'off' });
      return inside !== null && isWhole(inside) ? inside.map(Math.round) : null;
    },
    nearest(draw) {
      model.dispose();
      const totals = new Set(table.relations.map(({ whole }) => whole));
      const loose = free.flatMap((cell, index) => (totals.has(cell) ? [index] : []));
      model = createLoose(highs, rows, { low, high, width }, loose, draw);
      const values = solved();
      if (values !== null && isWhole(values)) {
        const beyond = new Map(loose.map((column, index) => [column, width + 2 * index]));
        return Float64Array.from({ length: width }, (_, index) => {
          const slack = beyond.get(index) ?? values.length;
          return Math.round((values[index] ?? 0) + (values[slack] ?? 0) - (values[slack + 1] ?? 0));
        });
      }
      throw new Refusal(
        'not-protected',
        'No table of multiples was found whose sums hold. Round fewer tables together, or withhold instead.',
      );
    },
    dispose: () => model.dispose(),
  };
}

type Rows = {
  readonly terms: readonly (readonly (readonly [column: number, factor: number])[])[];
  readonly equals: Float64Array;
};

function rowsOf(
  { relations }: AdditiveTable,
  counts: readonly number[],
  columns: ReadonlyMap<number, number>,
  base: number,
): Rows {
  const terms: (readonly [number, number])[][] = [];
  const equals: number[] = [];
  for (const { whole, parts } of relations) {
    const row: (readonly [number, number])[] = [];
    let rest = 0;
    const take = (cell: number, factor: number) => {
      const column = columns.get(cell);
      if (column === undefined) rest -= (factor * (counts[cell] ?? 0)) / base;
      else row.push([column, factor]);
    };
    take(whole, 1);
    for (const part of parts) take(part, -1);
    if (row.length === 0) continue;
    terms.push(row);
    equals.push(Math.round(rest));
  }
  return { terms, equals: Float64Array.from(equals) };
}

function create(
  highs: Highs,
  { terms, equals }: Rows,
  low: Float64Array,
  high: Float64Array,
  width: number,
): Model {
  const starts = [0];
  for (const row of terms) starts.push((starts.at(-1) ?? 0) + row.length);
  const flat = terms.flat();
  const model = highs.createModel({
    numCols: width,
    numRows: terms.length,
    colCost: new Float64Array(width),
    colLower: low,
    colUpper: high,
    rowLower: equals,
    rowUpper: equals,
    matrix: {
      format: 'csr',
      numRows: terms.length,
      numCols: width,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(flat, ([column]) => column),
      values: Float64Array.from(flat, ([, factor]) => factor),
    },
  });
  model.options.set({ output_flag: false, presolve: 'off' });
  return model;
}

/** Each total may go below or above its multiples, at a price for every step; other cells may not. */
function createLoose(
  highs: Highs,
  { terms, equals }: Rows,
  { low, high, width }: { readonly low: Float64Array; readonly high: Float64Array; readonly width: number },
  loose: readonly number[],
  draw: () => number,
): Model {
  const at = new Map(loose.map((column, index) => [column, width + 2 * index]));
  const wide = terms.map((row) =>
    row.flatMap(([column, factor]): readonly (readonly [number, number])[] => {
      const slack = at.get(column);
      return slack === undefined
        ? [[column, factor]]
        : [
            [column, factor],
            [slack, factor],
            [slack + 1, -factor],
          ];
    }),
  );
  const all = width + 2 * loose.length;
  const padded = (values: Float64Array, rest: number) =>
    Float64Array.from({ length: all }, (_, index) => (index < width ? (values[index] ?? 0) : rest));
  const model = create(highs, { terms: wide, equals }, padded(low, 0), padded(high, 1_000), all);
  for (let index = 0; index < all; index++) {
    model.changeColCost(index, index < width ? draw() - 0.5 : 100);
    model.changeColIntegrality(index, highs.constants.variableType.integer);
  }
  model.options.set({ presolve: 'on', mip_max_nodes: NODES, mip_rel_gap: 0.05 });
  return model;
}
