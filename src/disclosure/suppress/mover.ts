/**
 * Finds the cheapest way to let one cell move as far as it must while every sum holds: a linear programme over moves, in
 * which a cell that is not yet withheld costs what it costs to withhold it. It speaks of the innermost cells alone (`forms.ts`); a
 * published sum of them is one row more, and a withheld one is none.
 */
import type { Highs } from 'highs';
import { type Forms, isWhole, type Move, moveMaker, NONE, sumsOf } from './forms.ts';
import type { Need, Problem } from './problem.ts';
import { canBeWithheld } from './problem.ts';

export type Mover = {
  /** The cheapest move, or null when there is none. */
  readonly move: (need: Need) => Move | null;
  /** What it costs to withhold a cell; no more than TRIFLE is the cost of one that is withheld. */
  readonly setCost: (cell: number, cost: number) => void;
  /** The same in whole numbers; null when none was found in reasonable time. */
  readonly wholeMove: (need: Need) => Move | null;
  /** A cell that may not move, and one that may again. */
  readonly ban: (cell: number) => void;
  readonly allow: (cell: number) => void;
  readonly dispose: () => void;
  /** What has been spent so far, in units that are the same on every machine: about a millisecond each on a slow one. */
  readonly work: () => number;
};

/** A withheld cell costs next to nothing more to move, so that proofs stay short. */
export const TRIFLE = 0.001;
/** More than any cell needs to rise, and small enough to keep the arithmetic sharp. */
const FAR = 1e6;
/** Rows that may come in one by one before it is all put together anew, without those that bind nothing any more. */
const MORE_ROWS = { share: 0.3, least: 300 } as const;
/** Steps that a question counts as: a programme is read anew, and pivots, the more dearly the more numbers it holds. */
const PRICE = { question: 0.3, column: 1e-4, pivot: 0.015, number: 1e-6 } as const;

type Model = ReturnType<Highs['createModel']>;

