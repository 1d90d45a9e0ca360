/** One linear programme over the unknown numbers of a group: every answer is a table that fits, and tells of all cells of the group. */
import type { Highs } from 'highs';
import type { Group } from './groups.ts';
import { type Bounds, ENDLESS } from './seen.ts';

export const ROUNDING = 1e-6;
/** Room for what nothing bounds. */
const FAR = 10 * ENDLESS;

/** A cell as the columns that add up to it, and what of it is known. */
export type Target = { readonly cell: number; readonly at: Int32Array; readonly known: number };

export function programmeOf(highs: Highs, { cells, rows }: Group, { outerLow, outerHigh }: Bounds) {
  const columns = new Map(cells.map((cell, index) => [cell, index]));
  const placesOf = (some: readonly number[]) => Int32Array.from(some, (cell) => columns.get(cell) ?? 0);
  const starts = [0];
  for (const row of rows) starts.push((starts.at(-1) ?? 0) + row.cells.length);
  const model = highs.createModel({
    numCols: cells.length,
    numRows: rows.length,
    colCost: new Float64Array(cells.length),
    colLower: Float64Array.from(cells, (cell) => outerLow[cell] ?? 0),
    colUpper: Float64Array.from(cells, (cell) => Math.min(outerHigh[cell] ?? 0, FAR)),
    rowLower: Float64Array.from(rows, ({ low }) => low),
    rowUpper: Float64Array.from(rows, ({ high }) => high),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: cells.length,
      starts: Int32Array.from(starts),
      indices: placesOf(rows.flatMap((row) => row.cells)),
      values: Float64Array.from(rows.flatMap(({ factors }) => factors)),
    },
  });
  return { model, placesOf };
}

export function sumIn({ at, known }: Target, values: ArrayLike<number>): number {
  let value = known;
  for (const index of at) value += values[index] ?? 0;
  return value;
}

export function isWhole(values: Float64Array, rounding: number): boolean {
  return values.every((value) => Math.abs(value - Math.round(value)) < rounding);
}

/** A table that fits, if of fractions: how far each cell goes in it, in the whole numbers between. */
export function reach(
  { reachLow, reachHigh }: Bounds,
  targets: readonly Target[],
  values: Float64Array,
): void {
  for (const target of targets) {
    const { cell } = target;
    const value = sumIn(target, values);
    reachLow[cell] = Math.min(reachLow[cell] ?? 0, Math.ceil(value - ROUNDING));
    reachHigh[cell] = Math.max(reachHigh[cell] ?? 0, Math.floor(value + ROUNDING));
  }
}

/** A table of whole numbers that fits: what it holds is possible. */
export function widen(
  { innerLow, innerHigh }: Bounds,
  targets: readonly Target[],
  values: Float64Array,
): void {
  const whole = values.map(Math.round);
  for (const target of targets) {
    const { cell } = target;
    const value = sumIn(target, whole);
    if (value < (innerLow[cell] ?? 0)) innerLow[cell] = value;
    if (value > (innerHigh[cell] ?? 0)) innerHigh[cell] = value;
  }
}

/**
 * The linear answer is no table of whole numbers: looks for one with the cell at `value` or beyond. Null when it was not
 * found in the time a cell is worth; false when there is none.
 */
export function wholeTable(
  highs: Highs,
  model: ReturnType<Highs['createModel']>,
  targets: readonly Target[],
  {
    target: { at, known },
    direction,
    value,
  }: { readonly target: Target; readonly direction: 1 | -1; readonly value: number },
  bounds: Bounds,
): boolean | null {
  const { integer, continuous } = highs.constants.variableType;
  const { optimal, infeasible, solutionLimit } = highs.constants.modelStatus;
  const { numCols, numRows } = model.getDimensions();
  const beyond = value - known;
  const ones = new Float64Array(at.length).fill(1);
  model.addRow(direction === 1 ? beyond : -Infinity, direction === 1 ? Infinity : beyond, {
    indices: at,
    values: ones,
  });
  for (let column = 0; column < numCols; column++) model.changeColIntegrality(column, integer);
  model.options.set({ presolve: 'on', mip_max_nodes: 200, mip_max_improving_sols: 1 });
  model.run();
  const status = model.getModelStatus();
  const { colValue } = model.getSolution();
  const isFound = (status === optimal || status === solutionLimit) && colValue.length === numCols;
  const isThere = isFound && isWhole(colValue, 1e-5);
  if (isThere) widen(bounds, targets, colValue);
  for (let column = 0; column < numCols; column++) model.changeColIntegrality(column, continuous);
  model.deleteRows({ kind: 'range', from: numRows, to: numRows });
  model.options.set({ presolve: 'off' });
  if (isThere) return true;
  return status === infeasible ? false : null;
}
