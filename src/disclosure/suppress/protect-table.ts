/**
 * Chooses what to withhold of a table so that no unsafe count can be worked out, and gives with it the tables that prove
 * it. Small tables are solved to a proven gap, middling ones by linear programmes and improvement, large ones by exchanges.
 * Effort is counted in steps that are the same on every machine, so the same input gives the same pattern; only a limit in
 * seconds can change that, and then the answer says so. Never gives a pattern it has not proved; refuses when there is none.
 */
import type { Highs } from 'highs';
import { Refusal } from '#finding/refusal.ts';
import type { AdditiveTable } from '../table/additive.ts';
import { cellName } from '../table/additive.ts';
import type { Status } from '../table/cells-csv.ts';
import type { Certificate } from '../table/given-away.ts';
import { certificateFor, provedLeast } from '../table/given-away.ts';
import { baseTable } from './base-table.ts';
import { cheapest } from './exact.ts';
import type { OpenFinder } from './finders.ts';
import { byExchanges, byProgrammes } from './finders.ts';
import { complete, improve, TRIFLE, take } from './improve.ts';
import type { Move } from './mover.ts';
import type { Pattern } from './pattern.ts';
import {
  costOf,
  emptyPattern,
  isSettled,
  PRIMARY,
  reconsider,
  releaseUnused,
  SECONDARY,
  secondaries,
} from './pattern.ts';
import type { Problem } from './problem.ts';
import { movable, problemOf, settleFor } from './problem.ts';
import { solver } from './solver.ts';

export type Protected = {
  readonly status: readonly Status[];
  readonly base: Float64Array;
  readonly proofs: readonly Move[];
  readonly way: 'solved' | 'programmes' | 'exchanges';
  /** What the secondary cells cost, and what no safe pattern can cost less than; null when that was not worked out. */
  readonly cost: number;
  readonly bound: number | null;
  /** Proofs that some unsafe cells are narrower than asked in every pattern. */
  readonly givenAway: readonly Certificate[];
  /** True when a limit in seconds ended the search: another run may then find another pattern. */
  readonly isCutShort: boolean;
};

/** Cells that can move: up to here programmes are quick enough, and up to here the best pattern can be searched for. */
const FOR_PROGRAMMES = 6_000;
const FOR_SOLVING = 1_100;
/** Steps of improvement; one is a few milliseconds. */
const STEPS = { solved: 8_000, programmes: 12_000, exchanges: 6_000 } as const;
const GAP = 0.015;
/** Seconds after which a table without any safe pattern is refused, where no limit is given. */
const PATIENCE = 600;

export type Limits = { readonly seconds: number | null; readonly log: (line: string) => void };

export async function protectTable(table: AdditiveTable, { seconds, log }: Limits): Promise<Protected> {
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
  const way = size > FOR_PROGRAMMES ? 'exchanges' : size > FOR_SOLVING ? 'programmes' : 'solved';
  const highs = await solver();
  const finder = way === 'exchanges' ? byExchanges(highs, problem) : byProgrammes(highs, problem);
  let isCutShort = false;
  const isOver = () => {
    if (seconds === null || performance.now() - started < seconds * 1000) return false;
    isCutShort = true;
    return true;
  };
  // Before there is any safe pattern: nothing may run for ever.
  const isGivenUp = () => performance.now() - started > (seconds ?? PATIENCE) * 1000;
  const isLate = () => finder.work() > STEPS[way] || isOver();
  const givenAway: Certificate[] = [];
  const search = { problem, finder, highs, givenAway, isGivenUp };
  try {
    const first = safePattern(search, new Set(), isLate, log);
    if (!first.isSafe) throw notInTime(problem, first.pattern);
    let best = first.pattern;
    log(`first safe pattern: ${secondaries(best).length} cells besides the unsafe ones`);
    let bound: number | null = secondaries(best).length === 0 ? 0 : null;
    if (way === 'solved' && bound === null) {
      const found = cheapest(
        highs,
        problem,
        new Set(secondaries(best)),
        (choice) => {
          const { pattern: next, isSafe } = safePattern(search, choice, isOver);
          // Cut off before it was safe: the best so far stands.
          if (!isSafe) return new Set(secondaries(best));
          if (costOf(next, problem) < costOf(best, problem) - 1e-9) best = next;
          return new Set(secondaries(next));
        },
        { gap: GAP, isLate: isOver, steps: STEPS.solved },
        log,
      );
      bound = found.bound;
    }
    return {
      status: Array.from(best.status, (one) => (one === PRIMARY ? 'P' : one === SECONDARY ? 'S' : '')),
      base,
      proofs: [...best.proofs.values()],
      way,
      cost: costOf(best, problem),
      bound,
      givenAway,
      isCutShort,
    };
  } finally {
    finder.dispose();
  }
}

type Search = {
  readonly problem: Problem;
  readonly finder: OpenFinder;
  readonly highs: Highs;
  /** What was found to be given away in any pattern; grows. */
  readonly givenAway: Certificate[];
  readonly isGivenUp: () => boolean;
};

/** Withholds what is chosen and whatever else is needed, then does without what is not. */
function safePattern(
  { problem, finder, highs, givenAway, isGivenUp }: Search,
  choice: ReadonlySet<number>,
  isLate: () => boolean,
  log: (line: string) => void = () => undefined,
): { readonly pattern: Pattern; readonly isSafe: boolean } {
  const pattern = emptyPattern(problem);
  for (const [cell, cost] of problem.cost.entries()) {
    if (problem.isCandidate[cell] === 0) continue;
    const isChosen = choice.has(cell);
    if (isChosen) pattern.status[cell] = SECONDARY;
    finder.setCost(cell, isChosen ? TRIFLE : cost);
  }
  const order = [...problem.needs.keys()].sort((a, b) => {
    const [one, other] = [problem.needs[a], problem.needs[b]];
    return (other?.by ?? 0) - (one?.by ?? 0) || (other?.direction ?? 0) - (one?.direction ?? 0) || a - b;
  });
  log(`${problem.needs.length} needs`);
  const hard = complete(pattern, problem, finder, order, isGivenUp);
  log(`${hard.length} of them hard`);
  for (const index of hard) {
    const need = problem.needs[index];
    if (need === undefined || need.by === 0 || isSettled(pattern, index)) continue;
    const move = isGivenUp() ? null : finder.insist(need, isGivenUp);
    if (move !== null) {
      take(pattern, problem, finder, move);
      continue;
    }
    if (isGivenUp()) return { pattern, isSafe: false };
    const certificate =
      need.direction === 1 ? null : certificateFor(highs, problem.table, problem.floors, need.cell);
    if (certificate === null) throw cannotBeProtected(problem, need.cell);
    givenAway.push(certificate);
    const floor = provedLeast(problem.table, problem.floors, certificate);
    for (const changed of settleFor(problem, need.cell, floor)) {
      reconsider(pattern, problem, changed);
      hard.push(changed);
    }
  }
  log(`complete: ${secondaries(pattern).length}`);
  releaseUnused(pattern, finder, problem);
  while (!isLate() && improve(pattern, problem, finder, isLate)) releaseUnused(pattern, finder, problem);
  releaseUnused(pattern, finder, problem);
  return { pattern, isSafe: true };
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
