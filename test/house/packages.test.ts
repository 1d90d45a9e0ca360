/**
 * What is imported is depended on, and what is depended on is used: an undeclared package is there by luck, an unused one is
 * a risk for nothing. The program itself may not import what is installed for its developers alone.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import type { Tree } from './repository.ts';
import { holds, isSource, isTest, repository, tree } from './repository.ts';

const packages = z.record(z.string(), z.string()).default({});
const packageJson = z.object({ dependencies: packages, devDependencies: packages });

/** Used by name on the command line or by the compiler, and never imported. */
const TOOLS = /^(?:@biomejs\/biome|typescript|@types\/.+)$/;

test('every package that is imported is declared, and every declared one is used', () => {
  holds(
    breaches(repository()),
    'declare in package.json what you import ("dependencies" for src, else "devDependencies"), and take out what nothing imports.',
  );
});

test('an undeclared package, an unused one and one of the developers in the program are found', () => {
  const made = tree({
    'package.json': JSON.stringify({
      dependencies: { used: '1', idle: '1' },
      devDependencies: { typescript: '1', laws: '1' },
    }),
    'src/a.ts': "import { x } from 'used/part';\nimport { y } from 'node:fs';\nimport { z } from 'laws';\n",
    'src/a.test.ts': "import { z } from 'laws';\nimport { q } from '@scope/missing/deep.js';\n",
  });
  assert.deepEqual(breaches(made), [
    'src/a.ts imports laws, which is for developers',
    'src/a.test.ts imports @scope/missing, which is not declared',
    'idle is declared and never used',
  ]);
});

function breaches(files: Tree): string[] {
  const { dependencies, devDependencies } = packageJson.parse(JSON.parse(files.get('package.json') ?? '{}'));
  const used = [...files]
    .filter(([path]) => isSource(path) && !path.startsWith('test/house/'))
    .flatMap(([path, text]) => [...new Set(packagesIn(text))].map((name) => ({ path, name })));
  const declared = [...Object.keys(dependencies), ...Object.keys(devDependencies)].filter(
    (name) => !TOOLS.test(name),
  );
  const names = new Set(used.map(({ name }) => name));
  return [
    ...used.flatMap(({ path, name }) => {
      if (dependencies[name] !== undefined) return [];
      if (devDependencies[name] === undefined) return [`${path} imports ${name}, which is not declared`];
      return path.startsWith('src/') && !isTest(path)
        ? [`${path} imports ${name}, which is for developers`]
        : [];
    }),
    ...declared.filter((name) => !names.has(name)).map((name) => `${name} is declared and never used`),
  ];
}

const NAME =
  /(?:^\s*(?:import|export)\b[^;'"]*?from\s*|\bimport\(\s*|\.resolve\(\s*|^\s*import\s*)'((?:@[\w.-]+\/)?[\w.-]+)(?:\/[^']*)?'/gm;

function packagesIn(text: string): string[] {
  return [...text.matchAll(NAME)]
    .map((found) => found[1] ?? '')
    .filter((name) => /^[@a-z]/.test(name) && !/^(node$|\.)/.test(name));
}
