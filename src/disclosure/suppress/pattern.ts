/**
 * A pattern in the making: which cells are withheld, and the tables that prove that each unsafe cell can be as far from
 * the truth as it must be. A cell that no proof needs can be published again without asking anything.
 */
import type { Move } from './mover.ts';
import type { Problem } from './problem.ts';

export const PUBLISHED = 0;
export const PRIMARY = 1;
export const SECONDARY = 2;

type Proof = Move & { settles: readonly number[] };

export type Pattern = {
  readonly status: Uint8Array;
  readonly proofs: Map<number, Proof>;
  /** For each need the proofs that settle it. */
  readonly settledBy: Set<number>[];
  /** For each cell the proofs in which it moves. */
  readonly usedBy: readonly Set<number>[];
  next: number;
  readonly needsOf: Map<number, readonly number[]>;
};

const NOTHING = 1e-6;

export function emptyPattern(problem: Problem): Pattern {
  const status = Uint8Array.from(problem.isPrimary, (one) => (one === 1 ? PRIMARY : PUBLISHED));
  const needsOf = new Map<number, readonly number[]>();
  for (const [index, { cell }] of problem.needs.entries())
    needsOf.set(cell, [...(needsOf.get(cell) ?? []), index]);
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
      if (least > 0 && by * direction >= least - NOTHING) settles.push(need);
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

/** A need was changed, or is new: which proofs settle it now. A proof that settles nothing any more is none. */
export function reconsider(pattern: Pattern, { needs }: Problem, index: number): void {
  const need = needs[index];
  if (need === undefined) return;
  const { cell, direction, by } = need;
  const own = pattern.needsOf.get(cell) ?? [];
  if (!own.includes(index)) pattern.needsOf.set(cell, [...own, index]);
  const settling = new Set<number>();
  for (const id of [...(pattern.usedBy[cell] ?? [])]) {
    const proof = pattern.proofs.get(id);
    if (proof === undefined) continue;
    const amount = proof.by[proof.cells.indexOf(cell)] ?? 0;
    const others = proof.settles.filter((one) => one !== index);
    const isSettled = by > 0 && amount * direction >= by - NOTHING;
    proof.settles = isSettled ? [...others, index] : others;
    if (isSettled) settling.add(id);
  }
  const before = [...(pattern.settledBy[index] ?? [])];
  pattern.settledBy[index] = settling;
  for (const id of before) if (pattern.proofs.get(id)?.settles.length === 0) forget(pattern, id);
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
