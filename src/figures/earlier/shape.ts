/**
 * The sums that bind what earlier releases told to the numbers of today: a sum over fewer forces to its forces, categories of
 * several releases to one another, and periods that overlap. They add to the sums of today's numbers and repeat none.
 */
import type { BoundSum } from '../breakdown-sums.ts';
import { breakdownSums } from '../breakdown-sums.ts';
import type { Breakdown, Figure } from '../figure.ts';
import type { Subject } from '../number.ts';
import { categoryKey, forceNumber, restNumber } from '../number.ts';
import { periodSums } from '../period-sums.ts';
import type { ToldNumber } from './told.ts';

/** A number with the forces that stand behind it. */
type Behind = Subject & {
  readonly number: string;
  readonly forces: readonly string[];
  readonly isTold: boolean;
};

export function sumsWithEarlier(
  figures: readonly Figure[],
  earlier: readonly (readonly ToldNumber[])[],
): readonly BoundSum[] {
  const all = [
    ...named(figures),
    ...earlier
      .flat()
      .filter(({ figure }) => figure.unnamed === 0)
      .map(behind),
  ];
  return [
    ...earlier.flatMap(byForce),
    ...categoriesOfForces(all),
    ...earlier.flatMap(categoriesOfAreas),
    ...periodsOf(all),
  ];
}

function named(figures: readonly Figure[]): readonly Behind[] {
  return figures
    .filter(({ coverage, method }) => coverage.includedUnnamed === 0 && method !== 'rate')
    .map(({ number, measure, period, breakdown, coverage }) => {
      const forces = [...coverage.includedForces].sort();
      return { number, measure, period, breakdown, forces, isTold: false };
    });
}

function behind({ number, figure: { measure, period, breakdown, forces } }: ToldNumber): Behind {
  return { number, measure, period, breakdown, forces: [...forces].sort(), isTold: true };
}

/** What was told of several forces together is the sum of theirs; what was left of a published number is told as such. */
function byForce(told: readonly ToldNumber[]): readonly BoundSum[] {
  const byFigure = new Map(told.map((one) => [one.figure.id, one.number]));
  return told.flatMap(({ number, figure }) => {
    const { forces, unnamed, from, method } = figure;
    const sums: BoundSum[] = [];
    const whole = byFigure.get(from[0] ?? '');
    const less = from.slice(1).flatMap((id) => byFigure.get(id) ?? []);
    if (method === 'difference' && whole !== undefined && less.length === from.length - 1) {
      const parts = [...less, number];
      sums.push({ id: `${number} taken from ${whole}`, whole, parts, isCertain: false });
    }
    if (forces.length + unnamed > 1) {
      const rest = unnamed > 0 ? [restNumber(number, 'named')] : [];
      const parts = [...forces.map((force) => forceNumber(force, figure)), ...rest];
      sums.push({ id: `${number} by force`, whole: number, parts, isCertain: false });
    }
    return sums;
  });
}

/** One table for each force, measure and period whose categories of then are not all among those of today. */
function categoriesOfForces(all: readonly Behind[]): readonly BoundSum[] {
  const tables = Map.groupBy(
    all.flatMap((one) => one.forces.map((force) => ({ ...one, force }))),
    ({ force, measure, period }) => `${force}|${measure}|${period}`,
  );
  return [...tables.values()].flatMap((table) => {
    const now = categories(table.filter(({ isTold }) => !isTold));
    const [first, ...others] = table.filter(
      ({ isTold, breakdown }) => isTold && breakdown !== null && !now.has(categoryKey(breakdown)),
    );
    if (first === undefined) return [];
    const union = [...now.values(), ...categories([first, ...others]).values()];
    const name = (breakdown: Breakdown | null) => forceNumber(first.force, { ...first, breakdown });
    return breakdownSums(union, name, 'of any release').map(assumed);
  });
}

/** As for what a release tells of an area today: for the country there is none. */
function categoriesOfAreas(told: readonly ToldNumber[]): readonly BoundSum[] {
  const areas = told.filter(
    ({ figure: { unnamed, forces, area } }) => unnamed === 0 && forces.length > 1 && !area.startsWith('K'),
  );
  const keyOf = ({ figure: { method, area, forces, measure, period } }: ToldNumber) =>
    [method, area, [...forces].sort().join('+'), measure, period].join('|');
  return [...Map.groupBy(areas, keyOf)].flatMap(([key, table]) => {
    const union = table.flatMap(({ figure }) => figure.breakdown ?? []);
    if (union.length === 0) return [];
    const name = (breakdown: Breakdown | null) =>
      table.find(({ figure }) => categoryKey(figure.breakdown) === categoryKey(breakdown))?.number ??
      `earlier|${key}|${categoryKey(breakdown)}`;
    return breakdownSums(union, name, 'told before').map(assumed);
  });
}

function categories(table: readonly Behind[]): Map<string, Breakdown> {
  return new Map(
    table.flatMap(({ breakdown }) => (breakdown === null ? [] : [[categoryKey(breakdown), breakdown]])),
  );
}

/** The periods that each set of forces is told of. */
function periodsOf(all: readonly Behind[]): readonly BoundSum[] {
  const keyOf = ({ forces, measure, breakdown }: Behind) =>
    [forces.join('+'), measure, categoryKey(breakdown)].join('|');
  return [...Map.groupBy(all, keyOf)].flatMap(([key, group]) => {
    const byPeriod = new Map(group.map(({ period, number }) => [period, number]));
    const [first] = group;
    const [force] = first?.forces ?? [];
    const name = (period: string) => {
      if (first?.forces.length === 1 && force !== undefined)
        return forceNumber(force, { measure: first.measure, breakdown: first.breakdown, period });
      return byPeriod.get(period) ?? `earlier|${key}|${period}`;
    };
    return periodSums(byPeriod.keys(), name);
  });
}

function assumed(sum: BoundSum): BoundSum {
  return { ...sum, isCertain: false };
}
