import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exact, isExact, toWritten, unknown } from './count.ts';

test('a number nobody stated is the widest count and not zero', () => {
  assert.deepEqual(unknown, { low: 0, high: Number.POSITIVE_INFINITY });
  assert.equal(isExact(unknown), false);
  assert.deepEqual(toWritten(unknown), { low: 0, high: null });
  assert.equal(isExact(exact(0)), true);
});
