/**
 * Whether a choice of cells meets a need in whole numbers. An outsider rules out a table of halves, so a choice that the linear attack
 * lets pass may still give a cell away; then at least one more cell must be withheld, and which ones would not help is worked out too.
 */
import type { Highs } from 'highs';
import type { Move } from './mover.ts';
import type { Need, Problem } from './problem.ts';
import { movable } from './problem.ts';
import { sumsOf } from './sums.ts';

export type WholeMoves = {
  /** The cells that are withheld besides the primary ones. */
  readonly choose: (choice: ReadonlySet<number>) => void;
  /** A move that meets the need; null where there is none; undefined where that was not settled. */
  readonly move: (need: Need) => Move | null | undefined;
  /** For a need that no move meets: candidates of which at least one must be withheld as well, as few as are found. */
  readonly missing: (need: Need) => readonly number[];
  /** Programmes run so far. */
  readonly runs: () => number;
  readonly dispose: () => void;
};

/**
 * How far a cell moves at most, in times of the largest need: in tables of three dimensions a small move of one may ask a larger one of
 * another. Far beyond what such tables ask, since a need that only a larger move meets would count as unmet, and the bound be too high.
 */
const FAR = 250;
/** Branches after which it is not settled. */
const NODES = 500;

export function wholeMovesOf(highs: Highs, problem: Problem): WholeMoves {
  const { fall, openFall, openRise, isPrimary, isCandidate, cost } = problem;
  const cells = movable(problem);
  const { position, numRows, matrix } = sumsOf(problem, cells);
  const far = FAR * Math.max(1, ...problem.needs.map(({ by }) => by));
  const lower = new Float64Array(cells.length);
  const upper = new Float64Array(cells.length);
  const zeros = new Float64Array(numRows);
  const model = highs.createModel({
    numCols: cells.length,
    numRows,
    colCost: new Float64Array(cells.length),
    colLower: lower,
    colUpper: upper,
    rowLower: zeros,
    rowUpper: zeros,
    integrality: new Int32Array(cells.length).fill(1),
    matrix,
  });
  model.options.set({ output_flag: false, mip_max_nodes: NODES });
  const { optimal, infeasible } = highs.constants.modelStatus;
  const withheld = new Set<number>();
  let runs = 0;
  const free = (at: number, cell: number, isFree: boolean): void => {
    lower[at] = -((isFree ? fall[cell] : openFall[cell]) ?? 0);
    upper[at] = isFree ? far : Math.min(far, openRise[cell] ?? 0);
    model.changeColBounds(at, lower[at], upper[at]);
  };
  const placeOf = (cell: number): number => {
    const at = position.get(cell);
    if (at === undefined) throw new Error('the cell is not among those that may move');
    return at;
  };
  const ask = ({ cell, direction, by }: Need): Move | null | undefined => {
    const own = placeOf(cell);
    if (direction === 1) model.changeColBounds(own, by, upper[own] ?? 0);
    else model.changeColBounds(own, lower[own] ?? 0, -by);
    runs += 1;
    model.run();
    const status = model.getModelStatus();
    const moves = status === optimal ? Array.from(model.getSolution().colValue, Math.round) : null;
    model.changeColBounds(own, lower[own] ?? 0, upper[own] ?? 0);
    if (moves === null) return status === infeasible ? null : undefined;
    const moved = cells.flatMap((one, at) => (moves[at] === 0 ? [] : [[one, moves[at] ?? 0] as const]));
    return {
      cells: Int32Array.from(moved, ([one]) => one),
      by: Float64Array.from(moved, ([, amount]) => amount),
    };
  };
  return {
    choose(choice) {
      withheld.clear();
      for (const cell of choice) withheld.add(cell);
      for (const [at, cell] of cells.entries()) free(at, cell, isPrimary[cell] === 1 || withheld.has(cell));
    },
    move: ask,
    missing(need) {
      const others = cells
        .filter((cell) => isCandidate[cell] === 1 && !withheld.has(cell))
        .sort((a, b) => (cost[a] ?? 0) - (cost[b] ?? 0) || a - b);
      const needed: number[] = [];
      // The cheapest go first: what does not help is left out of the answer, and what is left is dear.
      const tryAll = (some: readonly number[]): void => {
        if (some.length === 0) return;
        for (const cell of some) free(placeOf(cell), cell, true);
        if (ask(need) === null) return;
        for (const cell of some) free(placeOf(cell), cell, false);
        if (some.length === 1) {
          needed.push(...some);
          return;
        }
        const half = some.length >> 1;
        tryAll(some.slice(0, half));
        tryAll(some.slice(half));
      };
      tryAll(others);
      for (const cell of others) free(placeOf(cell), cell, false);
      return needed;
    },
    runs: () => runs,
    dispose: () => model.dispose(),
  };
}
