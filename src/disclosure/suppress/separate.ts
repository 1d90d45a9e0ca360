/**
 * Says why a choice of cells is not enough: for a need that the choice leaves unmet, an inequality that every safe choice
 * satisfies and this one does not. It comes from the dual of the attack: what bounds the cell from above are the cells
 * that may not move, and so many of those must be withheld. Says also which cells are withheld in vain: one that cannot move is
 * worked out exactly, and no cheapest choice holds it.
 */
import type { Highs } from 'highs';
import type { Need, Problem } from './problem.ts';
import { sumsOf } from './sums.ts';

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
  /**
   * For a cell that is withheld and cannot move: the others of which at least one must be withheld with it, since no other can let it
   * move. Null where it moves. To be asked after the needs: what moved for one of them is not asked about again.
   */
  readonly bridge: (cell: number) => readonly number[] | null;
  readonly dispose: () => void;
};

const NOTHING = 1e-6;
/** By how much a cell must move to have moved. */
const MOVED = 1e-5;

export function separatorOf(highs: Highs, problem: Problem, cells: readonly number[]): Separator {
  const { fall, openFall, openRise, isPrimary, isCandidate } = problem;
  const { position, numRows, matrix } = sumsOf(problem, cells);
  const zeros = new Float64Array(numRows);
  const numCols = cells.length;
  const model = highs.createModel({
    numCols,
    numRows,
    colCost: new Float64Array(numCols),
    colLower: new Float64Array(numCols),
    colUpper: new Float64Array(numCols),
    rowLower: zeros,
    rowUpper: zeros,
    matrix,
  });
  model.options.set({ output_flag: false, presolve: 'off', simplex_strategy: 4 });
  const optimal = highs.constants.modelStatus.optimal;
  const lower = new Float64Array(numCols);
  const upper = new Float64Array(numCols);
  /** A need is a move of at most this much, so a cell need not move further to help with it. */
  const far = Math.max(1, ...problem.needs.map(({ by }) => by));

  /** Cells that moved in any attack on this choice. */
  const moved = new Uint8Array(problem.size);
  const attack = (own: number, direction: 1 | -1, by: number) => {
    if (direction === 1) model.changeColBounds(own, lower[own] ?? 0, Math.min(by, upper[own] ?? 0));
    else model.changeColBounds(own, Math.max(-by, lower[own] ?? 0), upper[own] ?? 0);
    model.changeColCost(own, -direction);
    model.run();
    const isSolved = model.getModelStatus() === optimal;
    const { colValue, colDual } = model.getSolution();
    model.changeColCost(own, 0);
    model.changeColBounds(own, lower[own] ?? 0, upper[own] ?? 0);
    if (!isSolved) throw new Error('the attack on a choice of cells was not solved');
    for (const [at, cell] of cells.entries()) if (Math.abs(colValue[at] ?? 0) > MOVED) moved[cell] = 1;
    return { reached: (colValue[own] ?? 0) * direction, colDual };
  };

  return {
    choose(share) {
      moved.fill(0);
      for (const [at, cell] of cells.entries()) {
        const part = isPrimary[cell] === 1 ? 1 : (share[cell] ?? 0);
        const own = openFall[cell] ?? 0;
        lower[at] = -(own + ((fall[cell] ?? 0) - own) * part);
        upper[at] = part >= 1 - NOTHING ? 1e6 : (openRise[cell] ?? 0) + far * part;
        model.changeColBounds(at, lower[at] ?? 0, upper[at] ?? 0);
      }
    },
    cut({ cell, direction, by }) {
      const own = position.get(cell);
      if (own === undefined) throw new Error('an unsafe cell is not among those that may move');
      const { reached, colDual } = attack(own, direction, by);
      if (reached >= by - MOVED) return null;
      let left = by;
      const raw: [number, number][] = [];
      for (const [at, one] of cells.entries()) {
        const dual = colDual[at] ?? 0;
        if (at === own || Math.abs(dual) < NOTHING) continue;
        // The programme minimises: a negative reduced cost is held by an upper bound, a positive one by a lower bound.
        const all = dual < 0 ? Number.POSITIVE_INFINITY : dual * (fall[one] ?? 0);
        if (isPrimary[one] === 1) {
          if (dual < 0) return null;
          left -= all;
          continue;
        }
        // One that is published as a range moves in it by itself.
        const published = dual < 0 ? -dual * (openRise[one] ?? 0) : dual * (openFall[one] ?? 0);
        left -= published;
        if (isCandidate[one] === 1 && all - published > NOTHING) raw.push([one, all - published]);
      }
      if (left <= NOTHING) return null;
      return {
        cells: raw.map(([one]) => one),
        factors: raw.map(([, reach]) => Math.min(left, reach)),
        least: left,
      };
    },
    bridge(cell) {
      const own = position.get(cell);
      if (own === undefined) throw new Error('a cell that is withheld is not among those that may move');
      const others = new Set<number>();
      for (const direction of [1, -1] as const) {
        if (moved[cell] === 1) return null;
        const { colDual } = attack(own, direction, 1);
        for (const [at, one] of cells.entries())
          if (at !== own && isCandidate[one] === 1 && Math.abs(colDual[at] ?? 0) >= NOTHING) others.add(one);
      }
      return moved[cell] === 1 ? null : [...others];
    },
    dispose: () => model.dispose(),
  };
}
