/**
 * The attack. Works out, as an outsider with only the release in hand would, the range of every number that is not in
 * it, and names the cells of which the outsider learns too much. Shares nothing with the protector but the model.
 *
 * The outsider knows every published number and range, also what others published, every sum in the table, that counts
 * are whole and not negative, and our habits: that a zero is never withheld (so what is withheld is at least 1), and that
 * a total has no other parts when it has none.
 */
import type { Count } from '#count/count.ts';
import { atLeast, both, exact, isExact, unknown } from '#count/count.ts';
import type { Cell, Model, Withheld } from './model.ts';
import { knownOf, mayBeSmall, mustAllow } from './model.ts';
import type { Asked } from './ranges.ts';
import { covers, jointRanges, simpleRanges } from './ranges.ts';

export type Attack = {
  /** A range the outsider derives for each cell: never too narrow, and exact enough for every cell that may be small. */
  readonly ranges: ReadonlyMap<string, Count>;
  /** Cells that may be small and of which the range rules out what it may not, in order of id. */
  readonly disclosed: readonly string[];
};

/** `beside` is what a release tells of withheld numbers: the ranges that are printed beside them. */
export function attack(
  model: Model,
  withheld: Withheld,
  beside: ReadonlyMap<string, Count> = new Map(),
): Attack {
  const targets = targetsOf(model);
  const seen = new Map(
    model.cells.map((cell) => [cell.id, outsiderSees(cell, withheld, beside.get(cell.id))]),
  );
  const simple = simpleRanges(seen, model.sums).ranges;
  const tooNarrow = (ranges: ReadonlyMap<string, Count>) =>
    targets.filter(({ id, enough }) => !covers(ranges.get(id) ?? unknown, enough)).map(({ id }) => id);
  const found = tooNarrow(simple);
  if (found.length > 0) return { ranges: simple, disclosed: found.sort() };

  const { ranges, impossible } = jointRanges(seen, model.sums, targets);
  return { ranges, disclosed: [...new Set([...tooNarrow(ranges), ...impossible])].sort() };
}

export function outsiderSees(cell: Cell, withheld: Withheld, beside = unknown): Count {
  if (cell.count.high === 0) return exact(0);
  const own = releaseTells(cell, withheld);
  const told = both(own, beside) ?? own;
  return both(told, knownOf(cell)) ?? told;
}

/** Of a range that we worked out ourselves a release tells only what anybody can work out from the rest of it. */
export function releaseTells(cell: Cell, withheld: Withheld): Count {
  if (cell.standing === 'rest') return unknown;
  if (withheld.has(cell.id)) return atLeast(1);
  return isExact(cell.count) ? cell.count : cell.given;
}

export type Target = Asked & { readonly enough: Count };

const targetsByModel = new WeakMap<Model, readonly Target[]>();

/** The cells to guard, with the values the outsider must not be able to rule out. They do not depend on the pattern. */
export function targetsOf(model: Model): readonly Target[] {
  const known = targetsByModel.get(model);
  if (known !== undefined) return known;
  const guarded = guardedCells(model);
  const anyway = knownAnyway(model, guarded);
  const targets = guarded.map(({ id }) => ({
    id,
    enough: mustAllow(anyway.get(id) ?? unknown, model.threshold),
  }));
  targetsByModel.set(model, targets);
  return targets;
}

/**
 * What nobody states may be small for all that one sum says, and certainly not small for all that the sums say together:
 * then there is nothing to guard.
 */
function guardedCells(model: Model): readonly Cell[] {
  const maybe = model.cells.filter((cell) => mayBeSmall(cell, model.threshold));
  const rests = maybe.filter(({ standing }) => standing === 'rest').map(({ id }) => ({ id, enough: null }));
  const known = new Map(model.cells.map((cell) => [cell.id, cell.count]));
  const { ranges } = jointRanges(known, model.sums, rests);
  return maybe.filter((cell) => {
    const count = cell.standing === 'rest' ? (ranges.get(cell.id) ?? unknown) : cell.count;
    return mayBeSmall({ ...cell, count }, model.threshold);
  });
}

/**
 * What our habits and what others published say, with everything withheld: a total of two withheld cells is at least 2 in
 * any pattern.
 */
function knownAnyway(model: Model, guarded: readonly Cell[]): ReadonlyMap<string, Count> {
  const all = new Set(model.cells.map((cell) => cell.id));
  const seen = new Map(model.cells.map((cell) => [cell.id, outsiderSees(cell, all)]));
  const asked = guarded.map(({ id }) => ({ id, enough: null }));
  return jointRanges(seen, model.sums, asked).ranges;
}

/**
 * What a release that keeps `withheld` back may say of each range that we worked out ourselves: what anybody can work out
 * from the exact numbers in it and from what was stated. Our own range would tell the withheld numbers it was made from:
 * "between 0 and 62" is the published 66 less a withheld 4.
 */
export function openRanges(model: Model, withheld: Withheld): ReadonlyMap<string, Count> {
  const told = model.cells.map((cell): [string, Count] => {
    const count = withheld.has(cell.id) ? unknown : releaseTells(cell, withheld);
    return [cell.id, both(count, cell.known) ?? count];
  });
  const certain = model.sums.filter(({ isCertain }) => isCertain !== false);
  return simpleRanges(new Map(told), certain).ranges;
}
