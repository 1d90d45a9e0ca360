/**
 * Every sum that binds the numbers: parts of one force's totals, forces of a published statement, members of a group,
 * and what we added up. From these follow the tightest ranges, the contradictions, and what disclosure must guard.
 */

import type { BoundSum } from './breakdown-sums.ts';
import { breakdownSums } from './breakdown-sums.ts';
import type { Difference } from './differences.ts';
import type { Breakdown } from './figure.ts';
import type { Known } from './known.ts';
import { categoryKey, forceNumber, publishedNumber, restNumber, sumNumber } from './number.ts';
import { periodSums } from './period-sums.ts';
import type { Statement } from './statements.ts';

/** A number that is the sum of others by our own adding up. */
export type OwnSum = {
  readonly number: string;
  readonly parts: readonly string[];
  readonly area: string;
  readonly measure: string;
  readonly period: string;
  readonly breakdown: Breakdown | null;
  readonly forces: readonly string[];
};

export function boundSums(
  known: ReadonlyMap<string, Known>,
  statements: readonly Statement[],
  differences: readonly Difference[],
  ownSums: readonly OwnSum[],
): readonly BoundSum[] {
  const certain = (id: string, whole: string, parts: readonly string[]): BoundSum => ({
    id,
    whole,
    parts,
    isCertain: true,
  });
  return [
    ...[...tables(known, statements), ...areaTables(statements, ownSums)].flatMap(({ categories, name }) =>
      breakdownSums([...categories.values()], name),
    ),
    ...statements.map((statement) => {
      const forces = statement.named.map((force) => forceNumber(force, statement));
      const rest = statement.unnamed > 0 ? [restNumber(statement.number, 'named')] : [];
      return certain(`${statement.number} by force`, statement.number, [...forces, ...rest]);
    }),
    ...differences.flatMap((difference) => {
      const { number, statement, members, less, group } = difference;
      const whole = certain(`${number} taken from ${statement.number}`, statement.number, [...less, number]);
      if (members.length === 1 && members[0] === number) return [whole];
      const rest = group.unnamed > 0 ? [restNumber(number, 'named')] : [];
      return [whole, certain(`${number} by force`, number, [...members, ...rest])];
    }),
    // A sum over no force is not zero: nothing binds it.
    ...ownSums
      .filter(({ parts }) => parts.length > 0)
      .map(({ number, parts }) => certain(`${number} by force`, number, parts)),
    ...overPeriods([...known.values()].map((one) => ({ ...one, forces: [one.force] }))),
    ...overPeriods(ownSums.filter(({ forces }) => forces.length > 1)),
  ];
}

/** A year and a quarter of it, of the same forces. */
function overPeriods(numbers: readonly Omit<OwnSum, 'area' | 'parts'>[]): readonly BoundSum[] {
  const keyOf = ({ forces, measure, breakdown }: Omit<OwnSum, 'area' | 'parts'>) =>
    [forces.join('+'), measure, categoryKey(breakdown)].join('|');
  return [...Map.groupBy(numbers, keyOf)].flatMap(([key, group]) => {
    const byPeriod = new Map(group.map(({ period, number }) => [period, number]));
    const name = (period: string) => byPeriod.get(period) ?? restNumber(key, period);
    return byPeriod.size < 2 ? [] : periodSums(byPeriod.keys(), name);
  });
}

type Table = {
  readonly categories: Map<string, Breakdown>;
  readonly name: (breakdown: Breakdown | null) => string;
};

/** One table for each force, measure and period, with every category that it or a statement about it uses. */
function tables(known: ReadonlyMap<string, Known>, statements: readonly Statement[]): readonly Table[] {
  const found = new Map<string, Table>();
  const put = (force: string, { measure, period, breakdown }: Known | Statement) =>
    putInto(found, `${force}|${measure}|${period}`, breakdown, (one) =>
      forceNumber(force, { measure, period, breakdown: one }),
    );
  for (const one of known.values()) put(one.force, one);
  for (const statement of statements) for (const force of statement.named) put(force, statement);
  return [...found.values()];
}

/**
 * One table for each set of forces of which an area's numbers are told. For the country as published there is none: what
 * its numbers leave is a number of the whole country, which identifies no place.
 */
function areaTables(statements: readonly Statement[], ownSums: readonly OwnSum[]): readonly Table[] {
  const found = new Map<string, Table>();
  for (const { area, named, unnamed, measure, period, breakdown, release } of statements) {
    if (area.kind === 'country' || unnamed > 0) continue;
    putInto(found, `${area.code}|${named.join()}|${measure}|${period}|${release}`, breakdown, (one) =>
      publishedNumber(area.code, named, { measure, period, breakdown: one }, release),
    );
  }
  for (const { area, forces, measure, period, breakdown } of ownSums) {
    putInto(found, `sum|${area}|${forces.join()}|${measure}|${period}`, breakdown, (one) =>
      ownSums.some(
        (other) =>
          other.number === sumNumber(area, { measure, period, breakdown: one }) &&
          other.forces.join() === forces.join(),
      )
        ? sumNumber(area, { measure, period, breakdown: one })
        : `${sumNumber(area, { measure, period, breakdown: one })}|${forces.join()}`,
    );
  }
  return [...found.values()];
}

function putInto(
  found: Map<string, Table>,
  key: string,
  breakdown: Breakdown | null,
  name: Table['name'],
): void {
  if (breakdown === null) return;
  const table = found.get(key) ?? { categories: new Map<string, Breakdown>(), name };
  table.categories.set(categoryKey(breakdown), breakdown);
  found.set(key, table);
}
