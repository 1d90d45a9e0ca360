/**
 * Decides which cells of a table a release keeps back, so that no small count below national level can be read in it or
 * worked out from it, and lets the others through the door. First every cell that may be small and would say so; then,
 * as long as the audit finds a cell of which too much can be derived, one more cell of a sum it stands in; then each
 * of those is let out again if the audit passes without it. Refuses a table that it cannot protect.
 *
 * Simple and safe, not the fewest cells possible: see `docs/method/disclosure.md`.
 */
import { isExact, isSame, unknown } from '#count/count.ts';
import type { Sum } from '#count/tighten.ts';
import { Refusal } from '#finding/refusal.ts';
import { attack, openRanges } from './audit.ts';
import type { Cell, Model } from './model.ts';
import { isKnown, mayBeSmall, saysNothingSmall } from './model.ts';
import type { Released } from './released.ts';
import { openDoor } from './released.ts';

export type Protection = {
  /** Every stated cell by id. */
  readonly released: ReadonlyMap<string, Released>;
  readonly primary: ReadonlySet<string>;
  readonly secondary: ReadonlySet<string>;
};

export function protect(model: Model): Protection {
  const primary = new Set(model.cells.filter((cell) => isPrimary(cell, model.threshold)).map(({ id }) => id));
  const secondary = releaseAgain(model, primary, complete(model, primary));
  const withheld = new Set([...primary, ...secondary]);
  if (attack(model, withheld).disclosed.length > 0) throw notProtected();

  const open = openRanges(model, withheld);
  const released = new Map<string, Released>();
  for (const cell of model.cells) {
    if (cell.standing === 'rest') continue;
    if (withheld.has(cell.id)) {
      released.set(cell.id, openDoor('withheld'));
    } else if (isSame(cell.count, unknown)) {
      released.set(cell.id, openDoor('not-available'));
    } else {
      const told = isExact(cell.count) ? cell.count : (open.get(cell.id) ?? unknown);
      // A range that only withheld numbers give is kept back with them.
      if (isSame(told, unknown)) secondary.add(cell.id);
      released.set(cell.id, openDoor(isSame(told, unknown) ? 'withheld' : told));
    }
  }
  return { released, primary, secondary };
}

/** A cell that may be small is kept back unless what is known of it is a range that says nothing small. */
function isPrimary(cell: Cell, threshold: number): boolean {
  return (
    cell.standing === 'stated' && mayBeSmall(cell, threshold) && !saysNothingSmall(cell.count, threshold)
  );
}

/** Withholds one more cell for each cell that the audit names, until it names none. */
function complete(model: Model, primary: ReadonlySet<string>): Set<string> {
  const cells = new Map(model.cells.map((cell) => [cell.id, cell]));
  const sumsOf = sumsByCell(model.sums);
  const secondary = new Set<string>();
  for (;;) {
    const withheld = new Set([...primary, ...secondary]);
    const { disclosed } = attack(model, withheld);
    if (disclosed.length === 0) return secondary;
    const canGo = (id: string) => {
      const cell = cells.get(id);
      return (
        cell !== undefined &&
        cell.standing === 'stated' &&
        cell.count.low > 0 &&
        !isKnown(cell) &&
        !withheld.has(id)
      );
    };
    let added = 0;
    const helped = new Set<Sum>();
    for (const id of disclosed) {
      if ((sumsOf.get(id) ?? []).some((sum) => helped.has(sum))) continue;
      const next = nearest(id, sumsOf, canGo, cells);
      if (next === null) continue;
      for (const sum of sumsOf.get(next) ?? []) helped.add(sum);
      secondary.add(next);
      added += 1;
    }
    if (added === 0) throw notProtected();
  }
}

/** The cell to give up: in a sum with `id`, else in a sum with a cell that is in a sum with it, and so on outwards. */
function nearest(
  id: string,
  sumsOf: ReadonlyMap<string, readonly Sum[]>,
  canGo: (id: string) => boolean,
  cells: ReadonlyMap<string, Cell>,
): string | null {
  const reached = new Set([id]);
  let edge = [id];
  while (edge.length > 0) {
    const around = new Set<string>();
    for (const from of edge) {
      for (const sum of sumsOf.get(from) ?? []) for (const to of [sum.whole, ...sum.parts]) around.add(to);
    }
    const fresh = [...around].filter((to) => !reached.has(to));
    const choice = fresh.filter(canGo).sort((a, b) => byCost(cells.get(a), cells.get(b)));
    if (choice[0] !== undefined) return choice[0];
    for (const to of fresh) reached.add(to);
    edge = fresh;
  }
  return null;
}

function byCost(a: Cell | undefined, b: Cell | undefined): number {
  if (a === undefined || b === undefined) return 0;
  return a.rank - b.rank || a.count.low - b.count.low || (a.id < b.id ? -1 : 1);
}

/** Lets out again, the largest first, what the audit turns out not to need. */
function releaseAgain(
  model: Model,
  primary: ReadonlySet<string>,
  secondary: ReadonlySet<string>,
): Set<string> {
  const kept = new Set(secondary);
  const cells = new Map(model.cells.map((cell) => [cell.id, cell]));
  const largestFirst = [...secondary].sort((a, b) => byCost(cells.get(b), cells.get(a)));
  for (const id of largestFirst) {
    kept.delete(id);
    if (attack(model, new Set([...primary, ...kept])).disclosed.length > 0) kept.add(id);
  }
  return kept;
}

function sumsByCell(sums: readonly Sum[]): ReadonlyMap<string, readonly Sum[]> {
  const sumsOf = new Map<string, Sum[]>();
  for (const sum of sums) {
    for (const id of [sum.whole, ...sum.parts]) sumsOf.set(id, [...(sumsOf.get(id) ?? []), sum]);
  }
  return sumsOf;
}

function notProtected(): Refusal {
  return new Refusal(
    'not-protected',
    'The tables hold a small count that could be worked out from the rest, and withholding more did not prevent it. ' +
      'Nothing was published. Leave out the breakdown that holds it, or publish totals only.',
  );
}
