/**
 * Two ways to find a move, behind one face. Programmes find the cheapest and are slow on large tables; exchanges are quick
 * and dearer. Only moves in whole numbers leave here: an outsider rules out a table of halves.
 */
import type { Highs } from 'highs';
import type { Exchanger } from './exchange.ts';
import { exchangerOf } from './exchange.ts';
import type { Finder } from './improve.ts';
import { TRIFLE } from './improve.ts';
import type { Move, Mover } from './mover.ts';
import { isWhole, moverOf } from './mover.ts';
import type { Need, Problem } from './problem.ts';
import { canBeWithheld, movable } from './problem.ts';
import { slicesOf } from './slices.ts';

/** `some`: exchanges before programmes. `great`: the first exchange that is found will do. */
export type Haste = 'none' | 'some' | 'great';

export type OpenFinder = Finder & {
  /** For a need of which `move` found nothing: looks as long as it takes. */
  readonly insist: (need: Need, isGivenUp: () => boolean) => Move | null;
  /** How much time there is from now on. */
  readonly hurry: (haste: Haste) => void;
  readonly work: () => number;
  readonly dispose: () => void;
};

/** With how much hope an exchange is looked for that keeps a cell where it is, and how many of them are tried again on other moves. */
const CAREFULLY = 2;
const KNOWN = 8;

/** What withholding costs before anything is withheld; Infinity for what cannot move. */
function pricesOf(problem: Problem): Float64Array {
  return Float64Array.from(problem.cost, (cost, cell) =>
    problem.isPrimary[cell] === 1 ? 0 : problem.isCandidate[cell] === 1 ? cost : Number.POSITIVE_INFINITY,
  );
}

export function byProgrammes(highs: Highs, problem: Problem): OpenFinder {
  const price = pricesOf(problem);
  const exchanger = exchangerOf(problem);
  const mover = moverOf(highs, problem, movable(problem));
  for (const cell of movable(problem)) {
    mover.setCost(cell, problem.isCandidate[cell] === 1 ? (problem.cost[cell] ?? 0) : TRIFLE);
  }
  const banned = new Map<number, number>();
  let haste: Haste = 'none';
  const move: Finder['move'] = (need) => {
    const first = haste === 'none' ? null : exchanger.find(need, price, haste === 'great' ? 0 : 1);
    if (first !== null) return first;
    const found = mover.move(need);
    if (found === null || isWhole(found)) return found;
    return wholeInstead(need, found.cells, price, exchanger, mover);
  };
  return {
    move,
    insist: move,
    hurry(now) {
      haste = now;
    },
    setCost(cell, cost) {
      mover.setCost(cell, cost);
      price[cell] = cost <= TRIFLE ? 0 : cost;
    },
    ban(cell) {
      mover.ban(cell);
      banned.set(cell, price[cell] ?? 0);
      price[cell] = Number.POSITIVE_INFINITY;
    },
    allow(cell) {
      mover.allow(cell);
      price[cell] = banned.get(cell) ?? price[cell] ?? 0;
      banned.delete(cell);
    },
    work: mover.work,
    dispose: mover.dispose,
  };
}

function wholeInstead(
  need: Parameters<Finder['move']>[0],
  wanted: Int32Array,
  price: Float64Array,
  exchanger: Exchanger,
  mover: Mover,
): ReturnType<Finder['move']> {
  const spent = costOfMove(wanted, price);
  const exchange = exchanger.find(need, price);
  if (exchange !== null && exchange.cost <= spent + 1e-9) return exchange;
  const whole = mover.wholeMove(need);
  if (whole === null || exchange === null) return whole ?? exchange;
  return costOfMove(whole.cells, price) < exchange.cost ? whole : exchange;
}

/** Where no exchange is found however long is looked, parts of the table are asked by programme, and at last all of it. */
export function byExchanges(highs: Highs, problem: Problem): OpenFinder {
  const price = pricesOf(problem);
  const exchanger = exchangerOf(problem);
  const all = movable(problem);
  const slices = slicesOf(problem, all);
  const banned = new Map<number, number>();
  let haste: Haste = 'none';
  let asked = 0;
  const ask = (cells: readonly number[], need: Need): Move | null => {
    const mover = moverOf(highs, problem, cells);
    try {
      for (const cell of cells) {
        const its = price[cell] ?? 0;
        if (its === Number.POSITIVE_INFINITY && canBeWithheld(problem, cell)) mover.ban(cell);
        else mover.setCost(cell, its === Number.POSITIVE_INFINITY ? TRIFLE : Math.max(its, TRIFLE));
      }
      const found = mover.move(need);
      return found === null || isWhole(found) ? found : mover.wholeMove(need);
    } finally {
      mover.dispose();
    }
  };
  return {
    move: (need) => exchanger.find(need, price, haste === 'great' ? 0 : 1),
    around(cell) {
      const known: Move[] = [];
      return (move, isEnough) => {
        const amount = amountOf(move, cell);
        for (const one of known) {
          const times = -amount / amountOf(one, cell);
          const both = Number.isInteger(times) ? exchanger.sum(move, one, times) : null;
          // What it moves is withheld by now.
          if (both !== null && isEnough(both)) return both;
        }
        const back = exchanger.undoing(move, cell, price, CAREFULLY);
        const both = back === null ? null : exchanger.sum(move, back, 1);
        if (back === null || both === null || !isEnough(both)) return null;
        known.unshift(back);
        if (known.length > KNOWN) known.pop();
        return both;
      };
    },
    insist(need, isGivenUp) {
      const exchange = exchanger.find(need, price, 40);
      if (exchange !== null) return exchange;
      for (const cells of slices(need.cell)) {
        if (isGivenUp()) return null;
        asked += 100;
        const found = ask(cells, need);
        if (found !== null) return found;
      }
      return null;
    },
    hurry(now) {
      haste = now;
    },
    setCost(cell, cost) {
      if (canBeWithheld(problem, cell)) price[cell] = cost <= TRIFLE ? 0 : cost;
    },
    ban(cell) {
      banned.set(cell, price[cell] ?? 0);
      price[cell] = Number.POSITIVE_INFINITY;
    },
    allow(cell) {
      price[cell] = banned.get(cell) ?? price[cell] ?? 0;
      banned.delete(cell);
    },
    work: () => asked + exchanger.work(),
    dispose: () => undefined,
  };
}

function amountOf({ cells, by }: Move, cell: number): number {
  return by[cells.indexOf(cell)] ?? 0;
}

function costOfMove(cells: Int32Array, price: Float64Array): number {
  return cells.reduce((all, cell) => all + (Number.isFinite(price[cell]) ? (price[cell] ?? 0) : 0), 0);
}
