/**
 * Meets every need of a table: quickly where that will do, then with whatever it takes. A need that nothing meets is
 * looked at again: when the shape of the table gives the cell away in any pattern, that is certified, and less is asked.
 */
import type { Highs } from 'highs';
import type { Certificate } from '../table/given-away.ts';
import { certificateFor, provedLeast } from '../table/given-away.ts';
import type { OpenFinder } from './finders.ts';
import { complete, take } from './improve.ts';
import type { Pattern } from './pattern.ts';
import { isSettled, reconsider } from './pattern.ts';
import type { Problem } from './problem.ts';
import { settleFor } from './problem.ts';

export type Search = {
  readonly problem: Problem;
  readonly finder: OpenFinder;
  readonly highs: Highs;
  /** What was found to be given away in any pattern; grows. */
  readonly givenAway: Certificate[];
  readonly isGivenUp: () => boolean;
};

/** The cells of which a need is met by nothing; null when there was no time to find out. */
export function meetNeeds(
  { problem, finder, highs, givenAway, isGivenUp }: Search,
  pattern: Pattern,
  log: (line: string) => void,
): readonly number[] | null {
  const order = [...problem.needs.keys()].sort((a, b) => {
    const [one, other] = [problem.needs[a], problem.needs[b]];
    return (other?.by ?? 0) - (one?.by ?? 0) || (other?.direction ?? 0) - (one?.direction ?? 0) || a - b;
  });
  log(`${order.length} bounds to meet`);
  const hard = complete(pattern, problem, finder, order, isGivenUp);
  log(`${hard.length} of ${order.length} bounds are hard to meet`);
  const unmet: number[] = [];
  for (const index of hard) {
    const need = problem.needs[index];
    if (need === undefined || need.by === 0 || isSettled(pattern, index)) continue;
    if (isGivenUp()) return null;
    const move = finder.insist(need);
    if (move !== null) {
      take(pattern, problem, finder, move);
      continue;
    }
    if (isGivenUp()) return null;
    const certificate =
      need.direction === 1 ? null : certificateFor(highs, problem.table, problem.floors, need.cell);
    if (certificate === null) {
      unmet.push(need.cell);
      continue;
    }
    givenAway.push(certificate);
    const floor = provedLeast(problem.table, problem.floors, certificate);
    for (const changed of settleFor(problem, need.cell, floor)) {
      reconsider(pattern, problem, changed);
      hard.push(changed);
    }
  }
  return unmet;
}
