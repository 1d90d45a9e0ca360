import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Ended } from './check.ts';
import { summary } from './check.ts';

function ended(name: string, passed: boolean, output = ''): Ended {
  return { step: { name, args: [], minutes: 1 }, passed, seconds: 1.26, output };
}

test('the check ends with the steps that failed and then the counts of tests', () => {
  const tests = ended('tests', false, 'ℹ tests 12\nℹ suites 0\nℹ pass 10\nℹ fail 2\n');
  assert.equal(
    summary([ended('types', true), ended('lint', false), tests]),
    '✔ types (1.3 s)\n✖ lint (1.3 s)\n✖ tests (1.3 s)\nFailed: lint, tests.\n10 passed, 2 failed',
  );
});

test('the counts are found among colours too', () => {
  const tests = ended('tests', true, '\u001b[34mℹ pass 7\u001b[39m\n\u001b[34mℹ fail 0\u001b[39m\n');
  assert.match(summary([tests]), /Everything passed\.\n7 passed, 0 failed$/);
});

test('a run of tests that was cut short has counts that nobody knows', () => {
  assert.match(summary([ended('tests', false, 'ℹ tes')]), /\? passed, \? failed$/);
});
