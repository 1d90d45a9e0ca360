/**
 * Says why a choice of cells is not enough: for a need that the choice leaves unmet, an inequality that every safe choice
 * satisfies and this one does not. It comes from the dual of the attack: what bounds the cell from above are the cells
 * that may not move, and so many of those must be withheld. Says also which cells are withheld in vain: one that cannot move is
 * worked out exactly, and no cheapest choice holds it.
 */
import type { Highs } from 'highs';
import type { Move } from './mover.ts';
import { isWhole } from './mover.ts';
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
  /** Null when the need is met, or it could not be told. */
  readonly cut: (need: Need) => Cut | null;
  /**
   * For a cell that is withheld and cannot move: the others of which at least one must be withheld with it, since no other can let it
   * move. Null where it moves. To be asked after the needs: what moved for one of them is not asked about again.
   */
  readonly bridge: (cell: number) => readonly number[] | null;
  /** Moves in whole numbers that the attacks on this choice came upon. */
  readonly moves: () => readonly Move[];
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

  /** How far cells fell and rose in any attack on this choice: a table that fits for one need often fits for others. */
  const lowest = new Float64Array(problem.size);
  const highest = new Float64Array(problem.size);
  let moves: Move[] = [];
  const moveOf = (colValue: ArrayLike<number>): Move => {
    const moved = cells.flatMap((cell, at) => {
      const by = colValue[at] ?? 0;
      const whole = Math.round(by);
      const near = Math.abs(by - whole) < MOVED ? whole : by;
      return near === 0 ? [] : [[cell, near] as const];
    });
    return { cells: Int32Array.from(moved, ([cell]) => cell), by: Float64Array.from(moved, ([, by]) => by) };
  };
  const hasMoved = (cell: number) => (highest[cell] ?? 0) - (lowest[cell] ?? 0) > MOVED;
  const isKnown = ({ cell, direction, by }: Need) =>
    (direction === 1 ? (highest[cell] ?? 0) : -(lowest[cell] ?? 0)) >= by - MOVED;
  /** Null where the programme could not be solved. */
  const attack = (own: number, direction: 1 | -1, by: number) => {
    if (direction === 1) model.changeColBounds(own, lower[own] ?? 0, Math.min(by, upper[own] ?? 0));
    else model.changeColBounds(own, Math.max(-by, lower[own] ?? 0), upper[own] ?? 0);
    model.changeColCost(own, -direction);
    model.run();
    let isSolved = model.getModelStatus() === optimal;
    if (!isSolved) {
      // Where it began, the programme before, led astray.
      model.clearSolver();
      model.run();
      isSolved = model.getModelStatus() === optimal;
    }
    const { colValue, colDual } = model.getSolution();
    model.changeColCost(own, 0);
    model.changeColBounds(own, lower[own] ?? 0, upper[own] ?? 0);
    if (!isSolved) return null;
    for (const [at, cell] of cells.entries()) {
      const by = colValue[at] ?? 0;
      if (by > (highest[cell] ?? 0)) highest[cell] = by;
      else if (by < (lowest[cell] ?? 0)) lowest[cell] = by;
    }
    return { reached: (colValue[own] ?? 0) * direction, colDual, colValue };
  };

  return {
    choose(share) {
      moves = [];
      lowest.fill(0);
      highest.fill(0);
      for (const [at, cell] of cells.entries()) {
        const part = isPrimary[cell] === 1 ? 1 : (share[cell] ?? 0);
        const own = openFall[cell] ?? 0;
        lower[at] = -(own + ((fall[cell] ?? 0) - own) * part);
        upper[at] = part >= 1 - NOTHING ? 1e6 : (openRise[cell] ?? 0) + far * part;
        model.changeColBounds(at, lower[at] ?? 0, upper[at] ?? 0);
      }
    },
    cut(need) {
      if (isKnown(need)) return null;
      const { cell, direction, by } = need;
      const own = position.get(cell);
      if (own === undefined) throw new Error('an unsafe cell is not among those that may move');
      const attacked = attack(own, direction, by);
      // What is not known is no reason to withhold more; a choice that seems to pass is proved before it stands.
      if (attacked === null) return null;
      const { reached, colDual, colValue } = attacked;
      if (reached >= by - MOVED) {
        const move = moveOf(colValue);
        if (isWhole(move)) moves.push(move);
        return null;
      }
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
        if (hasMoved(cell)) return null;
        const attacked = attack(own, direction, 1);
        if (attacked === null) return null;
        const { colDual } = attacked;
        for (const [at, one] of cells.entries())
          if (at !== own && isCandidate[one] === 1 && Math.abs(colDual[at] ?? 0) >= NOTHING) others.add(one);
      }
      return hasMoved(cell) ? null : [...others];
    },
    moves: () => moves,
    dispose: () => model.dispose(),
  };
}
