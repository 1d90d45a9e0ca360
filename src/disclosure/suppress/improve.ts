/**
 * From nothing to a safe pattern, and from a safe pattern to a cheaper one. `complete` asks for the cheapest move of each
 * need that no proof settles yet. `improve` takes one withheld cell after another, the dearest first, and tries to do
 * without: the moves that prove something through it are led around it, every need that leaned on it and on which that
 * fails is asked again, and the cell is published if what must be withheld instead is cheaper.
 */
import type { Move } from './forms.ts';
import { TRIFLE } from './mover.ts';
import type { Pattern } from './pattern.ts';
import {
  forget,
  isSettled,
  leaning,
  PUBLISHED,
  prove,
  prune,
  SECONDARY,
  secondaries,
  through,
} from './pattern.ts';
import type { Need, Problem } from './problem.ts';

/** Whatever finds moves: by programmes, by exchanges, or by both. */
export type Finder = {
  /** The cheapest move found, in whole numbers; null when there is none. What costs `most` is of no use. */
  readonly move: (need: Need, most?: number) => Move | null;
  /** What leads moves around a cell, for a finder that can; `others` move it, and nothing that is not withheld. */
  readonly around?: (cell: number, others: readonly Move[]) => Around;
  readonly setCost: (cell: number, cost: number) => void;
  readonly ban: (cell: number) => void;
  readonly allow: (cell: number) => void;
};

/** A move and others, such that the cell stays where it is and enough is left of the move; null where none are found. */
export type Around = (move: Move, isEnough: (both: Move) => boolean) => Move | null;

/** Of the proofs through a cell, the shortest, by which others are led around it. */
const OTHERS = 8;
/** Cells that were done without, after which proofs that are not needed are forgotten. */
const BETWEEN_PRUNINGS = 20;

export function complete(
  pattern: Pattern,
  problem: Problem,
  finder: Finder,
  order: readonly number[],
  isGivenUp: () => boolean,
): number[] {
  const unmet: number[] = [];
  for (const index of order) {
    const need = problem.needs[index];
    if (need === undefined || need.by === 0 || isSettled(pattern, index)) continue;
    const move = isGivenUp() ? null : finder.move(need);
    if (move === null) unmet.push(index);
    else take(pattern, problem, finder, move);
  }
  return unmet;
}

/** Withholds what the move needs, and keeps it as a proof. */
export function take(pattern: Pattern, problem: Problem, finder: Finder, move: Move): void {
  for (const cell of move.cells) {
    if (pattern.status[cell] !== PUBLISHED || problem.isCandidate[cell] === 0) continue;
    pattern.status[cell] = SECONDARY;
    finder.setCost(cell, TRIFLE);
  }
  prove(pattern, problem, move);
}

/** One pass over all withheld cells; true when it found something cheaper. */
export function improve(pattern: Pattern, problem: Problem, finder: Finder, isLate: () => boolean): boolean {
  const dearest = secondaries(pattern).sort(
    (a, b) => (problem.cost[b] ?? 0) - (problem.cost[a] ?? 0) || a - b,
  );
  // Moves that are led around cells grow, and each may prove what many did.
  const tidy = finder.around === undefined ? () => undefined : prune;
  tidy(pattern);
  let found = 0;
  for (const cell of dearest) {
    if (isLate()) break;
    if (pattern.status[cell] !== SECONDARY || !without(cell, pattern, problem, finder)) continue;
    found += 1;
    if (found % BETWEEN_PRUNINGS === 0) tidy(pattern);
  }
  return found > 0;
}

function without(cell: number, pattern: Pattern, problem: Problem, finder: Finder): boolean {
  const saved = problem.cost[cell] ?? 0;
  const open = new Set(leaning(pattern, [cell]));
  const fresh: number[] = [];
  const before = pattern.next;
  let spent = 0;
  const admit = (move: Move): boolean => {
    const { cells } = move;
    for (let index = 0; index < cells.length; index++) {
      const one = cells[index] as number;
      if (pattern.status[one] !== PUBLISHED || problem.isCandidate[one] === 0) continue;
      pattern.status[one] = SECONDARY;
      finder.setCost(one, TRIFLE);
      fresh.push(one);
      spent += problem.cost[one] ?? 0;
    }
    if (spent >= saved - 1e-9) return false;
    for (const index of prove(pattern, problem, move)) open.delete(index);
    return true;
  };
  if (open.size > 0) {
    finder.ban(cell);
    const isBetter =
      leadAround(cell, open, pattern, problem, finder, admit) &&
      meet(open, problem, finder, admit, () => saved - spent);
    finder.allow(cell);
    if (!isBetter) {
      // The last first, as they were put in. A proof that needs nothing fresh stays: it may save a question later.
      for (let id = pattern.next - 1; id >= before; id--) {
        if (pattern.proofs.get(id)?.cells.some((one) => fresh.includes(one))) forget(pattern, id);
      }
      for (const one of fresh) {
        pattern.status[one] = PUBLISHED;
        finder.setCost(one, problem.cost[one] ?? 0);
      }
      return false;
    }
  }
  for (const id of through(pattern, cell)) forget(pattern, id);
  pattern.status[cell] = PUBLISHED;
  finder.setCost(cell, problem.cost[cell] ?? 0);
  return true;
}

/** Proofs that move the cell, and that something open leans on, are led around it; false where one is not admitted. */
function leadAround(
  cell: number,
  open: ReadonlySet<number>,
  pattern: Pattern,
  { needs }: Problem,
  finder: Finder,
  admit: (move: Move) => boolean,
): boolean {
  if (finder.around === undefined) return true;
  const ids = through(pattern, cell);
  const others = ids
    .flatMap((id) => pattern.proofs.get(id) ?? [])
    .sort((a, b) => a.cells.length - b.cells.length)
    .slice(0, OTHERS);
  const around = finder.around(cell, others);
  for (const id of ids) {
    if (open.size === 0) break;
    const proof = pattern.proofs.get(id);
    const wanted = proof?.settles.flatMap((index) => (open.has(index) ? (needs[index] ?? []) : [])) ?? [];
    if (proof === undefined || wanted.length === 0) continue;
    const isEnough = ({ cells, by }: Move) =>
      wanted.some((need) => (by[cells.indexOf(need.cell)] ?? 0) * need.direction >= need.by);
    const move = around(proof, isEnough);
    if (move !== null && !admit(move)) return false;
  }
  return true;
}

/** Asks for every need that is still open. */
function meet(
  open: ReadonlySet<number>,
  { needs }: Problem,
  finder: Finder,
  admit: (move: Move) => boolean,
  most: () => number,
): boolean {
  for (const index of open) {
    const need = needs[index];
    const move = need === undefined ? null : finder.move(need, most());
    if (move === null || !admit(move)) return false;
  }
  return true;
}
