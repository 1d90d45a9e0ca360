/**
 * Two ways to find a move, behind one face. Programmes find the cheapest and are slow on large tables; exchanges are quick
 * and dearer. Only moves in whole numbers leave here: an outsider rules out a table of halves.
 */
import type { Highs } from 'highs';
import type { Exchanger } from './exchange.ts';
import { exchangerOf } from './exchange.ts';
import { type Forms, isWhole, type Move } from './forms.ts';
import type { Finder } from './improve.ts';
import type { Mover } from './mover.ts';
import { moverOf, TRIFLE } from './mover.ts';
import type { Need, Problem } from './problem.ts';
import { canBeWithheld } from './problem.ts';

/** `some`: exchanges before programmes. `great`: the first exchange that is found will do. */
export type Haste = 'none' | 'some' | 'great';

export type OpenFinder = Finder & {
  /** For a need of which `move` found nothing: looks as long as it takes. */
  readonly insist: (need: Need) => Move | null;
  /** How much time there is from now on. */
  readonly hurry: (haste: Haste) => void;
  readonly work: () => number;
  readonly dispose: () => void;
};

/** With how much hope an exchange is looked for that keeps a cell where it is, and how many of them are tried again on other moves. */
const CAREFULLY = 2;
const KNOWN = 8;
/** Columns up to which a programme is quick enough to be asked where an exchange is dear, and what is worth asking it. */
const QUICK = 5_000;
const WORTH = 5;

/** What withholding costs before anything is withheld; Infinity for what cannot move. */
function pricesOf(problem: Problem): Float64Array {
  return Float64Array.from(problem.cost, (cost, cell) =>
    problem.isPrimary[cell] === 1 ? 0 : problem.isCandidate[cell] === 1 ? cost : Number.POSITIVE_INFINITY,
  );
}

/**
 * `programmes`: the cheapest move of each need. `exchanges`: the cheapest exchange that is found quickly, and a programme where one is insisted
 * on, or where no exchange is cheap enough and programmes are quick.
 */
export function finderOf(
  highs: Highs,
  problem: Problem,
  forms: Forms,
  way: 'programmes' | 'exchanges',
): OpenFinder {
  const price = pricesOf(problem);
  const exchanger = exchangerOf(problem);
  const mover = moverOf(highs, problem, forms);
  const banned = new Map<number, number>();
  let haste: Haste = 'none';
  const isQuick = forms.columns.length <= QUICK;
  const byProgramme = (need: Need): Move | null => {
    const found = mover.move(need);
    if (found === null || isWhole(found)) return found;
    return wholeInstead(need, found.cells, price, exchanger, mover);
  };
  const move: Finder['move'] = (need, most = Number.POSITIVE_INFINITY) => {
    if (way === 'programmes' && haste === 'none') return byProgramme(need);
    const first = exchanger.find(need, price, haste === 'great' ? 0 : 1);
    if (first !== null && first.cost < most) return first;
    return way === 'programmes' || (isQuick && most >= WORTH && most < Infinity) ? byProgramme(need) : first;
  };
  return {
    move,
    ...(way === 'exchanges' ? { around: around(exchanger, price, isQuick) } : {}),
    insist: byProgramme,
    hurry(now) {
      haste = now;
    },
    setCost(cell, cost) {
      mover.setCost(cell, cost);
      if (canBeWithheld(problem, cell)) price[cell] = cost <= TRIFLE ? 0 : cost;
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
    work: () => (way === 'exchanges' ? exchanger.work() : 0) + mover.work(),
    dispose: mover.dispose,
  };
}

/** Moves are led around a cell by others that move it: those that are kept as proofs, and exchanges. */
function around(exchanger: Exchanger, price: Float64Array, isQuick: boolean): NonNullable<Finder['around']> {
  return (cell, others) => {
    const known = isQuick ? [...others] : [];
    const most = known.length + KNOWN;
    return (move, isEnough) => {
      const amount = amountOf(move, cell);
      for (const one of known) {
        const times = -amount / amountOf(one, cell);
        const both = one !== move && Number.isInteger(times) ? exchanger.sum(move, one, times) : null;
        // What it moves is withheld by now.
        if (both !== null && isEnough(both)) return both;
      }
      const back = exchanger.undoing(move, cell, price, CAREFULLY);
      const both = back === null ? null : exchanger.sum(move, back, 1);
      if (back === null || both === null || !isEnough(both)) return null;
      known.unshift(back);
      if (known.length > most) known.pop();
      return both;
    };
  };
}

function wholeInstead(
  need: Need,
  wanted: Int32Array,
  price: Float64Array,
  exchanger: Exchanger,
  mover: Mover,
): Move | null {
  const spent = costOfMove(wanted, price);
  const exchange = exchanger.find(need, price);
  if (exchange !== null && exchange.cost <= spent + 1e-9) return exchange;
  const whole = mover.wholeMove(need);
  if (whole === null || exchange === null) return whole ?? exchange;
  return costOfMove(whole.cells, price) < exchange.cost ? whole : exchange;
}

function amountOf({ cells, by }: Move, cell: number): number {
  return by[cells.indexOf(cell)] ?? 0;
}

function costOfMove(cells: Int32Array, price: Float64Array): number {
  return cells.reduce((all, cell) => all + (Number.isFinite(price[cell]) ? (price[cell] ?? 0) : 0), 0);
}
