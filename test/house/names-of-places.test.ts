/**
 * A folder is named for a thing in the work. A folder of leftovers takes in whatever nobody named, and an index file hides
 * which file an import means.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Tree } from './repository.ts';
import { holds, isSource, repository, tree } from './repository.ts';

const LEFTOVERS = ['utils', 'util', 'helpers', 'helper', 'common', 'shared', 'misc', 'lib', 'index'];
/** Refused as folders only: a file of support services is a thing in the work. */
const LAYERS = ['core', 'types', 'services'];

test('no folder or file is a place for leftovers, and no file is an index', () => {
  holds(
    breaches(repository()),
    'name the file for what it holds, and put it in the room whose word it uses. Where siblings must be listed, the list is all.ts.',
  );
});

test('a folder of leftovers and an index file are found', () => {
  const made = tree({
    'src/utils/a.ts': '',
    'src/count/helpers.ts': '',
    'src/web/index.ts': '',
    'src/web/home.page.ts': '',
    'src/core/a.ts': '',
    'src/register/services.ts': '',
    'docs/lib/a.md': '',
  });
  assert.deepEqual(breaches(made), [
    'src/utils/a.ts: "utils" names no thing',
    'src/count/helpers.ts: "helpers" names no thing',
    'src/web/index.ts: "index" names no thing',
    'src/core/a.ts: "core" names no thing',
  ]);
});

function breaches(files: Tree): string[] {
  return [...files.keys()].filter(isSource).flatMap((path) => {
    const parts = path.split('/').map((part) => part.replace(/\.(test\.|laws\.test\.)?(ts|mjs)$/, ''));
    const found = parts.find(
      (part, i) => LEFTOVERS.includes(part) || (i < parts.length - 1 && LAYERS.includes(part)),
    );
    return found === undefined ? [] : [`${path}: "${found}" names no thing`];
  });
}
