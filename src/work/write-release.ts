/**
 * Writes a release to its folder in one step: first beside it, then by renaming, so that a reader finds the old release
 * or the new one and never half of each. Refuses to replace a folder that holds anything but a release.
 */
import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Refusal } from '#finding/refusal.ts';

export async function writeRelease(files: ReadonlyMap<string, Uint8Array>, out: string): Promise<void> {
  const target = resolve(out);
  const isThere = await refuseForeign(target, out);
  const next = `${target}.next-${randomBytes(4).toString('hex')}`;
  try {
    const folders = new Set([...files.keys()].map((path) => dirname(join(next, path))));
    for (const folder of folders) await mkdir(folder, { recursive: true });
    await Promise.all([...files].map(([path, bytes]) => writeFile(join(next, path), bytes)));
    if (isThere) {
      const old = `${next}-old`;
      await rename(target, old);
      await rename(next, target);
      await rm(old, { recursive: true });
    } else {
      await rename(next, target);
    }
  } catch (error) {
    await rm(next, { recursive: true, force: true });
    throw error;
  }
}

/** True when there is something to replace, and it is a release or empty. */
async function refuseForeign(target: string, out: string): Promise<boolean> {
  const entries = await readdir(target).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw new Refusal(
      'bad-use',
      `${out}: this is not a folder. Name a new folder, or one that holds a release.`,
    );
  });
  if (entries === null) return false;
  if (
    entries.length === 0 ||
    (entries.includes('release.json') && (await isRelease(join(target, 'release.json'))))
  ) {
    return true;
  }
  throw new Refusal(
    'bad-use',
    `${out}: this folder holds something that is not a release, and was left as it is. Name a new or an empty folder.`,
  );
}

async function isRelease(path: string): Promise<boolean> {
  const start = (await readFile(path, 'utf8')).slice(0, 200);
  return start.includes('"format": "cyberflag-release/');
}
