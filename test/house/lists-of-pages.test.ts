/** A folder of pages has a list, and the list links to every page of it: a page that nothing leads to is not read. */
import assert from 'node:assert/strict';
import { posix } from 'node:path';
import { test } from 'node:test';
import type { Tree } from './repository.ts';
import { holds, repository, tree } from './repository.ts';

test('every page of a folder of docs is on the list of that folder', () => {
  holds(
    breaches(repository()),
    'add a line with a link to the page in README.md of its folder, and say what one finds there.',
  );
});

test('a page that is on no list and a folder without a list are found', () => {
  const made = tree({
    'docs/how-to/README.md': '[a](a.md)\n',
    'docs/how-to/a.md': '',
    'docs/how-to/b.md': '',
    'docs/method/c.md': '',
  });
  assert.deepEqual(breaches(made), [
    'docs/how-to/b.md is not on the list in docs/how-to/README.md',
    'docs/method/c.md is not on the list in docs/method/README.md',
  ]);
});

function breaches(files: Tree): string[] {
  return [...files.keys()]
    .filter((path) => /^docs\/[^/]+\/[^/]+\.md$/.test(path) && posix.basename(path) !== 'README.md')
    .flatMap((path) => {
      const list = `${posix.dirname(path)}/README.md`;
      const isListed = files.get(list)?.includes(`(${posix.basename(path)})`) ?? false;
      return isListed ? [] : [`${path} is not on the list in ${list}`];
    });
}
