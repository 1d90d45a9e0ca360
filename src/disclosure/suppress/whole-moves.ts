/**
 * Whether a choice of cells meets a need in whole numbers. An outsider rules out a table of halves, so a choice that the linear attack
 * lets pass may still give a cell away; then at least one more cell must be withheld, and which ones would not help is worked out too.
 */
import type { Highs } from 'highs';
import { type Forms, type Move, moveMaker, NONE, sumsOf } from './forms.ts';
import type { Need, Problem } from './problem.ts';
import { movable } from './problem.ts';

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

export function wholeMovesOf(highs: Highs, problem: Problem, forms: Forms): WholeMoves {
  const { size, fall, openFall, openRise, isPrimary, isCandidate, cost } = problem;
  const { columns, columnOf } = forms;
  const asMove = moveMaker(forms, size);
  const cells = movable(problem);
  const { numRows, numCols, rowOf, starts, indices, values } = sumsOf(forms);
  const far = FAR * Math.max(1, ...problem.needs.map(({ by }) => by));
  const lower = new Float64Array(size);
  const upper = new Float64Array(size);
  const zeros = new Float64Array(numRows);
  const model = highs.createModel({
    numCols,
    numRows,
    colCost: new Float64Array(numCols),
    colLower: new Float64Array(numCols),
    colUpper: new Float64Array(numCols),
    rowLower: zeros,
    rowUpper: zeros,
    integrality: new Int32Array(columns.length).fill(1),
    matrix: { format: 'csr', numRows, numCols, starts, indices, values },
  });
  model.options.set({ output_flag: false, mip_max_nodes: NODES });
  const { optimal, infeasible } = highs.constants.modelStatus;
  const withheld = new Set<number>();
  let runs = 0;
  const bound = (cell: number, low: number, high: number): void => {
    const at = columnOf[cell] as number;
    const row = rowOf[cell] as number;
    if (at !== NONE) model.changeColBounds(at, low, high);
    // A sum of which nothing can move has no row.
    else if (row !== NONE) model.changeRowBounds(row, low, high);
  };
  const free = (cell: number, isFree: boolean): void => {
    lower[cell] = -((isFree ? fall[cell] : openFall[cell]) ?? 0);
    upper[cell] = isFree ? far : Math.min(far, openRise[cell] ?? 0);
    bound(cell, lower[cell], upper[cell]);
  };
  const ask = ({ cell, direction, by }: Need): Move | null | undefined => {
    const [low, high] = [lower[cell] ?? 0, upper[cell] ?? 0];
    if (direction === 1) bound(cell, by, high);
    else bound(cell, low, -by);
    runs += 1;
    model.run();
    const status = model.getModelStatus();
    const amounts = status === optimal ? model.getSolution().colValue : null;
    bound(cell, low, high);
    if (amounts === null) return status === infeasible ? null : undefined;
    return asMove((at) => Math.round(amounts[at] ?? 0));
  };
  return {
    choose(choice) {
      withheld.clear();
      for (const cell of choice) withheld.add(cell);
      for (const cell of cells) free(cell, isPrimary[cell] === 1 || withheld.has(cell));
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
        for (const cell of some) free(cell, true);
        if (ask(need) === null) return;
        for (const cell of some) free(cell, false);
        if (some.length === 1) {
          needed.push(...some);
          return;
        }
        const half = some.length >> 1;
        tryAll(some.slice(0, half));
        tryAll(some.slice(half));
      };
      tryAll(others);
      for (const cell of others) free(cell, false);
      return needed;
    },
    runs: () => runs,
    dispose: () => model.dispose(),
  };
}
