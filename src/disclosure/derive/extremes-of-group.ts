/**
 * The least and the most that cells of one group can be, by linear programming, and by integer programming where the
 * linear answer is reached by no whole numbers. Every answer is a table that fits, and so widens what is proved possible
 * for all cells of the group: most cells need no question of their own.
 */
import type { Highs } from 'highs';
import type { Group } from './groups.ts';
import type { Bounds } from './seen.ts';

export type Question = {
  readonly group: Group;
  readonly bounds: Bounds;
  /** True when nothing more need be known of the cell. */
  readonly isSettled: (cell: number) => boolean;
  /** How far up or down it is enough to reach; null when the very end is asked for. */
  readonly goalOf: (cell: number, direction: 1 | -1) => number | null;
  readonly isLate: () => boolean;
  /** After which what is not settled stays open. */
  readonly seconds: number;
};

const ROUNDING = 1e-6;
const FAR = 1e7;
/** Seconds that one group is worth: in tens of thousands of cells that share sums a single programme may not end in an hour. */
export const PATIENCE = 120;

/** `isPossible` is false when the sums leave no table. What was not settled in time stays open. */
export function extremesOfGroup(
  highs: Highs,
  { group, bounds, isSettled, goalOf, isLate, seconds }: Question,
): { solved: number; isPossible: boolean } {
  const { cells, equations } = group;
  const { outerLow, outerHigh, innerLow, innerHigh } = bounds;
  const at = new Map(cells.map((cell, index) => [cell, index]));
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const equation of equations) {
    for (const [index, cell] of equation.cells.entries()) {
      indices.push(at.get(cell) ?? 0);
      values.push(equation.factors[index] ?? 0);
    }
    starts.push(indices.length);
  }
  const equals = Float64Array.from(equations, (equation) => equation.equals);
  const model = highs.createModel({
    numCols: cells.length,
    numRows: equations.length,
    colCost: new Float64Array(cells.length),
    colLower: Float64Array.from(cells, (cell) => outerLow[cell] ?? 0),
    colUpper: Float64Array.from(cells, (cell) => Math.min(outerHigh[cell] ?? 0, FAR)),
    rowLower: equals,
    rowUpper: equals,
    matrix: {
      format: 'csr',
      numRows: equations.length,
      numCols: cells.length,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
  });
  let solved = 0;
  const started = performance.now();
  const isOver = () => isLate() || performance.now() - started >= seconds * 1000;
  try {
    model.options.set({
      output_flag: false,
      presolve: 'off',
      simplex_strategy: 4,
      time_limit: seconds,
    });
    const { optimal, timeLimit } = highs.constants.modelStatus;
    let isCutOff = false;
    /** The table reached; null when there is none, or no time was left to see. Only whole tables prove anything. */
    const solve = (): Float64Array | null => {
      model.run();
      solved += 1;
      isCutOff = model.getModelStatus() === timeLimit;
      if (model.getModelStatus() !== optimal) return null;
      const { colValue } = model.getSolution();
      if (colValue.every((value) => Math.abs(value - Math.round(value)) < ROUNDING)) {
        for (const [index, cell] of cells.entries()) {
          const value = Math.round(colValue[index] ?? 0);
          if (value < (innerLow[cell] ?? 0)) innerLow[cell] = value;
          if (value > (innerHigh[cell] ?? 0)) innerHigh[cell] = value;
        }
      }
      return colValue;
    };
    const open = () => cells.filter((cell) => !isSettled(cell));
    let left = open();
    if (left.length === 0) return { solved, isPossible: true };
    const costs = new Float64Array(cells.length);
    const ask = (weight: (cell: number) => number) => {
      costs.fill(0);
      for (const cell of left) costs[at.get(cell) ?? 0] = weight(cell);
      for (const [index, cost] of costs.entries()) model.changeColCost(index, cost);
      return solve();
    };
    // All open cells at once: up, down, then in ways that mix them.
    let seed = 20150401;
    const toss = () => {
      seed = (seed * 48271) % 2147483647;
      return seed / 2147483647 - 0.5;
    };
    for (let round = 0, idle = 0; left.length > 3 && round < 40 && idle < 3 && !isOver(); round++) {
      const found = ask(round === 0 ? () => -1 : round === 1 ? () => 1 : toss);
      if (found === null) return { solved, isPossible: isCutOff };
      const before = left.length;
      left = open();
      idle = round > 1 && before - left.length < Math.max(1, before * 0.01) ? idle + 1 : 0;
    }
    for (const [index, cost] of costs.entries()) if (cost !== 0) model.changeColCost(index, 0);
    for (const cell of left) {
      for (const direction of [1, -1] as const) {
        if (isSettled(cell) || isOver()) break;
        const index = at.get(cell) ?? 0;
        model.changeColCost(index, -direction);
        const found = solve();
        if (found === null) return { solved, isPossible: isCutOff };
        const value = found[index] ?? 0;
        if (direction === 1)
          outerHigh[cell] = Math.min(
            outerHigh[cell] ?? 0,
            value > FAR / 2 ? Infinity : Math.floor(value + ROUNDING),
          );
        else outerLow[cell] = Math.max(outerLow[cell] ?? 0, Math.ceil(value - ROUNDING));
        model.changeColCost(index, 0);
        const reached = direction === 1 ? innerHigh[cell] : innerLow[cell];
        const bound = (direction === 1 ? outerHigh[cell] : outerLow[cell]) ?? 0;
        if (reached === bound || bound === Infinity || isSettled(cell)) continue;
        const goal = goalOf(cell, direction) ?? bound;
        const aim = direction === 1 ? Math.min(goal, bound) : Math.max(goal, bound);
        solved += 1;
        const there = wholeTable(highs, model, cells, { index, direction, value: aim }, bounds);
        if (there !== false) continue;
        if (direction === 1) outerHigh[cell] = aim - 1;
        else outerLow[cell] = aim + 1;
      }
    }
    return { solved, isPossible: true };
  } finally {
    model.dispose();
  }
}

