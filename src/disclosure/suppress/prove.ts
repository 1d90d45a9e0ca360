/**
 * Looks for tables that prove a finished pattern safe, whoever made it: for each unsafe cell one with less of it and one
 * with more, and for each other withheld cell one with another count. They are offers. The auditor checks each, sum by
 * sum, and works out by itself what none of them settles.
 */
import type { AdditiveTable } from '../table/additive.ts';
import type { Status } from '../table/cells-csv.ts';
import type { Certificate } from '../table/given-away.ts';
import { baseTable } from './base-table.ts';
import { byExchanges } from './finders.ts';
import { complete } from './improve.ts';
import { meetNeeds } from './meet.ts';
import type { Move } from './mover.ts';
import { emptyPattern, reconsider } from './pattern.ts';
import { problemOf } from './problem.ts';
import { solver } from './solver.ts';

export type Offer = {
  readonly proofs: { readonly base: Float64Array; readonly changes: readonly Move[] };
  readonly givenAway: readonly Certificate[];
};

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
  return { proofs: { base, changes: [...pattern.proofs.values()] }, givenAway };
}
