/**
 * The attack. Works out, as an outsider with only the release in hand would, the range of every number that is not in
 * it, and names the cells of which the outsider learns too much. Shares nothing with the protector but the model.
 *
 * The outsider knows every published number and range, every sum in the table, that counts are whole and not negative,
 * and our habits: that a zero is never withheld (so what is withheld is at least 1), and that a total has no other
 * parts when it has none. First each sum is used by itself, then all of them together.
 */
import type { Count } from '#count/count.ts';
import { atLeast, exact, unknown } from '#count/count.ts';
import { tighten } from '#count/tighten.ts';
import type { Row } from './extremes.ts';
import { extremes } from './extremes.ts';
import type { Cell, Model, Withheld } from './model.ts';
import { mayBeSmall, mustAllow } from './model.ts';

export type Attack = {
  /** A range the outsider derives for each cell: never too narrow, and exact enough for every cell that may be small. */
  readonly ranges: ReadonlyMap<string, Count>;
  /** Cells that may be small and of which the range rules out what it may not, in order of id. */
  readonly disclosed: readonly string[];
};

export function attack(model: Model, withheld: Withheld): Attack {
  const seen = new Map(model.cells.map((cell) => [cell.id, outsiderSees(cell, withheld)]));
  const simple = tighten(seen, model.sums);
  const targets = model.cells
    .filter((cell) => mayBeSmall(cell, model.threshold))
    .map((cell) => ({ id: cell.id, need: mustAllow(leastOf(model, cell.id), model.threshold) }));
  const found = targets.filter(({ id, need }) => !covers(simple.counts.get(id) ?? unknown, need));
  if (found.length > 0) return { ranges: simple.counts, disclosed: found.map(({ id }) => id).sort() };

  const broken = new Set(simple.contradictions.map(({ sum }) => sum));
  const sums = model.sums.filter((sum) => !broken.has(sum.id));
  return together({ ...model, sums }, seen, simple.counts, targets);
}

type Target = { readonly id: string; readonly need: Count };

function covers(range: Count, need: Count): boolean {
  return range.low <= need.low && range.high >= need.high;
}

function outsiderSees(cell: Cell, withheld: Withheld): Count {
  if (cell.count.high === 0) return exact(0);
  if (cell.standing === 'rest') return unknown;
  return withheld.has(cell.id) ? atLeast(1) : cell.count;
}

const leasts = new WeakMap<Model, ReadonlyMap<string, Count>>();

/** What the habits alone say, with everything withheld: a total of two withheld cells is at least 2, and no pattern helps. */
function leastOf(model: Model, id: string): number {
  let known = leasts.get(model);
  if (known === undefined) {
    const all = new Set(model.cells.map((cell) => cell.id));
    known = tighten(
      new Map(model.cells.map((cell) => [cell.id, outsiderSees(cell, all)])),
      model.sums,
    ).counts;
    leasts.set(model, known);
  }
  return known.get(id)?.low ?? 0;
}

/** Every sum at once. A number that some whole table allows is proved by that table, and needs no further question. */
function together(
  model: Model,
  seen: ReadonlyMap<string, Count>,
  simple: ReadonlyMap<string, Count>,
  targets: readonly Target[],
): Attack {
  const isOpen = (id: string) => {
    const range = simple.get(id) ?? unknown;
    return range.low < range.high;
  };
  const ranges = new Map(simple);
  const disclosed: string[] = [];
  for (const part of connected(model, isOpen)) {
    const asked = targets.filter(({ id }) => part.ids.has(id));
    if (asked.length === 0) continue;
    const columns = new Map([...part.ids].map((id, index) => [id, index]));
    const low = (id: string) => seen.get(id)?.low ?? 0;
    const solver = extremes(...equations(part, columns, seen, simple));
    const proved = new Map(asked.map(({ id }) => [id, { low: Number.POSITIVE_INFINITY, high: 0 }]));
    const look = () => {
      const values = solver?.standing() ?? [];
      for (const [id, range] of proved) {
        const value = (values[columns.get(id) ?? -1] ?? 0) + low(id);
        proved.set(id, { low: Math.min(range.low, value), high: Math.max(range.high, value) });
      }
    };
    look();
    for (const { id, need } of asked) {
      const column = columns.get(id) ?? -1;
      if (solver !== null && !covers(rounded(proved.get(id)), need)) {
        const most = solver.most(column) + low(id);
        look();
        const least = solver.least(column) + low(id);
        look();
        proved.set(id, { low: least, high: most });
      }
      const range = rounded(proved.get(id));
      ranges.set(id, range);
      if (solver === null || !covers(range, need)) disclosed.push(id);
    }
  }
  return { ranges, disclosed: disclosed.sort() };
}

/** Only whole numbers inside the range count; a millionth is forgiven as rounding. */
function rounded(range: Count | undefined): Count {
  if (range === undefined) return unknown;
  return { low: Math.ceil(range.low - 1e-6), high: Math.floor(range.high + 1e-6) };
}

type Part = { readonly ids: ReadonlySet<string>; readonly sums: Model['sums'] };

/** The open numbers in groups that share no sum. */
function connected(model: Model, isOpen: (id: string) => boolean): readonly Part[] {
  const root = new Map<string, string>();
  const find = (id: string): string => {
    let top = id;
    while ((root.get(top) ?? top) !== top) top = root.get(top) ?? top;
    root.set(id, top);
    return top;
  };
  const open = model.sums.map((sum) => ({
    sum,
    ids: [...new Set([sum.whole, ...sum.parts])].filter(isOpen),
  }));
  for (const { ids } of open) for (const id of ids) root.set(find(id), find(ids[0] as string));
  const parts = new Map<string, { ids: Set<string>; sums: Model['sums'][number][] }>();
  for (const { sum, ids } of open) {
    if (ids[0] === undefined) continue;
    const top = find(ids[0]);
    const part = parts.get(top) ?? { ids: new Set<string>(), sums: [] };
    for (const id of ids) part.ids.add(id);
    part.sums.push(sum);
    parts.set(top, part);
  }
  return [...parts.values()];
}

/** Each number is counted from the least the outsider sees; a published range with an end gets a line of its own. */
function equations(
  part: Part,
  columns: ReadonlyMap<string, number>,
  seen: ReadonlyMap<string, Count>,
  simple: ReadonlyMap<string, Count>,
): readonly [number, readonly Row[]] {
  const rows: Row[] = [];
  for (const sum of part.sums) {
    let equals = 0;
    const terms: [number, number][] = [];
    const take = (id: string, factor: number) => {
      const column = columns.get(id);
      if (column !== undefined) terms.push([column, factor]);
      const known = column === undefined ? simple.get(id)?.low : seen.get(id)?.low;
      equals -= factor * (known ?? 0);
    };
    take(sum.whole, 1);
    for (const one of sum.parts) take(one, -1);
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
