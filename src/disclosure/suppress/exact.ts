/**
 * The cheapest safe pattern of a small table, or a bound on it: an integer programme over which cells are withheld, to which
 * the attack adds an inequality for every need that the best choice so far leaves unmet. Every choice is also repaired
 * into a safe pattern, so that there is an answer whenever it is stopped. Before and after the whole, and of a larger table alone, its parts
 * are searched one by one (`neighbourhoods.ts`).
 */
import type { Highs } from 'highs';
import { choicesOf } from './choices.ts';
import { type Forms, type Move, oneByOne } from './forms.ts';
import { drawer, type Refining, refine } from './neighbourhoods.ts';
import type { Pattern } from './pattern.ts';
import { secondaries } from './pattern.ts';
import type { Need, Problem } from './problem.ts';
import type { Cut } from './separate.ts';
import { separatorOf } from './separate.ts';
import { wholeMovesOf } from './whole-moves.ts';

export type Effort = {
  /** Good enough when no pattern can cost less by more than this share. */
  readonly gap: number;
  readonly isLate: () => boolean;
  /** Of a limit; Infinity where there is none. */
  readonly secondsLeft: () => number;
  /** Whether all of it is searched; of a table too large for that only one neighbourhood after the other, and nothing is known of the bound. */
  readonly isSmall: boolean;
  /** Steps after which the best so far is taken, those that go to neighbourhoods, and how many repairs have taken. */
  readonly steps: number;
  readonly refining: number;
  readonly work: () => number;
};

/** A bound this near the best is worth more effort, up to so many times as much: they mostly meet, or come as near as `ENOUGH`. */
const NEAR = 0.1;
const LONGER = 4;
const ENOUGH = 0.019;
/**
 * Branches of one integer programme: more of them gain less than another round of inequalities. Where a round brings none, its choice
 * was the best so far, and the next programme may branch so many times as often.
 */
const NODES = 2_000;
const MORE_NODES = 4;
/** Needs looked at in whole numbers of one choice that fails in them: the next choice fails in others. */
const MOST_MISSING = 6;
const NONE_MISSING = { added: 0, moves: [] } as const;
/** Steps that a question to a solver counts as. */
const PRICE = { cut: 0.3, bridge: 0.1, whole: 2, iteration: 1 / 30 } as const;

