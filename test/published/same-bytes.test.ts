/** A release is the same byte for byte wherever it is built: in another time zone, another language, another folder. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { test } from 'node:test';

const ROOT = join(import.meta.dirname, '..', '..');
const PRACTICE = join(ROOT, 'test/golden/practice-small-counts/in/collection');

function build(
  collection: string,
  out: string,
  env: Readonly<Record<string, string>>,
): ReadonlyMap<string, string> {
  const args = [join(ROOT, 'bin/cyberflag.mjs'), 'build', collection, '--out', out];
  const { status, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  assert.equal(status, 0, stderr);
  const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [relative(out, path), readFileSync(path).toString('base64')]),
  );
}

test('a release built in other time zones, languages and folders is the same byte for byte, workbooks too', () => {
  const dir = mkdtempSync(join(tmpdir(), 'same-bytes-'));
  try {
    const moved = join(dir, 'elsewhere', 'a collection');
    cpSync(PRACTICE, moved, { recursive: true });
    const first = build(PRACTICE, join(dir, 'one'), { TZ: 'America/Los_Angeles', LANG: 'C', LC_ALL: 'C' });
    const second = build(moved, join(dir, 'two'), {
      TZ: 'Pacific/Kiritimati',
      LANG: 'tr_TR.UTF-8',
      LC_ALL: 'tr_TR.UTF-8',
    });
    assert.deepEqual([...second.keys()], [...first.keys()]);
    assert.deepEqual(
      [...first].filter(([path, bytes]) => second.get(path) !== bytes).map(([path]) => path),
      [],
    );
    assert.ok(
      [...first.keys()].some((path) => path.endsWith('.ods')) &&
        [...first.keys()].some((path) => path.endsWith('.xlsx')),
    );
  } finally {
    rmSync(dir, { recursive: true });
  }
});
