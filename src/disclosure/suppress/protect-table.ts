/**
 * Chooses what to withhold of a table so that no unsafe count can be worked out, and gives with it the tables that prove
 * it. Small tables are solved to a proven gap, middling ones by linear programmes and improvement, large ones by exchanges.
 * Effort is counted in steps that are the same on every machine, so the same input gives the same pattern; only a limit in
 * seconds can change that, and then the answer says so. Never gives a pattern it has not proved; refuses when there is none.
 */
import { Refusal } from '#finding/refusal.ts';
import type { AdditiveTable } from '../table/additive.ts';
import { cellName } from '../table/additive.ts';
import type { Status } from '../table/cells-csv.ts';
import type { Certificate } from '../table/given-away.ts';
import { baseTable } from './base-table.ts';
import { cheapest } from './exact.ts';
import type { Haste } from './finders.ts';
import { finderOf } from './finders.ts';
import { formsOf, type Move } from './forms.ts';
import { improve, take } from './improve.ts';
import type { Search } from './meet.ts';
import { meetNeeds } from './meet.ts';
import { TRIFLE } from './mover.ts';
import type { Pattern } from './pattern.ts';
import {
  comesTo,
  costOf,
  emptyPattern,
  isSettled,
  PRIMARY,
  releaseUnused,
  SECONDARY,
  secondaries,
} from './pattern.ts';
import type { Problem } from './problem.ts';
import { movable, problemOf } from './problem.ts';
import { solver } from './solver.ts';
import { sumBound } from './sum-bound.ts';

export type Protected = {
  readonly status: readonly Status[];
  readonly base: Float64Array;
  readonly proofs: readonly Move[];
  readonly way: 'solved' | 'programmes' | 'exchanges';
  /** What the secondary cells cost, and what no safe pattern can cost less than; null when that was not worked out. */
  readonly cost: number;
  readonly bound: number | null;
  /** Choices of cells that were not safe as they were, and were made so. */
  readonly repairs: number;
  /** Proofs that some unsafe cells are narrower than asked in every pattern. */
  readonly givenAway: readonly Certificate[];
  /** True when a limit in seconds ended the search: another run may then find another pattern. */
  readonly isCutShort: boolean;
};

/** Cells that can move: up to here programmes are quick enough, and up to here the best pattern can be searched for. */
export const FOR_PROGRAMMES = 6_000;
const FOR_SOLVING = 1_100;
/** Steps in which the first safe pattern is improved, one cell at a time; a step is about a millisecond. */
const STEPS = { solved: 300, programmes: 14_000, exchanges: 32_000 } as const;
/** Steps in which it is made cheaper a neighbourhood at a time. */
const REFINING = { solved: 45_000, programmes: 10_000 } as const;
/** Steps of the search for the least. */
const STEPS_OF_SOLVING = 8_000;
const STEPS_OF_REPAIR = 1_500;
const GAP = 0.015;
/** Of a limit in seconds, what may pass without a safe pattern before moves are looked for in haste. */
const HASTE = { some: 0.5, great: 0.7 } as const;
/** Of a limit in seconds, what may pass before the search for what no pattern can cost less than. */
const FOR_BOUND = 0.1;
/** Seconds after which a table without any safe pattern is refused, where no limit is given. */
const PATIENCE = 600;

export type Limits = {
  readonly seconds: number | null;
  readonly log: (line: string) => void;
  /** How it is gone about; chosen by the size of the table unless it is said here. */
  readonly way?: Protected['way'];
  /** How moves are looked for from the start; a limit in seconds hastens it later. */
  readonly haste?: Haste;
  /** Ends the search of a large table where it comes by this pattern, as one that a limit cut short did. */
  readonly until?: readonly Status[];
};

