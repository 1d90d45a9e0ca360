/**
 * Tables as a release has them, small enough to write down every one that the published numbers allow: forces by categories
 * with both margins and a national row on top.
 */
import fc from 'fast-check';
import { exact, unknown } from '#count/count.ts';
import type { Sum } from '#count/tighten.ts';
import type { Cell, Model } from '#disclosure/model.ts';

export const THRESHOLD = 3;

export type MarginTable = {
  readonly model: Model;
  readonly rows: number;
  readonly cols: number;
  readonly values: readonly number[];
  /** The one margin that others have published already; null for none. */
  readonly published: string | null;
};

/** Forces by categories with both margins and a national row on top, the counts small enough to list every table. */
export const marginTables: fc.Arbitrary<MarginTable> = fc
  .record({
    rows: fc.integer({ min: 2, max: 4 }),
    cols: fc.integer({ min: 2, max: 4 }),
    values: fc.array(fc.oneof(fc.nat(4), fc.integer({ min: 3, max: 9 })), { minLength: 16, maxLength: 16 }),
    isRegion: fc.boolean(),
    told: fc.option(fc.nat(20)),
  })
  .map(({ rows, cols, values, isRegion, told }) => {
    const margins = ['all', ...Array.from({ length: rows }, (_, i) => `row ${i}`)];
    for (let i = 0; i < cols; i++) margins.push(`col ${i}`);
    const published = told === null ? null : (margins[told % margins.length] ?? null);
    const at = (r: number, c: number) => values[r * cols + c] ?? 0;
    const r = [...Array(rows).keys()];
    const c = [...Array(cols).keys()];
    const add = (numbers: readonly number[]) => numbers.reduce((all, number) => all + number, 0);
    const cells: Cell[] = [];
    const sums: Sum[] = [];
    const put = (id: string, value: number, rank: number, isNational = false) =>
      cells.push({
        id,
        count: exact(value),
        given: exact(value),
        known: id === published ? exact(value) : unknown,
        standing: 'stated',
        isNational,
        rank,
      });
    for (const row of r) for (const col of c) put(`${row},${col}`, at(row, col), 0);
    for (const row of r) {
      put(`row ${row}`, add(c.map((col) => at(row, col))), 1);
      sums.push({ id: `row ${row}`, whole: `row ${row}`, parts: c.map((col) => `${row},${col}`) });
    }
    for (const col of c) {
      put(`col ${col}`, add(r.map((row) => at(row, col))), 2, !isRegion);
      sums.push({ id: `col ${col}`, whole: `col ${col}`, parts: r.map((row) => `${row},${col}`) });
    }
    put('all', add(values.slice(0, rows * cols)), 3, !isRegion);
    sums.push({ id: 'all by row', whole: 'all', parts: r.map((row) => `row ${row}`) });
    sums.push({ id: 'all by col', whole: 'all', parts: c.map((col) => `col ${col}`) });
    return {
      model: { cells, sums, threshold: THRESHOLD },
      rows,
      cols,
      values: values.slice(0, rows * cols),
      published,
    };
  });

/** Every value that each inner cell and margin takes in some table the published numbers allow. */
export function allowed(
  table: MarginTable,
  withheld: ReadonlySet<string>,
): ReadonlyMap<string, ReadonlySet<number>> {
  const { rows, cols } = table;
  const truth = new Map(table.model.cells.map((cell) => [cell.id, cell.count.low]));
  const found = new Map<string, Set<number>>();
  const inner: number[] = [];
  const most = Math.max(...truth.values());
  const isOpen = (id: string) => withheld.has(id) && id !== table.published;
  const fits = (id: string, value: number) => (isOpen(id) ? value >= 1 : value === truth.get(id));
  const note = (id: string, value: number) => found.set(id, (found.get(id) ?? new Set()).add(value));
  const margins = (): readonly (readonly [string, number])[] => {
    const list: [string, number][] = [];
    for (let r = 0; r < rows; r++) {
      list.push([`row ${r}`, inner.slice(r * cols, r * cols + cols).reduce((a, b) => a + b, 0)]);
    }
    for (let c = 0; c < cols; c++) {
      list.push([`col ${c}`, inner.filter((_, i) => i % cols === c).reduce((a, b) => a + b, 0)]);
    }
    return [...list, ['all', inner.reduce((a, b) => a + b, 0)]];
  };
  const visit = (index: number): void => {
    if (index === rows * cols) {
      const ends = margins();
      if (!ends.every(([id, value]) => fits(id, value))) return;
      for (const [id, value] of ends) note(id, value);
      for (const [i, value] of inner.entries()) note(`${Math.floor(i / cols)},${i % cols}`, value);
      return;
    }
    const [r, c] = [Math.floor(index / cols), index % cols];
    const id = `${r},${c}`;
    // At least to the threshold, or a table without any larger count would seem to allow nothing above its own.
    const highest = withheld.has(id) ? Math.min(Math.max(most, THRESHOLD), 12) : (truth.get(id) ?? 0);
    for (let value = withheld.has(id) ? 1 : highest; value <= highest; value++) {
      inner[index] = value;
      inner.length = index + 1;
      const rowSum = inner.slice(r * cols).reduce((a, b) => a + b, 0);
      const row = `row ${r}`;
      if (!withheld.has(row)) {
        const target = truth.get(row) ?? 0;
        if (rowSum > target) break;
        if (c === cols - 1 && rowSum !== target) continue;
      }
      const colSum = inner.filter((_, i) => i % cols === c).reduce((a, b) => a + b, 0);
      if (!withheld.has(`col ${c}`) && colSum > (truth.get(`col ${c}`) ?? 0)) break;
      visit(index + 1);
      inner.length = index;
    }
    inner.length = index;
  };
  visit(0);
  return found;
}
