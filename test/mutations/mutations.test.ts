/** A part of the damage that `npm run bench:mutations` does, small enough for every check: each kind once to some of the samples. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kinds } from './damage.ts';
import { type Damaged, damagedReading, documentsOf, readingOf, samplesOf } from './damaged-reading.ts';
import { outcomeOf } from './outcome.ts';

const EACH = 4;
const dirs = [
  'test/samples/communication-2024-25',
  'test/samples/workbooks-2024-25',
  'test/samples/letters-2023-24',
];
const samples = dirs.flatMap(samplesOf).filter((_, at) => at % EACH === 0);

for (const kind of kinds)
  test(`a return with this damage is read without a crash, and no number that a total shows is changed in silence: ${kind}`, async () => {
    let made = 0;
    for (const [at, sample] of samples.entries()) {
      const documents = await documentsOf(sample);
      const damaged: Damaged | null = await damagedReading(sample, documents, kind, 4000 + at);
      if (damaged === null) continue;
      made += 1;
      const outcome = outcomeOf(readingOf(sample, documents), damaged.reading);
      const isSilent = outcome.endsWith('in silence');
      assert.ok(!(damaged.isWitnessed && isSilent), `${sample.name}: ${outcome}`);
      if (kind === 'cut') assert.ok(!isSilent, `${sample.name}: ${outcome}`);
    }
    assert.ok(made > 5);
  });
