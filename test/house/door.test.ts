/**
 * One door leads from a count to a released cell. It is opened in one file, after that file's own audit has passed; a
 * second user would publish what nobody has checked.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Tree } from './repository.ts';
import { holds, repository, tree } from './repository.ts';

const MAY = ['src/disclosure/protect.ts', 'src/disclosure/released.ts'];

test('only the protecting of a table opens the door to released cells', () => {
  holds(
    breaches(repository()),
    'give the count to src/disclosure/protect.ts and publish what it returns. Tests make releases through it too.',
  );
});

test('a second user of the door, and a cast to a released cell, are found', () => {
  const made = tree({
    'src/disclosure/protect.ts': 'openDoor(count);\n',
    'src/publish/page.ts': "import { openDoor } from '#disclosure/released.ts';\n",
    'src/publish/cast.ts': 'const cell = { value } as unknown as Released;\n',
    'src/publish/fine.ts': 'const cells: readonly Released[] = [];\n',
  });
  assert.deepEqual(breaches(made), [
    'src/publish/page.ts opens the door',
    'src/publish/cast.ts casts to a released cell',
  ]);
});

function breaches(files: Tree): string[] {
  return [...files].flatMap(([path, text]) => {
    if (!/^(src|test|bench)\/.*\.ts$/.test(path) || MAY.includes(path) || path === 'test/house/door.test.ts')
      return [];
    if (/\bopenDoor\b/.test(text)) return [`${path} opens the door`];
    return /\bas\s+(unknown\s+as\s+)?Released\b(?!Value|Figure|Table)/.test(text)
      ? [`${path} casts to a released cell`]
      : [];
  });
}
