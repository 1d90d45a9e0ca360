/**
 * A pattern in the making: which cells are withheld, and the tables that prove that each unsafe cell can be as far from
 * the truth as it must be. A cell that no proof needs can be published again without asking anything.
 */
import type { Move } from './mover.ts';
import type { Problem } from './problem.ts';

export const PUBLISHED = 0;
export const PRIMARY = 1;
export const SECONDARY = 2;

type Proof = Move & { readonly settles: readonly number[] };

export type Pattern = {
  readonly status: Uint8Array;
  readonly proofs: Map<number, Proof>;
  /** For each need the proofs that settle it. */
  readonly settledBy: readonly Set<number>[];
  /** For each cell the proofs in which it moves. */
  readonly usedBy: readonly Set<number>[];
  next: number;
  readonly needsOf: ReadonlyMap<number, readonly number[]>;
};

const NOTHING = 1e-6;

export function emptyPattern(problem: Problem): Pattern {
  const status = Uint8Array.from(problem.isPrimary, (one) => (one === 1 ? PRIMARY : PUBLISHED));
  const needsOf = new Map<number, number[]>();
  for (const [index, { cell }] of problem.needs.entries()) {
    const list = needsOf.get(cell);
    if (list === undefined) needsOf.set(cell, [index]);
    else list.push(index);
  }
  return {
    status,
    proofs: new Map(),
    settledBy: problem.needs.map(() => new Set()),
    usedBy: Array.from({ length: problem.size }, () => new Set()),
    next: 0,
    needsOf,
  };
}

/** Keeps a move as a proof of every need that it settles. */
export function prove(pattern: Pattern, problem: Problem, move: Move): void {
  const settles: number[] = [];
  for (const [index, cell] of move.cells.entries()) {
    const by = move.by[index] ?? 0;
    for (const need of pattern.needsOf.get(cell) ?? []) {
      const { direction, by: least } = problem.needs[need] ?? { direction: 1, by: Infinity };
      if (by * direction >= least - NOTHING) settles.push(need);
    }
  }
  if (settles.length === 0) return;
  const id = pattern.next++;
  pattern.proofs.set(id, { ...move, settles });
  for (const need of settles) pattern.settledBy[need]?.add(id);
  for (const cell of move.cells) pattern.usedBy[cell]?.add(id);
}

export function forget(pattern: Pattern, id: number): void {
  const proof = pattern.proofs.get(id);
  if (proof === undefined) return;
  pattern.proofs.delete(id);
  for (const need of proof.settles) pattern.settledBy[need]?.delete(id);
  for (const cell of proof.cells) pattern.usedBy[cell]?.delete(id);
}

/** The needs that would be left without a proof if the cell could not move. */
export function leaning(pattern: Pattern, cell: number): readonly number[] {
  const through = pattern.usedBy[cell] ?? new Set<number>();
  const needs = new Set<number>();
  for (const id of through) for (const need of pattern.proofs.get(id)?.settles ?? []) needs.add(need);
  return [...needs]
    .filter((need) => [...(pattern.settledBy[need] ?? [])].every((id) => through.has(id)))
    .sort((a, b) => a - b);
}

export function isSettled(pattern: Pattern, need: number): boolean {
  return (pattern.settledBy[need]?.size ?? 0) > 0;
}

export function secondaries({ status }: Pattern): number[] {
  return [...status.keys()].filter((cell) => status[cell] === SECONDARY);
}

export function costOf(pattern: Pattern, { cost }: Problem): number {
  return secondaries(pattern).reduce((all, cell) => all + (cost[cell] ?? 0), 0);
}

/** Publishes again what no proof moves. */
export function releaseUnused(
  pattern: Pattern,
  finder: { readonly setCost: (cell: number, cost: number) => void },
  { cost }: Problem,
): void {
  for (const cell of secondaries(pattern)) {
    if ((pattern.usedBy[cell]?.size ?? 0) > 0) continue;
    pattern.status[cell] = PUBLISHED;
    finder.setCost(cell, cost[cell] ?? 0);
  }
}