export function moverOf(highs: Highs, problem: Problem, forms: Forms): Mover {
  const { fall, openFall, openRise, size } = problem;
  const { columns, columnOf } = forms;
  const asMove = moveMaker(forms, size);
  const price = Float64Array.from(problem.cost, (cost, cell) =>
    problem.isCandidate[cell] === 1 ? cost : TRIFLE,
  );
  const isStill = new Uint8Array(size);
  const upward = (cell: number) => (canBeWithheld(problem, cell) ? FAR : Math.min(FAR, openRise[cell] ?? 0));
  const downward = (cell: number) => (canBeWithheld(problem, cell) ? fall[cell] : openFall[cell]) ?? 0;
  /** A sum whose parts can fall further than it can itself: it binds also when it is withheld. */
  const isBound = boundSums(forms, size, downward);
  const bindsNothing = (cell: number) =>
    isStill[cell] === 0 &&
    isBound[cell] === 0 &&
    canBeWithheld(problem, cell) &&
    (price[cell] ?? 0) <= TRIFLE;
  let model: Model | null = null;
  const rowOf = new Int32Array(size).fill(NONE);
  /** The first of two columns: by how much a published sum rises and falls, for its price. */
  const slackOf = new Int32Array(size).fill(NONE);
  let rows = 0;
  let numCols = 0;
  let numbers = 0;
  let mostRows = 0;
  let spent = 0;

  function build(): Model {
    model?.dispose();
    const sums = sumsOf(forms, (cell) => !bindsNothing(cell));
    rowOf.set(sums.rowOf);
    slackOf.fill(NONE);
    const starts = [0];
    const indices: number[] = [];
    const values: number[] = [];
    numCols = 2 * columns.length;
    for (let row = 0; row < sums.numRows; row++) {
      for (let index = sums.starts[row] as number; index < (sums.starts[row + 1] as number); index++) {
        const at = 2 * (sums.indices[index] as number);
        indices.push(at, at + 1);
        values.push(sums.values[index] as number, -(sums.values[index] as number));
      }
      const cell = sums.cells[row - sums.first] ?? NONE;
      if (cell !== NONE && problem.isCandidate[cell] === 1 && isStill[cell] === 0) {
        slackOf[cell] = numCols;
        indices.push(numCols, numCols + 1);
        values.push(-1, 1);
        numCols += 2;
      }
      starts.push(indices.length);
    }
    rows = sums.numRows;
    numbers = values.length;
    mostRows = rows * (1 + MORE_ROWS.share) + MORE_ROWS.least;
    const made = highs.createModel({
      numCols,
      numRows: rows,
      colCost: new Float64Array(numCols),
      colLower: new Float64Array(numCols),
      colUpper: new Float64Array(numCols),
      rowLower: new Float64Array(rows),
      rowUpper: new Float64Array(rows),
      matrix: {
        format: 'csr',
        numRows: rows,
        numCols,
        starts: Int32Array.from(starts),
        indices: Int32Array.from(indices),
        values: Float64Array.from(values),
      },
    });
    made.options.set({ output_flag: false, presolve: 'off' });
    for (const cell of columns) settle(made, cell);
    for (const cell of sums.cells) settle(made, cell);
    model = made;
    return made;
  }

  /** Gives a cell the bounds and the price that it has now. */
  function settle(its: Model, cell: number): void {
    const [up, down] = isStill[cell] === 1 ? [0, 0] : [upward(cell), downward(cell)];
    const at = columnOf[cell] as number;
    if (at !== NONE) {
      settlePair(its, 2 * at, cell, up, down);
      return;
    }
    if (rowOf[cell] === NONE && (bindsNothing(cell) || forms.of(cell).length === 0)) return;
    const row = rowOf[cell] === NONE ? addRow(its, cell) : (rowOf[cell] as number);
    const isPriced = isStill[cell] === 0 && problem.isCandidate[cell] === 1 && (price[cell] ?? 0) > TRIFLE;
    if (isPriced) its.changeRowBounds(row, 0, 0);
    else if (bindsNothing(cell)) its.changeRowBounds(row, -highs.infinity, highs.infinity);
    else its.changeRowBounds(row, -down, up === FAR ? highs.infinity : up);
    const slack = slackOf[cell] as number;
    if (slack !== NONE) settlePair(its, slack, cell, isPriced ? up : 0, isPriced ? down : 0);
  }

  function settlePair(its: Model, first: number, cell: number, up: number, down: number): void {
    const cost = price[cell] ?? 0;
    its.changeColBounds(first, 0, up);
    its.changeColBounds(first + 1, 0, down);
    // A cell need not move far to have moved: what it costs in all is spread over a few.
    its.changeColCost(first, cost / 4);
    its.changeColCost(first + 1, cost / Math.max(1, Math.min(4, fall[cell] ?? 0)));
  }

  function addRow(its: Model, cell: number): number {
    const form = forms.of(cell);
    its.addRow(-highs.infinity, highs.infinity, {
      indices: Int32Array.from(
        { length: 2 * form.length },
        (_, index) => 2 * (form[index >> 1] ?? 0) + (index & 1),
      ),
      values: Float64Array.from({ length: 2 * form.length }, (_, index) => (index % 2 === 0 ? 1 : -1)),
    });
    rowOf[cell] = rows;
    return rows++;
  }

  function find({ cell, direction, by }: Need): Move | null {
    const its = model === null || rows > mostRows ? build() : model;
    const at = columnOf[cell] as number;
    const lost = fall[cell] ?? 0;
    if (at !== NONE) {
      its.changeColBounds(2 * at, direction === 1 ? by : 0, direction === 1 ? FAR : 0);
      its.changeColBounds(2 * at + 1, direction === 1 ? 0 : by, direction === 1 ? 0 : lost);
    } else {
      const row = rowOf[cell] === NONE ? addRow(its, cell) : (rowOf[cell] as number);
      its.changeRowBounds(row, direction === 1 ? by : -lost, direction === 1 ? highs.infinity : -by);
    }
    // From where nothing moves it is nearer to a short move than from where the last one was.
    its.setLogicalBasis();
    its.run();
    spent += PRICE.question + PRICE.column * numCols;
    spent += (PRICE.pivot + PRICE.number * numbers) * Number(its.info.get('simplex_iteration_count'));
    const isFound = its.getModelStatus() === highs.constants.modelStatus.optimal;
    const amounts = isFound ? its.getSolution().colValue : null;
    const found =
      amounts === null ? null : asMove((one) => (amounts[2 * one] ?? 0) - (amounts[2 * one + 1] ?? 0));
    settle(its, cell);
    return found;
  }

  let seed = 20150401;
  const toss = () => {
    seed = (seed * 48271) % 2147483647;
    return seed / 2147483647;
  };

  return {
    move: find,
    wholeMove(need) {
      // A table of halves lies between tables of whole numbers: other prices for what is withheld anyway lead to those.
      for (let trial = 0; trial < 3; trial++) {
        const its = model ?? build();
        for (const [at, cell] of columns.entries()) {
          if ((price[cell] ?? 0) > TRIFLE) continue;
          its.changeColCost(2 * at, TRIFLE * (0.2 + toss()));
          its.changeColCost(2 * at + 1, TRIFLE * (0.2 + toss()));
        }
        const found = find(need);
        if (found !== null && isWhole(found)) return found;
      }
      return null;
    },
    setCost(cell, cost) {
      price[cell] = cost;
      if (model !== null) settle(model, cell);
    },
    ban(cell) {
      isStill[cell] = 1;
      if (model !== null) settle(model, cell);
    },
    allow(cell) {
      isStill[cell] = 0;
      if (model !== null) settle(model, cell);
    },
    dispose: () => model?.dispose(),
    work: () => spent,
  };
}

function boundSums(
  { columns, columnOf, of }: Forms,
  size: number,
  downward: (cell: number) => number,
): Uint8Array {
  return Uint8Array.from({ length: size }, (_, cell) => {
    if (columnOf[cell] !== NONE) return 0;
    let all = 0;
    for (const at of of(cell)) all += downward(columns[at] ?? 0);
    return all > downward(cell) ? 1 : 0;
  });
}
