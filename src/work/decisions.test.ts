import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { finding } from '#finding/catalogue.ts';
import { applyDecisions, decisionSentence, readDecisions } from './decisions.ts';

const made = `
- accept: total-mismatch
  at: "page.html#t1r5c3"
  because: The sum counts withheld cells as nothing
  by: analyst
  on: "2025-09-01"
`;

function read(text: string | null) {
  const folder = mkdtempSync(join(tmpdir(), 'decisions-'));
  try {
    if (text !== null) writeFileSync(join(folder, 'decisions.yaml'), text);
    return readDecisions(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('a decision settles the finding of its code at its place and no other', () => {
  const here = finding('total-mismatch', 'page.html#t1r5c3');
  const elsewhere = finding('total-mismatch', 'page.html#t1r5c4');
  const otherwise = finding('duplicate-row', 'page.html#t1r5c3');
  const decided = applyDecisions([here, elsewhere, otherwise], read(made));
  assert.deepEqual(decided.open, [elsewhere, otherwise]);
  assert.deepEqual(
    decided.accepted.map(({ finding: one }) => one),
    [here],
  );
  assert.deepEqual(decided.unused, []);
});

test('a decision that applies to nothing is a finding', () => {
  const { unused } = applyDecisions([], read(made));
  assert.deepEqual(
    unused.map(({ code, at }) => `${code} ${at}`),
    ['unused-decision page.html#t1r5c3'],
  );
});

test('a decision is told with its day, role and reason', () => {
  const [decision] = read(made);
  assert.ok(decision !== undefined);
  assert.equal(
    decisionSentence(decision),
    'An error found in the reply was accepted on 1 September 2025 (analyst): The sum counts withheld cells as nothing.',
  );
});

test('no file means no decision, and a decision that leaves something open is refused with its field', () => {
  assert.deepEqual(read(null), []);
  assert.deepEqual(read(''), []);
  assert.throws(() => read(made.replace('total-mismatch', 'anything')), /0\.accept/);
  assert.throws(() => read(made.replace('  by: analyst\n', '')), /0\.by/);
  assert.throws(() => read(made.replace('2025-09-01', 'September')), /0\.on/);
  assert.throws(() => read('- [: '), /not YAML/);
});