/**
 * The linear answer is no table of whole numbers: looks for one with the cell at `value` or beyond. Null when it was not
 * found in the time a cell is worth; false when there is none.
 */
function wholeTable(
  highs: Highs,
  model: ReturnType<Highs['createModel']>,
  cells: readonly number[],
  { index, direction, value }: { readonly index: number; readonly direction: 1 | -1; readonly value: number },
  { outerLow, outerHigh, innerLow, innerHigh }: Bounds,
): boolean | null {
  const { integer, continuous } = highs.constants.variableType;
  const { optimal, infeasible, solutionLimit } = highs.constants.modelStatus;
  const cell = cells[index] ?? 0;
  const high = Math.min(outerHigh[cell] ?? 0, FAR);
  model.changeColBounds(
    index,
    direction === 1 ? value : (outerLow[cell] ?? 0),
    direction === 1 ? high : value,
  );
  for (const column of cells.keys()) model.changeColIntegrality(column, integer);
  model.options.set({ presolve: 'on', mip_max_nodes: 200, mip_max_improving_sols: 1 });
  model.run();
  const status = model.getModelStatus();
  const { colValue } = model.getSolution();
  const isFound = (status === optimal || status === solutionLimit) && colValue.length === cells.length;
  const isWhole = isFound && colValue.every((one) => Math.abs(one - Math.round(one)) < 1e-5);
  if (isWhole) {
    for (const [column, one] of cells.entries()) {
      const reached = Math.round(colValue[column] ?? 0);
      innerLow[one] = Math.min(innerLow[one] ?? 0, reached);
      innerHigh[one] = Math.max(innerHigh[one] ?? 0, reached);
    }
  }
  for (const column of cells.keys()) model.changeColIntegrality(column, continuous);
  model.changeColBounds(index, outerLow[cell] ?? 0, high);
  model.options.set({ presolve: 'off' });
  if (isWhole) return true;
  return status === infeasible ? false : null;
}
