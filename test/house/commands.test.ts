/** Every command of the program is shown in `docs/how-to/`, and every command shown in a page is one that exists. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Tree } from './repository.ts';
import { holds, repository, tree } from './repository.ts';

const COMMAND = /^src\/cli\/([a-z-]+)\.command\.ts$/;
const SHOWN = /(?:npx cyberflag|^\s*cyberflag|`cyberflag)\s+([a-z][a-z-]*)/gm;

test('the commands and the pages that show them are the same', () => {
  holds(
    breaches(repository()),
    'show each command once as "npx cyberflag NAME" in a page of docs/how-to/, and take out of every page a command that is gone.',
  );
});

test('a command without a page and a page with an unknown command are found', () => {
  const made = tree({
    'src/cli/read.command.ts': '',
    'src/cli/build.command.ts': '',
    'src/cli/all.ts': '',
    'docs/how-to/read.md': '```\nnpx cyberflag read PATH\n```\n',
    'README.md':
      'Run `cyberflag build` or:\n\n    npx cyberflag mend\n\nThe word cyberflag alone is no command.\n',
  });
  assert.deepEqual(breaches(made), [
    'build is shown in no page of docs/how-to/',
    'README.md shows the command mend, which is not there',
  ]);
});

function breaches(files: Tree): string[] {
  const commands = [...files.keys()].flatMap((path) => path.match(COMMAND)?.[1] ?? []);
  const shown = [...files]
    .filter(([path]) => path.endsWith('.md'))
    .flatMap(([path, text]) => [...text.matchAll(SHOWN)].map((found) => ({ path, name: found[1] ?? '' })));
  const inHowTo = shown.filter(({ path }) => path.startsWith('docs/how-to/')).map(({ name }) => name);
  return [
    ...commands
      .filter((name) => !inHowTo.includes(name))
      .map((name) => `${name} is shown in no page of docs/how-to/`),
    ...shown
      .filter(({ name }) => !commands.includes(name))
      .map(({ path, name }) => `${path} shows the command ${name}, which is not there`),
  ];
}
