/**
 * From nothing to a safe pattern, and from a safe pattern to a cheaper one. `complete` asks for the cheapest move of each
 * need that no proof settles yet. `improve` takes one withheld cell after another, the dearest first, and tries to do
 * without: every need that leaned on it is asked again, and the cell is published if what must be withheld instead is
 * cheaper.
 */
import type { Move } from './mover.ts';
import type { Pattern } from './pattern.ts';
import { forget, isSettled, leaning, PUBLISHED, prove, SECONDARY, secondaries } from './pattern.ts';
import type { Need, Problem } from './problem.ts';

/** Whatever finds moves: by programmes, by exchanges, or by both. */
export type Finder = {
  /** The cheapest move found, in whole numbers; null when there is none. */
  readonly move: (need: Need) => Move | null;
  readonly setCost: (cell: number, cost: number) => void;
  readonly ban: (cell: number) => void;
  readonly allow: (cell: number) => void;
};

/** A withheld cell costs next to nothing more to move, so that proofs stay short. */
export const TRIFLE = 0.001;

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
  let found = false;
  for (const cell of dearest) {
    if (isLate()) break;
    if (pattern.status[cell] === SECONDARY && without(cell, pattern, problem, finder)) found = true;
  }
  return found;
}

function without(cell: number, pattern: Pattern, problem: Problem, finder: Finder): boolean {
  const saved = problem.cost[cell] ?? 0;
  const leaners = leaning(pattern, cell);
  const fresh: number[] = [];
  const before = pattern.next;
  let spent = 0;
  let isBetter = true;
  if (leaners.length > 0) {
    finder.ban(cell);
    for (const index of leaners) {
      const need = problem.needs[index];
      if (need === undefined || hasProofSince(pattern, index, before)) continue;
      const move = finder.move(need);
      if (move === null) {
        isBetter = false;
        break;
      }
      for (const one of move.cells) {
        if (pattern.status[one] !== PUBLISHED || problem.isCandidate[one] === 0) continue;
        pattern.status[one] = SECONDARY;
        finder.setCost(one, TRIFLE);
        fresh.push(one);
        spent += problem.cost[one] ?? 0;
      }
      if (spent >= saved - 1e-9) {
        isBetter = false;
        break;
      }
      prove(pattern, problem, move);
    }
    finder.allow(cell);
  }
  if (!isBetter) {
    for (let id = before; id < pattern.next; id++) {
      const proof = pattern.proofs.get(id);
      // A proof that needs nothing fresh stays: it may save a question later.
      if (proof?.cells.some((one) => fresh.includes(one))) forget(pattern, id);
    }
    for (const one of fresh) {
      pattern.status[one] = PUBLISHED;
      finder.setCost(one, problem.cost[one] ?? 0);
    }
    return false;
  }
  for (const id of [...(pattern.usedBy[cell] ?? [])]) forget(pattern, id);
  pattern.status[cell] = PUBLISHED;
  finder.setCost(cell, problem.cost[cell] ?? 0);
  return true;
}

function hasProofSince(pattern: Pattern, need: number, since: number): boolean {
  return [...(pattern.settledBy[need] ?? [])].some((id) => id >= since);
}
