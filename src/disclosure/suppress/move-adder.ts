/** Puts two moves together. Flat tables and index loops: asked tens of thousands of times, of moves of hundreds of cells. */
import type { Move } from './forms.ts';
import type { Problem } from './problem.ts';

/** One move and so many times another; null where something would fall further than it can. */
export type MoveAdder = (one: Move, other: Move, times: number) => Move | null;

export function moveAdder({ size, fall }: Problem): MoveAdder {
  const moved = new Float64Array(size);
  const isInFirst = new Uint8Array(size);

  /** The cells that moved, of those that may have. */
  function collected(some: Int32Array, others: readonly number[], count: number): Move {
    const cells = new Int32Array(count);
    const by = new Float64Array(count);
    let next = 0;
    const put = (at: number) => {
      if (moved[at] === 0) return;
      cells[next] = at;
      by[next] = moved[at] as number;
      next += 1;
    };
    for (let index = 0; index < some.length; index++) put(some[index] as number);
    for (const at of others) put(at);
    return { cells, by };
  }

  return (one, other, times) => {
    const { cells, by } = one;
    for (let index = 0; index < cells.length; index++) {
      const at = cells[index] as number;
      moved[at] = by[index] as number;
      isInFirst[at] = 1;
    }
    const fresh: number[] = [];
    let isPossible = true;
    let stayed = 0;
    for (let index = 0; index < other.cells.length; index++) {
      const at = other.cells[index] as number;
      const amount = (moved[at] as number) + times * (other.by[index] as number);
      moved[at] = amount;
      if (amount + (fall[at] as number) < 0) isPossible = false;
      if (amount === 0) stayed += 1;
      if (isInFirst[at] === 0) fresh.push(at);
    }
    const both = isPossible ? collected(cells, fresh, cells.length + fresh.length - stayed) : null;
    for (const at of cells) {
      moved[at] = 0;
      isInFirst[at] = 0;
    }
    for (const at of fresh) moved[at] = 0;
    return both;
  };
}
