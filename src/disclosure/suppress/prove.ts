/**
 * Looks for tables that prove a finished pattern safe, whoever made it: for each unsafe cell one with less of it and one
 * with more, and for each other withheld cell one with another count. They are offers. The auditor checks each, sum by
 * sum, and works out by itself what none of them settles.
 *
 * A large pattern of ours rests on moves that are led around hundreds of published cells, and nobody comes upon those again by
 * looking for one at a time. But the same table is always protected in the same way: so it is protected once more, and what
 * proved that pattern is offered wherever it fits this one, or can be led around what this one publishes.
 */
import type { Highs } from 'highs';
import { Refusal } from '#finding/refusal.ts';
import type { AdditiveTable } from '../table/additive.ts';
import type { Status } from '../table/cells-csv.ts';
import type { Certificate } from '../table/given-away.ts';
import { provedLeast } from '../table/given-away.ts';
import { baseTable } from './base-table.ts';
import { finderOf, type OpenFinder } from './finders.ts';
import { type Forms, formsOf, type Move } from './forms.ts';
import { type Around, complete } from './improve.ts';
import { meetNeeds } from './meet.ts';
import { emptyPattern, isSettled, type Pattern, prove, reconsider, through } from './pattern.ts';
import { movable, type Need, type Problem, problemOf, settleFor } from './problem.ts';
import { FOR_PROGRAMMES, protectTable } from './protect-table.ts';
import { solver } from './solver.ts';
import { wholeMovesOf } from './whole-moves.ts';

export type Offer = {
  readonly proofs: { readonly base: Float64Array; readonly changes: readonly Move[] };
  readonly givenAway: readonly Certificate[];
};

/** Cells that can move, up to which a programme in whole numbers is quick enough. */
const FOR_WHOLE_MOVES = 2_000;

/** Seconds after which nothing more is looked for: what is offered then is checked, and the rest is for the auditor. */
const PATIENCE = 60;

/** Where linear programmes led to halves alone: a pattern that withholds little leaves few tables, and they are not easily come by. */
function proveInWholeNumbers(highs: Highs, problem: Problem, forms: Forms, pattern: Pattern): void {
  const whole = wholeMovesOf(highs, problem, forms);
  whole.choose(new Set());
  for (const [index, need] of problem.needs.entries()) {
    if (need.by === 0 || isSettled(pattern, index)) continue;
    const move = whole.move(need);
    if (move != null) prove(pattern, problem, move);
  }
  whole.dispose();
}

/** Leads a move around every cell that this pattern publishes; null where that leads nowhere, or leaves too little of it. */
function leaderWithin(
  problem: Problem,
  finder: OpenFinder,
): (move: Move, wanted: readonly Need[]) => Move | null {
  const canMove = new Set(movable(problem));
  const ways = new Map<number, Around | undefined>();
  const around = (cell: number) => {
    if (!ways.has(cell)) ways.set(cell, finder.around?.(cell, []));
    return ways.get(cell);
  };
  return (move, wanted) => {
    const isEnough = ({ cells, by }: Move) =>
      wanted.some((need) => (by[cells.indexOf(need.cell)] ?? 0) * need.direction >= need.by);
    let led: Move | null = move;
    for (const cell of move.cells) {
      if (canMove.has(cell) || led === null || !led.cells.includes(cell)) continue;
      led = wanted.length === 0 ? null : (around(cell)?.(led, isEnough) ?? null);
    }
    return led;
  };
}

/** The proofs with which the same table is protected, as far as nothing moves in them but what this pattern withholds. */
async function recall(
  table: AdditiveTable,
  status: readonly Status[],
  problem: Problem,
  finder: OpenFinder,
  pattern: Pattern,
  givenAway: Certificate[],
): Promise<void> {
  const open = ({ cells, by }: Move): readonly Need[] =>
    [...cells].flatMap((cell, index) => {
      const its = ((by[index] ?? 0) > 0 ? pattern.rising : pattern.falling)[cell] ?? -1;
      const need = problem.needs[its];
      return need === undefined || isSettled(pattern, its) ? [] : [need];
    });
  try {
    const found = await protectTable(table, { seconds: null, log: () => undefined, until: status });
    const within = leaderWithin(problem, finder);
    for (const move of found.proofs) {
      const led = within(move, open(move));
      if (led !== null) prove(pattern, problem, led);
    }
    for (const certificate of found.givenAway) {
      const floor = provedLeast(table, problem.floors, certificate);
      for (const changed of settleFor(problem, certificate.cell, floor))
        reconsider(pattern, problem, changed);
      givenAway.push(certificate);
    }
  } catch (error) {
    // A table that cannot be protected has no proofs.
    if (!(error instanceof Refusal)) throw error;
  }
}

/** Null when no table fits what is given. A table of more than `small` cells that can move is protected once more. */
export async function offerFor(
  table: AdditiveTable,
  status: readonly Status[],
  small = FOR_PROGRAMMES,
): Promise<Offer | null> {
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
  const forms = formsOf(problem);
  const finder = finderOf(highs, problem, forms, 'exchanges');
  const pattern = emptyPattern(problem);
  const givenAway: Certificate[] = [];
  let from = performance.now();
  const isGivenUp = () => performance.now() - from > PATIENCE * 1000;
  const open = [...problem.needs.keys()];
  if (movable(all).length > small && complete(pattern, problem, finder, open, isGivenUp).length > 0) {
    await recall(table, status, problem, finder, pattern, givenAway);
    from = performance.now();
  }
  meetNeeds({ problem, finder, highs, givenAway, isGivenUp }, pattern, () => undefined);
  for (const direction of [1, -1] as const) {
    const still = [...status.keys()].filter(
      (cell) => isWithheld(cell) && through(pattern, cell).length === 0,
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
  if (movable(problem).length <= FOR_WHOLE_MOVES) proveInWholeNumbers(highs, problem, forms, pattern);
  return { proofs: { base, changes: [...pattern.proofs.values()] }, givenAway };
}
