/**
 * Says why a choice of cells is not enough: for a need that the choice leaves unmet, an inequality that every safe choice
 * satisfies and this one does not. It comes from the dual of the attack: what bounds the cell from above are the cells
 * that may not move, and so many of those must be withheld.
 */
import type { Highs } from 'highs';
import type { Need, Problem } from './problem.ts';

/** The sum over candidates of `factor` times one when withheld is at least `least`. */
export type Cut = {
  readonly cells: readonly number[];
  readonly factors: readonly number[];
  readonly least: number;
};

export type Separator = {
  /** `share` of each cell that is withheld, 0 to 1; primary cells count as 1. */
  readonly choose: (share: Float64Array) => void;
  /** Null when the need is met. */
  readonly cut: (need: Need) => Cut | null;
  readonly dispose: () => void;
};

const NOTHING = 1e-6;

export function separatorOf(highs: Highs, problem: Problem, cells: readonly number[]): Separator {
  const { rowsOf, rows, fall, isPrimary } = problem;
  const position = new Map(cells.map((cell, index) => [cell, index]));
  const usedRows = [...new Set(cells.flatMap((cell) => rowsOf[cell] ?? []))].sort((a, b) => a - b);
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const row of usedRows) {
    for (const [index, cell] of (rows[row] ?? []).entries()) {
      const at = position.get(cell);
      if (at === undefined) continue;
      indices.push(at);
      values.push(index === 0 ? 1 : -1);
    }
    starts.push(indices.length);
  }
  const zeros = new Float64Array(usedRows.length);
  const numCols = cells.length;
  const model = highs.createModel({
    numCols,
    numRows: usedRows.length,
    colCost: new Float64Array(numCols),
    colLower: new Float64Array(numCols),
    colUpper: new Float64Array(numCols),
    rowLower: zeros,
    rowUpper: zeros,
    matrix: {
      format: 'csr',
      numRows: usedRows.length,
      numCols,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
  });
  model.options.set({ output_flag: false, presolve: 'off', simplex_strategy: 4 });
  const optimal = highs.constants.modelStatus.optimal;
  const lower = new Float64Array(numCols);
  const upper = new Float64Array(numCols);
  /** A need is a move of at most this much, so a cell need not move further to help with it. */
  const far = Math.max(1, ...problem.needs.map(({ by }) => by));

  return {
    choose(share) {
      for (const [at, cell] of cells.entries()) {
        const part = isPrimary[cell] === 1 ? 1 : (share[cell] ?? 0);
        const down = (fall[cell] ?? 0) * part;
        lower[at] = part >= 1 ? -down : -Math.min(down, (fall[cell] ?? 0) * part);
        upper[at] = part >= 1 - NOTHING ? 1e6 : far * part;
        model.changeColBounds(at, lower[at] ?? 0, upper[at] ?? 0);
      }
    },
    cut({ cell, direction, by }) {
      const own = position.get(cell);
      if (own === undefined) throw new Error('an unsafe cell is not among those that may move');
      if (direction === 1) model.changeColBounds(own, lower[own] ?? 0, by);
      else model.changeColBounds(own, -by, upper[own] ?? 0);
      model.changeColCost(own, -direction);
      model.run();
      const isSolved = model.getModelStatus() === optimal;
      const { colValue, colDual } = model.getSolution();
      model.changeColCost(own, 0);
      model.changeColBounds(own, lower[own] ?? 0, upper[own] ?? 0);
      if (!isSolved) throw new Error('the attack on a choice of cells was not solved');
      if ((colValue[own] ?? 0) * direction >= by - 1e-5) return null;
      let left = by;
      const raw: [number, number][] = [];
      for (const [at, one] of cells.entries()) {
        const dual = colDual[at] ?? 0;
        if (at === own || Math.abs(dual) < NOTHING) continue;
        // The programme minimises: a negative reduced cost is held by an upper bound, a positive one by a lower bound.
        const reach = dual < 0 ? Number.POSITIVE_INFINITY : dual * (fall[one] ?? 0);
        if (isPrimary[one] === 1) {
          if (dual < 0) return null;
          left -= reach;
        } else if (reach > NOTHING) raw.push([one, reach]);
      }
      if (left <= NOTHING) return null;
      return {
        cells: raw.map(([one]) => one),
        factors: raw.map(([, reach]) => Math.min(left, reach)),
        least: left,
      };
    },
    dispose: () => model.dispose(),
  };
}
