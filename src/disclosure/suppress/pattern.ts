/**
 * A pattern in the making: which cells are withheld, and the tables that prove that each unsafe cell can be as far from
 * the truth as it must be. A cell that no proof needs can be published again without asking anything.
 */
import type { Status } from '../table/cells-csv.ts';
import type { Move } from './forms.ts';
import type { Problem } from './problem.ts';
import { Uses } from './uses.ts';

export const PUBLISHED = 0;
export const PRIMARY = 1;
export const SECONDARY = 2;

type Proof = Move & { settles: readonly number[] };

export type Pattern = {
  readonly status: Uint8Array;
  readonly proofs: Map<number, Proof>;
  /** For each need how many proofs settle it. */
  readonly settledBy: number[];
  /** The proofs in which each cell moves, and some that are forgotten: ask `through`. */
  readonly uses: Uses;
  next: number;
  /** For each cell its need to rise and its need to fall; NONE where there is none. */
  readonly rising: Int32Array;
  readonly falling: Int32Array;
};

const NONE = -1;
const NOTHING = 1e-6;

export function emptyPattern(problem: Problem): Pattern {
  const { size, needs, isPrimary } = problem;
  const pattern = {
    status: Uint8Array.from(isPrimary, (one) => (one === 1 ? PRIMARY : PUBLISHED)),
    proofs: new Map(),
    settledBy: needs.map(() => 0),
    uses: new Uses(size),
    next: 0,
    rising: new Int32Array(size).fill(NONE),
    falling: new Int32Array(size).fill(NONE),
  };
  for (const [index, { cell, direction }] of needs.entries()) needsOf(pattern, direction)[cell] = index;
  return pattern;
}

function needsOf({ rising, falling }: Pattern, direction: 1 | -1): Int32Array {
  return direction === 1 ? rising : falling;
}

/** Keeps a move as a proof of every need that it settles; gives those. */
export function prove(pattern: Pattern, problem: Problem, move: Move): readonly number[] {
  const { rising, falling, uses, settledBy } = pattern;
  const { cells, by } = move;
  const settles: number[] = [];
  for (let index = 0; index < cells.length; index++) {
    const amount = by[index] as number;
    const need = (amount > 0 ? rising : falling)[cells[index] as number] as number;
    if (need !== NONE && isMet(problem, need, amount)) settles.push(need);
  }
  if (settles.length === 0) return settles;
  const id = pattern.next++;
  pattern.proofs.set(id, { ...move, settles });
  for (const need of settles) settledBy[need] = (settledBy[need] ?? 0) + 1;
  for (let index = 0; index < cells.length; index++) uses.add(cells[index] as number, id);
  return settles;
}

function isMet({ needs }: Problem, need: number, amount: number): boolean {
  const { direction, by } = needs[need] ?? { direction: 1, by: 0 };
  return by > 0 && amount * direction >= by - NOTHING;
}

export function forget(pattern: Pattern, id: number): void {
  const proof = pattern.proofs.get(id);
  if (proof === undefined) return;
  pattern.proofs.delete(id);
  for (const need of proof.settles) pattern.settledBy[need] = (pattern.settledBy[need] ?? 0) - 1;
  const { cells } = proof;
  for (let index = 0; index < cells.length; index++) pattern.uses.drop(cells[index] as number, id);
}

/** The proofs in which a cell moves. */
export function through({ uses, proofs }: Pattern, cell: number): readonly number[] {
  return uses.of(cell, (id) => proofs.has(id));
}

/** A need was changed, or is new: which proofs settle it now. A proof that settles nothing any more is none. */
export function reconsider(pattern: Pattern, problem: Problem, index: number): void {
  const need = problem.needs[index];
  if (need === undefined) return;
  const { cell, direction } = need;
  needsOf(pattern, direction)[cell] = index;
  let count = 0;
  for (const id of through(pattern, cell)) {
    const proof = pattern.proofs.get(id);
    if (proof === undefined) continue;
    const amount = proof.by[proof.cells.indexOf(cell)] ?? 0;
    const others = proof.settles.filter((one) => one !== index);
    const isSettled = isMet(problem, index, amount);
    proof.settles = isSettled ? [...others, index] : others;
    if (isSettled) count += 1;
    else if (others.length === 0) pattern.proofs.delete(id);
  }
  pattern.settledBy[index] = count;
}

/** The needs that would be left without a proof if the cells could not move. */
export function leaning(pattern: Pattern, cells: readonly number[]): readonly number[] {
  const ids = new Set(cells.flatMap((cell) => through(pattern, cell)));
  const lost = new Map<number, number>();
  for (const id of ids)
    for (const need of pattern.proofs.get(id)?.settles ?? []) lost.set(need, (lost.get(need) ?? 0) + 1);
  return [...lost.keys()].filter((need) => lost.get(need) === pattern.settledBy[need]).sort((a, b) => a - b);
}

export function isSettled(pattern: Pattern, need: number): boolean {
  return (pattern.settledBy[need] ?? 0) > 0;
}

export function secondaries({ status }: Pattern): number[] {
  return [...status.keys()].filter((cell) => status[cell] === SECONDARY);
}

export function costOf(pattern: Pattern, { cost }: Problem): number {
  return secondaries(pattern).reduce((all, cell) => all + (cost[cell] ?? 0), 0);
}

function usedCells({ status, proofs }: Pattern): Uint8Array {
  const isUsed = new Uint8Array(status.length);
  for (const { cells } of proofs.values())
    for (let index = 0; index < cells.length; index++) isUsed[cells[index] as number] = 1;
  return isUsed;
}

/** Whether what is withheld is this, but for what no proof moves. */
export function comesTo(pattern: Pattern, wanted: readonly Status[]): boolean {
  const { status } = pattern;
  for (const [cell, its] of wanted.entries()) if (its === 'S' && status[cell] !== SECONDARY) return false;
  const isUsed = usedCells(pattern);
  return status.every((its, cell) => its !== SECONDARY || (isUsed[cell] === 1) === (wanted[cell] === 'S'));
}

/** Publishes again what no proof moves. */
export function releaseUnused(
  pattern: Pattern,
  finder: { readonly setCost: (cell: number, cost: number) => void },
  { cost }: Problem,
): void {
  const isUsed = usedCells(pattern);
  for (const cell of secondaries(pattern)) {
    if (isUsed[cell] === 1) continue;
    pattern.status[cell] = PUBLISHED;
    finder.setCost(cell, cost[cell] ?? 0);
  }
}

/** Forgets what proves nothing that others do not, the longest first. */
export function prune(pattern: Pattern): void {
  const { proofs, settledBy, uses } = pattern;
  const longest = [...proofs].sort(([a, one], [b, other]) => other.cells.length - one.cells.length || a - b);
  let live = 0;
  for (const [id, { settles, cells }] of longest) {
    if (settles.every((need) => (settledBy[need] ?? 0) > 1)) forget(pattern, id);
    else live += cells.length;
  }
  // Most cells are never asked about, and their lists would grow with all that is forgotten.
  if (uses.held < 2 * live) return;
  uses.clear();
  for (const [id, { cells }] of proofs)
    for (let index = 0; index < cells.length; index++) uses.add(cells[index] as number, id);
}
