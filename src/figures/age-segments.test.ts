import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ageSegments } from './age-segments.ts';

test('bands that overlap are cut where any of them begins or ends', () => {
  const { all, of } = ageSegments(['0-9', '0-10', '13', '16+', 'unknown']);
  assert.deepEqual(all, ['0-9', '10', '11-12', '13', '14-15', '16+']);
  assert.deepEqual(of('0-10'), ['0-9', '10']);
  assert.deepEqual(of('13'), ['13']);
  assert.deepEqual(of('16+'), ['16+']);
  assert.deepEqual(of('unknown'), []);
});

test('an open band is more than a closed one that begins with it', () => {
  const { of } = ageSegments(['16-17', '16+']);
  assert.deepEqual(of('16+'), ['16-17', '18+']);
  assert.deepEqual(of('16-17'), ['16-17']);
});
