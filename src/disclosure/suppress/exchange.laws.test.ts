import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { randomTables } from '../../../test/support/random-tables.ts';
import type { Exchanger } from './exchange.ts';
import { exchangerOf } from './exchange.ts';
import type { Move } from './forms.ts';
import type { Problem } from './problem.ts';
import { problemOf } from './problem.ts';

/** Every sum holds after the move, and nothing falls below what it can be. */
function isSound({ table, fall }: Problem, { cells, by }: Move): boolean {
  const moved = new Map([...cells].map((cell, index) => [cell, by[index] ?? 0]));
  const its = (cell: number) => moved.get(cell) ?? 0;
  return (
    table.relations.every(
      ({ whole, parts }) => its(whole) === parts.reduce((all, part) => all + its(part), 0),
    ) && [...cells].every((cell) => its(cell) + (fall[cell] ?? 0) >= 0)
  );
}

function ask({ table, truth }: { table: Problem['table']; truth: readonly number[] }): {
  problem: Problem;
  exchanger: Exchanger;
  price: Float64Array;
} {
  const problem = problemOf(table, Float64Array.from(truth));
  const price = Float64Array.from(problem.cost, (cost, cell) =>
    problem.isPrimary[cell] === 1 ? 0 : problem.isCandidate[cell] === 1 ? cost : Number.POSITIVE_INFINITY,
  );
  return { problem, exchanger: exchangerOf(problem), price };
}

test('a move led around one of its cells keeps every sum and leaves that cell where it is', () => {
  let led = 0;
  fc.assert(
    fc.property(randomTables(), fc.nat(), (given, toss) => {
      const { problem, exchanger, price } = ask(given);
      for (const need of problem.needs) {
        const move = exchanger.find(need, price);
        if (move === null) continue;
        assert.ok(isSound(problem, move));
        const others = [...move.cells].filter((cell) => cell !== need.cell);
        const cell = others[toss % others.length] ?? need.cell;
        const back = exchanger.undoing(move, cell, price);
        if (back === null) continue;
        const both = exchanger.sum(move, back, 1);
        assert.ok(both !== null, 'what is undone starts from where the move ended');
        assert.ok(isSound(problem, both));
        assert.ok(!both.cells.includes(cell));
        assert.ok(both.by.every((amount) => amount !== 0));
        led += 1;
      }
    }),
    { numRuns: 200 },
  );
  assert.ok(led > 100, String(led));
});

test('a sum of moves in which something would fall too far is none', () => {
  let refused = 0;
  fc.assert(
    fc.property(randomTables(), fc.integer({ min: 1, max: 6 }), (given, times) => {
      const { problem, exchanger, price } = ask(given);
      const [one, other] = problem.needs.flatMap((need) => exchanger.find(need, price) ?? []);
      if (one === undefined || other === undefined) return;
      const sum = exchanger.sum(one, other, times);
      if (sum !== null) assert.ok(isSound(problem, sum));
      else refused += 1;
      // Nothing is left behind that another question would take for moved.
      assert.deepEqual(exchanger.sum(one, one, -1)?.cells.length, 0);
    }),
    { numRuns: 300 },
  );
  assert.ok(refused > 10, String(refused));
});
