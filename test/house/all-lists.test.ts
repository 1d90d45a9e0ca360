/** Where siblings must be listed the list is `all.ts`: every sibling, in order of name, and nothing else. */
import assert from 'node:assert/strict';
import { posix } from 'node:path';
import { test } from 'node:test';
import type { Tree } from './repository.ts';
import { holds, isTest, repository, tree } from './repository.ts';

test('every all.ts lists exactly its siblings', () => {
  holds(
    breaches(repository()),
    'import every sibling of the kind in all.ts ("./x.reader.ts" beside all other .reader.ts files), in order of name.',
  );
});

test('a sibling left out of all.ts, a listed file that is gone and a wrong order are found', () => {
  const made = tree({
    'src/r/all.ts':
      "import { c } from './c.reader.ts';\nimport { a } from './a.reader.ts';\nimport type { Reader } from './reader.ts';\n",
    'src/r/a.reader.ts': '',
    'src/r/b.reader.ts': '',
    'src/r/reader.ts': '',
    'src/r/a.reader.test.ts': '',
  });
  assert.deepEqual(breaches(made), [
    'src/r/all.ts does not list ./b.reader.ts',
    'src/r/all.ts lists ./c.reader.ts, which is not there',
    'src/r/all.ts lists ./a.reader.ts after ./c.reader.ts',
  ]);
  assert.deepEqual(breaches(tree({ 'src/r/all.ts': "import { a } from './a.ts';\n" })), [
    'src/r/all.ts lists no siblings of one kind',
  ]);
});

function breaches(files: Tree): string[] {
  return [...files]
    .filter(([path]) => posix.basename(path) === 'all.ts')
    .flatMap(([path, text]) => ofOne(files, path, text));
}

/** The name without its kind: `check` comes before `check-spreadsheet`. */
function stem(name: string): string {
  return name.slice(0, name.indexOf('.'));
}

/** Siblings are the files of the same folder that share a kind (`x.reader.ts`) with any that the list imports. */
function ofOne(files: Tree, path: string, text: string): string[] {
  const listed = [...text.matchAll(/from '\.\/([a-z0-9-]+\.[a-z]+\.ts)'/g)].map((found) => found[1] ?? '');
  const kinds = new Set(listed.map(kindOf));
  if (kinds.size === 0) return [`${path} lists no siblings of one kind`];
  const folder = posix.dirname(path);
  const there = [...files.keys()]
    .filter((file) => posix.dirname(file) === folder && !isTest(file))
    .map((file) => posix.basename(file))
    .filter((name) => kinds.has(kindOf(name)));
  return [
    ...there.filter((name) => !listed.includes(name)).map((name) => `${path} does not list ./${name}`),
    ...listed
      .filter((name) => !there.includes(name))
      .map((name) => `${path} lists ./${name}, which is not there`),
    ...listed.flatMap((name, i) => {
      const before = listed[i - 1];
      return before !== undefined && stem(before) > stem(name)
        ? [`${path} lists ./${name} after ./${before}`]
        : [];
    }),
  ];
}

function kindOf(name: string): string {
  return name.split('.').slice(1).join('.') === 'ts' ? '' : name.split('.').slice(1).join('.');
}
