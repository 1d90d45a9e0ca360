/**
 * What can be said of perturbed counts beside the true ones, worked out from the two alone: it knows nothing of how they were
 * made. Of rounding it is asked that nothing fails; of cell keys sums are expected not to hold, and it says how many.
 */
import type { AdditiveTable } from '../table/additive.ts';
import { isUnsafe } from '../table/additive.ts';

export type PerturbedCheck = {
  readonly cells: number;
  readonly changed: number;
  readonly largestChange: number;
  /** The mean of the squared changes of counts that are not zero. */
  readonly meanSquare: number;
  readonly sums: number;
  /** Sums of the counts given out that do not hold, and by how much the worst. */
  readonly brokenSums: number;
  readonly widestGap: number;
  /** Zeros that are no longer zero, and counts below zero. */
  readonly zerosChanged: number;
  readonly negative: number;
  /** Counts given out that are no multiple of the base; null where there is none. */
  readonly notMultiples: number | null;
  /** Unsafe counts given out as they are; nobody can tell which. With base 5 there is none from 1 to 4; with base 3 a 3 stays. */
  readonly unsafeUnchanged: number;
  /** Cells changed by the base or more; null where there is none. */
  readonly beyondBase: number | null;
};

export function checkPerturbed(
  table: AdditiveTable,
  given: readonly number[],
  base: number | null,
): PerturbedCheck {
  const truth = table.given.map(({ low }) => low);
  const changes = given.map((count, cell) => Math.abs(count - (truth[cell] ?? 0)));
  const filled = truth.filter((count) => count > 0).length;
  const gaps = table.relations.map(({ whole, parts }) =>
    Math.abs(parts.reduce((left, part) => left - (given[part] ?? 0), given[whole] ?? 0)),
  );
  const many = (is: (cell: number) => boolean) => [...given.keys()].filter(is).length;
  const largest = (numbers: readonly number[]) => numbers.reduce((most, one) => Math.max(most, one), 0);
  return {
    cells: given.length,
    changed: changes.filter((change) => change > 0).length,
    largestChange: largest(changes),
    meanSquare: changes.reduce((sum, change) => sum + change * change, 0) / Math.max(1, filled),
    sums: gaps.length,
    brokenSums: gaps.filter((gap) => gap > 0).length,
    widestGap: largest(gaps),
    zerosChanged: many((cell) => truth[cell] === 0 && given[cell] !== 0),
    negative: many((cell) => (given[cell] ?? 0) < 0),
    notMultiples: base === null ? null : many((cell) => (given[cell] ?? 0) % base !== 0),
    unsafeUnchanged: many((cell) => isUnsafe(table, cell) && given[cell] === truth[cell]),
    beyondBase: base === null ? null : changes.filter((change) => change >= base).length,
  };
}
