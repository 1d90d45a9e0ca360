/**
 * Makes a safe pattern cheaper a part at a time: all but a neighbourhood of cells stay as they are, and the integer programme, which is
 * small then, looks for the cheapest choice within. What the attack says against a choice holds everywhere, so it is kept for all that come
 * after. Where the whole programme is too large to be solved, this finds what it would have found in most places.
 */
import type { Choices } from './choices.ts';
import type { Move } from './forms.ts';
import type { Pattern } from './pattern.ts';
import { costOf, leaning, secondaries } from './pattern.ts';
import type { Need, Problem } from './problem.ts';

export type Refining = {
  readonly problem: Problem;
  readonly choices: Choices;
  /** The cheapest safe pattern so far. */
  readonly best: () => Pattern;
  /** Asks the attack about some needs of a choice, and adds what it says; gives how many inequalities were added. */
  readonly tighten: (choice: ReadonlySet<number>, needs: readonly Need[]) => number;
  /**
   * For a choice that the attack in fractions lets pass: moves in whole numbers that are known for some of the needs. Null where none meets
   * one of them; then an inequality was added.
   */
  readonly wholeMoves: (choice: ReadonlySet<number>, needs: readonly Need[]) => readonly Move[] | null;
  /** Makes a choice safe, starting from moves that are known. */
  readonly repair: (choice: ReadonlySet<number>, moves: readonly Move[]) => void;
  readonly spend: (steps: number) => void;
  /** Of a limit; Infinity where there is none. */
  readonly secondsLeft: () => number;
  readonly isOver: () => boolean;
};

/** Cells of the first neighbourhood; how much the next may grow where one was settled, and shrinks where one was dear. */
const FIRST = 60;
const GROWTH = 1.05;
const SHRINKAGE = 1.15;
const LEAST = 20;
/** The smallest in shares of the largest: what one size overlooks another finds. */
const SMALLEST = 0.4;
/** Choices tried in one neighbourhood, and branches for each. */
const TRIES = 12;
const NODES = 100;
/** Steps that a programme counts as, and after which a neighbourhood was too large. */
const PRICE = { programme: 20, iteration: 0.5 } as const;
const DEAR = 700;
/** Neighbourhoods without gain after which it ends: the more, the more cells are withheld. */
const PATIENCE = { least: 15, aCell: 0.8, most: 120 } as const;
const NOTHING = 1e-9;

export function refine(
  refining: Refining,
  draw: (below: number) => number,
  log: (line: string) => void = () => undefined,
): void {
  const { problem, choices, best, isOver } = refining;
  const sums = sumsOfEach(problem);
  let size = FIRST;
  let barren = 0;
  while (!isOver()) {
    const pattern = best();
    const cost = costOf(pattern, problem);
    const now = new Set(secondaries(pattern));
    if (barren > Math.min(PATIENCE.least + PATIENCE.aCell * now.size, PATIENCE.most)) break;
    const least = Math.round(size * SMALLEST);
    const free = around(problem, sums, [...now], least + draw(Math.round(size) - least + 1), draw);
    choices.free(free, now);
    const { tries, spent, end } = within(refining, pattern, now, cost);
    log(`neighbourhood of ${free.size}: ${tries} tries, ${end}, cost ${costOf(best(), problem).toFixed(2)}`);
    barren = end === 'better' ? 0 : barren + 1;
    if (spent > DEAR) size = Math.max(LEAST, size / SHRINKAGE);
    else if (end === 'settled') size *= GROWTH;
  }
  choices.free(null, new Set());
}

type Ended = {
  readonly tries: number;
  readonly spent: number;
  /** Something cheaper was found, or there is nothing cheaper here, or it was left without knowing. */
  readonly end: 'better' | 'settled' | 'left';
};

/** Choice after choice within what is free, until one is safe and cheaper, or none can be. */
function within(
  { problem, choices, best, tighten, wholeMoves, repair, spend, secondsLeft, isOver }: Refining,
  pattern: Pattern,
  now: ReadonlySet<number>,
  cost: number,
): Ended {
  let spent = 0;
  let tries = 0;
  for (; tries < TRIES && spent < 2 * DEAR && !isOver(); tries++) {
    const seconds = Math.min(1e6, Math.max(0.1, secondsLeft()));
    const solved = choices.solve(now, { gap: 0, nodes: NODES, seconds });
    const steps = PRICE.programme + PRICE.iteration * solved.iterations;
    spend(steps);
    spent += steps;
    const share = choices.shares();
    const choice = new Set([...share.keys()].filter((cell) => (share[cell] ?? 0) > 0.5));
    const its = [...choice].reduce((all, cell) => all + (problem.cost[cell] ?? 0), 0);
    if (its > cost - NOTHING) return { tries, spent, end: solved.isOptimal ? 'settled' : 'left' };
    const needs = needsWithout(pattern, problem, now, choice);
    if (tighten(choice, needs) > 0) continue;
    // What passes in fractions may fail in whole numbers.
    const whole = wholeMoves(choice, needs);
    if (whole === null) continue;
    repair(choice, [...movesWithin(pattern, problem, choice), ...whole]);
    if (costOf(best(), problem) < cost - NOTHING) return { tries, spent, end: 'better' };
    break;
  }
  return { tries, spent, end: 'left' };
}

/** The needs that lose every proof where cells that were withheld are published. */
function needsWithout(
  pattern: Pattern,
  { needs }: Problem,
  now: ReadonlySet<number>,
  choice: ReadonlySet<number>,
): readonly Need[] {
  const gone = [...now].filter((cell) => !choice.has(cell));
  return leaning(pattern, gone).flatMap((index) => needs[index] ?? []);
}

/** The proofs that stand as they are: in them nothing moves but what is withheld, or published as a range. */
function movesWithin(
  pattern: Pattern,
  { isPrimary, isCandidate }: Problem,
  choice: ReadonlySet<number>,
): readonly Move[] {
  return [...pattern.proofs.values()].filter(({ cells }) =>
    cells.every((cell) => isPrimary[cell] === 1 || isCandidate[cell] === 0 || choice.has(cell)),
  );
}

/** For each cell the sums it stands in, as the cells that may be withheld in them. */
function sumsOfEach({ table, isCandidate, size }: Problem): readonly (readonly (readonly number[])[])[] {
  const all: number[][][] = Array.from({ length: size }, () => []);
  for (const { whole, parts } of table.relations) {
    const cells = [whole, ...parts];
    const open = cells.filter((cell) => isCandidate[cell] === 1);
    for (const cell of cells) all[cell]?.push(open);
  }
  return all;
}

/** From a withheld cell outwards, sum by sum, until there are as many cells as asked. */
function around(
  { isCandidate }: Problem,
  sums: readonly (readonly (readonly number[])[])[],
  withheld: readonly number[],
  size: number,
  draw: (below: number) => number,
): ReadonlySet<number> {
  const start = withheld[draw(withheld.length)] ?? 0;
  const free = new Set([start].filter((cell) => isCandidate[cell] === 1));
  const met = [start];
  for (let steps = 0; free.size < size && steps < 20 * size; steps++) {
    const from = met[draw(met.length)] ?? start;
    const beside = sums[from] ?? [];
    for (const cell of beside[draw(beside.length)] ?? []) {
      if (free.size >= size) break;
      if (!free.has(cell)) met.push(cell);
      free.add(cell);
    }
  }
  return free;
}

/** Numbers that look drawn by chance and are the same in every run. */
export function drawer(): (below: number) => number {
  let seed = 20150401;
  return (below) => {
    seed = (seed * 48271) % 2147483647;
    return Math.floor((seed / 2147483647) * below);
  };
}
