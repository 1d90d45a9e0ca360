/**
 * The cheapest cells to withhold beside the small ones, or null when that is not found in the effort allowed: an integer
 * programme over which cells are withheld, to which the attack adds an inequality for each number of which a choice leaves an
 * outsider knowing too much. It comes from the dual of the attack: what bounds the number are cells that are told, and of
 * those so many must be withheld.
 *
 * Unlike the tables of `suppress`, those of a release have cells that nobody tells and cells of which others told a range, and
 * several outsiders. Effort is counted in programmes solved, so that the same release is the same on every machine. An answer is a
 * proposal: whoever asks for it attacks it.
 */
import type { Highs } from 'highs';
import type { Count } from '#count/count.ts';
import { attack, outsiderSees, targetsOf } from './audit.ts';
import type { Model } from './model.ts';
import { simpleRanges } from './ranges.ts';
import type { Outsiders } from './simple-steps.ts';
import { canGo, costOf } from './simple-steps.ts';
import { solver } from './suppress/solver.ts';

/** The sum over some cells of a factor times one where it is withheld is at least `least`. */
type Cut = { readonly factors: ReadonlyMap<string, number>; readonly least: number };

/** Programmes solved before it is left at the simple steps, a larger one counting as several; some hundred take a second. */
const MOST_ASKED = 3_000;
const CELLS_OF_ONE = 500;
const ITERATIONS_OF_ONE = 25;
const MOST_ROUNDS = 60;
/** Cells of the largest release that is asked. */
const LARGEST = 3_000;
/** Inequalities for one number in a round. */
const MOST_CUTS = 6;
const NODES = 200;
/** A choice that costs this share more than the least is good enough: less than one number of sixty. */
const GAP = 0.015;
const NOTHING = 1e-6;

/** `known`: what can be withheld at this cost at most; nothing is given that does not cost less. */
export async function fewest(
  outsiders: Outsiders,
  primary: ReadonlySet<string>,
  known: ReadonlySet<string>,
): Promise<Set<string> | null> {
  const [model] = outsiders;
  if (model.cells.length > LARGEST) return null;
  const candidates = model.cells.filter((cell) => canGo(cell) && !primary.has(cell.id));
  const highs = await solver();
  const master = masterOf(
    highs,
    candidates.map((cell) => ({ id: cell.id, cost: costOf(cell) })),
  );
  const programmes = outsiders.map((one) =>
    attackOn(highs, one, primary, new Set(candidates.map(({ id }) => id))),
  );
  const ids = new Map(model.cells.map((cell) => [cell.id, cell]));
  const costs = [...known].reduce((all, id) => all + costOf(ids.get(id)), 0);
  try {
    let choice: ReadonlySet<string> = new Set();
    for (let round = 0; round < MOST_ROUNDS; round++) {
      let added = 0;
      for (const one of programmes) {
        const cuts = one.cuts(choice);
        if (
          cuts === null ||
          programmes.reduce((all, other) => all + other.asked(), master.asked()) > MOST_ASKED
        )
          return null;
        for (const cut of cuts) added += master.add(cut) ? 1 : 0;
      }
      if (added === 0) return new Set(choice);
      const next = master.solve();
      if (next === null || next.cost >= costs - NOTHING) return null;
      choice = next.chosen;
    }
    return null;
  } finally {
    for (const one of programmes) one.dispose();
    master.dispose();
  }
}

function masterOf(highs: Highs, candidates: readonly { readonly id: string; readonly cost: number }[]) {
  const at = new Map(candidates.map(({ id }, index) => [id, index]));
  const numCols = candidates.length;
  const master = highs.createModel({
    numCols,
    numRows: 0,
    colCost: Float64Array.from(candidates, ({ cost }) => cost),
    colLower: new Float64Array(numCols),
    colUpper: new Float64Array(numCols).fill(1),
    rowLower: new Float64Array(0),
    rowUpper: new Float64Array(0),
    matrix: {
      ...{ format: 'csr', numRows: 0, numCols, starts: Int32Array.from([0]) },
      ...{ indices: new Int32Array(0), values: new Float64Array(0) },
    },
  });
  master.options.set({ output_flag: false, mip_max_nodes: NODES, mip_rel_gap: GAP });
  const seen = new Set<string>();
  let spent = 0;
  const run = (): Float64Array | null => {
    master.zeroAllClocks();
    master.run();
    spent += Number(master.info.get('simplex_iteration_count')) / ITERATIONS_OF_ONE;
    const isSolved = master.getModelStatus() === highs.constants.modelStatus.optimal;
    return isSolved ? master.getSolution().colValue : null;
  };
  return {
    /** False when it was there already. */
    add({ factors, least }: Cut): boolean {
      const key = JSON.stringify([...factors]);
      if (seen.has(key)) return false;
      seen.add(key);
      const indices = [...factors.keys()].map((id) => at.get(id) ?? 0);
      master.addRow(least, highs.infinity, { indices, values: [...factors.values()] });
      return true;
    },
    /** Null when no choice is enough, or none was found. */
    solve(): { readonly chosen: ReadonlySet<string>; readonly cost: number } | null {
      // An integer programme costs a hundredth of a second to begin, and mostly the plain one has whole numbers.
      let colValue = run();
      if (colValue?.some((share) => Math.abs(share - Math.round(share)) > NOTHING)) {
        for (const index of candidates.keys()) master.changeColIntegrality(index, 1);
        colValue = run();
        for (const index of candidates.keys()) master.changeColIntegrality(index, 0);
      }
      if (colValue === null) return null;
      const chosen = candidates.filter((_, index) => (colValue[index] ?? 0) > 0.5);
      const cost = chosen.reduce((all, one) => all + one.cost, 0);
      return { chosen: new Set(chosen.map(({ id }) => id)), cost };
    },
    /** In programmes, as an attack counts them. */
    asked: () => spent,
    dispose: () => master.dispose(),
  };
}

