/** A release in a folder with a few files of its own, sealed as a build seals it, for tests of what is done with releases. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { manifest } from '#publish/data/manifest.ts';
import { type Edition, firstEdition } from '#publish/edition.ts';
import type { Release } from '#tables/release.ts';
import { firstYearRelease } from './first-year-release.ts';

export function writeSmallRelease(
  dir: string,
  files: Readonly<Record<string, string>>,
  over: { readonly release?: Partial<Release>; readonly edition?: Edition } = {},
): Release {
  const release = { ...firstYearRelease(), ...over.release };
  const bytes = new Map(Object.entries(files).map(([path, text]) => [path, new TextEncoder().encode(text)]));
  for (const [path, content] of bytes) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), content);
  }
  writeFileSync(join(dir, 'release.json'), manifest(release, bytes, over.edition ?? firstEdition));
  return release;
}
