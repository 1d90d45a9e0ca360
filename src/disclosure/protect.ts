/**
 * Decides which cells of a table a release keeps back, so that no small count below national level can be read in it or
 * worked out from it, and lets the others through the door. First every cell that may be small and would say so; then
 * the fewest others with which the attack finds nothing, or, where those are not found, what the simple steps choose. What is
 * left is attacked once more by the auditor of tables, which counts in whole numbers and shares nothing with this. Refuses a
 * table that it cannot protect. See `docs/method/disclosure.md`.
 */
import type { Count } from '#count/count.ts';
import { isExact, isSame, unknown } from '#count/count.ts';
import { Refusal } from '#finding/refusal.ts';
import { openRanges, targetsOf } from './audit.ts';
import type { TableAudit } from './derive/audit-pattern.ts';
import { auditPattern } from './derive/audit-pattern.ts';
import { fewest } from './fewest.ts';
import type { Cell, Model, Withheld } from './model.ts';
import { mayBeSmall, saysNothingSmall } from './model.ts';
import { releaseTable } from './release-table.ts';
import type { Released } from './released.ts';
import { openDoor } from './released.ts';
import { safeRanges } from './safe-ranges.ts';
import type { Outsiders } from './simple-steps.ts';
import { complete, disclosedTo, notProtected, releaseAgain, withholdFor } from './simple-steps.ts';

export type Protection = {
  /** Every stated cell by id. */
  readonly released: ReadonlyMap<string, Released>;
  readonly primary: ReadonlySet<string>;
  readonly secondary: ReadonlySet<string>;
  readonly derived: Derived;
};

/** How many values an outsider cannot rule out of a withheld cell; Infinity where nothing bounds it, null where none is withheld. */
export type Derived = { readonly tightest: number | null; readonly widest: number | null };

export type ProtectOptions = {
  /**
   * The same release as somebody sees it who does not hold the earlier ones that the model is joined with. He is asked too, so that
   * knowing more never makes a release less safe for those who know less.
   */
  readonly alone?: Model | null;
  /** Prints a range beside a withheld number, where one is safe. */
  readonly ranges?: boolean;
};

export async function protect(
  model: Model,
  { alone = null, ranges = false }: ProtectOptions = {},
): Promise<Protection> {
  if (model.sums.length === 0) return protectUnbound(model);
  const outsiders: Outsiders = alone === null ? [model] : [model, alone];
  const primary = primaryOf(model);
  const { secondary, derived } = await chosen(outsiders, primary);
  const disclosed = disclosedTo(outsiders, new Set([...primary, ...secondary]));
  if (disclosed.length > 0) throw notProtected(outsiders, disclosed);
  const told = ranges ? safeRanges(outsiders, new Set([...primary, ...secondary])) : NOTHING;
  return throughTheDoor(model, primary, secondary, { derived, ranges: told });
}

/**
 * The fewest cells where they are found, and never more than the simple steps take. A single cell cannot be done better, so the
 * solver is not even loaded for it.
 */
async function chosen(
  outsiders: Outsiders,
  primary: ReadonlySet<string>,
): Promise<{ readonly secondary: Set<string>; readonly derived: Derived }> {
  const simple = releaseAgain(outsiders, primary, complete(outsiders, primary));
  const found = simple.size < 2 ? null : await fewest(outsiders, primary, simple);
  if (found !== null) {
    try {
      const secondary = releaseAgain(outsiders, primary, complete(outsiders, primary, found));
      const derived = await audited(outsiders, primary, secondary);
      if (secondary.size <= simple.size) return { secondary, derived };
    } catch (error) {
      // What cannot be made safe from here may be from the first choice.
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return { derived: await audited(outsiders, primary, simple), secondary: simple };
}

const NOTHING: ReadonlyMap<string, Count> = new Map();

/** Numbers that no sum binds: what one of them is says nothing of another, so there is nothing to attack. */
export function protectUnbound(model: Model): Protection {
  if (model.sums.length > 0) throw new Error('sums bind these numbers');
  const primary = primaryOf(model);
  const disclosed = disclosedTo([model], primary);
  if (disclosed.length > 0) throw notProtected([model], disclosed);
  const widest = primary.size === 0 ? null : Number.POSITIVE_INFINITY;
  return throughTheDoor(model, primary, new Set(), {
    derived: { tightest: widest, widest },
    ranges: NOTHING,
  });
}

function primaryOf(model: Model): ReadonlySet<string> {
  return new Set(model.cells.filter((cell) => isPrimary(cell, model.threshold)).map(({ id }) => id));
}

/**
 * The auditor of tables has the last word: what it names is given one more withheld cell, until it names nothing. Where
 * nothing is withheld there is nothing to find, and its solver is not even loaded.
 */
async function audited(
  outsiders: Outsiders,
  primary: ReadonlySet<string>,
  secondary: Set<string>,
): Promise<Derived> {
  if (primary.size + secondary.size === 0) return { tightest: null, widest: null };
  const looked = (model: Model, isFull: boolean) => {
    const { table, status } = releaseTable(model, new Set([...primary, ...secondary]), targetsOf(model));
    return auditPattern(table, status, { isFull });
  };
  for (let isSafe = false; !isSafe; ) {
    isSafe = true;
    for (const model of outsiders) {
      const audit = await looked(model, false);
      if (audit.isSafe) continue;
      isSafe = false;
      const named = namedBy(audit).map((cell) => model.cells[cell]?.id ?? '');
      if (!audit.isPossible || withholdFor(outsiders[0], named, primary, secondary) === 0)
        throw notProtected(outsiders, named);
    }
  }
  const { ranges } = await looked(outsiders[0], true);
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
  { derived, ranges }: { readonly derived: Derived; readonly ranges: ReadonlyMap<string, Count> },
): Protection {
  const withheld: Withheld = new Set([...primary, ...secondary]);
  const open = openRanges(model, withheld);
  const released = new Map<string, Released>();
  for (const cell of model.cells) {
    if (cell.standing === 'rest') continue;
    if (withheld.has(cell.id)) {
      released.set(cell.id, openDoor({ withheld: ranges.get(cell.id) ?? null }));
    } else if (isSame(cell.count, unknown)) {
      released.set(cell.id, openDoor('not-available'));
    } else {
      const told = isExact(cell.count) ? cell.count : (open.get(cell.id) ?? unknown);
      // A range that only withheld numbers give is kept back with them.
      if (isSame(told, unknown)) secondary.add(cell.id);
      released.set(cell.id, openDoor(isSame(told, unknown) ? { withheld: null } : told));
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
