/**
 * Moves that a large table allows, without a linear programme: what is taken from one place is given to another in every
 * dimension at once. In a table of two dimensions that is the classical rectangle; in more, and with hierarchies and linked
 * tables, every cell moves by the product of what its codes move by, so every sum holds by construction. A move that is too
 * large for one such exchange is put together from several.
 */

import type { Move } from './forms.ts';
import { moveAdder } from './move-adder.ts';
import type { Need, Problem } from './problem.ts';

type Found = Move & { readonly cost: number };

export type Exchanger = {
  /** The cheapest exchange found, with what it would cost to withhold what is not; null when none was. More hope looks longer; with none the first will do. */
  readonly find: (need: Need, price: Float64Array, hope?: number) => Found | null;
  /** The cheapest exchange found that, made after a move, puts one of its cells back to where it was. */
  readonly undoing: (move: Move, cell: number, price: Float64Array, hope?: number) => Found | null;
  /** One move and so many times another; null where something would fall too far. */
  readonly sum: (one: Move, other: Move, times: number) => Move | null;
  /** What has been spent so far, in steps of about a millisecond. */
  readonly work: () => number;
};

/** How many partners are looked at for one need before the best so far is taken. */
const PATIENCE = 1_200;
/** More hope looks at more, up to so many times as many. */
const MOST_PATIENT = 2;
/** How many are looked at before it is given up that there is any. */
const HOPE = 6_000;
/** Cells looked at in a step. */
const CELLS_A_STEP = 20_000;
/** Cells of the widest exchange: more levels of hierarchies than any table here has. */
const WIDEST = 1 << 16;

type Swap = {
  readonly codes: readonly number[];
  readonly signs: readonly number[];
  readonly isPair: boolean;
};

