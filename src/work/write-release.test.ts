import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Refusal } from '#finding/refusal.ts';
import { writeRelease } from './write-release.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const made = (extra: Readonly<Record<string, string>> = {}) =>
  new Map(
    Object.entries({
      'site/index.html': '<p>',
      'release.json': '{\n "format": "cyberflag-release/1"\n}\n',
      ...extra,
    }).map(([path, text]) => [path, bytes(text)]),
  );

async function inFolder(run: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'write-release-'));
  try {
    await run(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('a release is written to a new folder, and nothing is left beside it', () =>
  inFolder(async (folder) => {
    await writeRelease(made(), join(folder, 'out'));
    assert.deepEqual(readdirSync(folder), ['out']);
    assert.equal(readFileSync(join(folder, 'out', 'site', 'index.html'), 'utf8'), '<p>');
  }));

test('a release replaces an older one whole, and no file of the older stays', () =>
  inFolder(async (folder) => {
    const out = join(folder, 'out');
    await writeRelease(made({ 'data/old.csv': 'old' }), out);
    await writeRelease(made({ 'data/new.csv': 'new' }), out);
    assert.deepEqual(readdirSync(join(out, 'data')), ['new.csv']);
    assert.deepEqual(readdirSync(folder), ['out']);
  }));

test('a folder that holds something else is refused and left as it is', () =>
  inFolder(async (folder) => {
    writeFileSync(join(folder, 'letter.txt'), 'keep me');
    await assert.rejects(
      writeRelease(made(), folder),
      (error) => error instanceof Refusal && error.exit === 2,
    );
    assert.deepEqual(readdirSync(folder), ['letter.txt']);
    writeFileSync(join(folder, 'release.json'), '{"name": "another program"}');
    await assert.rejects(writeRelease(made(), folder), /not a release/);
    await assert.rejects(writeRelease(made(), join(folder, 'letter.txt')), /not a folder/);
  }));
