import assert from 'node:assert/strict';
import { test } from 'node:test';
import { directionText, percentText } from './change-words.ts';

test('a change is told with its sign, to one decimal, and of none there is no share', () => {
  assert.equal(percentText(98, 323), '+229.6 per cent');
  assert.equal(percentText(77, 63), '−18.2 per cent');
  assert.equal(percentText(50, 50), 'no change');
  assert.equal(percentText(0, 5), null);
});

test('more or fewer is said only where chance hardly makes the difference', () => {
  assert.equal(directionText(98, 323), 'more');
  assert.equal(directionText(291, 18), 'fewer');
  assert.equal(directionText(77, 63), 'not told apart from chance');
  assert.equal(directionText(0, 0), 'not told apart from chance');
  assert.equal(directionText(5, 6), 'not told apart from chance');
});
