/** Every golden folder: the program makes of its `in` exactly its `out`. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cases, differences, expected, MOST, produced, size, told } from './harness.ts';

for (const name of cases()) {
  test(`the accepted output of ${name} is what the program makes`, () => {
    const found = differences(expected(name), produced(name));
    assert.ok(found.length === 0, told(name, found));
  });

  test(`the case ${name} is small enough to be read`, () => {
    assert.ok(
      size(name) <= MOST,
      `${name} has ${size(name)} bytes, and at most ${MOST} are read in a review`,
    );
  });
}
