/**
 * The cells that are still open after subtraction, in groups that share no sum, each with the sums that bind it. Of the
 * sums of one total in one table any one will do, as the others follow; the one with the fewest open cells is taken.
 */
import type { AdditiveTable } from '../table/additive.ts';

/** `terms` are cells with their factors; what they add up to is `equals`. */
export type Equation = {
  readonly cells: readonly number[];
  readonly factors: readonly number[];
  readonly equals: number;
};

export type Group = { readonly cells: readonly number[]; readonly equations: readonly Equation[] };

export function openGroups(table: AdditiveTable, low: Float64Array, high: Float64Array): readonly Group[] {
  const isOpen = (cell: number) => (low[cell] ?? 0) < (high[cell] ?? 0);
  const root = Int32Array.from({ length: low.length }, (_, cell) => cell);
  const find = (cell: number): number => {
    let at = cell;
    while (root[at] !== at) {
      root[at] = root[root[at] ?? 0] ?? 0;
      at = root[at] ?? 0;
    }
    return at;
  };
  const equations: Equation[] = [];
  for (const index of bindingRelations(table, isOpen)) {
    const relation = table.relations[index];
    if (relation === undefined) continue;
    const cells: number[] = [];
    const factors: number[] = [];
    let equals = 0;
    const take = (cell: number, factor: number) => {
      if (isOpen(cell)) {
        cells.push(cell);
        factors.push(factor);
      } else equals -= factor * (low[cell] ?? 0);
    };
    take(relation.whole, 1);
    for (const part of relation.parts) take(part, -1);
    if (cells.length === 0) continue;
    equations.push({ cells, factors, equals });
    for (const cell of cells) root[find(cell)] = find(cells[0] ?? 0);
  }
  const groups = new Map<number, { cells: number[]; equations: Equation[] }>();
  for (let cell = 0; cell < low.length; cell++) {
    if (!isOpen(cell)) continue;
    const top = find(cell);
    const group = groups.get(top) ?? { cells: [], equations: [] };
    group.cells.push(cell);
    groups.set(top, group);
  }
  for (const equation of equations) groups.get(find(equation.cells[0] ?? 0))?.equations.push(equation);
  return [...groups.values()].sort((a, b) => a.cells.length - b.cells.length);
}

function bindingRelations(
  { spec, codes, relations, own }: AdditiveTable,
  isOpen: (cell: number) => boolean,
): Set<number> {
  // Sums that no dimensions make do not follow from one another.
  if (own !== undefined) return new Set(relations.keys());
  const best = new Map<string, { index: number; open: number }>();
  for (const [index, { whole, parts, along }] of relations.entries()) {
    const open = parts.filter(isOpen).length + (isOpen(whole) ? 1 : 0);
    for (const [number, on] of spec.tables.entries()) {
      const isIn =
        on.includes(along) && (codes[whole] ?? []).every((code, d) => code === 0 || on.includes(d));
      if (!isIn) continue;
      const key = `${number}|${whole}`;
      const first = best.get(key);
      if (first === undefined || open < first.open) best.set(key, { index, open });
    }
  }
  return new Set([...best.values()].map(({ index }) => index));
}