/** Leaves the cheapest safe pattern it comes to with `pattern`; gives what none can cost less than, null where only parts were searched. */
export function cheapest(
  highs: Highs,
  problem: Problem,
  forms: Forms,
  /** Makes any choice safe: gives the cells that are withheld then. */
  repair: (choice: ReadonlySet<number>, moves: readonly Move[], isRefined: boolean) => ReadonlySet<number>,
  /** The cheapest safe pattern that was made so far. */
  pattern: () => Pattern,
  { gap, isLate, secondsLeft, isSmall, steps, refining, work }: Effort,
  log: (line: string) => void = () => undefined,
): number | null {
  const candidates = [...problem.isCandidate.keys()].filter((cell) => problem.isCandidate[cell] === 1);
  const costOf = (chosen: ReadonlySet<number>) =>
    [...chosen].reduce((all, cell) => all + (problem.cost[cell] ?? 0), 0);
  let best: ReadonlySet<number> = new Set(secondaries(pattern()));
  let cost = costOf(best);
  let bound = 0;
  // Cell by cell the attack is larger, and what it says against a choice names fewer cells: it counts where a bound is searched for.
  const its = isSmall ? oneByOne(problem) : forms;
  const separator = separatorOf(highs, problem, its);
  const whole = wholeMovesOf(highs, problem, its);
  const choices = choicesOf(highs, problem, candidates);
  let rounds = 0;
  let spent = 0;

  /** Adds what the linear attack on a choice, or on shares of cells, says that it lacks. */
  const tighten = (share: Float64Array, needs: readonly Need[] = problem.needs): number => {
    separator.choose(share);
    let added = 0;
    for (const need of needs) {
      if (isLate()) break;
      const cut = separator.cut(need);
      spent += PRICE.cut;
      if (cut !== null && violated(cut, share) && choices.add(cut)) added += 1;
    }
    return added;
  };
  /** For a choice that was just tightened: cells that are withheld in vain need others to move with. */
  const addBridges = (choice: ReadonlySet<number>): number => {
    let added = 0;
    for (const cell of choice) {
      if (isLate()) break;
      spent += PRICE.bridge;
      const others = separator.bridge(cell);
      if (others === null) continue;
      // What is withheld and does not help stands at the least it can ever be, and would help in no other choice.
      choices.addBridge(
        cell,
        others.filter((one) => !choice.has(one)),
      );
      added += 1;
    }
    return added;
  };
  /** For a choice that the linear attack lets pass: moves in whole numbers for its needs, or what else must be withheld. */
  const addMissing = (
    choice: ReadonlySet<number>,
    needs: readonly Need[] = problem.needs,
    most = MOST_MISSING,
  ): { readonly added: number; readonly moves: readonly Move[] } => {
    const moves: Move[] = [...separator.moves()];
    let added = 0;
    whole.choose(choice);
    const before = whole.runs();
    for (const need of needs) {
      if (isLate() || added >= most) break;
      if (need.by === 0 || moves.some((move) => meets(move, need))) continue;
      const move = whole.move(need);
      if (move === undefined) continue;
      if (move !== null) {
        moves.push(move);
        continue;
      }
      const cells = whole.missing(need);
      // None would help only where no pattern does, and the first safe one shows that some does.
      if (cells.length > 0 && choices.add({ cells, factors: cells.map(() => 1), least: 1 })) added += 1;
    }
    spent += PRICE.whole * (whole.runs() - before);
    return { added, moves };
  };
  const isMet = () => cost <= bound * (1 + gap) + 1e-9;
  const draw = drawer();
  /** A neighbourhood after the other. */
  const inParts = (): void => {
    if (isMet() || isLate()) return;
    spent = 0;
    const before = work();
    const parts: Refining = {
      problem,
      choices,
      best: pattern,
      tighten: (choice, needs) => {
        const share = new Float64Array(problem.size);
        for (const cell of choice) share[cell] = 1;
        return tighten(share, needs);
      },
      wholeMoves: (choice, needs) => {
        // Of a large table a programme in whole numbers takes longer than another neighbourhood.
        if (!isSmall) return separator.moves();
        const { added, moves } = addMissing(choice, needs, 1);
        return added > 0 ? null : moves;
      },
      repair: (choice, moves) => repair(choice, moves, true),
      spend: (steps) => {
        spent += steps;
      },
      secondsLeft,
      isOver: () => isLate() || spent + work() - before > refining,
    };
    refine(parts, draw, log);
    best = new Set(secondaries(pattern()));
    cost = costOf(best);
  };
  /** Round after round: a choice of the whole table, and what the attack says of it. */
  const inOne = (): void => {
    spent = 0;
    const before = work();
    const isSpent = () => {
      const all = spent + work() - before;
      if (all < steps) return false;
      return cost <= bound * (1 + ENOUGH) || cost > bound * (1 + NEAR) || all >= steps * LONGER;
    };
    let nodes = NODES;
    for (; !isSpent() && !isLate() && !isMet(); rounds++) {
      const seconds = Math.min(1e6, Math.max(0.1, secondsLeft()));
      const solved = choices.solve(best, { gap: gap / 2, nodes, seconds });
      spent += solved.iterations * PRICE.iteration;
      bound = Math.max(bound, Math.min(cost, solved.bound));
      if (isLate()) break;
      const share = choices.shares().map((one) => (one > 0.5 ? 1 : 0));
      const choice = new Set(candidates.filter((cell) => share[cell] === 1));
      const needed = tighten(share);
      const bridges = addBridges(choice);
      const missing = needed === 0 && costOf(choice) < cost - 1e-9 ? addMissing(choice) : NONE_MISSING;
      const safe = repair(choice, missing.moves, false);
      if (costOf(safe) < cost - 1e-9) {
        best = safe;
        cost = costOf(safe);
      }
      const added = needed + bridges + missing.added;
      log(`round ${rounds}: bound ${bound.toFixed(2)}, best ${cost.toFixed(2)}, ${added} new cuts`);
      if (added > 0) continue;
      if (solved.isOptimal) break;
      nodes *= MORE_NODES;
    }
  };

  try {
    let stalled = 0;
    for (; isSmall && rounds < 60 && spent < steps / 2 && !isLate(); rounds++) {
      const now = choices.relax();
      stalled = now < bound * 1.0005 + 1e-9 ? stalled + 1 : 0;
      bound = Math.max(bound, now);
      if (stalled > 3 || tighten(choices.shares()) === 0) break;
    }
    log(`relaxed bound ${bound.toFixed(2)} after ${rounds} rounds, ${choices.count()} cuts`);
    inParts();
    if (isSmall && !isMet()) {
      inOne();
      // The choices of the whole table lead where no neighbourhood does, and from there on a part at a time again.
      if (cost > bound * (1 + ENOUGH)) inParts();
    }
  } finally {
    separator.dispose();
    whole.dispose();
    choices.dispose();
  }
  return isSmall ? bound : null;
}

function meets({ cells, by }: Move, need: Need): boolean {
  const at = cells.indexOf(need.cell);
  return at >= 0 && (by[at] ?? 0) * need.direction >= need.by;
}

function violated({ cells, factors, least }: Cut, share: Float64Array): boolean {
  const sum = cells.reduce((all, cell, index) => all + (factors[index] ?? 0) * (share[cell] ?? 0), 0);
  return sum < least - 1e-4;
}
