/** Nothing is left lying about: no path of somebody's machine, no note to self, no test that is switched off or alone. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Tree } from './repository.ts';
import { holds, repository, tree } from './repository.ts';

/** Written so that this file does not hold what it looks for. */
const FORBIDDEN: readonly { readonly what: string; readonly found: RegExp; readonly where: RegExp }[] = [
  {
    what: 'a path of a machine',
    found: /(?<![\w.\-:/#*])\/(?:work|tmp|root|home\/\w+|Users\/\w+)\//,
    where: /./,
  },
  {
    what: 'a note to self',
    found: /\b(?:TO[D]O|FIX[M]E|X[X]X|HAC[K])\b/,
    where: /\.(ts|mjs|md|njk|css|json|yaml|sh)$/,
  },
  {
    what: 'a test switched off',
    found: /\b(?:test|it|describe|suite|t)\.(?:sk[i]p|to[d]o)\(|\b(?:sk[i]p|to[d]o):\s*(?:true|['"`])/,
    where: /\.ts$/,
  },
  {
    what: 'a test that runs alone',
    found: /\b(?:test|it|describe|suite)\.onl[y]\(|\bonl[y]:\s*true/,
    where: /\.test\.ts$/,
  },
];

/** In characters; the largest table of the register has 413,290. */
const MOST = 1_000_000;

function isForeign(path: string): boolean {
  return /\.(?:whl|deb|rpm|tgz|tar|gz|zip|7z|so|node|exe|dll)$/i.test(path) && !path.startsWith('test/');
}

test('no tracked file holds a machine path, a note to self or a test switched off', () => {
  holds(
    breaches(repository()),
    'write paths relative to the repository, do or drop what the note says, and let every test run.',
  );
});

test('no tracked file is a package of another tool, or larger than anything that the repository says in text', () => {
  holds(
    [...repository()].filter(([path, text]) => isForeign(path) || text.length > MOST).map(([path]) => path),
    'remove it from git: what is needed is installed by npm, what is large is made by a command.',
  );
});

test('a package of another tool is found', () => {
  assert.deepEqual(['a.whl', 'docs/b.png', 'c.tar.gz', 'd.csv'].filter(isForeign), ['a.whl', 'c.tar.gz']);
});

test('a machine path, a note to self and a lonely test are found', () => {
  const made = tree({
    'docs/a.md': ['see ', 'tmp', 'x'].join('/'),
    'docs/b.md': 'https://example.org/work/x and ./work/ and src/work/build.ts\n',
    'src/c.ts': `// TO${'DO'}: later\n`,
    'src/d.test.ts': `test.on${'ly'}('x', () => {});\n`,
    'src/e.test.ts': `test.sk${'ip'}('x', () => {});\ntest('y', { sk${'ip'}: true }, () => {});\n`,
  });
  assert.deepEqual(breaches(made), [
    'docs/a.md:1 a path of a machine',
    `src/c.ts:1 a note to self`,
    'src/d.test.ts:1 a test that runs alone',
    'src/e.test.ts:1 a test switched off',
    'src/e.test.ts:2 a test switched off',
  ]);
});

function breaches(files: Tree): string[] {
  return [...files]
    .filter(([path]) => path !== 'package-lock.json')
    .flatMap(([path, text]) => {
      return FORBIDDEN.filter((one) => one.where.test(path) && one.found.test(text)).flatMap((one) =>
        text.split('\n').flatMap((line, i) => (one.found.test(line) ? [`${path}:${i + 1} ${one.what}`] : [])),
      );
    });
}
