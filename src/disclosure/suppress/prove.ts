/**
 * Looks for tables that prove a finished pattern safe, whoever made it: for each unsafe cell one with less of it and one
 * with more, and for each other withheld cell one with another count. They are offers. The auditor checks each, sum by
 * sum, and works out by itself what none of them settles.
 */
import type { Highs } from 'highs';
import type { AdditiveTable } from '../table/additive.ts';
import type { Status } from '../table/cells-csv.ts';
import type { Certificate } from '../table/given-away.ts';
import { baseTable } from './base-table.ts';
import { byExchanges } from './finders.ts';
import { complete } from './improve.ts';
import { meetNeeds } from './meet.ts';
import type { Move } from './mover.ts';
import { emptyPattern, isSettled, type Pattern, prove, reconsider } from './pattern.ts';
import { movable, type Problem, problemOf } from './problem.ts';
import { solver } from './solver.ts';
import { wholeMovesOf } from './whole-moves.ts';

export type Offer = {
  readonly proofs: { readonly base: Float64Array; readonly changes: readonly Move[] };
  readonly givenAway: readonly Certificate[];
};

/** Cells that can move, up to which a programme in whole numbers is quick enough. */
const FOR_WHOLE_MOVES = 2_000;

/** Where linear programmes led to halves alone: a pattern that withholds little leaves few tables, and they are not easily come by. */
function proveInWholeNumbers(highs: Highs, problem: Problem, pattern: Pattern): void {
  const whole = wholeMovesOf(highs, problem);
  whole.choose(new Set());
  for (const [index, need] of problem.needs.entries()) {
    if (need.by === 0 || isSettled(pattern, index)) continue;
    const move = whole.move(need);
    if (move != null) prove(pattern, problem, move);
  }
  whole.dispose();
}

/** Null when no table fits what is given. */
export async function offerFor(table: AdditiveTable, status: readonly Status[]): Promise<Offer | null> {
  const base = await baseTable(table);
  if (base === null) return null;
  const all = problemOf(table, base);
  const isWithheld = (cell: number) => status[cell] !== '' && table.isKnown[cell] !== true;
  const problem = {
    ...all,
    // What is withheld moves freely, and nothing else does.
    isPrimary: Uint8Array.from(status, (_, cell) => (isWithheld(cell) ? 1 : 0)),
    isCandidate: new Uint8Array(all.size),
    needs: all.needs.filter(({ cell }) => isWithheld(cell)),
  };
  const highs = await solver();
  const finder = byExchanges(highs, problem);
  const pattern = emptyPattern(problem);
  const givenAway: Certificate[] = [];
  const isGivenUp = () => false;
  meetNeeds({ problem, finder, highs, givenAway, isGivenUp }, pattern, () => undefined);
  for (const direction of [1, -1] as const) {
    const still = [...status.keys()].filter(
      (cell) => isWithheld(cell) && (pattern.usedBy[cell]?.size ?? 0) === 0,
    );
    const first = problem.needs.length;
    for (const [place, cell] of still.entries()) {
      problem.needs.push({ cell, direction, by: 1 });
      reconsider(pattern, problem, first + place);
    }
    complete(
      pattern,
      problem,
      finder,
      [...still.keys()].map((place) => first + place),
      isGivenUp,
    );
  }
  finder.dispose();
  if (movable(problem).length <= FOR_WHOLE_MOVES) proveInWholeNumbers(highs, problem, pattern);
  return { proofs: { base, changes: [...pattern.proofs.values()] }, givenAway };
}
