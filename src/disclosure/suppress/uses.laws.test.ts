import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Uses } from './uses.ts';

const CELLS = 5;

test('the proofs that move a cell are those put in and still live, in the order in which they were put in', () => {
  const step = fc.record({
    act: fc.constantFrom('add', 'add', 'add', 'drop', 'forget', 'ask', 'clear'),
    cell: fc.nat(CELLS - 1),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const uses = new Uses(CELLS);
      const held = Array.from({ length: CELLS }, (): number[] => []);
      const dead = new Set<number>();
      const live = (cell: number) => (held[cell] ?? []).filter((id) => !dead.has(id));
      for (const [id, { act, cell }] of steps.entries()) {
        const own = held[cell] ?? [];
        const last = own.at(-1);
        if (act === 'add') {
          uses.add(cell, id);
          own.push(id);
        } else if (act === 'drop' && last !== undefined) {
          // Only what was put in last is taken back at once.
          uses.drop(cell, last + 1);
          uses.drop(cell, last);
          own.pop();
        } else if (act === 'forget' && own[0] !== undefined) {
          dead.add(own[0]);
        } else if (act === 'clear') {
          uses.clear();
          for (const list of held) list.length = 0;
        }
        assert.deepEqual(
          uses.of(cell, (one) => !dead.has(one)),
          live(cell),
        );
        held[cell] = live(cell);
      }
      for (const cell of held.keys()) held[cell] = uses.of(cell, (one) => !dead.has(one));
      assert.equal(
        uses.held,
        held.reduce((all, list) => all + list.length, 0),
      );
    }),
    { numRuns: 500 },
  );
});
