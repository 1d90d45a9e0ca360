/**
 * The releases that a new one must not be taken from to leave a small count: those given by folder or by store, the one that is
 * corrected, and all that it corrected in turn. Refuses when one of those is not there, since what it told would go unseen, and
 * a release that is published already under the number to be built.
 */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ToldRelease } from '#figures/earlier/told.ts';
import { Refusal } from '#finding/refusal.ts';
import type { Manifest } from '#releases/manifest.ts';
import { MANIFEST, readManifest } from '#releases/manifest.ts';
import { folderOf, isStore, standingsIn } from '#releases/store.ts';
import type { Correction } from './correction.ts';

export type Earlier = { readonly manifest: Manifest; readonly sha256: string };

/** In the order given, what is corrected last. `id` is that of the release to be built. */
export function earlierReleases(
  dirs: readonly string[],
  correction: Correction | null,
  id: string,
): readonly Earlier[] {
  const found = new Map<string, Earlier>();
  for (const one of dirs.flatMap(releasesIn)) put(found, one);
  for (const one of corrected(correction, found)) put(found, one);
  if (found.has(id)) {
    throw new Refusal(
      'bad-use',
      `${id} is among the earlier releases. Build what changes it with --corrects, which gives it a number of its own.`,
    );
  }
  return [...found.values()];
}

/** Of a store what was ever approved: a draft was not told to anybody. */
function releasesIn(dir: string): readonly Earlier[] {
  if (!isStore(dir)) return [readManifest(dir)];
  return standingsIn(dir)
    .filter(({ state }) => state === 'approved' || state === 'published' || state === 'superseded')
    .map(({ release }) => readManifest(folderOf(dir, release)));
}

function corrected(correction: Correction | null, given: ReadonlyMap<string, Earlier>): readonly Earlier[] {
  if (correction === null) return [];
  const chain: Earlier[] = [{ manifest: correction.before, sha256: correction.sha256 }];
  for (let last = correction.before; last.revision !== null; ) {
    const { supersedes } = last.revision;
    const next = given.get(supersedes) ?? beside(correction.dir, supersedes);
    if (next === null) {
      throw new Refusal(
        'not-found',
        `${last.id} corrects ${supersedes}, which is not beside it. What that told can be taken from this release too: name its folder, or a store that holds it, with --earlier.`,
      );
    }
    chain.unshift(next);
    last = next.manifest;
  }
  return chain;
}

/** In a store, and where releases are built side by side, the folder has the name of the release. */
function beside(dir: string, release: string): Earlier | null {
  const folder = join(dirname(dir), release);
  if (!existsSync(join(folder, MANIFEST))) return null;
  const read = readManifest(folder);
  return read.manifest.id === release ? read : null;
}

function put(found: Map<string, Earlier>, one: Earlier): void {
  const { id } = one.manifest;
  const other = found.get(id);
  if (other !== undefined && other.sha256 !== one.sha256) {
    throw new Refusal(
      'bad-use',
      `Two earlier releases have the id ${id} and differ. Give the published one.`,
    );
  }
  found.set(id, one);
}

export function toldBy({ manifest }: Earlier): ToldRelease {
  return {
    id: manifest.id,
    figures: manifest.figures.map(({ coverage, number, method, from, ...figure }) => ({
      ...{ id: figure.id, area: figure.area, measure: figure.measure, period: figure.period },
      breakdown: figure.breakdown,
      ...{ method, from },
      forces: coverage.includedForces,
      unnamed: coverage.includedUnnamed,
      asked: coverage.asked,
      number,
    })),
  };
}
