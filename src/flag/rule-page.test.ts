/** The pages of the rules are what the rules and their cases make them. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ruleList, rulePage } from './rule-page.ts';
import { pagedRules, tellRule } from './tell.ts';

const folder = join(import.meta.dirname, '..', '..', 'docs', 'rules');
const HOW = 'run "npm run rules:accept" and read what it changed';

test('every rule of the flag has its page, made from its cases, and no page is without a rule', () => {
  const wanted = ['README.md', ...pagedRules.map(({ id }) => `${id}.md`)].sort();
  assert.deepEqual(readdirSync(folder).sort(), wanted, HOW);
  for (const rule of pagedRules) {
    assert.equal(readFileSync(join(folder, `${rule.id}.md`), 'utf8'), rulePage(rule), HOW);
  }
  assert.equal(readFileSync(join(folder, 'README.md'), 'utf8'), ruleList(pagedRules), HOW);
});

test('each rule of the flag has a name of its own, and an unknown one is a defect', () => {
  assert.equal(new Set(pagedRules.map(({ id }) => id)).size, pagedRules.length);
  assert.throws(() => tellRule('no-such-rule'), /not told/);
});
