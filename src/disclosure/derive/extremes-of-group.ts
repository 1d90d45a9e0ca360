/**
 * The least and the most that cells of one group can be. First by linear programming, which soon tells what narrows a cell; then, for what
 * it leaves wide, in whole numbers: by integer programming where the linear answer is reached by no whole numbers. Every answer is a table
 * that fits, and so widens what is proved possible for all cells of the group: most cells need no question of their own.
 */
import type { Highs } from 'highs';
import type { Group } from './groups.ts';
import { isWhole, programmeOf, ROUNDING, reach, sumIn, type Target, wholeTable, widen } from './programme.ts';
import { type Bounds, ENDLESS } from './seen.ts';

export type Question = {
  readonly group: Group;
  readonly bounds: Bounds;
  /** True when nothing more need be known of the cell; and when nothing more need be, were tables of fractions tables. */
  readonly isSettled: (cell: number) => boolean;
  readonly isSettledInFractions: (cell: number) => boolean;
  /** How far up or down it is enough to reach; null when the very end is asked for. */
  readonly goalOf: (cell: number, direction: 1 | -1) => number | null;
  readonly isLate: () => boolean;
  /** After which what is not settled stays open. */
  readonly seconds: number;
  /** Looks for no whole tables: what linear programmes do not narrow stays open. */
  readonly isQuick: boolean;
};

/** Seconds that one group is worth: in tens of thousands of cells that share sums a single programme may not end in an hour. */
export const PATIENCE = 120;
/** Unknown numbers of one group up to which linear programmes take seconds. */
const QUICK = 5_000;
/** Of one programme for all open cells at once: how many are asked, and after how many that settle next to nothing it is enough. */
const ROUNDS = { most: 60, idle: 3, few: 3, worth: 0.01 } as const;

/** `isPossible` is false when the sums leave no table. What was not settled in time stays open. */
export function extremesOfGroup(
  highs: Highs,
  { group, bounds, isSettled, isSettledInFractions, goalOf, isLate, seconds, isQuick }: Question,
): { solved: number; isPossible: boolean } {
  const { cells, sums } = group;
  if (sums.every(({ cell }) => isSettled(cell)) || (isQuick && cells.length > QUICK))
    return { solved: 0, isPossible: true };
  const { outerLow, outerHigh, innerLow, innerHigh } = bounds;
  const { model, placesOf } = programmeOf(highs, group, bounds);
  const targets = sums.map(({ cell, cells: parts, known }) => ({ cell, at: placesOf(parts), known }));
  let solved = 0;
  const started = performance.now();
  const isOver = () => isLate() || performance.now() - started >= seconds * 1000;
  const { optimal, timeLimit } = highs.constants.modelStatus;
  const all = { kind: 'range', from: 0, to: cells.length - 1 } as const;
  const costs = new Float64Array(cells.length);
  /** What an answer of the solver says when it is none; null while all is well. */
  let end: { solved: number; isPossible: boolean } | null = null;

  /** The table reached; null when there is none, or no time was left to see. Only whole tables prove anything. */
  function solve(): Float64Array | null {
    model.run();
    solved += 1;
    if (model.getModelStatus() !== optimal) {
      end = { solved, isPossible: model.getModelStatus() === timeLimit };
      return null;
    }
    const { colValue } = model.getSolution();
    reach(bounds, targets, colValue);
    if (isWhole(colValue, ROUNDING)) widen(bounds, targets, colValue);
    return colValue;
  }

  let seed = 20150401;
  const toss = () => {
    seed = (seed * 48271) % 2147483647;
    return seed / 2147483647 - 0.5;
  };

  /** All open cells at once: up, down, then in ways that mix them. Gives those that are still open. */
  function askTogether(isDone: (cell: number) => boolean): readonly Target[] {
    const open = () => targets.filter(({ cell }) => !isDone(cell));
    let left = open();
    for (
      let round = 0, idle = 0;
      left.length > ROUNDS.few && round < ROUNDS.most && idle < ROUNDS.idle && !isOver();
      round++
    ) {
      costs.fill(0);
      for (const { at } of left) {
        const weight = round === 0 ? -1 : round === 1 ? 1 : toss();
        for (const index of at) costs[index] = (costs[index] ?? 0) + weight;
      }
      model.changeColsCost(all, costs);
      if (solve() === null) return [];
      const before = left.length;
      left = open();
      const isIdle = round > 1 && before - left.length < Math.max(1, before * ROUNDS.worth);
      idle = isIdle ? idle + 1 : 0;
    }
    costs.fill(0);
    model.changeColsCost(all, costs);
    return left;
  }

  /** One cell in one direction, to the end; what lies beyond is ruled out. */
  function askAlone(target: Target, direction: 1 | -1): void {
    const { cell, at } = target;
    for (const index of at) model.changeColCost(index, -direction);
    const found = solve();
    for (const index of at) model.changeColCost(index, 0);
    if (found === null) return;
    const value = sumIn(target, found);
    if (direction === -1) outerLow[cell] = Math.max(outerLow[cell] ?? 0, Math.ceil(value - ROUNDING));
    else if (value < ENDLESS) outerHigh[cell] = Math.min(outerHigh[cell] ?? 0, Math.floor(value + ROUNDING));
  }

  /** Looks for a whole table where the linear answer was none. */
  function askInWholeNumbers(target: Target, direction: 1 | -1): void {
    const { cell } = target;
    const reached = direction === 1 ? innerHigh[cell] : innerLow[cell];
    const bound = (direction === 1 ? outerHigh[cell] : outerLow[cell]) ?? 0;
    if (reached === bound || bound === Number.POSITIVE_INFINITY) return;
    const goal = goalOf(cell, direction) ?? bound;
    const aim = direction === 1 ? Math.min(goal, bound) : Math.max(goal, bound);
    solved += 1;
    if (wholeTable(highs, model, targets, { target, direction, value: aim }, bounds) !== false) return;
    if (direction === 1) outerHigh[cell] = aim - 1;
    else outerLow[cell] = aim + 1;
  }

  const isReached = (cell: number, direction: 1 | -1) => {
    const goal = goalOf(cell, direction);
    if (goal === null) return false;
    return direction === 1 ? (innerHigh[cell] ?? 0) >= goal : (innerLow[cell] ?? 0) <= goal;
  };

  try {
    model.options.set({ output_flag: false, presolve: 'off', simplex_strategy: 4, time_limit: seconds });
    for (const inWholeNumbers of isQuick ? [false] : [false, true]) {
      const isDone = inWholeNumbers ? isSettled : isSettledInFractions;
      for (const target of askTogether(isDone)) {
        for (const direction of [1, -1] as const) {
          if (isDone(target.cell) || isOver()) break;
          if (isReached(target.cell, direction)) continue;
          askAlone(target, direction);
          if (end !== null) return end;
          if (inWholeNumbers && !isDone(target.cell)) askInWholeNumbers(target, direction);
        }
      }
      if (end !== null) return end;
    }
    return { solved, isPossible: true };
  } finally {
    model.dispose();
  }
}
