/**
 * The integer programme over which cells are withheld: the cheapest choice that satisfies every inequality found so far. It starts from
 * what holds whatever the needs are: a cell that is withheld needs another of each of its sums to move with it.
 */
import type { Highs } from 'highs';
import type { Problem } from './problem.ts';
import type { Cut } from './separate.ts';

export type Choices = {
  /** False where the inequality is there already. */
  readonly add: (cut: Cut) => boolean;
  /** If the cell is withheld, one of the others must be. */
  readonly addBridge: (cell: number, others: readonly number[]) => void;
  /** The bound without whole numbers; asked before `solve` and not after it. */
  readonly relax: () => number;
  /** From here on cells are withheld or not; starts from a choice that is known. */
  readonly solve: (from: ReadonlySet<number>, limits: SolveLimits) => Solved;
  /** Leaves only some cells free, and all others as they are in a choice; null frees all again. For `solve`. */
  readonly free: (cells: ReadonlySet<number> | null, choice: ReadonlySet<number>) => void;
  /** How far each cell is withheld in the last answer, 0 to 1. */
  readonly shares: () => Float64Array;
  readonly count: () => number;
  readonly dispose: () => void;
};

export type SolveLimits = { readonly gap: number; readonly nodes: number; readonly seconds: number };

export type Solved = { readonly bound: number; readonly iterations: number; readonly isOptimal: boolean };

export function choicesOf(highs: Highs, problem: Problem, candidates: readonly number[]): Choices {
  const at = new Map(candidates.map((cell, index) => [cell, index]));
  const placesOf = (cells: readonly number[]) => cells.map((cell) => at.get(cell) ?? 0);
  const model = highs.createModel({
    numCols: candidates.length,
    numRows: 0,
    colCost: Float64Array.from(candidates, (cell) => problem.cost[cell] ?? 0),
    colLower: new Float64Array(candidates.length),
    colUpper: new Float64Array(candidates.length).fill(1),
    rowLower: new Float64Array(0),
    rowUpper: new Float64Array(0),
    matrix: {
      format: 'csr',
      numRows: 0,
      numCols: candidates.length,
      starts: Int32Array.from([0]),
      indices: new Int32Array(0),
      values: new Float64Array(0),
    },
  });
  model.options.set({ output_flag: false });
  const seen = new Set<string>();
  let isWhole = false;

  const addBridge = (cell: number, others: readonly number[]): void => {
    const beside = others.filter((one) => one !== cell);
    model.addRow(0, highs.infinity, {
      indices: placesOf([cell, ...beside]),
      values: [-1, ...beside.map(() => 1)],
    });
  };
  for (const { cell, others } of bridgesOf(problem)) addBridge(cell, others);

  return {
    add({ cells, factors, least }) {
      const key = `${cells.map((cell, index) => `${cell}:${(factors[index] ?? 0).toFixed(4)}`).join()}>${least.toFixed(4)}`;
      if (seen.has(key)) return false;
      seen.add(key);
      model.addRow(least, highs.infinity, { indices: placesOf(cells), values: [...factors] });
      return true;
    },
    addBridge,
    relax() {
      model.run();
      return model.getObjectiveValue();
    },
    solve(from, { gap, nodes, seconds }) {
      if (!isWhole) for (const index of candidates.keys()) model.changeColIntegrality(index, 1);
      isWhole = true;
      // The clocks of the solver add up over its runs.
      model.zeroAllClocks();
      model.options.set({ mip_rel_gap: gap, mip_max_nodes: nodes, time_limit: seconds });
      model.setSolution({ colValue: Float64Array.from(candidates, (cell) => (from.has(cell) ? 1 : 0)) });
      model.run();
      return {
        bound: Number(model.info.get('mip_dual_bound')),
        iterations: Number(model.info.get('simplex_iteration_count')),
        isOptimal: model.getModelStatus() === highs.constants.modelStatus.optimal,
      };
    },
    free(cells, choice) {
      for (const [index, cell] of candidates.entries()) {
        const is = choice.has(cell) ? 1 : 0;
        if (cells === null || cells.has(cell)) model.changeColBounds(index, 0, 1);
        else model.changeColBounds(index, is, is);
      }
    },
    shares() {
      const share = new Float64Array(problem.size);
      const { colValue } = model.getSolution();
      for (const [index, cell] of candidates.entries())
        share[cell] = Math.min(1, Math.max(0, colValue[index] ?? 0));
      return share;
    },
    count: () => seen.size,
    dispose: () => model.dispose(),
  };
}

/** Each cell that may be withheld with the cells of one of its sums: one of the others must be withheld as well, else it is worked out. */
export function* bridgesOf({
  table,
  openFall,
  openRise,
  isPrimary,
  isCandidate,
}: Problem): Generator<{ readonly cell: number; readonly others: readonly number[] }> {
  const movesByItself = (cell: number) =>
    isPrimary[cell] === 1 || (openFall[cell] ?? 0) + (openRise[cell] ?? 0) > 0;
  for (const { whole, parts } of table.relations) {
    const all = [whole, ...parts];
    if (all.some(movesByItself)) continue;
    const others = all.filter((cell) => isCandidate[cell] === 1);
    for (const cell of others) yield { cell, others };
  }
}
