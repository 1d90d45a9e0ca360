/**
 * What holds for every table: after protection, nobody who has every published number can work out a small one. The
 * judge here is slow and separate from the audit: it writes down every table that the published numbers allow.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { exact, unknown } from '#count/count.ts';
import type { Sum } from '#count/tighten.ts';
import { attack, targetsOf } from './audit.ts';
import { auditPattern } from './derive/audit-pattern.ts';
import type { Cell, Model } from './model.ts';
import { protect } from './protect.ts';
import { releaseTable } from './release-table.ts';

const THRESHOLD = 3;

type Table = {
  readonly model: Model;
  readonly rows: number;
  readonly cols: number;
  readonly values: readonly number[];
  /** The one margin that others have published already; null for none. */
  readonly published: string | null;
};

/** Forces by categories with both margins and a national row on top, the counts small enough to list every table. */
const tables: fc.Arbitrary<Table> = fc
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
function allowed(table: Table, withheld: ReadonlySet<string>): ReadonlyMap<string, ReadonlySet<number>> {
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

/**
 * What the shape gives away whatever is published: a withheld total is at least the number of its inner cells that are
 * not zero, and where others have published a margin, what is inside it is at most that less the rest of it, and what is
 * around it is at least that and the rest.
 */
function byShape({ cols, values, published }: Table, id: string): { least: number; most: number } {
  const inside = (of: string) => (index: number) =>
    of === 'all' ||
    of === `row ${Math.floor(index / cols)}` ||
    of === `col ${index % cols}` ||
    of === `${Math.floor(index / cols)},${index % cols}`;
  const filled = [...values.keys()].filter((index) => (values[index] ?? 0) > 0);
  const own = filled.filter(inside(id));
  const least = Math.max(1, own.length);
  if (published === null) return { least, most: Number.POSITIVE_INFINITY };
  const theirs = filled.filter(inside(published));
  const total = theirs.reduce((all, index) => all + (values[index] ?? 0), 0);
  const beyond = (a: readonly number[], b: readonly number[]) =>
    a.filter((index) => !b.includes(index)).length;
  const most = beyond(own, theirs) === 0 ? total - beyond(theirs, own) : Number.POSITIVE_INFINITY;
  return { least: beyond(theirs, own) === 0 ? Math.max(least, total + beyond(own, theirs)) : least, most };
}

test('no small count of any table can be recovered from what is published of it', async () => {
  await fc.assert(
    fc.asyncProperty(tables, async (table) => {
      const { primary, secondary } = await protect(table.model);
      const withheld = new Set([...primary, ...secondary]);
      const values = allowed(table, withheld);
      for (const id of primary) {
        const { least, most } = byShape(table, id);
        for (let value = least; value <= Math.min(most, THRESHOLD); value++) {
          assert.ok(values.get(id)?.has(value), `${id} is certainly not ${value}`);
        }
      }
    }),
    { numRuns: 150 },
  );
});

test('a published small count exists only at national level, and a zero is never withheld', async () => {
  await fc.assert(
    fc.asyncProperty(tables, async ({ model }) => {
      const { released, primary, secondary } = await protect(model);
      for (const cell of model.cells) {
        const value = released.get(cell.id)?.value;
        if (cell.count.low === 0) assert.equal(value?.status, 'published');
        if (value?.status !== 'published' || cell.isNational) continue;
        assert.ok(value.low === 0 || value.low >= THRESHOLD, cell.id);
        assert.equal(primary.has(cell.id) || secondary.has(cell.id), false);
      }
    }),
  );
});

test('what the attack derives of a cell always holds its true value', () => {
  fc.assert(
    fc.property(tables, fc.infiniteStream(fc.boolean()), ({ model }, toss) => {
      const withheld = new Set(
        model.cells.filter((cell) => cell.count.low > 0 && toss.next().value).map((cell) => cell.id),
      );
      const { ranges } = attack(model, withheld);
      for (const cell of model.cells) {
        const range = ranges.get(cell.id);
        assert.ok(range !== undefined && range.low <= cell.count.low && cell.count.low <= range.high);
      }
    }),
  );
});

test('what the auditor of tables derives of a release holds the true value, whatever is withheld', async () => {
  await fc.assert(
    fc.asyncProperty(tables, fc.infiniteStream(fc.boolean()), async ({ model }, toss) => {
      const withheld = new Set(
        model.cells.filter((cell) => cell.count.low > 0 && toss.next().value === true).map((cell) => cell.id),
      );
      const { table, status } = releaseTable(model, withheld, targetsOf(model));
      const { ranges, isPossible } = await auditPattern(table, status, { isFull: true });
      assert.ok(isPossible);
      for (const { cell, low, high } of ranges) {
        const truth = model.cells[cell]?.count.low ?? -1;
        assert.ok(low <= truth && truth <= high);
      }
    }),
    { numRuns: 60 },
  );
});

test('the auditor of tables calls no release safe in which the attack finds something', async () => {
  await fc.assert(
    fc.asyncProperty(tables, fc.infiniteStream(fc.boolean()), async ({ model }, toss) => {
      const withheld = new Set(
        model.cells
          .filter((cell) => cell.count.low > 0 && (cell.count.low < THRESHOLD || toss.next().value === true))
          .map((cell) => cell.id),
      );
      if (attack(model, withheld).disclosed.length === 0) return;
      const { table, status } = releaseTable(model, withheld, targetsOf(model));
      assert.equal((await auditPattern(table, status, { isFull: false })).isSafe, false);
    }),
    { numRuns: 100 },
  );
});