export async function protectTable(
  table: AdditiveTable,
  { seconds, log, way: asked, haste = 'none', until }: Limits,
): Promise<Protected> {
  const started = performance.now();
  const base = await baseTable(table);
  if (base === null) {
    throw new Refusal(
      'bad-use',
      'No whole numbers fit what is given of the cells: some of the intervals contradict each other.',
    );
  }
  const problem = problemOf(table, base);
  const size = movable(problem).length;
  const way = asked ?? (size > FOR_PROGRAMMES ? 'exchanges' : size > FOR_SOLVING ? 'programmes' : 'solved');
  const highs = await solver();
  const forms = formsOf(problem);
  const finder = finderOf(highs, problem, forms, way === 'exchanges' ? 'exchanges' : 'programmes');
  let isCutShort = false;
  const secondsLeft = () => (seconds ?? Number.POSITIVE_INFINITY) - (performance.now() - started) / 1000;
  const isOver = () => {
    if (secondsLeft() > 0) return false;
    isCutShort = true;
    return true;
  };
  // Before there is any safe pattern: nothing may run for ever.
  const isGivenUp = () => performance.now() - started > (seconds ?? PATIENCE) * 1000;
  const hasteNow = (): Haste => {
    if (seconds === null) return haste;
    const share = (performance.now() - started) / 1000 / seconds;
    return share > HASTE.great ? 'great' : share > HASTE.some ? 'some' : haste;
  };
  const givenAway: Certificate[] = [];
  const search = { problem, finder, highs, givenAway, isGivenUp };
  try {
    const first = safePattern(search, new Set(), { steps: STEPS[way], isOver, hasteNow, until }, log);
    if (!first.isSafe) throw notInTime(problem, first.pattern);
    let best = first.pattern;
    log(`first safe pattern: ${secondaries(best).length} cells besides the unsafe ones`);
    let bound: number | null = secondaries(best).length === 0 ? 0 : null;
    // A limit may end the search at any time, and the answer must still say how far from the least it may be. Not sooner: what the shape
    // of the table gives away is asked for no more now.
    const early =
      seconds === null || bound === 0
        ? null
        : sumBound(highs, problem, Math.min(secondsLeft(), seconds * FOR_BOUND));
    const before = finder.work();
    let repairs = 0;
    if (way !== 'exchanges' && bound === null) {
      bound = cheapest(
        highs,
        problem,
        forms,
        (choice, moves, isRefined) => {
          const effort = { steps: isRefined ? 0 : STEPS_OF_REPAIR, isOver, moves };
          const { pattern: next, isSafe, wasRepaired } = safePattern(search, choice, effort);
          if (wasRepaired) repairs += 1;
          // Cut off before it was safe: the best so far stands.
          if (!isSafe) return new Set(secondaries(best));
          if (costOf(next, problem) < costOf(best, problem) - 1e-9) best = next;
          return new Set(secondaries(next));
        },
        () => best,
        {
          gap: GAP,
          isLate: isOver,
          secondsLeft,
          isSmall: way === 'solved',
          steps: STEPS_OF_SOLVING,
          refining: REFINING[way],
          work: () => finder.work() - before,
        },
        log,
      );
    }
    // The search of a small table, where it was not cut off, tells more.
    if (bound === null || isCutShort) {
      const quick = early ?? sumBound(highs, problem, secondsLeft());
      if (quick !== null) bound = Math.max(bound ?? 0, quick);
    }
    return {
      status: Array.from(best.status, (one) => (one === PRIMARY ? 'P' : one === SECONDARY ? 'S' : '')),
      base,
      proofs: [...best.proofs.values()],
      way,
      cost: costOf(best, problem),
      bound,
      repairs,
      givenAway,
      isCutShort,
    };
  } finally {
    finder.dispose();
  }
}

type Trial = {
  readonly steps: number;
  readonly isOver: () => boolean;
  readonly hasteNow?: () => Haste;
  readonly until?: readonly Status[] | undefined;
  /** Moves within the choice that are known. */
  readonly moves?: readonly Move[];
};

/** Withholds what is chosen and whatever else is needed, then does without what is not. */
function safePattern(
  search: Search,
  choice: ReadonlySet<number>,
  { steps, isOver, hasteNow = () => 'none', moves = [], until }: Trial,
  log: (line: string) => void = () => undefined,
): { readonly pattern: Pattern; readonly isSafe: boolean; readonly wasRepaired: boolean } {
  const { problem, finder } = search;
  const pattern = emptyPattern(problem);
  for (const [cell, cost] of problem.cost.entries()) {
    if (problem.isCandidate[cell] === 0) continue;
    const isChosen = choice.has(cell);
    if (isChosen) pattern.status[cell] = SECONDARY;
    finder.setCost(cell, isChosen ? TRIFLE : cost);
  }
  for (const move of moves) take(pattern, problem, finder, move);
  const isGivenUp = () => {
    finder.hurry(hasteNow());
    return search.isGivenUp();
  };
  const unmet = meetNeeds({ ...search, isGivenUp }, pattern, log);
  finder.hurry('none');
  if (unmet === null) return { pattern, isSafe: false, wasRepaired: false };
  const [first] = unmet;
  if (first !== undefined) throw cannotBeProtected(problem, first);
  const wasRepaired = secondaries(pattern).some((cell) => !choice.has(cell));
  log(`complete: ${secondaries(pattern).length}`);
  const before = finder.work();
  const isLate = () =>
    finder.work() - before > steps || isOver() || (until !== undefined && comesTo(pattern, until));
  releaseUnused(pattern, finder, problem);
  while (!isLate() && improve(pattern, problem, finder, isLate)) releaseUnused(pattern, finder, problem);
  releaseUnused(pattern, finder, problem);
  return { pattern, isSafe: true, wasRepaired };
}

function notInTime({ needs }: Problem, pattern: Pattern): Refusal {
  const unmet = [...needs.keys()].filter(
    (index) => needs[index]?.by !== 0 && !isSettled(pattern, index),
  ).length;
  return new Refusal(
    'not-protected',
    `No safe pattern was found in the time given, and an unsafe one is never written. ${unmet} of ${needs.length} bounds were still to be met. Give more --seconds, or protect fewer tables together.`,
  );
}

function cannotBeProtected({ table }: Problem, cell: number): Refusal {
  return new Refusal(
    'not-protected',
    `The cell ${cellName(table, cell)} can be worked out too closely whatever is withheld. Leave out the table or the codes that hold it.`,
  );
}
