/** Which releases a new one is attacked together with, and what is refused when one of them is not there. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { Refusal } from '#finding/refusal.ts';
import { firstEdition } from '#publish/edition.ts';
import { addDraft, approve, checkDraft } from '#releases/store.ts';
import { writeSmallRelease } from '../../test/support/small-release.ts';
import { correctionOf } from './correction.ts';
import { earlierReleases } from './earlier-releases.ts';

const dir = mkdtempSync(join(tmpdir(), 'cyberflag-earlier-'));
after(() => rmSync(dir, { recursive: true }));

const COLLECTION = 'flagged-2015-16';
const id = (number: number) => `${COLLECTION}-r${number}`;

/** The release with this number, which corrects the one before it. */
function written(folder: string, number: number): string {
  const revision = { supersedes: id(number - 1), why: 'A paper was misread.', changes: [] };
  const edition = number === 1 ? firstEdition : { ...firstEdition, revision };
  writeSmallRelease(join(dir, folder), { 'a.txt': 'a' }, { release: { id: id(number), number }, edition });
  return join(dir, folder);
}

const ids = (found: ReturnType<typeof earlierReleases>) => found.map(({ manifest }) => manifest.id);

test('a correction is attacked together with all that was corrected before it, where they stand beside one another', () => {
  written(id(1), 1);
  const second = written(id(2), 2);
  const correction = correctionOf({ dir: second, why: 'Again.' }, COLLECTION);
  assert.deepEqual(ids(earlierReleases([], correction, id(3))), [id(1), id(2)]);
});

test('a correction whose first release is not to be found is refused by the name of that, until it is given', () => {
  const first = written('elsewhere/first', 1);
  const second = written('builds/second', 2);
  const correction = correctionOf({ dir: second, why: 'Again.' }, COLLECTION);
  assert.throws(
    () => earlierReleases([], correction, id(3)),
    (error) =>
      error instanceof Refusal && error.message.includes(id(1)) && error.message.includes('--earlier'),
  );
  assert.deepEqual(ids(earlierReleases([first], correction, id(3))), [id(1), id(2)]);
});

test('of a store every release counts that was ever approved, and no draft', () => {
  const store = join(dir, 'store');
  const clock = () => new Date('2026-11-28T09:00:00Z');
  addDraft(store, written('first', 1), clock);
  assert.deepEqual(ids(earlierReleases([store], null, 'other-r1')), []);
  checkDraft(store, id(1), clock);
  approve(store, id(1), { who: 'head of statistics', due: '2026-12-01T12:00:00.000Z' }, clock);
  assert.deepEqual(ids(earlierReleases([store], null, 'other-r1')), [id(1)]);
});

test('a release is not built again under the number of an earlier one', () => {
  const first = written('again', 1);
  assert.throws(
    () => earlierReleases([first], null, id(1)),
    (error) => error instanceof Refusal && error.message.includes('--corrects'),
  );
});
