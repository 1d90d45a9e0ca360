/** A name means one thing wherever it is imported: no default exports, no re-exports of whole files. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Tree } from './repository.ts';
import { holds, isSource, repository, tree } from './repository.ts';

const DEFAULT = /^\s*export\s+default\b|^\s*export\s*\{[^}]*\bas\s+default\b/m;
const WHOLE = /^\s*export\s+\*/m;

test('no source file has a default export or passes on a whole file', () => {
  holds(breaches(repository()), 'export by name, and import from the file that declares it.');
});

test('a default export and a file passed on whole are found', () => {
  const made = tree({
    'src/a.ts': 'export default 1;\n',
    'src/b.ts': 'const b = 1;\nexport { b as default };\n',
    'src/c.ts': "export * from './d.ts';\n",
    'src/d.ts': 'export const d = "export default";\n',
  });
  assert.deepEqual(breaches(made), ['src/a.ts', 'src/b.ts', 'src/c.ts']);
});

function breaches(files: Tree): string[] {
  return [...files]
    .filter(([path, text]) => isSource(path) && (DEFAULT.test(text) || WHOLE.test(text)))
    .map(([path]) => path);
}