/** The linear programme of one outsider: every sum, and of each cell what is seen of it. */
function attackOn(highs: Highs, model: Model, primary: ReadonlySet<string>, candidates: ReadonlySet<string>) {
  const everything = new Set(model.cells.map(({ id }) => id));
  const told = model.cells.map((cell) => outsiderSees(cell, primary));
  const hidden = model.cells.map((cell) =>
    candidates.has(cell.id) ? outsiderSees(cell, everything) : outsiderSees(cell, primary),
  );
  const at = new Map(model.cells.map(({ id }, index) => [id, index]));
  const { sums } = simpleRanges(
    new Map(model.cells.map(({ id }, index) => [id, told[index] as Count])),
    model.sums,
  );
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const { whole, parts } of sums) {
    const terms = new Map<number, number>();
    const take = (id: string, factor: number) => {
      const column = at.get(id);
      if (column !== undefined) terms.set(column, (terms.get(column) ?? 0) + factor);
    };
    take(whole, 1);
    for (const part of parts) take(part, -1);
    for (const [column, factor] of terms) {
      indices.push(column);
      values.push(factor);
    }
    starts.push(indices.length);
  }
  const [numCols, numRows] = [model.cells.length, sums.length];
  const end = (count: Count | undefined) =>
    count === undefined || count.high === Number.POSITIVE_INFINITY ? highs.infinity : count.high;
  const lp = highs.createModel({
    ...{ numCols, numRows, colCost: new Float64Array(numCols) },
    colLower: Float64Array.from(told, ({ low }) => low),
    colUpper: Float64Array.from(told, end),
    ...{ rowLower: new Float64Array(numRows), rowUpper: new Float64Array(numRows) },
    matrix: {
      ...{ format: 'csr', numRows, numCols, starts: Int32Array.from(starts) },
      ...{ indices: Int32Array.from(indices), values: Float64Array.from(values) },
    },
  });
  lp.options.set({ output_flag: false, presolve: 'off', simplex_strategy: 4 });
  const optimal = highs.constants.modelStatus.optimal;
  const targets = targetsOf(model).map(({ id, enough }) => ({ id, column: at.get(id) ?? -1, enough }));
  const isHidden = new Uint8Array(numCols);
  const show = (column: number, is: 0 | 1) => {
    if (isHidden[column] === is) return;
    isHidden[column] = is;
    const seen = is === 1 ? hidden[column] : told[column];
    lp.changeColBounds(column, seen?.low ?? 0, end(seen));
  };
  let asked = 0;

  /** What must be withheld too so that the column can reach `goal`; null when it can, or when nothing tells. */
  const cutFor = (column: number, goal: number, direction: 1 | -1): Cut | null | 'failed' => {
    asked += 1 + numCols / CELLS_OF_ONE;
    const own = isHidden[column] === 1 ? hidden[column] : told[column];
    // Far enough is far enough: without an end the programme might have none.
    if (direction === 1) lp.changeColBounds(column, own?.low ?? 0, Math.min(end(own), goal));
    else lp.changeColBounds(column, Math.max(own?.low ?? 0, goal), end(own));
    lp.changeColCost(column, -direction);
    lp.run();
    const isSolved = lp.getModelStatus() === optimal;
    const { colValue, colDual } = lp.getSolution();
    lp.changeColCost(column, 0);
    lp.changeColBounds(column, own?.low ?? 0, end(own));
    if (!isSolved) return 'failed';
    const least = (goal - (colValue[column] ?? 0)) * direction;
    if (least <= 1e-5) return null;
    const factors = new Map<string, number>();
    for (const [one, cell] of model.cells.entries()) {
      const dual = colDual[one] ?? 0;
      if (isHidden[one] === 1 || !candidates.has(cell.id) || Math.abs(dual) < NOTHING) continue;
      // The programme minimises: a negative reduced cost is held by an upper bound, a positive one by a lower bound.
      const room =
        dual < 0 ? end(hidden[one]) - end(told[one]) : (told[one]?.low ?? 0) - (hidden[one]?.low ?? 0);
      const reach = Math.abs(dual) * room;
      if (reach > NOTHING) factors.set(cell.id, Math.min(least, reach));
    }
    return { factors, least };
  };

  return {
    /** Inequalities that the choice does not satisfy; null when the attack could not be made, or no choice helps. */
    cuts(choice: ReadonlySet<string>): readonly Cut[] | null {
      for (const [column, { id }] of model.cells.entries()) show(column, choice.has(id) ? 1 : 0);
      const found: Cut[] = [];
      // The attack in the open is quick, and names the numbers that a programme need be asked about.
      const named = new Set(attack(model, new Set([...primary, ...choice])).disclosed);
      for (const { id, column, enough } of targets) {
        if (!named.has(id)) continue;
        for (const [goal, direction] of [
          [enough.high, 1],
          [enough.low, -1],
        ] as const) {
          const freed: number[] = [];
          for (let many = 0; many < MOST_CUTS; many++) {
            const cut = cutFor(column, goal, direction);
            if (cut === 'failed' || (cut !== null && cut.factors.size === 0)) return null;
            if (cut === null) break;
            found.push(cut);
            // With all its cells withheld, what is still missing is another inequality, which shares none of them.
            for (const id of cut.factors.keys()) {
              const one = at.get(id) ?? -1;
              show(one, 1);
              freed.push(one);
            }
          }
          for (const one of freed) show(one, 0);
        }
      }
      return found;
    },
    asked: () => asked,
    dispose: () => lp.dispose(),
  };
}
