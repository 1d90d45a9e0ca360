/**
 * The table as the protector sees it: what each cell may move by when it is withheld, what it costs to withhold it, how
 * far the unsafe ones must be able to move.
 */
import { unknown } from '#count/count.ts';
import type { AdditiveTable } from '../table/additive.ts';
import { isUnsafe } from '../table/additive.ts';

export type Need = {
  readonly cell: number;
  /** 1: some table must hold more of it; -1: some table must hold less. */
  readonly direction: 1 | -1;
  /** By how much, at least. */
  readonly by: number;
};

export type Problem = {
  readonly table: AdditiveTable;
  readonly size: number;
  /** One count for each cell that together satisfy every sum: the truth, where it is known. */
  readonly value: Float64Array;
  /** How far each cell can fall when it is withheld; how far it can move when it is not, for one given as a range. */
  readonly fall: Float64Array;
  readonly openFall: Float64Array;
  readonly openRise: Float64Array;
  /** Withheld from the start. */
  readonly isPrimary: Uint8Array;
  /** May be withheld to protect another. */
  readonly isCandidate: Uint8Array;
  readonly cost: Float64Array;
  /** What is left of a need that the shape of the table forbids is less, and may be nothing. */
  readonly needs: Need[];
  /** The least that each cell can seem to be in any pattern. */
  readonly floors: Float64Array;
};

export function problemOf(table: AdditiveTable, value: Float64Array): Problem {
  const { spec, given } = table;
  const floors = floorsOf(table);
  const size = given.length;
  const least = spec.attacker.knowsZerosAreNeverHidden && spec.primary.zeros === 'safe' ? 1 : 0;
  const fall = new Float64Array(size);
  const openFall = new Float64Array(size);
  const openRise = new Float64Array(size);
  const isPrimary = new Uint8Array(size);
  const isCandidate = new Uint8Array(size);
  const needs: Need[] = [];
  for (let cell = 0; cell < size; cell++) {
    const { low, high } = given[cell] ?? unknown;
    const own = value[cell] ?? 0;
    fall[cell] = Math.max(0, own - Math.min(least, low));
    openFall[cell] = own - low;
    openRise[cell] = high - own;
    isPrimary[cell] = isUnsafe(table, cell) ? 1 : 0;
    isCandidate[cell] = isPrimary[cell] === 0 && low > 0 && table.isKnown[cell] !== true ? 1 : 0;
    if (isPrimary[cell] === 0) continue;
    const { down, up } = room(spec, own, floors[cell] ?? 0);
    if (down > 0) needs.push({ cell, direction: -1, by: down });
    if (up > 0) needs.push({ cell, direction: 1, by: up });
  }
  return {
    table,
    size,
    value,
    fall,
    openFall,
    openRise,
    isPrimary,
    isCandidate,
    cost: costs(table, value),
    needs,
    floors,
  };
}

/** How far an unsafe cell must be able to move. What it cannot fall is added above, so that its range is as wide as asked. */
function room({ cover, width }: AdditiveTable['spec'], own: number, floor: number) {
  const [from, to] = cover;
  const low = Math.max(from, floor);
  return { down: own - low, up: Math.max(to, low + width) - own };
}

/** Asks no more of a cell than its shape leaves, now that it is known to be at least `floor` in any pattern. */
export function settleFor(problem: Problem, cell: number, floor: number): readonly number[] {
  const { needs, floors, table, value } = problem;
  floors[cell] = Math.max(floors[cell] ?? 0, floor);
  const { down, up } = room(table.spec, value[cell] ?? 0, floors[cell]);
  const changed: number[] = [];
  for (const [direction, by] of [
    [-1, Math.max(0, down)],
    [1, Math.max(0, up)],
  ] as const) {
    const index = needs.findIndex((need) => need.cell === cell && need.direction === direction);
    if (needs[index]?.by === by || (index < 0 && by === 0)) continue;
    const place = index < 0 ? needs.length : index;
    needs[place] = { cell, direction, by };
    changed.push(place);
  }
  return changed;
}

/** The least each cell can seem to be when everything but the zeros is withheld: no pattern gets below that. */
function floorsOf({ given, relations, spec }: AdditiveTable): Float64Array {
  const least = spec.attacker.knowsZerosAreNeverHidden && spec.primary.zeros === 'safe' ? 1 : 0;
  const floors = Float64Array.from(given, ({ low }) => Math.min(least, low));
  for (let isMoving = true; isMoving; ) {
    isMoving = false;
    for (const { whole, parts } of relations) {
      const sum = parts.reduce((all, part) => all + (floors[part] ?? 0), 0);
      const filled = parts.filter((part) => (given[part] ?? unknown).high > 0);
      // Where all parts but one are zero, that one is the whole.
      const [only] = filled.length === 1 ? filled : [];
      if (only !== undefined && (floors[only] ?? 0) < (floors[whole] ?? 0)) {
        floors[only] = floors[whole] ?? 0;
        isMoving = true;
      }
      if (sum <= (floors[whole] ?? 0)) continue;
      floors[whole] = sum;
      isMoving = true;
    }
  }
  return floors;
}

function costs({ spec }: AdditiveTable, value: Float64Array): Float64Array {
  switch (spec.cost) {
    case 'cells':
      return value.map(() => 1);
    case 'total':
      return value.map((own) => Math.max(own, 0.5));
    case 'both':
      return value.map((own) => 1 + own / 20);
  }
}

export function canBeWithheld({ isPrimary, isCandidate }: Problem, cell: number): boolean {
  return isPrimary[cell] === 1 || isCandidate[cell] === 1;
}

/** Cells that can move at all: those that can be withheld, and those published as a range. */
export function movable(problem: Problem): readonly number[] {
  return [...problem.cost.keys()].filter(
    (cell) =>
      canBeWithheld(problem, cell) || (problem.openRise[cell] ?? 0) + (problem.openFall[cell] ?? 0) > 0,
  );
}
