/** Chance that is the same on every machine: a seed in, the same choices out. */
export type Chance = {
  /** A whole number from `low` to `high`, both included. */
  readonly int: (low: number, high: number) => number;
  readonly pick: <T>(list: readonly T[]) => T;
  readonly maybe: (share: number) => boolean;
  readonly shuffled: <T>(list: readonly T[]) => readonly T[];
};

export function chance(seed: number): Chance {
  let state = (seed * 2_654_435_761 + 12_345) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    int,
    pick: (list) => {
      const one = list[int(0, list.length - 1)];
      if (one === undefined) throw new Error('nothing to choose from');
      return one;
    },
    maybe: (share) => next() < share,
    shuffled: (list) => {
      const left = [...list];
      for (let at = left.length - 1; at > 0; at -= 1) {
        const other = int(0, at);
        const [a, b] = [left[at], left[other]];
        if (a !== undefined && b !== undefined) [left[at], left[other]] = [b, a];
      }
      return left;
    },
  };
}
