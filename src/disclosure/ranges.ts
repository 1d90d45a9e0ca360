/**
 * The range of each number that follows from what is seen of all of them and from every sum: first each sum by itself,
 * then, for the numbers asked about, all sums together. Ranges are never too narrow; for a number asked about the range
 * is exact but for whole-number effects, or as wide as `enough`, whichever is found first.
 */
import type { Count } from '#count/count.ts';
import { unknown } from '#count/count.ts';
import type { Sum } from '#count/tighten.ts';
import { tighten } from '#count/tighten.ts';
import type { Row } from './extremes.ts';
import { extremes } from './extremes.ts';

export type Asked = {
  readonly id: string;
  /** A range that contains this one needs no closer look; null asks for the range itself. */
  readonly enough: Count | null;
};

export type Ranges = {
  readonly ranges: ReadonlyMap<string, Count>;
  /** Numbers asked about for which the sums leave no table at all. */
  readonly impossible: ReadonlySet<string>;
};

export function covers(range: Count, enough: Count): boolean {
  return range.low <= enough.low && range.high >= enough.high;
}

/** Each sum by itself; sums that cannot be true with the rest are left out. */
export function simpleRanges(
  seen: ReadonlyMap<string, Count>,
  sums: readonly Sum[],
): { readonly ranges: ReadonlyMap<string, Count>; readonly sums: readonly Sum[] } {
  const { counts, contradictions } = tighten(seen, sums);
  const broken = new Set(contradictions.map(({ sum }) => sum));
  return { ranges: counts, sums: sums.filter((sum) => !broken.has(sum.id)) };
}

/** Every sum at once. A number that some table allows is proved by that table, and needs no further question. */
export function jointRanges(
  seen: ReadonlyMap<string, Count>,
  allSums: readonly Sum[],
  asked: readonly Asked[],
): Ranges {
  const simple = simpleRanges(seen, allSums);
  const ranges = new Map(simple.ranges);
  const impossible = new Set<string>();
  for (const part of connected(simple.sums, simple.ranges)) {
    const here = asked.filter(({ id }) => part.columns.has(id));
    if (here.length === 0) continue;
    const solver = extremes(...equations(part, seen, simple.ranges));
    if (solver === null) {
      for (const { id } of here) impossible.add(id);
      continue;
    }
    const base = (id: string) => seen.get(id)?.low ?? 0;
    const proved = new Map<string, Count>();
    const look = () => {
      const values = solver.standing();
      for (const { id } of here) {
        const value = (values[part.columns.get(id) ?? -1] ?? 0) + base(id);
        const was = proved.get(id) ?? { low: value, high: value };
        proved.set(id, { low: Math.min(was.low, value), high: Math.max(was.high, value) });
      }
    };
    look();
    for (const { id, enough } of here) {
      const column = part.columns.get(id) ?? -1;
      if (enough === null || !covers(whole(proved.get(id)), enough)) {
        const high = solver.most(column) + base(id);
        look();
        const low = solver.least(column) + base(id);
        look();
        proved.set(id, { low, high });
      }
      ranges.set(id, whole(proved.get(id)));
    }
  }
  return { ranges, impossible };
}

/** Only whole numbers inside the range count; a millionth is forgiven as rounding. */
function whole(range: Count | undefined): Count {
  if (range === undefined) return unknown;
  return { low: Math.ceil(range.low - 1e-6), high: Math.floor(range.high + 1e-6) };
}

type Part = { readonly columns: Map<string, number>; readonly sums: Sum[] };

/** The numbers that are still open, in groups that share no sum. */
function connected(sums: readonly Sum[], ranges: ReadonlyMap<string, Count>): readonly Part[] {
  const isOpen = (id: string) => {
    const range = ranges.get(id) ?? unknown;
    return range.low < range.high;
  };
  const root = new Map<string, string>();
  const find = (id: string): string => {
    let top = id;
    for (let next = root.get(top); next !== undefined && next !== top; next = root.get(top)) top = next;
    root.set(id, top);
    return top;
  };
  const open = sums.map((sum) => ({ sum, ids: [...new Set([sum.whole, ...sum.parts])].filter(isOpen) }));
  for (const { ids } of open) for (const id of ids) root.set(find(id), find(ids[0] as string));
  const parts = new Map<string, Part>();
  for (const { sum, ids } of open) {
    if (ids[0] === undefined) continue;
    const top = find(ids[0]);
    const part = parts.get(top) ?? { columns: new Map<string, number>(), sums: [] };
    for (const id of ids) if (!part.columns.has(id)) part.columns.set(id, part.columns.size);
    part.sums.push(sum);
    parts.set(top, part);
  }
  return [...parts.values()];
}

/** Each number is counted from the least that is seen of it; one seen with an end gets a line of its own. */
function equations(
  { columns, sums }: Part,
  seen: ReadonlyMap<string, Count>,
  ranges: ReadonlyMap<string, Count>,
): readonly [number, readonly Row[]] {
  const rows: Row[] = [];
  for (const sum of sums) {
    let equals = 0;
    const terms: [number, number][] = [];
    const take = (id: string, factor: number) => {
      const column = columns.get(id);
      if (column !== undefined) terms.push([column, factor]);
      const known = column === undefined ? ranges.get(id)?.low : seen.get(id)?.low;
      equals -= factor * (known ?? 0);
    };
    take(sum.whole, 1);
    for (const part of sum.parts) take(part, -1);
    rows.push({ terms, equals });
  }
  let width = columns.size;
  for (const [id, column] of columns) {
    const range = seen.get(id) ?? unknown;
    if (range.high === Number.POSITIVE_INFINITY) continue;
    rows.push({
      terms: [
        [column, 1],
        [width, 1],
      ],
      equals: range.high - range.low,
    });
    width += 1;
  }
  return [width, rows];
}
