/**
 * What a published total leaves for the forces of which no own figure is known: the total less what is known. Where
 * another statement already says what some of them share, that share is taken away as one number, so that nothing is
 * lost to rounding a shared number into separate ranges. Only totals are treated so: which forces stand behind the
 * number of one age or offence is rarely published.
 */
import type { AreaLookUp } from './area-look-up.ts';
import { list } from './coverage.ts';
import type { Group } from './figure.ts';
import type { Known } from './known.ts';
import { forceNumber, groupNumber } from './number.ts';
import type { Statement } from './statements.ts';

export type Difference = {
  readonly number: string;
  readonly statement: Statement;
  readonly group: Group;
  /** Numbers of the named forces in the group. */
  readonly members: readonly string[];
  /** Numbers that were taken away: those of known forces, and the shares of other groups. */
  readonly less: readonly string[];
};

export function differencesOf(
  statements: readonly Statement[],
  known: ReadonlyMap<string, Known>,
  look: AreaLookUp,
): readonly Difference[] {
  const totals = statements.filter(({ breakdown }) => breakdown === null);
  const found: Difference[] = [];
  // Small statements first: a large one is taken apart by the shares they settle.
  for (const statement of [...totals].sort((a, b) => size(a) - size(b) || (a.number < b.number ? -1 : 1))) {
    const difference = differenceOf(statement, found, known, look);
    if (difference !== null) found.push(difference);
  }
  return found;
}

function size(statement: Statement): number {
  return statement.named.length + statement.unnamed;
}

function differenceOf(
  statement: Statement,
  shares: readonly Difference[],
  known: ReadonlyMap<string, Known>,
  look: AreaLookUp,
): Difference | null {
  const numberOf = (force: string) => forceNumber(force, statement);
  const less = statement.named.map(numberOf).filter((number) => known.has(number));
  let left = statement.named.filter((force) => !known.has(numberOf(force)));
  for (const share of shares) {
    const { forces, unnamed } = share.group;
    const isInside = forces.length > 0 && unnamed === 0 && forces.every((force) => left.includes(force));
    if (!isInside || !isAlike(share.statement, statement)) continue;
    left = left.filter((force) => !forces.includes(force));
    less.push(share.number);
  }
  if (less.length === 0 || left.length + statement.unnamed === 0) return null;
  const isOne = left.length === 1 && statement.unnamed === 0;
  const members = left.map(numberOf);
  return {
    number: isOne ? (members[0] ?? '') : groupNumber(left, statement.unnamed, statement.number),
    statement,
    group: { label: groupLabel(left, statement.unnamed, look), forces: left, unnamed: statement.unnamed },
    members,
    less,
  };
}

function isAlike(a: Statement, b: Statement): boolean {
  return a.measure === b.measure && a.period === b.period && a.release === b.release;
}

function groupLabel(forces: readonly string[], unnamed: number, look: AreaLookUp): string {
  const others = unnamed === 1 ? '1 force not named' : `${unnamed} forces not named`;
  const names = forces.map((force) => look.area(force).short);
  if (unnamed === 0) return list(names);
  return names.length === 0 ? others : `${names.sort().join(', ')} and ${others}`;
}
