/**
 * Carries bounds through every sum until nothing moves: what subtraction alone gives away, in whole numbers. Null when the
 * sums leave no table at all.
 */
import type { Relation } from '../table/additive.ts';

export function propagate(
  relations: readonly Relation[],
  low: Float64Array,
  high: Float64Array,
): { readonly isPossible: boolean } {
  const touching: number[][] = Array.from({ length: low.length }, () => []);
  for (const [index, { whole, parts }] of relations.entries()) {
    touching[whole]?.push(index);
    for (const part of parts) touching[part]?.push(index);
  }
  const waits = new Uint8Array(relations.length).fill(1);
  let queue = relations.map((_, index) => index);
  let isPossible = true;
  const narrow = (cell: number, least: number, most: number, next: number[]) => {
    if (least <= (low[cell] ?? 0) && most >= (high[cell] ?? 0)) return;
    low[cell] = Math.max(low[cell] ?? 0, least);
    high[cell] = Math.min(high[cell] ?? 0, most);
    if ((low[cell] ?? 0) > (high[cell] ?? 0)) isPossible = false;
    for (const index of touching[cell] ?? []) {
      if (waits[index] === 1) continue;
      waits[index] = 1;
      next.push(index);
    }
  };
  while (queue.length > 0 && isPossible) {
    const next: number[] = [];
    for (const index of queue) {
      waits[index] = 0;
      const relation = relations[index];
      if (relation === undefined || !isPossible) continue;
      const { whole, parts } = relation;
      let least = 0;
      let most = 0;
      let open = 0;
      for (const part of parts) {
        least += low[part] ?? 0;
        if (high[part] === Number.POSITIVE_INFINITY) open += 1;
        else most += high[part] ?? 0;
      }
      narrow(whole, least, open > 0 ? Number.POSITIVE_INFINITY : most, next);
      for (const part of parts) {
        const isOpen = high[part] === Number.POSITIVE_INFINITY;
        const others = isOpen ? most : most - (high[part] ?? 0);
        const isOthersOpen = open - (isOpen ? 1 : 0) > 0;
        narrow(
          part,
          isOthersOpen ? Number.NEGATIVE_INFINITY : (low[whole] ?? 0) - others,
          (high[whole] ?? 0) - (least - (low[part] ?? 0)),
          next,
        );
      }
    }
    queue = next;
  }
  return { isPossible };
}
