/**
 * Says why a choice of cells is not enough: for a need that the choice leaves unmet, an inequality that every safe choice
 * satisfies and this one does not. It comes from the dual of the attack: what bounds the cell from above are the cells
 * that may not move, and so many of those must be withheld. Says also which cells are withheld in vain: one that cannot move is
 * worked out exactly, and no cheapest choice holds it.
 */
import type { Highs } from 'highs';
import { type Forms, isWhole, type Move, moveMaker, NONE, sumsOf } from './forms.ts';
import type { Need, Problem } from './problem.ts';
import { movable } from './problem.ts';

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

/** What an attack came to: by how much each cell moved, and how much a bound that gave one more of a cell would have let the attacked one move. */
type Attack = {
  readonly reached: number;
  readonly duals: (cell: number) => number;
  readonly netOf: (column: number) => number;
};

export function separatorOf(highs: Highs, problem: Problem, forms: Forms): Separator {
  const { size, fall, openFall, openRise, isPrimary, isCandidate } = problem;
  const { columns, columnOf, of } = forms;
  const asMove = moveMaker(forms, size);
  const cells = movable(problem);
  const { numRows, numCols, rowOf, starts, indices, values, cells: sums } = sumsOf(forms);
  const zeros = new Float64Array(numRows);
  const model = highs.createModel({
    numCols,
    numRows,
    colCost: new Float64Array(numCols),
    colLower: new Float64Array(numCols),
    colUpper: new Float64Array(numCols),
    rowLower: zeros,
    rowUpper: zeros,
    matrix: { format: 'csr', numRows, numCols, starts, indices, values },
  });
  model.options.set({ output_flag: false, presolve: 'off', simplex_strategy: 4 });
  const optimal = highs.constants.modelStatus.optimal;
  const lower = new Float64Array(size);
  const upper = new Float64Array(size);
  const bound = (cell: number, low: number, high: number): void => {
    const at = columnOf[cell] as number;
    const row = rowOf[cell] as number;
    if (at !== NONE) model.changeColBounds(at, low, high);
    // A sum of which nothing can move has no row.
    else if (row !== NONE) model.changeRowBounds(row, low, high);
  };
  /** A need is a move of at most this much, so a cell need not move further to help with it. */
  const far = Math.max(1, ...problem.needs.map(({ by }) => by));

  /** How far cells fell and rose in any attack on this choice: a table that fits for one need often fits for others. */
  const lowest = new Float64Array(size);
  const highest = new Float64Array(size);
  let moves: Move[] = [];
  const hasMoved = (cell: number) => (highest[cell] ?? 0) - (lowest[cell] ?? 0) > MOVED;
  const isKnown = ({ cell, direction, by }: Need) =>
    (direction === 1 ? (highest[cell] ?? 0) : -(lowest[cell] ?? 0)) >= by - MOVED;
  const reach = (cell: number, by: number): void => {
    if (by > (highest[cell] ?? 0)) highest[cell] = by;
    else if (by < (lowest[cell] ?? 0)) lowest[cell] = by;
  };
  /** Null where the programme could not be solved. */
  const attack = (cell: number, direction: 1 | -1, by: number): Attack | null => {
    const [low, high] = [lower[cell] ?? 0, upper[cell] ?? 0];
    if (direction === 1) bound(cell, low, Math.min(by, high));
    else bound(cell, Math.max(-by, low), high);
    for (const at of of(cell)) model.changeColCost(at, -direction);
    model.run();
    let isSolved = model.getModelStatus() === optimal;
    if (!isSolved) {
      // Where it began, the programme before, led astray.
      model.clearSolver();
      model.run();
      isSolved = model.getModelStatus() === optimal;
    }
    const { colValue, colDual, rowValue, rowDual } = model.getSolution();
    for (const at of of(cell)) model.changeColCost(at, 0);
    bound(cell, low, high);
    if (!isSolved) return null;
    for (const [at, one] of columns.entries()) reach(one, colValue[at] ?? 0);
    for (const one of sums) reach(one, rowValue[rowOf[one] as number] ?? 0);
    const own = columnOf[cell] as number;
    const moved = (own !== NONE ? colValue[own] : rowValue[rowOf[cell] as number]) ?? 0;
    return {
      reached: moved * direction,
      duals: (one) => {
        const at = columnOf[one] as number;
        return (at !== NONE ? colDual[at] : rowDual[rowOf[one] as number]) ?? 0;
      },
      netOf: (at) => colValue[at] ?? 0,
    };
  };

  return {
    choose(share) {
      moves = [];
      lowest.fill(0);
      highest.fill(0);
      for (const cell of cells) {
        const part = isPrimary[cell] === 1 ? 1 : (share[cell] ?? 0);
        const own = openFall[cell] ?? 0;
        lower[cell] = -(own + ((fall[cell] ?? 0) - own) * part);
        upper[cell] = part >= 1 - NOTHING ? 1e6 : (openRise[cell] ?? 0) + far * part;
        bound(cell, lower[cell] ?? 0, upper[cell] ?? 0);
      }
    },
    cut(need) {
      if (isKnown(need)) return null;
      const { cell, direction, by } = need;
      const attacked = attack(cell, direction, by);
      // What is not known is no reason to withhold more; a choice that seems to pass is proved before it stands.
      if (attacked === null) return null;
      const { reached, duals, netOf } = attacked;
      if (reached >= by - MOVED) {
        const move = asMove(netOf);
        if (isWhole(move)) moves.push(move);
        return null;
      }
      let left = by;
      const raw: [number, number][] = [];
      for (const one of cells) {
        const dual = duals(one);
        if (one === cell || Math.abs(dual) < NOTHING) continue;
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
      const others = new Set<number>();
      for (const direction of [1, -1] as const) {
        if (hasMoved(cell)) return null;
        const attacked = attack(cell, direction, 1);
        if (attacked === null) return null;
        for (const one of cells)
          if (one !== cell && isCandidate[one] === 1 && Math.abs(attacked.duals(one)) >= NOTHING)
            others.add(one);
      }
      return hasMoved(cell) ? null : [...others];
    },
    moves: () => moves,
    dispose: () => model.dispose(),
  };
}