export function exchangerOf(problem: Problem): Exchanger {
  const { table, fall } = problem;
  const add = moveAdder(problem);
  const { spec } = table;
  const { dims } = spec;
  const grids = spec.tables.map((on) => gridOf(problem, on));
  const leaves = dims.map(({ children }) =>
    [...children.keys()].filter((code) => children[code]?.length === 0),
  );
  const chains = dims.map(({ parent }) =>
    [...parent.keys()].map((code) => {
      const chain: number[] = [];
      for (let at = code; at >= 0; at = parent[at] ?? -1) chain.push(at);
      return chain;
    }),
  );
  const swaps = dims.map(() => new Map<number, Swap>());
  const swap = (d: number, a: number, b: number): Swap => {
    const size = dims[d]?.codes.length ?? 0;
    const key = a * (size + 1) + b + 1;
    const known = swaps[d]?.get(key);
    if (known !== undefined) return known;
    const up = chains[d]?.[a] ?? [];
    const down = b < 0 ? [] : (chains[d]?.[b] ?? []);
    const gained = up.filter((code) => !down.includes(code));
    const lost = down.filter((code) => !up.includes(code));
    const made = {
      codes: [...gained, ...lost],
      signs: [...gained.map(() => 1), ...lost.map(() => -1)],
      isPair: b >= 0,
    };
    swaps[d]?.set(key, made);
    return made;
  };

  const moved = new Float64Array(problem.size);
  const mark = new Uint8Array(problem.size);
  const stack: number[] = [];
  const stackSign: number[] = [];
  let visits = 0;
  let looked = 0;
  let zeal = 1;
  /** Swapped at every dimension; an exchange touches the product of a few codes of each. */
  let offsetsNow = new Int32Array(WIDEST);
  let offsetsNext = new Int32Array(WIDEST);
  let signsNow = new Int8Array(WIDEST);
  let signsNext = new Int8Array(WIDEST);

  /** Adds the cells that become certain when dimension `d` is decided; their price, or Infinity when one cannot move. */
  function extend(
    chosen: readonly (Swap | null)[],
    d: number,
    own: readonly number[],
    home: number,
    price: Float64Array,
    direction: number,
    by: number,
    limit: number,
  ): number {
    let cost = 0;
    for (const [index, grid] of grids.entries()) {
      if (!grid.has[d]) continue;
      if (index !== home) {
        // Before everything in the first table is decided, what else moves is not known.
        if (grids[home]?.has[d] === true) continue;
        let isTouched = true;
        for (let other = 0; other < dims.length; other++) {
          if (chosen[other]?.isPair === true && !grid.has[other]) isTouched = false;
        }
        if (!isTouched) continue;
      }
      let length = 1;
      offsetsNow[0] = 0;
      signsNow[0] = direction;
      for (let place = 0; place < grid.on.length; place++) {
        const dim = grid.on[place] as number;
        const stride = grid.strides[place] as number;
        const now = chosen[dim] as Swap | null;
        if (now === null) {
          const step = stride * (own[dim] as number);
          for (let k = 0; k < length; k++) offsetsNow[k] = (offsetsNow[k] as number) + step;
          continue;
        }
        const skip = dim === d ? (own[dim] as number) : -1;
        const { codes, signs } = now;
        let next = 0;
        for (let k = 0; k < length; k++) {
          const from = offsetsNow[k] as number;
          const sign = signsNow[k] as number;
          for (let c = 0; c < codes.length; c++) {
            const code = codes[c] as number;
            if (code === skip) continue;
            offsetsNext[next] = from + stride * code;
            signsNext[next] = sign * (signs[c] as number);
            next += 1;
          }
        }
        length = next;
        [offsetsNow, offsetsNext] = [offsetsNext, offsetsNow];
        [signsNow, signsNext] = [signsNext, signsNow];
      }
      looked += length;
      for (let k = 0; k < length; k++) {
        const cell = grid.cells[offsetsNow[k] as number] as number;
        if (mark[cell] === 1) continue;
        const sign = signsNow[k] as number;
        const its = price[cell] as number;
        if (its === Infinity) return Infinity;
        const already = moved[cell] as number;
        if (sign < 0 && (fall[cell] as number) + already < by) return Infinity;
        if (already === 0) cost += its;
        if (cost >= limit) return Infinity;
        mark[cell] = 1;
        stack.push(cell);
        stackSign.push(sign);
      }
    }
    return cost;
  }

  function unwind(to: number): void {
    while (stack.length > to) {
      mark[stack.pop() ?? 0] = 0;
      stackSign.pop();
    }
  }

  /** One exchange that moves the cell by `by` in `direction`. */
  function one(cell: number, direction: number, by: number, price: Float64Array, limit: number) {
    const own = table.codes[cell] ?? [];
    if (direction < 0 && (fall[cell] ?? 0) + (moved[cell] ?? 0) < by) return null;
    const home = grids.findIndex((grid) => own.every((code, d) => code === 0 || grid.has[d]));
    const first = [...dims.keys()].filter((d) => own[d] !== 0);
    const inHome = [...dims.keys()].filter((d) => own[d] === 0 && grids[home]?.has[d] === true);
    const outside = [...dims.keys()].filter((d) => grids[home]?.has[d] !== true);
    const order = [...first, ...inHome, ...outside];
    const chosen: (Swap | null)[] = dims.map(() => null);
    let best: { cost: number; cells: number[]; signs: number[] } | null = null;
    visits = 0;
    const optionsOf = (d: number): Swap[] => {
      const code = own[d] ?? 0;
      const inside = (leaves[d] ?? []).filter((leaf) => chains[d]?.[leaf]?.includes(code));
      if (code === 0) return inside.map((leaf) => swap(d, leaf, -1));
      const others = (leaves[d] ?? []).filter((leaf) => !chains[d]?.[leaf]?.includes(code));
      return inside.flatMap((leaf) => [...others.map((other) => swap(d, leaf, other)), swap(d, leaf, -1)]);
    };
    mark[cell] = 1;
    stack.push(cell);
    stackSign.push(direction);
    const walk = (level: number, spent: number): void => {
      const bar = best?.cost ?? limit;
      const d = order[level];
      if (d === undefined) {
        if (spent < bar) best = { cost: spent, cells: [...stack], signs: [...stackSign] };
        return;
      }
      const found: { option: Swap; cost: number }[] = [];
      const height = stack.length;
      for (const option of optionsOf(d)) {
        if (visits > (best === null ? HOPE * Math.max(1, zeal) : PATIENCE * Math.min(MOST_PATIENT, zeal)))
          break;
        visits += 1;
        chosen[d] = option;
        const cost = extend(chosen, d, own, home, price, direction, by, bar - spent);
        unwind(height);
        if (cost < Infinity) found.push({ option, cost });
      }
      found.sort((a, b) => a.cost - b.cost);
      for (const { option, cost } of found) {
        if (spent + cost >= (best?.cost ?? limit)) break;
        if (visits > (best === null ? HOPE * Math.max(1, zeal) : PATIENCE * Math.min(MOST_PATIENT, zeal)))
          break;
        chosen[d] = option;
        extend(chosen, d, own, home, price, direction, by, Infinity);
        walk(level + 1, spent + cost);
        unwind(height);
        if (best !== null && best.cost <= 1e-9) break;
      }
      chosen[d] = null;
    };
    walk(0, 0);
    unwind(0);
    return best as { cost: number; cells: number[]; signs: number[] } | null;
  }

  /** Starts from what has moved already, and leaves it as it was. */
  function find({ cell, direction, by }: Need, price: Float64Array, hope: number): Found | null {
    zeal = hope;
    const whole = one(cell, direction, by, price, Infinity);
    let best: Found | null =
      whole === null ? null : { ...asMove(whole.cells, whole.signs, by), cost: whole.cost };
    if (by === 1 || (best !== null && (hope === 0 || best.cost <= 1e-9))) return best;
    // Put together from several, each as large as it can be.
    const sums = new Map<number, number>();
    let left = by;
    let cost = 0;
    while (left > 0) {
      const step = one(cell, direction, 1, price, (best?.cost ?? Infinity) - cost);
      if (step === null) break;
      let amount = left;
      for (const [index, at] of step.cells.entries()) {
        if ((step.signs[index] ?? 0) < 0) amount = Math.min(amount, (fall[at] ?? 0) + (moved[at] ?? 0));
      }
      for (const [index, at] of step.cells.entries()) {
        const its = amount * (step.signs[index] ?? 0);
        moved[at] = (moved[at] ?? 0) + its;
        sums.set(at, (sums.get(at) ?? 0) + its);
      }
      cost += step.cost;
      left -= amount;
    }
    for (const [at, amount] of sums) moved[at] = (moved[at] ?? 0) - amount;
    if (left > 0) return best;
    const cells = [...sums.keys()].filter((at) => sums.get(at) !== 0);
    cost = cells.reduce((all, at) => all + (moved[at] === 0 ? (price[at] ?? 0) : 0), 0);
    if (best === null || cost < best.cost) {
      const amounts = Float64Array.from(cells, (at) => sums.get(at) ?? 0);
      best = { cells: Int32Array.from(cells), by: amounts, cost };
    }
    return best;
  }

  return {
    find: (need, price, hope = 1) => find(need, price, hope),
    undoing(move, cell, price, hope = 1) {
      const { cells, by } = move;
      for (const [index, at] of cells.entries()) moved[at] = by[index] as number;
      const amount = moved[cell] as number;
      const found = find({ cell, direction: amount > 0 ? -1 : 1, by: Math.abs(amount) }, price, hope);
      for (const at of cells) moved[at] = 0;
      return found;
    },
    sum: (one, other, times) => {
      looked += one.cells.length + other.cells.length;
      return add(one, other, times);
    },
    work: () => looked / CELLS_A_STEP,
  };
}

function asMove(cells: readonly number[], signs: readonly number[], by: number): Move {
  return { cells: Int32Array.from(cells), by: Float64Array.from(signs, (sign) => sign * by) };
}

type Grid = {
  readonly on: readonly number[];
  readonly has: readonly boolean[];
  readonly strides: readonly number[];
  readonly cells: Int32Array;
};

function gridOf({ table }: Problem, on: readonly number[]): Grid {
  const { dims } = table.spec;
  const sizes = on.map((d) => dims[d]?.codes.length ?? 0);
  const strides = sizes.map((_, index) => sizes.slice(index + 1).reduce((all, size) => all * size, 1));
  const cells = new Int32Array(sizes.reduce((all, size) => all * size, 1)).fill(-1);
  for (const [cell, codes] of table.codes.entries()) {
    if (!codes.every((code, d) => code === 0 || on.includes(d))) continue;
    cells[on.reduce((all, d, index) => all + (codes[d] ?? 0) * (strides[index] ?? 0), 0)] = cell;
  }
  return { on, has: dims.map((_, d) => on.includes(d)), strides, cells };
}
