/** What outsiders know besides the release, and what a range of ours would tell them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Count } from '#count/count.ts';
import { atLeast, between, exact, unknown } from '#count/count.ts';
import { attack } from './audit.ts';
import type { Cell, Model } from './model.ts';
import { protect } from './protect.ts';

const cell = (id: string, count: Count, more: Partial<Cell> = {}): Cell => ({
  id,
  count,
  given: count,
  known: unknown,
  standing: 'stated',
  isNational: false,
  rank: 2,
  ...more,
});

const region = (known: Count): Model => ({
  cells: [
    cell('A', exact(40)),
    cell('B', exact(22)),
    cell('C', exact(4)),
    cell('region', exact(66), { known, rank: 5 }),
    cell('A and B', exact(62), { rank: 3 }),
  ],
  sums: [
    { id: 'region by force', whole: 'region', parts: ['A', 'B', 'C'] },
    { id: 'known forces', whole: 'A and B', parts: ['A', 'B'] },
  ],
  threshold: 5,
});

test('a regional total that others published is known to the outsider even where the release keeps it back', async () => {
  const withheld = new Set(['C', 'region']);
  assert.deepEqual(attack(region(unknown), withheld).disclosed, []);
  assert.deepEqual(attack(region(exact(66)), withheld).disclosed, ['C']);
});

test('a total that others published is not given up in vain, and what it would give away is', async () => {
  const { primary, secondary } = await protect(region(exact(66)));
  assert.deepEqual([...primary], ['C']);
  assert.equal(secondary.has('region'), false);
  assert.ok(secondary.has('A and B'));
  assert.ok(secondary.has('A') || secondary.has('B'));
});

test('a small count that others published is kept back all the same, and stops nothing', async () => {
  const model: Model = {
    cells: [cell('A', exact(3), { known: exact(3) }), cell('B', exact(20)), cell('all', exact(23))],
    sums: [{ id: 'all', whole: 'all', parts: ['A', 'B'] }],
    threshold: 5,
  };
  const { primary, secondary, released } = await protect(model);
  assert.deepEqual([[...primary], [...secondary]], [['A'], []]);
  assert.equal(released.get('A')?.value.status, 'withheld');
});

test('a part of a total that others published as 3 need not seem to be 5', async () => {
  const model: Model = {
    cells: [cell('A', exact(2)), cell('B', exact(1)), cell('all', exact(3), { known: exact(3) })],
    sums: [{ id: 'all', whole: 'all', parts: ['A', 'B'] }],
    threshold: 5,
  };
  assert.deepEqual([...(await protect(model)).primary].sort(), ['A', 'B', 'all']);
});

/** 66 published for four forces: A is withheld, B unknown and C unknown share the other 62. */
const shared: Model = {
  cells: [
    cell('A', exact(4)),
    cell('B', between(0, 62), { given: unknown }),
    cell('C', between(0, 62), { given: unknown }),
    cell('B and C', exact(62), { given: unknown, rank: 4 }),
    cell('all', exact(66), { known: exact(66), rank: 5 }),
  ],
  sums: [
    { id: 'all by force', whole: 'all', parts: ['A', 'B', 'C'] },
    { id: 'all by share', whole: 'all', parts: ['A', 'B and C'] },
    { id: 'share by force', whole: 'B and C', parts: ['B', 'C'] },
  ],
  threshold: 5,
};

test('a range of ours says no more than the published numbers do: its end would be the total less what is withheld', async () => {
  const { released, secondary } = await protect(shared);
  assert.ok(secondary.has('B and C'));
  for (const id of ['B', 'C']) {
    assert.deepEqual(released.get(id)?.value, { status: 'published', low: 0, high: 66 });
  }
});

test('a range that a force stated stands as it was stated', async () => {
  const model: Model = {
    cells: [
      cell('A', between(10, 15), { given: between(10, 19) }),
      cell('B', exact(5)),
      cell('all', between(15, 20), { given: atLeast(15) }),
    ],
    sums: [{ id: 'all', whole: 'all', parts: ['A', 'B'] }],
    threshold: 5,
  };
  const value = (await protect(model)).released.get('A')?.value;
  assert.deepEqual(value, { status: 'published', low: 10, high: 19 });
});
