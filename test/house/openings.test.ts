/** A file opens with what it promises and what it refuses, so that a reader knows whether to read on. A list of siblings need not. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Tree } from './repository.ts';
import { holds, isTest, repository, tree } from './repository.ts';

test('every file of the program opens with what it promises', () => {
  holds(
    breaches(repository()),
    'open the file with a comment of two to six lines that says what it promises and what it refuses, not its name again.',
  );
});

test('a file that opens with an import, or with its name alone, is found', () => {
  const made = tree({
    'src/a/b.ts': "import { x } from './c.ts';\n",
    'src/a/c.ts': '/** The c. */\nexport const c = 1;\n',
    'src/a/d.ts': '/** A sum over none is exactly zero, which is not the same as unknown. */\n',
    'bin/e.mjs':
      '#!/usr/bin/env node\n/** The command; hands over to a Node 24 where this one is older. */\n',
    'src/a/b.test.ts': '',
  });
  assert.deepEqual(breaches(made), ['src/a/b.ts', 'src/a/c.ts']);
});

const FEWEST_WORDS = 6;

function breaches(files: Tree): string[] {
  return [...files]
    .filter(
      ([path]) =>
        (/^src\/.*\.ts$/.test(path) && !isTest(path) && !path.endsWith('/all.ts')) ||
        /^bin\/.*\.mjs$/.test(path),
    )
    .filter(([, text]) => {
      const opening = text.match(/^(?:#!.*\n)?\/\*\*([\s\S]*?)\*\//)?.[1] ?? '';
      return (opening.match(/\p{L}+/gu) ?? []).length < FEWEST_WORDS;
    })
    .map(([path]) => path);
}
