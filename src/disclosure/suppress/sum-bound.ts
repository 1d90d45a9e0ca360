/**
 * What no safe pattern can cost less than, from one sum at a time: where a small count stands alone in a sum, so much of the others must
 * be withheld that it can move as far as it must, and whoever is withheld needs another of each of its sums. One linear programme, quick
 * enough for tables of which the least is not searched for; the search of small tables gives a far higher bound.
 */
import type { Highs } from 'highs';
import { bridgesOf } from './choices.ts';
import type { Need, Problem } from './problem.ts';

/** Numbers in the programme beyond which it is not asked, and pivots after which it is left. */
const MOST_NUMBERS = 3_000_000;
const MOST_PIVOTS = 200_000;

/** Null where the programme is too large, or not solved in the effort allowed. */
export function sumBound(highs: Highs, problem: Problem, seconds: number): number | null {
  const candidates = [...problem.isCandidate.keys()].filter((cell) => problem.isCandidate[cell] === 1);
  const at = new Map(candidates.map((cell, index) => [cell, index]));
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  const least: number[] = [];
  const add = (cells: readonly number[], factors: readonly number[], atLeast: number): void => {
    for (const [index, cell] of cells.entries()) {
      indices.push(at.get(cell) ?? 0);
      values.push(factors[index] ?? 0);
    }
    starts.push(indices.length);
    least.push(atLeast);
  };
  const relationsOf = new Map<number, number[]>();
  for (const [index, { whole, parts }] of problem.table.relations.entries())
    for (const cell of [whole, ...parts]) relationsOf.set(cell, [...(relationsOf.get(cell) ?? []), index]);
  for (const need of problem.needs) {
    if (need.by <= 0) continue;
    for (const sum of relationsOf.get(need.cell) ?? []) {
      const found = demandOf(problem, need, sum);
      if (found !== null) add(found.cells, found.factors, found.least);
    }
    if (indices.length > MOST_NUMBERS) return null;
  }
  for (const { cell, others } of bridgesOf(problem)) {
    const beside = others.filter((one) => one !== cell);
    add([cell, ...beside], [-1, ...beside.map(() => 1)], 0);
    if (indices.length > MOST_NUMBERS) return null;
  }
  const model = highs.createModel({
    numCols: candidates.length,
    numRows: least.length,
    colCost: Float64Array.from(candidates, (cell) => problem.cost[cell] ?? 0),
    colLower: new Float64Array(candidates.length),
    colUpper: new Float64Array(candidates.length).fill(1),
    rowLower: Float64Array.from(least),
    rowUpper: new Float64Array(least.length).fill(highs.infinity),
    matrix: {
      format: 'csr',
      numRows: least.length,
      numCols: candidates.length,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
  });
  try {
    model.options.set({
      output_flag: false,
      simplex_iteration_limit: MOST_PIVOTS,
      time_limit: Math.min(1e6, Math.max(0.1, seconds)),
    });
    model.run();
    const isSolved = model.getModelStatus() === highs.constants.modelStatus.optimal;
    return isSolved ? model.getObjectiveValue() : null;
  } finally {
    model.dispose();
  }
}

/** What one sum asks of the other cells in it so that one of them can move: null where it asks nothing. */
function demandOf(
  { table, fall, openFall, openRise, isPrimary, isCandidate }: Problem,
  { cell, direction, by }: Need,
  sum: number,
): { readonly cells: readonly number[]; readonly factors: readonly number[]; readonly least: number } | null {
  const relation = table.relations[sum];
  if (relation === undefined) return null;
  const { whole, parts } = relation;
  const cells: number[] = [];
  const reaches: number[] = [];
  let left = by;
  for (const other of [whole, ...parts]) {
    if (other === cell) continue;
    // A part is met by its whole in the same direction, and by another part in the other one.
    const rises = (cell === whole || other === whole) === (direction === 1);
    const all = rises ? Number.POSITIVE_INFINITY : (fall[other] ?? 0);
    if (isPrimary[other] === 1) {
      left -= all;
    } else {
      const published = (rises ? openRise[other] : openFall[other]) ?? 0;
      left -= published;
      if (isCandidate[other] === 1 && all > published) {
        cells.push(other);
        reaches.push(all - published);
      }
    }
    if (left <= 0) return null;
  }
  if (cells.length === 0) return null;
  return { cells, factors: reaches.map((reach) => Math.min(left, reach)), least: left };
}
