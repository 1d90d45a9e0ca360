/** The page on reading says what the reader does: each example on it is read, and gives what is printed beside it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { numbersOf } from '#returns/explain.ts';
import { examplesOf, readExample, readingLines } from '../support/page-examples.ts';

const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs/method/reading.md'), 'utf8');
const examples = examplesOf(page);

suite('the examples of the page on reading', () => {
  for (const [at, example] of examples.entries()) {
    test(`example ${at + 1} of the page on reading, "${example.heading}", gives what is printed beside it`, async () => {
      assert.ok(Object.keys(example.files).length > 0, 'a reading without a file');
      const read = await readExample(example);
      assert.deepEqual(readingLines(read), example.expected);
      for (const { fate, as } of numbersOf(read.explained)) {
        const [reason = ''] = as.split(' (');
        if (fate === 'not-an-answer')
          assert.ok(page.includes(reason), `the page does not tell of "${reason}"`);
      }
    });
  }
});

test('the page on reading has an example of every layout it names', () => {
  const layouts = [...page.matchAll(/^### (.+)$/gmu)].map((match) => match[1]);
  assert.ok(layouts.length >= 25, `${layouts.length} layouts`);
  const shown = new Set(examples.map(({ heading }) => heading));
  assert.deepEqual(
    layouts.filter((layout) => !shown.has(layout ?? '')),
    [],
  );
});
