/**
 * Whether a release in a folder is still the one that was made: every file by its SHA-256, none missing and none beside
 * them. What is wrong is told by file; nothing is put right.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { hashOf, MANIFEST, readManifest } from './manifest.ts';

/** What the pages lead to; it holds the hashes of them all and so cannot be among them. */
const COPY = `site/${MANIFEST}`;

export type Altered = { readonly file: string; readonly what: string };

/** `sha256` is the hash that the manifest itself must have, where somebody kept it. */
export function verifyRelease(dir: string, sha256: string | null): readonly Altered[] {
  const read = readManifest(dir);
  if (sha256 !== null && read.sha256 !== sha256) {
    return [{ file: MANIFEST, what: 'it is not the file that was approved' }];
  }
  const there = new Set(filesBelow(dir));
  const altered: Altered[] = [];
  for (const { path, sha256: wanted } of read.manifest.files) {
    if (!there.delete(path)) altered.push({ file: path, what: 'it is missing' });
    else if (hashOf(readFileSync(join(dir, path))) !== wanted)
      altered.push({ file: path, what: 'its bytes have changed' });
  }
  there.delete(MANIFEST);
  if (there.delete(COPY) && hashOf(readFileSync(join(dir, COPY))) !== read.sha256)
    altered.push({ file: COPY, what: 'its bytes have changed' });
  for (const file of [...there].sort()) altered.push({ file, what: 'it is no file of the release' });
  return altered;
}

function filesBelow(dir: string): readonly string[] {
  return readdirSync(dir, { withFileTypes: true, recursive: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).split(sep).join('/'));
}
