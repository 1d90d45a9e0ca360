/** Rounding and cell keys from file to file: no true count and no key in what is written, and the reason beside every number. */
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { perturbCells } from './perturb-cells.ts';

const dir = mkdtempSync(join(tmpdir(), 'perturb-'));
after(() => rmSync(dir, { recursive: true }));
const put = (name: string, text: string) => {
  writeFileSync(join(dir, name), text);
  return join(dir, name);
};
const cells = put('cells.csv', 'force,freq\nall,40\nA,3\nB,37\n');
const KEY = 'a key for this test alone, and no secret';
const key = put('key.txt', `${KEY}\n`);
const spec = (more: object) =>
  put(
    'spec.json',
    JSON.stringify({
      dims: { force: ['all', 'A', 'B'].map((code) => ({ code, parent: code === 'all' ? null : 'all' })) },
      tables: [['force']],
      ...more,
    }),
  );
const run = (more: object, its: string | null = key) =>
  perturbCells({ cells, spec: spec(more), out: join(dir, 'out.csv'), key: its, earlier: [] });

test('a rounded file adds up, repeats its reason, and holds no true count that is no multiple', async () => {
  const found = await run({ method: 'rounding', reason: 'Parts must add up.' });
  assert.equal(found?.reason, 'Parts must add up.');
  assert.deepEqual([found?.check.brokenSums, found?.check.notMultiples], [0, 0]);
  const [head, ...rows] = readFileSync(join(dir, 'out.csv'), 'utf8').trim().split('\n');
  assert.equal(head, 'force,published,method,reason');
  const counts = rows.map((row) => Number(row.split(',')[1]));
  assert.equal(counts[0], (counts[1] ?? 0) + (counts[2] ?? 0));
  assert.equal(counts[0], 40);
  for (const row of rows) assert.match(row, /multiples of 5,Parts must add up\.$/);
});

test('a file perturbed by cell keys tells neither its key nor a column of true counts', async () => {
  const found = await run({ method: 'cell-key', reason: 'Tables must agree.' });
  const written = readFileSync(join(dir, 'out.csv'), 'utf8');
  for (const text of [written, JSON.stringify(found)]) assert.doesNotMatch(text, new RegExp(`freq|${KEY}`));
});

test('a method without its key is refused and writes nothing, and suppression takes none', async () => {
  rmSync(join(dir, 'out.csv'), { force: true });
  await assert.rejects(run({ method: 'rounding', reason: 'Parts must add up.' }, null), /needs a secret key/);
  await assert.rejects(run({}), /needs no key/);
  assert.equal(await run({}, null), null);
  assert.equal(existsSync(join(dir, 'out.csv')), false);
});
