import assert from 'node:assert/strict';
import { test } from 'node:test';
import { zipOf } from '../../../test/support/workbooks.ts';
import { openPackage } from './package.ts';
import { usualLimits } from './reader.ts';
import { Unreadable } from './unreadable.ts';

const bytes = zipOf({ 'a.txt': 'first', 'Folder/B.xml': 'x'.repeat(5000) });
const text = (part: Uint8Array | null) => (part === null ? null : new TextDecoder().decode(part));

function reasonOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return error instanceof Unreadable ? error.reason : String(error);
  }
  return 'read';
}

test('parts of a package are found whatever their case and slashes', () => {
  const parts = openPackage(bytes, usualLimits);
  assert.deepEqual(parts.names, ['a.txt', 'Folder/B.xml']);
  assert.equal(text(parts.read('a.txt')), 'first');
  assert.equal(parts.read('/folder/b.XML')?.length, 5000);
  assert.equal(parts.read('none'), null);
});

test('bytes before the first part of a package do not matter', () => {
  const shifted = new Uint8Array(bytes.length + 37);
  shifted.set(bytes, 37);
  assert.equal(text(openPackage(shifted, usualLimits).read('a.txt')), 'first');
});

test('sizes are summed before anything is inflated', () => {
  const bomb = zipOf({ 'a.xml': new Uint8Array(3_000_000), 'b.xml': new Uint8Array(3_000_000) });
  assert.ok(bomb.length < 20_000);
  assert.equal(
    reasonOf(() => openPackage(bomb, { ...usualLimits, inflatedBytes: 5_000_000 })),
    'over-limits',
  );
  assert.equal(
    reasonOf(() => openPackage(bytes, { ...usualLimits, members: 1 })),
    'over-limits',
  );
});

test('a part that inflates beyond the size stated for it is refused', () => {
  const lying = Uint8Array.from(bytes);
  const view = new DataView(lying.buffer);
  for (let at = 0; at < lying.length - 46; at++) {
    if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === 5000)
      view.setUint32(at + 24, 100, true);
  }
  const parts = openPackage(lying, usualLimits);
  assert.equal(
    reasonOf(() => parts.read('Folder/B.xml')),
    'damaged',
  );
});

test('no byte of a part can change without being noticed', () => {
  for (let at = 0; at < bytes.length; at++) {
    const changed = Uint8Array.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 0x10;
    const outcome = reasonOf(() => {
      const parts = openPackage(changed, usualLimits);
      const [a, b] = [text(parts.read('a.txt')), text(parts.read('Folder/B.xml'))];
      // A name may change, and then the part is missing; what is there is whole.
      assert.ok((a === null || a === 'first') && (b === null || b === 'x'.repeat(5000)));
    });
    assert.ok(
      ['read', 'damaged', 'encrypted', 'over-limits', 'not-supported'].includes(outcome),
      `${outcome} at ${at}`,
    );
  }
});

test('a package cut short anywhere is damaged', () => {
  for (let length = 0; length < bytes.length; length += 7) {
    assert.equal(
      reasonOf(() => openPackage(bytes.subarray(0, length), usualLimits)),
      'damaged',
    );
  }
});
