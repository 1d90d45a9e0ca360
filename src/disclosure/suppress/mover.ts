/**
 * Finds the cheapest way to let one cell move as far as it must while every sum holds: a linear programme over moves, in
 * which a cell that is not yet withheld costs what it costs to withhold it. The programme is kept, so that each question
 * starts where the last one ended.
 */
import type { Highs } from 'highs';
import type { Need, Problem } from './problem.ts';
import { canBeWithheld } from './problem.ts';
import { sumsOf } from './sums.ts';

export type Move = { readonly cells: Int32Array; readonly by: Float64Array };

export type Mover = {
  /** The cheapest move, or null when there is none. */
  readonly move: (need: Need) => Move | null;
  readonly setCost: (cell: number, cost: number) => void;
  /** The same in whole numbers; null when none was found in reasonable time. */
  readonly wholeMove: (need: Need) => Move | null;
  /** A cell that may not move, and one that may again. */
  readonly ban: (cell: number) => void;
  readonly allow: (cell: number) => void;
  readonly dispose: () => void;
  /** What has been spent so far, in units that are the same on every machine: about a millisecond each on a slow one. */
  readonly work: () => number;
};

const NOTHING = 1e-6;
/** No more than this per move is the price of what is withheld already. */
const NEARLY_FREE = 0.001;
/** More than any cell needs to rise, and small enough to keep the arithmetic sharp. */
const FAR = 1e6;

export function moverOf(highs: Highs, problem: Problem, cells: readonly number[]): Mover {
  const { position, numRows, matrix } = sumsOf(problem, cells);
  // A column for each way that a cell may move: up, and down.
  const indices = [...matrix.indices].flatMap((at) => [2 * at, 2 * at + 1]);
  const values = [...matrix.values].flatMap((factor) => [factor, -factor]);
  const numCols = 2 * cells.length;
  const colUpper = new Float64Array(numCols);
  /** A cell that is published as a range moves within it, whatever is withheld. */
  const rise = (cell: number) =>
    canBeWithheld(problem, cell) ? FAR : Math.min(FAR, problem.openRise[cell] ?? 0);
  const fall = (cell: number) =>
    (canBeWithheld(problem, cell) ? problem.fall[cell] : problem.openFall[cell]) ?? 0;
  for (const [at, cell] of cells.entries()) {
    colUpper[2 * at] = rise(cell);
    colUpper[2 * at + 1] = fall(cell);
  }
  const zeros = new Float64Array(numRows);
  const model = highs.createModel({
    numCols,
    numRows,
    colCost: new Float64Array(numCols).fill(1),
    colLower: new Float64Array(numCols),
    colUpper,
    rowLower: zeros,
    rowUpper: zeros,
    matrix: {
      format: 'csr',
      numRows,
      numCols,
      starts: matrix.starts.map((start) => 2 * start),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
  });
  model.options.set({ output_flag: false, presolve: 'off' });
  const optimal = highs.constants.modelStatus.optimal;
  let spent = 0;
  const cost = new Float64Array(problem.size);
  let seed = 20150401;
  const toss = () => {
    seed = (seed * 48271) % 2147483647;
    return seed / 2147483647;
  };

  const restore = (at: number, cell: number) => {
    model.changeColBounds(2 * at, 0, rise(cell));
    model.changeColBounds(2 * at + 1, 0, fall(cell));
  };
  const placeOf = (cell: number) => {
    const at = position.get(cell);
    if (at === undefined) throw new Error('the cell is not among those that may move');
    return at;
  };

  const find = ({ cell, direction, by }: Need, accepted: readonly number[]): Move | null => {
    const at = placeOf(cell);
    const rising = direction === 1;
    model.changeColBounds(2 * at, rising ? by : 0, rising ? FAR : 0);
    model.changeColBounds(2 * at + 1, rising ? 0 : by, rising ? 0 : (problem.fall[cell] ?? 0));
    model.run();
    spent += 0.5 + numCols / 4000 + Number(model.info.get('simplex_iteration_count')) * numRows * 2e-5;
    const solution = accepted.includes(model.getModelStatus()) ? model.getSolution().colValue : null;
    restore(at, cell);
    if (solution === null || solution.length !== numCols) return null;
    const moved: number[] = [];
    const amounts: number[] = [];
    for (const [index, one] of cells.entries()) {
      const net = (solution[2 * index] ?? 0) - (solution[2 * index + 1] ?? 0);
      if (Math.abs(net) < NOTHING) continue;
      const whole = Math.round(net);
      moved.push(one);
      amounts.push(Math.abs(net - whole) < NOTHING ? whole : net);
    }
    return { cells: Int32Array.from(moved), by: Float64Array.from(amounts) };
  };

  return {
    move: (need) => find(need, [optimal]),
    wholeMove(need) {
      // A table of halves lies between tables of whole numbers: other prices for what is withheld anyway lead to those.
      for (let trial = 0; trial < 3; trial++) {
        for (const [at, cell] of cells.entries()) {
          if ((cost[cell] ?? 0) > NEARLY_FREE) continue;
          model.changeColCost(2 * at, NEARLY_FREE * (0.2 + toss()));
          model.changeColCost(2 * at + 1, NEARLY_FREE * (0.2 + toss()));
        }
        const found = find(need, [optimal]);
        if (found !== null && isWhole(found)) return found;
      }
      return null;
    },
    setCost(cell, its) {
      const at = placeOf(cell);
      cost[cell] = its;
      model.changeColCost(2 * at, its / 4);
      const room = Math.max(1, Math.min(4, problem.fall[cell] ?? 0));
      model.changeColCost(2 * at + 1, its / room);
    },
    ban(cell) {
      const at = placeOf(cell);
      model.changeColBounds(2 * at, 0, 0);
      model.changeColBounds(2 * at + 1, 0, 0);
    },
    allow(cell) {
      restore(placeOf(cell), cell);
    },
    dispose: () => model.dispose(),
    work: () => spent,
  };
}

export function isWhole({ by }: Move): boolean {
  return by.every((amount) => Number.isInteger(amount));
}
