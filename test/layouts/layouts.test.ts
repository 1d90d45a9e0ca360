/**
 * Returns laid out by chance and read back: what is on the page is read, or something is said; nothing is read wrongly in
 * silence. `npm run bench:layouts` reads more of them, and tells which.
 */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { layout } from './layouts.ts';
import { scoreOf } from './score.ts';

const LAYOUTS = 120;
const AT_ONCE = 40;

suite('returns laid out by chance', () => {
  const sum = { right: 0, all: 0 };
  for (let first = 1; first <= LAYOUTS; first += AT_ONCE) {
    test(`of the layouts from ${first}, none is read wrongly in silence, and none loses a number in silence`, async () => {
      const silent: string[] = [];
      for (let seed = first; seed < first + AT_ONCE; seed += 1) {
        const { right, missing, wrong, isTold, notes } = await scoreOf(layout(seed));
        sum.right += right;
        sum.all += right + missing + wrong;
        if (!isTold) silent.push(...notes.map((note) => `${seed} ${note}`));
      }
      assert.deepEqual(silent, []);
    });
  }

  test('of the numbers of all layouts at least 95 in 100 are right', () => {
    assert.ok(sum.all > 4000, `${sum.all} numbers were laid out`);
    assert.ok(sum.right >= 0.95 * sum.all, `${sum.right} of ${sum.all} numbers are right`);
  });

  test('one seed makes one return, byte for byte', () => {
    const [one, other] = [layout(7), layout(7)];
    assert.deepEqual(one.file.bytes, other.file.bytes);
    assert.notDeepEqual(one.file.bytes, layout(8).file.bytes);
  });
});
