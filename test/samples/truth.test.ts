/** Every return of the samples against its truth: its numbers, places, outcome, exemptions and findings, and nothing more. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { suite, test } from 'node:test';
import { readCollection } from '#collection/read-collection.ts';
import { readRegister } from '#register/register.ts';
import { forceOfFolder } from '#returns/letters/force-named.ts';
import { openReturn } from '#returns/open-return.ts';
import { readReturn } from '#returns/read-return.ts';
import { type Ambiguity, compare, readAmbiguities, type Truth } from '../support/truth.ts';
import { exceptions } from '../support/truth-exceptions.ts';

const root = join(import.meta.dirname, '..', '..');
const collections = [
  'examples/flagged-2015-16',
  'test/samples/communication-2024-25',
  'test/samples/letters-2023-24',
  'test/samples/statutory-2022-23',
  'test/samples/workbooks-2024-25',
  'test/samples/disclosure-2023-24',
  'test/samples/online-image-2023-24',
  'test/samples/flagged-2019-20',
  'test/samples/communication-2021-22',
  'test/samples/flagged-2020-21',
  'test/samples/communication-2023-24',
  'test/samples/image-offences-2022-23',
  'test/samples/flagged-2018-19',
  'test/samples/communication-2025-26',
  'test/samples/online-offences-2021-22',
  'test/samples/grooming-2023-24',
  'test/samples/flagged-2016-17',
  'test/samples/communication-2022-23',
] as const;

const register = readRegister();

for (const name of collections) {
  const dir = join(root, name);
  const collection = readCollection(join(dir, 'collection.yaml'));
  const ambiguities = ambiguitiesOf(dir);
  const forces = readdirSync(join(dir, 'returns')).sort();

  suite(`the returns of ${basename(name)}`, () => {
    test(`each return of ${basename(name)} has a truth, and each truth its return`, () => {
      assert.deepEqual(
        readdirSync(join(dir, 'truth')).sort(),
        forces.map((force) => `${force}.json`),
      );
    });

    for (const force of forces) {
      test(`the return of ${force} in ${basename(name)} is read as its truth says, and no error in it is silent`, async () => {
        const truth = JSON.parse(readFileSync(join(dir, 'truth', `${force}.json`), 'utf8')) as Truth;
        const documents = await openReturn(join(dir, 'returns', force), { isolated: false });
        const asked = forceOfFolder(force, register);
        const reading = readReturn({ documents, collection, register, force: asked });
        const fair = ambiguities.filter((one) => one.forces.has(force) || one.forces.has('*'));
        const { score, notes } = compare(reading, truth, fair);
        const known = exceptions.filter((one) => one.of === `${basename(name)}/${force}`);
        assert.deepEqual(
          notes,
          known.map((one) => one.difference),
        );
        assert.equal(score.silent, 0);
      });
    }
  });
}

function ambiguitiesOf(dir: string): readonly Ambiguity[] {
  const file = [join(dir, 'ambiguities.csv'), join(dirname(dir), 'ambiguities.csv')].find(existsSync);
  // The example keeps its own beside the samples, since its folder is what the public sees.
  const list = file ?? join(root, 'test/samples/ambiguities.csv');
  return readAmbiguities(readFileSync(list, 'utf8'), basename(dir));
}
