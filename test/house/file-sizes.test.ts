/** Small files: a file of more than 400 lines is several files, unless it is listed here with a reason and a date. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Tree } from './repository.ts';
import { holds, isSource, repository, tree } from './repository.ts';

const MOST = 400;

type Listed = { readonly path: string; readonly why: string; readonly since: string };

const listed: readonly Listed[] = [];

test('no source file is longer than 400 lines', () => {
  holds(
    breaches(repository(), listed),
    'split the file where its parts have names of their own, or list it in this test with a reason and the date.',
  );
});

test('a file that grew too long, and a listed one that is short again, are found', () => {
  const made = tree({
    'src/a.ts': 'x;\n'.repeat(401),
    'src/b.ts': 'x;\n'.repeat(400),
    'src/c.ts': '',
    'docs/d.md': 'x\n'.repeat(900),
  });
  assert.deepEqual(breaches(made, [{ path: 'src/c.ts', why: 'A table of codes.', since: '2026-11-22' }]), [
    'src/a.ts has 401 lines',
    'src/c.ts is listed as long and is not',
  ]);
});

function breaches(files: Tree, exempt: readonly Listed[]): string[] {
  const lines = (path: string) => (files.get(path) ?? '').split('\n').length - 1;
  const isListed = (path: string) =>
    exempt.some((one) => one.path === path && one.why !== '' && one.since !== '');
  return [
    ...[...files.keys()]
      .filter((path) => isSource(path) && lines(path) > MOST && !isListed(path))
      .map((path) => `${path} has ${lines(path)} lines`),
    ...exempt
      .filter((one) => lines(one.path) <= MOST)
      .map((one) => `${one.path} is listed as long and is not`),
  ];
}
