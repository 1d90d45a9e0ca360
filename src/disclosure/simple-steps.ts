/**
 * The simple way to choose what to withhold beside the small cells: as long as an attack finds a cell of which too much can be
 * derived, one more cell of a sum it stands in; then each of those is let out again if the attack passes without it. Gives
 * nothing up in vain: no zero, and no number that anybody knows. Refuses what it cannot protect, with the cells named.
 */
import type { Sum } from '#count/tighten.ts';
import { Refusal } from '#finding/refusal.ts';
import { attack } from './audit.ts';
import type { Cell, Model, Withheld } from './model.ts';
import { isKnown } from './model.ts';

/**
 * What is protected, as every outsider may see it: the one who holds the earlier releases too, and the one who holds this one
 * alone. The first has the cells that a release can withhold.
 */
export type Outsiders = readonly [Model, ...Model[]];

/** The cells of which some outsider learns too much. */
export function disclosedTo(outsiders: Outsiders, withheld: Withheld): readonly string[] {
  return [...new Set(outsiders.flatMap((model) => attack(model, withheld).disclosed))];
}

/** Withholds one more cell for each cell that the attack names, until it names none. */
export function complete(
  outsiders: Outsiders,
  primary: ReadonlySet<string>,
  begun: ReadonlySet<string> = new Set(),
): Set<string> {
  const secondary = new Set(begun);
  for (;;) {
    const disclosed = disclosedTo(outsiders, new Set([...primary, ...secondary]));
    if (disclosed.length === 0) return secondary;
    if (withholdFor(outsiders[0], disclosed, primary, secondary) === 0)
      throw notProtected(outsiders, disclosed);
  }
}

/** One more cell for each of these, as few as help them all at first sight. Gives how many. */
export function withholdFor(
  model: Model,
  named: readonly string[],
  primary: ReadonlySet<string>,
  secondary: Set<string>,
): number {
  const cells = new Map(model.cells.map((cell) => [cell.id, cell]));
  const sumsOf = sumsByCell(model.sums);
  const before = new Set([...primary, ...secondary]);
  const isFree = (id: string) => canGo(cells.get(id)) && !before.has(id);
  const helped = new Set<Sum>();
  let added = 0;
  for (const id of named) {
    if ((sumsOf.get(id) ?? []).some((sum) => helped.has(sum))) continue;
    const next = nearest(id, sumsOf, isFree, cells);
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
  isFree: (id: string) => boolean,
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
    const choice = fresh.filter(isFree).sort((a, b) => byCost(cells.get(a), cells.get(b)));
    if (choice[0] !== undefined) return choice[0];
    for (const to of fresh) reached.add(to);
    edge = fresh;
  }
  return null;
}

/** Whether a cell can be withheld to protect another: no zero, and no number that anybody knows. */
export function canGo(cell: Cell | undefined): boolean {
  return cell !== undefined && cell.standing === 'stated' && cell.count.low > 0 && !isKnown(cell);
}

/** Each cell counts as one, totals somewhat more than detail, and of two alike the larger. */
export function costOf(cell: Cell | undefined): number {
  if (cell === undefined) return 0;
  return 1 + cell.rank / 20 + Math.min(cell.count.low, 9_999) / 1_000_000;
}

function byCost(a: Cell | undefined, b: Cell | undefined): number {
  if (a === undefined || b === undefined) return 0;
  return a.rank - b.rank || a.count.low - b.count.low || (a.id < b.id ? -1 : 1);
}

/** Lets out again, the largest first, what the audit turns out not to need. */
export function releaseAgain(
  outsiders: Outsiders,
  primary: ReadonlySet<string>,
  secondary: ReadonlySet<string>,
): Set<string> {
  const kept = new Set(secondary);
  const cells = new Map(outsiders[0].cells.map((cell) => [cell.id, cell]));
  const largestFirst = [...secondary].sort((a, b) => byCost(cells.get(b), cells.get(a)));
  for (const id of largestFirst) {
    kept.delete(id);
    if (disclosedTo(outsiders, new Set([...primary, ...kept])).length > 0) kept.add(id);
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

/** How many cells a refusal names. */
const NAMED = 5;

/** Names the cells, never what is in them. */
export function notProtected(outsiders: Outsiders, disclosed: readonly string[]): Refusal {
  const cells = new Map(outsiders.flatMap((model) => model.cells.map((cell) => [cell.id, cell] as const)));
  const names = [...new Set(disclosed.flatMap((id) => cells.get(id)?.name ?? []))].sort();
  const more = names.length > NAMED ? ` and ${names.length - NAMED} more` : '';
  const which = names.length === 0 ? '' : ` It is in: ${names.slice(0, NAMED).join('; ')}${more}.`;
  const beside = outsiders.length > 1 ? ', or from it and what earlier releases told' : '';
  return new Refusal(
    'not-protected',
    `The tables hold a small count that could be worked out from the rest${beside}, and withholding more did not prevent it.${which} ` +
      'Nothing was published. Leave out the breakdown that holds it, or publish totals only.',
  );
}
