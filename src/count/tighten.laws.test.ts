/** What holds for every set of sums over every table of true values. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Count } from './count.ts';
import { atLeast, between, exact, unknown } from './count.ts';
import type { Sum } from './tighten.ts';
import { tighten } from './tighten.ts';

type Case = {
  readonly truth: ReadonlyMap<string, number>;
  readonly known: ReadonlyMap<string, Count>;
  readonly sums: readonly Sum[];
};

/** A table of true values with its totals, and a true but partial account of each number: exact, a range, or nothing. */
const cases: fc.Arbitrary<Case> = fc
  .record({
    rows: fc.integer({ min: 1, max: 4 }),
    cols: fc.integer({ min: 1, max: 4 }),
    values: fc.array(fc.nat({ max: 30 }), { minLength: 16, maxLength: 16 }),
    slack: fc.array(fc.tuple(fc.constantFrom('exact', 'range', 'least', 'nothing'), fc.nat(6), fc.nat(6)), {
      minLength: 25,
      maxLength: 25,
    }),
  })
  .map(({ rows, cols, values, slack }) => {
    const truth = new Map<string, number>();
    const sums: Sum[] = [];
    const cell = (r: number, c: number) => `r${r}c${c}`;
    for (let r = 0; r < rows; r++) {
      for (let c = 0; c < cols; c++) truth.set(cell(r, c), values[r * 4 + c] ?? 0);
    }
    const total = (whole: string, parts: readonly string[]) => {
      truth.set(
        whole,
        parts.reduce((all, part) => all + (truth.get(part) ?? 0), 0),
      );
      sums.push({ id: `sum of ${whole}`, whole, parts });
    };
    const r = [...Array(rows).keys()];
    const c = [...Array(cols).keys()];
    for (const row of r)
      total(
        `row${row}`,
        c.map((col) => cell(row, col)),
      );
    for (const col of c)
      total(
        `col${col}`,
        r.map((row) => cell(row, col)),
      );
    total(
      'all',
      r.map((row) => `row${row}`),
    );
    sums.push({ id: 'sum of all by column', whole: 'all', parts: c.map((col) => `col${col}`) });
    const known = new Map<string, Count>();
    for (const [index, [number, value]] of [...truth].entries()) {
      const [kind, down, up] = slack[index % slack.length] ?? ['nothing', 0, 0];
      if (kind === 'exact') known.set(number, exact(value));
      if (kind === 'range') known.set(number, between(Math.max(0, value - down), value + up));
      if (kind === 'least') known.set(number, atLeast(Math.max(0, value - down)));
    }
    return { truth, known, sums };
  });

test('the truth never leaves the interval, whatever is tightened', () => {
  fc.assert(
    fc.property(cases, ({ truth, known, sums }) => {
      const { counts, contradictions } = tighten(known, sums);
      assert.deepEqual(contradictions, []);
      for (const [number, value] of truth) {
        const count = counts.get(number) ?? unknown;
        assert.ok(count.low <= value && value <= count.high, number);
      }
    }),
  );
});

test('tightening never widens a count, and a moved bound keeps the sum that moved it', () => {
  fc.assert(
    fc.property(cases, ({ known, sums }) => {
      const { counts, reasons } = tighten(known, sums);
      const ids = new Set(sums.map((sum) => sum.id));
      for (const [number, count] of counts) {
        const was = known.get(number) ?? unknown;
        assert.ok(count.low >= was.low && count.high <= was.high);
        const reason = reasons.get(number) ?? {};
        assert.equal(reason.low !== undefined && ids.has(reason.low), count.low > was.low);
        assert.equal(reason.high !== undefined && ids.has(reason.high), count.high < was.high);
      }
    }),
  );
});

test('the order in which sums are given makes no difference', () => {
  fc.assert(
    fc.property(cases, fc.infiniteStream(fc.nat()), ({ known, sums }, keys) => {
      const shuffled = sums
        .map((sum) => ({ sum, key: keys.next().value as number }))
        .sort((a, b) => a.key - b.key)
        .map(({ sum }) => sum);
      assert.deepEqual(tighten(known, shuffled), tighten(known, sums));
    }),
  );
});

test('tightening what is already tight changes nothing', () => {
  fc.assert(
    fc.property(cases, ({ known, sums }) => {
      const once = tighten(known, sums).counts;
      assert.deepEqual(tighten(once, sums).counts, once);
    }),
  );
});

test('a whole less its known parts bounds each part that is not known', () => {
  const known = new Map([
    ['whole', exact(292)],
    ['a', exact(97)],
  ]);
  const { counts, reasons } = tighten(known, [{ id: 's', whole: 'whole', parts: ['a', 'b', 'c', 'd'] }]);
  for (const part of ['b', 'c', 'd']) {
    assert.deepEqual(counts.get(part), between(0, 195));
    assert.deepEqual(reasons.get(part), { high: 's' });
  }
});

test('sums that cannot all be true are reported, and leave the numbers as they were', () => {
  const known = new Map([
    ['whole', exact(10)],
    ['a', exact(7)],
    ['b', exact(7)],
  ]);
  const { counts, contradictions } = tighten(known, [{ id: 's', whole: 'whole', parts: ['a', 'b'] }]);
  assert.deepEqual(contradictions, [{ sum: 's', number: 'whole' }]);
  assert.deepEqual(counts, known);
});

test('sums defined in a circle end, and are reported', () => {
  const known = new Map([['one', exact(1)]]);
  const { contradictions } = tighten(known, [
    { id: 's', whole: 'a', parts: ['b', 'one'] },
    { id: 't', whole: 'b', parts: ['a', 'one'] },
  ]);
  assert.ok(contradictions.length > 0);
});
