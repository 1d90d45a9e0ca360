/**
 * Decides which cells of a table a release keeps back, so that no small count below national level can be read in it or
 * worked out from it, and lets the others through the door. First every cell that may be small and would say so; then,
 * as long as an audit finds a cell of which too much can be derived, one more cell of a sum it stands in; then each
 * of those is let out again if the attack passes without it. What is left is attacked once more by the auditor of tables,
 * which counts in whole numbers and shares nothing with this. Refuses a table that it cannot protect.
 *
 * Simple and safe, not the fewest cells possible: see `docs/method/disclosure.md`.
 */
import { isExact, isSame, unknown } from '#count/count.ts';
import type { Sum } from '#count/tighten.ts';
import { Refusal } from '#finding/refusal.ts';
import { attack, openRanges, targetsOf } from './audit.ts';
import type { TableAudit } from './derive/audit-pattern.ts';
import { auditPattern } from './derive/audit-pattern.ts';
import type { Cell, Model, Withheld } from './model.ts';
import { isKnown, mayBeSmall, saysNothingSmall } from './model.ts';
import { releaseTable } from './release-table.ts';
import type { Released } from './released.ts';
import { openDoor } from './released.ts';

export type Protection = {
  /** Every stated cell by id. */
  readonly released: ReadonlyMap<string, Released>;
  readonly primary: ReadonlySet<string>;
  readonly secondary: ReadonlySet<string>;
  readonly derived: Derived;
};

/** How many values an outsider cannot rule out of a withheld cell; Infinity where nothing bounds it, null where none is withheld. */
export type Derived = { readonly tightest: number | null; readonly widest: number | null };

export async function protect(model: Model): Promise<Protection> {
  if (model.sums.length === 0) return protectUnbound(model);
  const primary = primaryOf(model);
  const secondary = releaseAgain(model, primary, complete(model, primary, new Set()));
  const audit = await audited(model, primary, secondary);
  if (attack(model, new Set([...primary, ...secondary])).disclosed.length > 0) throw notProtected();
  return throughTheDoor(model, primary, secondary, audit);
}

/** Numbers that no sum binds: what one of them is says nothing of another, so there is nothing to attack. */
export function protectUnbound(model: Model): Protection {
  if (model.sums.length > 0) throw new Error('sums bind these numbers');
  const primary = primaryOf(model);
  if (attack(model, primary).disclosed.length > 0) throw notProtected();
  const widest = primary.size === 0 ? null : Number.POSITIVE_INFINITY;
  return throughTheDoor(model, primary, new Set(), { tightest: widest, widest });
}

function primaryOf(model: Model): ReadonlySet<string> {
  return new Set(model.cells.filter((cell) => isPrimary(cell, model.threshold)).map(({ id }) => id));
}

/**
 * The auditor of tables has the last word: what it names is given one more withheld cell, until it names nothing. Where
 * nothing is withheld there is nothing to find, and its solver is not even loaded.
 */
async function audited(model: Model, primary: ReadonlySet<string>, secondary: Set<string>): Promise<Derived> {
  if (primary.size + secondary.size === 0) return { tightest: null, widest: null };
  const targets = targetsOf(model);
  const looked = (isFull: boolean) => {
    const { table, status } = releaseTable(model, new Set([...primary, ...secondary]), targets);
    return auditPattern(table, status, { isFull });
  };
  for (;;) {
    const audit = await looked(false);
    if (audit.isSafe) break;
    const named = namedBy(audit).map((cell) => model.cells[cell]?.id ?? '');
    if (!audit.isPossible || withholdFor(model, named, primary, secondary) === 0) throw notProtected();
  }
  const { ranges } = await looked(true);
  const widths = ranges.map(({ low, high }) => high - low + 1);
  return { tightest: Math.min(...widths), widest: Math.max(...widths) };
}

function namedBy({ published, exact, uncovered, undecided }: TableAudit): readonly number[] {
  return [...new Set([...published, ...exact, ...uncovered, ...undecided])].sort((a, b) => a - b);
}

function throughTheDoor(
  model: Model,
  primary: ReadonlySet<string>,
  secondary: Set<string>,
  derived: Derived,
): Protection {
  const withheld: Withheld = new Set([...primary, ...secondary]);
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
  return { released, primary, secondary, derived };
}

/** A cell that may be small is kept back unless what is known of it is a range that says nothing small. */
function isPrimary(cell: Cell, threshold: number): boolean {
  return (
    cell.standing === 'stated' && mayBeSmall(cell, threshold) && !saysNothingSmall(cell.count, threshold)
  );
}

/** Withholds one more cell for each cell that the attack names, until it names none. */
function complete(model: Model, primary: ReadonlySet<string>, secondary: Set<string>): Set<string> {
  for (;;) {
    const { disclosed } = attack(model, new Set([...primary, ...secondary]));
    if (disclosed.length === 0) return secondary;
    if (withholdFor(model, disclosed, primary, secondary) === 0) throw notProtected();
  }
}

/** One more cell for each of these, as few as help them all at first sight. Gives how many. */
function withholdFor(
  model: Model,
  named: readonly string[],
  primary: ReadonlySet<string>,
  secondary: Set<string>,
): number {
  const cells = new Map(model.cells.map((cell) => [cell.id, cell]));
  const sumsOf = sumsByCell(model.sums);
  const before = new Set([...primary, ...secondary]);
  const canGo = (id: string) => {
    const cell = cells.get(id);
    return (
      cell !== undefined &&
      cell.standing === 'stated' &&
      cell.count.low > 0 &&
      !isKnown(cell) &&
      !before.has(id)
    );
  };
  const helped = new Set<Sum>();
  let added = 0;
  for (const id of named) {
    if ((sumsOf.get(id) ?? []).some((sum) => helped.has(sum))) continue;
    const next = nearest(id, sumsOf, canGo, cells);
    if (next === null) continue;
    for (const sum of sumsOf.get(next) ?? []) helped.add(sum);
    secondary.add(next);
    added += 1;
  }
  return added;
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
