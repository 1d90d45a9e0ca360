/** The catalogue of findings, their sentences and their pages say the same, whichever of them one starts from. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FindingCode } from '#finding/catalogue.ts';
import { catalogue, finding } from '#finding/catalogue.ts';
import { words } from '#finding/words.ts';
import type { Tree } from './repository.ts';
import { holds, repository, tree } from './repository.ts';

const FOLDER = 'docs/findings/';

test('every finding has its page and every page its finding', () => {
  holds(
    breaches(repository(), catalogue),
    'a new code needs a line in src/finding/catalogue.ts, a sentence in src/finding/words.ts, and a page in docs/findings/ with ' +
      'its code and level, "## When it occurs" and "## How to fix it", and a line in docs/findings/README.md.',
  );
});

test('the sentence of a finding gives its code nowhere', () => {
  for (const code of Object.keys(catalogue) as FindingCode[]) {
    if (code.includes('-')) assert.ok(!words(finding(code, 'reply.csv')).includes(code), code);
  }
});

test('a finding without a page, a page without a finding and a page that says another level are found', () => {
  const page = (code: string, level: string) =>
    `# A title\n\nCode \`${code}\`, level **${level}**.\n\n## When it occurs\n\n## How to fix it\n`;
  const made = tree({
    'docs/findings/README.md': '[a](a.md) [b](b.md) [d](d.md)',
    'docs/findings/a.md': page('a', 'error'),
    'docs/findings/b.md': page('b', 'error'),
    'docs/findings/d.md': '# D\n',
  });
  assert.deepEqual(breaches(made, { a: 'error', b: 'info', c: 'error' }), [
    'docs/findings/b.md does not say: Code `b`, level **info**.',
    'docs/findings/c.md is missing',
    'docs/findings/d.md is the page of no finding',
  ]);
  assert.deepEqual(
    breaches(tree({ 'docs/findings/README.md': '', 'docs/findings/d.md': '# D\n' }), { d: 'info' }),
    [
      'docs/findings/d.md does not say: Code `d`, level **info**.',
      'docs/findings/d.md does not say: ## When it occurs',
      'docs/findings/d.md does not say: ## How to fix it',
      'docs/findings/README.md does not link to d.md',
    ],
  );
});

function breaches(files: Tree, levels: Readonly<Record<string, string>>): string[] {
  const pages = [...files.keys()].filter((path) => path.startsWith(FOLDER) && path !== `${FOLDER}README.md`);
  const ofCodes = Object.entries(levels).flatMap(([code, level]) => {
    const page = files.get(`${FOLDER}${code}.md`);
    if (page === undefined) return [`${FOLDER}${code}.md is missing`];
    const wanted = [`Code \`${code}\`, level **${level}**.`, '## When it occurs', '## How to fix it'];
    const lines = page.split('\n');
    return [
      ...wanted
        .filter((line) => !lines.includes(line))
        .map((line) => `${FOLDER}${code}.md does not say: ${line}`),
      ...(files.get(`${FOLDER}README.md`)?.includes(`(${code}.md)`)
        ? []
        : [`${FOLDER}README.md does not link to ${code}.md`]),
    ];
  });
  const known = Object.keys(levels).map((code) => `${FOLDER}${code}.md`);
  return [
    ...ofCodes,
    ...pages.filter((page) => !known.includes(page)).map((page) => `${page} is the page of no finding`),
  ];
}
