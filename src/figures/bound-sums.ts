/**
 * Every sum that binds the numbers: parts of one force's totals, forces of a published statement, members of a group,
 * and what we added up. From these follow the tightest ranges, the contradictions, and what disclosure must guard.
 */

import type { BoundSum } from './breakdown-sums.ts';
import { breakdownSums } from './breakdown-sums.ts';
import type { Difference } from './differences.ts';
import type { Breakdown } from './figure.ts';
import type { Known } from './known.ts';
import { categoryKey, forceNumber, restNumber } from './number.ts';
import type { Statement } from './statements.ts';

/** A number that is the sum of others by our own adding up. */
export type OwnSum = { readonly number: string; readonly parts: readonly string[] };

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
    ...[...tables(known, statements).values()].flatMap(({ categories, name }) =>
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
  ];
}

type Table = {
  readonly categories: Map<string, Breakdown>;
  readonly name: (breakdown: Breakdown | null) => string;
};

/** One table for each force, measure and period, with every category that it or a statement about it uses. */
function tables(
  known: ReadonlyMap<string, Known>,
  statements: readonly Statement[],
): ReadonlyMap<string, Table> {
  const found = new Map<string, Table>();
  const put = (force: string, subject: Known | Statement) => {
    const { measure, period, breakdown } = subject;
    if (breakdown === null) return;
    const key = `${force}|${measure}|${period}`;
    const table = found.get(key) ?? {
      categories: new Map<string, Breakdown>(),
      name: (one: Breakdown | null) => forceNumber(force, { measure, period, breakdown: one }),
    };
    table.categories.set(categoryKey(breakdown), breakdown);
    found.set(key, table);
  };
  for (const one of known.values()) put(one.force, one);
  for (const statement of statements) for (const force of statement.named) put(force, statement);
  return found;
}
