/** A test is known by its name. The test runner takes two of one name without a word, so one could hide the other's failure. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Tree } from './repository.ts';
import { holds, isTest, repository, tree } from './repository.ts';

/** The name of a test, or of a group of them, as it stands in the code; a name put together from parts counts as written. */
const NAME =
  /^\s*(?:await\s+)?(?:t\.)?(?:test|it|describe|suite)\(\s*(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`)/gm;

test('no two tests have one name', () => {
  holds(
    breaches(repository()),
    'say in the name what is true when this test passes and not when the other does.',
  );
});

test('one name given twice is found, in one file or in two', () => {
  const made = tree({
    'src/a.test.ts': `${"test('sums add up', () => {});\n"}test("it's so", () => {});\n`,
    'src/b.test.ts':
      'test(\n  `sums add up`,\n  () => {});\nawait t.test("other", () => {});\ntest("other", () => {});\n',
    'src/c.ts': "test('sums add up', () => {});\n",
  });
  assert.deepEqual(breaches(made), [
    '"sums add up" stands in src/a.test.ts and src/b.test.ts',
    '"other" stands in src/b.test.ts and src/b.test.ts',
  ]);
});

function breaches(files: Tree): string[] {
  const places = new Map<string, string[]>();
  for (const [path, text] of files) {
    if (!isTest(path)) continue;
    for (const found of text.matchAll(NAME)) {
      const name = found[1] ?? found[2] ?? found[3] ?? '';
      places.set(name, [...(places.get(name) ?? []), path]);
    }
  }
  return [...places]
    .filter(([, paths]) => paths.length > 1)
    .map(([name, paths]) => `"${name}" stands in ${paths.join(' and ')}`);
}
