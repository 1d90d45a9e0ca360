import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { randomTables } from '../../../test/support/random-tables.ts';
import { exchangerOf } from './exchange.ts';
import { formsOf, moveMaker, NONE, oneByOne } from './forms.ts';
import { moverOf } from './mover.ts';
import { problemOf } from './problem.ts';
import { separatorOf } from './separate.ts';
import { solver } from './solver.ts';

const problemFor = ({ table, truth }: { table: Parameters<typeof problemOf>[0]; truth: readonly number[] }) =>
  problemOf(table, Float64Array.from(truth));

test('every exchange is the move that its innermost cells make', () => {
  let found = 0;
  fc.assert(
    fc.property(randomTables(), (given) => {
      const problem = problemFor(given);
      const forms = formsOf(problem);
      const asMove = moveMaker(forms, problem.size);
      const price = Float64Array.from(problem.cost, (cost, cell) =>
        problem.isPrimary[cell] === 1 || problem.isCandidate[cell] === 1 ? cost : Number.POSITIVE_INFINITY,
      );
      const exchanger = exchangerOf(problem);
      for (const need of problem.needs) {
        const move = exchanger.find(need, price);
        if (move === null) continue;
        found += 1;
        const moved = new Map([...move.cells].map((cell, index) => [cell, move.by[index] ?? 0]));
        const netOf = (at: number) => moved.get(forms.columns[at] ?? NONE) ?? 0;
        for (const { whole, parts } of forms.links) {
          const all = parts.reduce((sum, at) => sum + netOf(at), 0);
          assert.equal(whole === NONE ? 0 : netOf(whole), all);
        }
        const made = asMove(netOf);
        assert.deepEqual(new Map([...made.cells].map((cell, index) => [cell, made.by[index]])), moved);
      }
    }),
    { numRuns: 300 },
  );
  assert.ok(found > 500, String(found));
});

test('a programme over innermost cells moves a cell as far as asked, and every sum still holds', async () => {
  const highs = await solver();
  fc.assert(
    fc.property(randomTables(), (given) => {
      const problem = problemFor(given);
      const mover = moverOf(highs, problem, formsOf(problem));
      const { table, fall } = problem;
      for (const need of problem.needs) {
        const move = mover.move(need);
        if (move === null) continue;
        const moved = new Map([...move.cells].map((cell, index) => [cell, move.by[index] ?? 0]));
        const its = (cell: number) => moved.get(cell) ?? 0;
        assert.ok(its(need.cell) * need.direction >= need.by - 1e-6);
        for (const { whole, parts } of table.relations)
          assert.ok(Math.abs(parts.reduce((all, part) => all + its(part), -its(whole))) < 1e-5);
        for (const [cell, by] of moved) assert.ok(by >= -(fall[cell] ?? 0) - 1e-6);
      }
      mover.dispose();
    }),
    { numRuns: 200 },
  );
});

test('an attack over innermost cells and one cell by cell let the same choices pass', async () => {
  const highs = await solver();
  const said = { passes: 0, fails: 0 };
  fc.assert(
    fc.property(randomTables(), fc.infiniteStream(fc.nat({ max: 9 })), (given, toss) => {
      const problem = problemFor(given);
      const both = [formsOf(problem), oneByOne(problem)].map((forms) => separatorOf(highs, problem, forms));
      const share = Float64Array.from(problem.isCandidate, (is) =>
        is === 1 && (toss.next().value ?? 0) < 5 ? 1 : 0,
      );
      for (const separator of both) separator.choose(share);
      for (const need of problem.needs) {
        const [one, other] = both.map((separator) => separator.cut(need) === null);
        assert.equal(one, other);
        said[one === true ? 'passes' : 'fails'] += 1;
      }
      for (const separator of both) separator.dispose();
    }),
    { numRuns: 200 },
  );
  assert.ok(said.passes > 100 && said.fails > 100, JSON.stringify(said));
});
