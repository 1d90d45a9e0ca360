/**
 * Parts of a large table in which a move that no exchange makes is looked for by programme. A part is what stands at the
 * cell's own code of one dimension and at a few others, without the total over them: a move in it gives to the others
 * what it takes, so that everything above stays as it is, and the programme stays small. The others are the codes with
 * the most cells that can move, since there a change finds room; more of them come when fewer were not enough, and in the
 * end the whole table.
 */
import type { Problem } from './problem.ts';

/** How many innermost codes are taken beside the cell's own. */
const PARTNERS = [2, 5, 12, Number.POSITIVE_INFINITY] as const;

export type Slices = (cell: number) => Generator<readonly number[]>;

export function slicesOf({ table }: Problem, movable: readonly number[]): Slices {
  const { spec, codes } = table;
  const filled = spec.dims.map((dim) => new Int32Array(dim.codes.length));
  for (const cell of movable)
    for (const [d, code] of (codes[cell] ?? []).entries())
      (filled[d] as Int32Array)[code] = (filled[d]?.[code] ?? 0) + 1;
  const chainOf = (d: number, code: number): number[] =>
    code < 0 ? [] : [code, ...chainOf(d, spec.dims[d]?.parent[code] ?? -1)];
  const fullest = spec.dims.map(({ children }, d) =>
    [...children.keys()]
      .filter((code) => children[code]?.length === 0)
      .sort((a, b) => (filled[d]?.[b] ?? 0) - (filled[d]?.[a] ?? 0) || a - b),
  );
  return function* slices(cell) {
    const own = codes[cell] ?? [];
    const emptiest = [...own.keys()]
      .filter((d) => own[d] !== 0)
      .sort((a, b) => (filled[a]?.[own[a] ?? 0] ?? 0) - (filled[b]?.[own[b] ?? 0] ?? 0) || a - b);
    const before = emptiest.map(() => 0);
    for (const partners of PARTNERS) {
      for (const [place, d] of emptiest.entries()) {
        const leaves = fullest[d] ?? [];
        const inside = leaves.filter((leaf) => chainOf(d, leaf).includes(own[d] ?? 0));
        const chosen = new Set([...inside, ...leaves.slice(0, partners)].flatMap((leaf) => chainOf(d, leaf)));
        chosen.delete(0);
        if (chosen.size === before[place]) continue;
        before[place] = chosen.size;
        yield movable.filter((one) => chosen.has(codes[one]?.[d] ?? 0));
      }
    }
    yield movable;
  };
}
