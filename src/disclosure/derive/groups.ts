/** The unknown numbers of an outsider in groups that share no row and no sum, each with all that binds it. */
import type { AdditiveTable } from '../table/additive.ts';
import { innermostUnknowns, type Row, type Sum, separateUnknowns, type Unknowns } from './innermost.ts';
import type { Bounds } from './seen.ts';

export type Group = Unknowns;

/** `seen` are the bounds before any arithmetic. Smaller groups come first. */
export function openGroups(
  table: AdditiveTable,
  bounds: Bounds,
  seen: Pick<Bounds, 'outerLow' | 'outerHigh'>,
): readonly Group[] {
  // Sums that no dimensions make have no innermost cells.
  const { cells, sums, rows } =
    table.own === undefined ? innermostUnknowns(table, bounds, seen) : separateUnknowns(table, bounds);
  const root = Int32Array.from(table.given, (_, cell) => cell);
  const find = (cell: number): number => {
    let at = cell;
    while (root[at] !== at) {
      root[at] = root[root[at] ?? 0] ?? 0;
      at = root[at] ?? 0;
    }
    return at;
  };
  const groups = new Map<number, { cells: number[]; sums: Sum[]; rows: Row[] }>();
  const groupOf = ([first = 0]: readonly number[]) => {
    const top = find(first);
    const group = groups.get(top) ?? { cells: [], sums: [], rows: [] };
    groups.set(top, group);
    return group;
  };
  for (const { cells: together } of [...rows, ...sums])
    for (const cell of together) root[find(cell)] = find(together[0] ?? 0);
  for (const cell of cells) groupOf([cell]).cells.push(cell);
  for (const sum of sums) groupOf(sum.cells).sums.push(sum);
  for (const row of rows) groupOf(row.cells).rows.push(row);
  return [...groups.values()].sort((a, b) => a.cells.length - b.cells.length);
}
