/**
 * Every package we depend on is a decision: what for, why not thirty lines of our own, how it is kept, its licence and
 * what it fetches when it is installed. The list and package.json are compared both ways, the licence with the package's own.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { z } from 'zod';
import type { Tree } from './repository.ts';
import { holds, repository, root, tree } from './repository.ts';

const LIST = 'docs/decisions/dependencies.md';
const packageJson = z.object({
  dependencies: z.record(z.string(), z.string()).default({}),
  devDependencies: z.record(z.string(), z.string()).default({}),
  optionalDependencies: z.record(z.string(), z.string()).default({}),
});

test('every dependency has its line among the decisions, with the licence it carries', () => {
  holds(
    breaches(repository(), installedLicence),
    `keep one row per package of package.json in ${LIST}: package, what for and why it, how kept, licence as its package.json says, what it fetches at install.`,
  );
});

test('a dependency without a line, a line without a dependency, another licence and an empty column are found', () => {
  const made = tree({
    'package.json': JSON.stringify({ dependencies: { a: '1', b: '1' }, devDependencies: { c: '1', d: '1' } }),
    [LIST]:
      '| package | why | kept | licence | fetches |\n| --- | --- | --- | --- | --- |\n| `a` | x | x | MIT | nothing |\n| `c` | x | x | MIT | nothing |\n| `d` | x |  | MIT | nothing |\n| `e` | x | x | MIT | nothing |\n',
  });
  assert.deepEqual(
    breaches(made, (name) => (name === 'c' ? 'ISC' : 'MIT')),
    [
      'b has no line',
      'c is listed as MIT and carries ISC',
      'd has a column left empty',
      'e is listed and is not a dependency',
    ],
  );
});

function breaches(files: Tree, licenceOf: (name: string) => string | null): string[] {
  const { dependencies, devDependencies, optionalDependencies } = packageJson.parse(
    JSON.parse(files.get('package.json') ?? '{}'),
  );
  const wanted = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies }).sort();
  const rows = new Map(
    (files.get(LIST) ?? '')
      .split('\n')
      .map((line) =>
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      )
      .filter(([name]) => name?.startsWith('`'))
      .map(([name = '', ...cells]) => [name.replaceAll('`', ''), cells] as const),
  );
  return [
    ...wanted.flatMap((name) => {
      const row = rows.get(name);
      if (row === undefined) return [`${name} has no line`];
      if (row.length < 4 || row.includes('')) return [`${name} has a column left empty`];
      const carried = licenceOf(name);
      return carried === null || carried === row[2]
        ? []
        : [`${name} is listed as ${row[2]} and carries ${carried}`];
    }),
    ...[...rows.keys()]
      .filter((name) => !wanted.includes(name))
      .map((name) => `${name} is listed and is not a dependency`),
  ];
}

/** Null for a package of another platform, which is not installed here. */
function installedLicence(name: string): string | null {
  const path = join(root, 'node_modules', name, 'package.json');
  if (!existsSync(path)) return null;
  return z.object({ license: z.string() }).parse(JSON.parse(readFileSync(path, 'utf8'))).license;
}
