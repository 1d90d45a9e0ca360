/**
 * The range that may be printed beside a withheld number: what anybody can work out of it by taking published numbers from one
 * another, sum by sum, and no more. It is rounded outwards to that, so it tells nothing that the release without it does not tell,
 * and no two of them together either. Only sums that certainly hold are used, so the number is in it.
 *
 * A range is printed only when it is as wide as what is asked of the number, and only when the attack on the release with all
 * ranges in it leaves of every number what it must.
 */
import type { Count } from '#count/count.ts';
import { atLeast, both, exact } from '#count/count.ts';
import { attack, releaseTells, targetsOf } from './audit.ts';
import type { Cell, Model, Withheld } from './model.ts';
import { covers, simpleRanges } from './ranges.ts';
import type { Outsiders } from './simple-steps.ts';

/** By id of the withheld cell; those of which nothing may or can be said are not in it. */
export function safeRanges(outsiders: Outsiders, withheld: Withheld): ReadonlyMap<string, Count> {
  // What earlier releases told is not repeated: the range is that of somebody who holds this one alone.
  const model = outsiders.at(-1) ?? outsiders[0];
  const ranges = derivable(model, withheld);
  const enough = new Map(targetsOf(model).map((target) => [target.id, target.enough]));
  const found = new Map<string, Count>();
  for (const { id } of model.cells) {
    const range = ranges.get(id);
    if (range === undefined || !withheld.has(id) || range.high === Number.POSITIVE_INFINITY) continue;
    const isWide = range.high - range.low >= model.threshold - 1;
    if (isWide && covers(range, enough.get(id) ?? range)) found.set(id, range);
  }
  const isSafe = outsiders.every((one) => attack(one, withheld, found).disclosed.length === 0);
  return isSafe ? found : new Map();
}

function derivable(model: Model, withheld: Withheld): ReadonlyMap<string, Count> {
  const kept = model.cells.filter(({ id }) => withheld.has(id));
  // That a zero is never withheld is said of all of them or of none: of one alone it would tell what we know of the others.
  const least = atLeast(kept.every(({ count }) => count.low >= 1) ? 1 : 0);
  const told = (cell: Cell): Count => {
    if (cell.count.high === 0) return exact(0);
    const count = withheld.has(cell.id) ? least : releaseTells(cell, withheld);
    return both(count, cell.known) ?? count;
  };
  const certain = model.sums.filter(({ isCertain }) => isCertain !== false);
  return simpleRanges(new Map(model.cells.map((cell) => [cell.id, told(cell)])), certain).ranges;
}
