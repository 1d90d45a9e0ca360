/**
 * The cheapest safe pattern of a small table, or a bound on it: an integer programme over which cells are withheld, to which
 * the attack adds an inequality for every need that the best choice so far leaves unmet. Every choice is also repaired
 * into a safe pattern, so that there is an answer whenever it is stopped.
 */
import type { Highs } from 'highs';
import type { Problem } from './problem.ts';
import type { Cut } from './separate.ts';
import { separatorOf } from './separate.ts';

export type Exact = {
  /** No safe pattern costs less. */
  readonly bound: number;
  readonly cost: number;
  readonly chosen: ReadonlySet<number>;
  readonly cuts: number;
  readonly rounds: number;
};

export type Effort = {
  /** Good enough when no pattern can cost less by more than this share. */
  readonly gap: number;
  readonly isLate: () => boolean;
  /** Of a limit; Infinity where there is none. */
  readonly secondsLeft: () => number;
  /** Steps after which the best so far is taken, and how many repairs have taken. */
  readonly steps: number;
  readonly work: () => number;
};

/** A bound this near the best is worth more effort, up to so many times as much: they mostly meet, or come as near as `ENOUGH`. */
const NEAR = 0.06;
const LONGER = 4;
const ENOUGH = 0.019;
/** Branches of one integer programme: more of them gain less than another round of inequalities. */
const NODES = 2_000;

export function cheapest(
  highs: Highs,
  problem: Problem,
  first: ReadonlySet<number>,
  /** Makes any choice safe: gives the cells that are withheld then. */
  repair: (choice: ReadonlySet<number>) => ReadonlySet<number>,
  { gap, isLate, secondsLeft, steps, work }: Effort,
  log: (line: string) => void = () => undefined,
): Exact {
  const candidates = [...problem.isCandidate.keys()].filter((cell) => problem.isCandidate[cell] === 1);
  const cells = [...problem.cost.keys()].filter(
    (cell) => problem.isCandidate[cell] === 1 || problem.isPrimary[cell] === 1,
  );
  const at = new Map(candidates.map((cell, index) => [cell, index]));
  const costOf = (chosen: ReadonlySet<number>) =>
    [...chosen].reduce((all, cell) => all + (problem.cost[cell] ?? 0), 0);
  let best = first;
  let cost = costOf(first);
  let bound = 0;
  const separator = separatorOf(highs, problem, cells);
  const master = highs.createModel({
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
  master.options.set({ output_flag: false });
  const seen = new Set<string>();
  let rounds = 0;
  let spent = 0;

  const add = ({ cells: on, factors, least }: Cut): boolean => {
    const key = `${on.map((cell, index) => `${cell}:${(factors[index] ?? 0).toFixed(4)}`).join()}>${least.toFixed(4)}`;
    if (seen.has(key)) return false;
    seen.add(key);
    master.addRow(least, highs.infinity, {
      indices: on.map((cell) => at.get(cell) ?? 0),
      values: [...factors],
    });
    return true;
  };
  const tighten = (share: Float64Array): number => {
    separator.choose(share);
    let added = 0;
    for (const need of problem.needs) {
      if (isLate()) break;
      const cut = separator.cut(need);
      spent += 0.3;
      if (cut !== null && violated(cut, share) && add(cut)) added += 1;
    }
    return added;
  };
  const shares = () => {
    const share = new Float64Array(problem.size);
    const { colValue } = master.getSolution();
    for (const [index, cell] of candidates.entries())
      share[cell] = Math.min(1, Math.max(0, colValue[index] ?? 0));
    return share;
  };
  try {
    let stalled = 0;
    for (; rounds < 60 && spent < steps / 2 && !isLate(); rounds++) {
      master.run();
      const now = master.getObjectiveValue();
      stalled = now < bound * 1.0005 + 1e-9 ? stalled + 1 : 0;
      bound = Math.max(bound, now);
      if (stalled > 3 || tighten(shares()) === 0) break;
    }
    log(`relaxed bound ${bound.toFixed(2)} after ${rounds} rounds, ${seen.size} cuts`);
    for (const index of candidates.keys()) master.changeColIntegrality(index, 1);
    const isSpent = () => {
      const all = spent + work();
      if (all < steps) return false;
      return cost <= bound * (1 + ENOUGH) || cost > bound * (1 + NEAR) || all >= steps * LONGER;
    };
    for (; !isSpent() && !isLate() && cost > bound * (1 + gap) + 1e-9; rounds++) {
      // The clocks of the solver add up over its runs.
      master.zeroAllClocks();
      master.options.set({
        mip_rel_gap: gap / 2,
        mip_max_nodes: NODES,
        time_limit: Math.min(1e6, Math.max(0.1, secondsLeft())),
      });
      master.setSolution({ colValue: Float64Array.from(candidates, (cell) => (best.has(cell) ? 1 : 0)) });
      master.run();
      spent += Number(master.info.get('simplex_iteration_count')) / 30;
      bound = Math.max(bound, Math.min(cost, Number(master.info.get('mip_dual_bound'))));
      if (isLate()) break;
      const share = shares();
      const choice = new Set(candidates.filter((cell) => (share[cell] ?? 0) > 0.5));
      const safe = repair(choice);
      if (costOf(safe) < cost - 1e-9) {
        best = safe;
        cost = costOf(safe);
      }
      const added = tighten(Float64Array.from(share, (one) => (one > 0.5 ? 1 : 0)));
      log(`round ${rounds}: bound ${bound.toFixed(2)}, best ${cost.toFixed(2)}, ${added} new cuts`);
      if (added === 0) break;
    }
  } finally {
    separator.dispose();
    master.dispose();
  }
  return { bound, cost, chosen: best, cuts: seen.size, rounds };
}

function violated({ cells, factors, least }: Cut, share: Float64Array): boolean {
  const sum = cells.reduce((all, cell, index) => all + (factors[index] ?? 0) * (share[cell] ?? 0), 0);
  return sum < least - 1e-4;
}
