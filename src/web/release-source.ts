/**
 * Where the server takes releases from: one folder, or a store of which only what is published can be seen. Every file is
 * held against its hash when it is read; one that has changed is never given out.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '#finding/refusal.ts';
import { latest, partsOfId, type Standing } from '#releases/life.ts';
import { hashOf, MANIFEST, type Manifest, parseManifest, readManifest } from '#releases/manifest.ts';
import { type Clock, folderOf, publishDue, standingsIn } from '#releases/store.ts';
import { verifyRelease } from '#releases/verify-release.ts';

export type Listed = {
  readonly id: string;
  readonly collection: string;
  readonly state: 'published' | 'superseded';
  readonly publishedAt: string | null;
};

export type Announced = { readonly id: string; readonly title: string; readonly due: string };

export type OpenRelease = {
  readonly manifest: Manifest;
  readonly listed: Listed;
  /** Null for no file of the release; `altered` for one whose bytes are not what they were. */
  readonly read: (path: string) => { readonly bytes: Uint8Array; readonly sha256: string } | 'altered' | null;
};

export type ReleaseSource = {
  readonly list: () => readonly Listed[];
  readonly announced: () => readonly Announced[];
  readonly open: (id: string) => OpenRelease | 'altered' | null;
  readonly latest: (collection: string | null) => string | null;
};

/** One built release. Refuses one of which a byte has changed. */
export function folderSource(dir: string): ReleaseSource {
  const { manifest, sha256 } = readManifest(dir);
  const [altered] = verifyRelease(dir, sha256).filter(({ what }) => what !== 'it is no file of the release');
  if (altered !== undefined) {
    throw new Refusal(
      'not-as-released',
      `${dir}, ${altered.file}: ${altered.what}. Nothing of it is served; build or fetch the release again.`,
    );
  }
  const listed: Listed = {
    id: manifest.id,
    collection: manifest.collection,
    state: 'published',
    publishedAt: manifest.publication.publishedAt,
  };
  const release = openIn(dir, manifest, listed, sha256);
  return {
    list: () => [listed],
    announced: () => [],
    open: (id) => (id === manifest.id ? release : null),
    latest: (collection) => (collection === null || collection === manifest.collection ? manifest.id : null),
  };
}

/** A store; whatever is due is published before anything is answered. */
export function storeSource(store: string, clock: Clock): ReleaseSource {
  const manifests = new Map<string, Manifest>();
  const all = (): readonly Standing[] => {
    publishDue(store, clock);
    return standingsIn(store);
  };
  const listedOf = (one: Standing): Listed | null =>
    one.state === 'published' || one.state === 'superseded'
      ? {
          id: one.release,
          collection: partsOfId(one.release).collection,
          state: one.state,
          publishedAt: one.publishedAt,
        }
      : null;
  return {
    list: () => all().flatMap((one) => listedOf(one) ?? []),
    announced: () =>
      all().flatMap(({ release, state, due }) => {
        const manifest = state === 'approved' && due !== null ? manifestIn(folderOf(store, release)) : null;
        return manifest === null || due === null ? [] : [{ id: release, title: manifest.title, due }];
      }),
    open(id) {
      const standing = all().find(({ release }) => release === id);
      const listed = standing === undefined ? null : listedOf(standing);
      if (standing === undefined || listed === null) return null;
      const dir = folderOf(store, id);
      const path = join(dir, MANIFEST);
      const bytes = existsSync(path) ? readFileSync(path) : null;
      if (bytes === null || hashOf(bytes) !== standing.sha256) return 'altered';
      const manifest = manifests.get(standing.sha256) ?? parseManifest(bytes);
      if (manifest === null) return 'altered';
      manifests.set(standing.sha256, manifest);
      return openIn(dir, manifest, listed, standing.sha256);
    },
    latest: (collection) => latest(all(), collection)?.release ?? null,
  };
}

function manifestIn(dir: string): Manifest | null {
  const path = join(dir, MANIFEST);
  return existsSync(path) ? parseManifest(readFileSync(path)) : null;
}

function openIn(dir: string, manifest: Manifest, listed: Listed, sha256: string): OpenRelease {
  const hashes = new Map(manifest.files.map((file) => [file.path, file.sha256]));
  hashes.set(MANIFEST, sha256);
  return {
    manifest,
    listed,
    read(path) {
      const wanted = hashes.get(path);
      if (wanted === undefined) return null;
      const at = join(dir, path);
      if (!existsSync(at)) return 'altered';
      const bytes = readFileSync(at);
      return hashOf(bytes) === wanted ? { bytes, sha256: wanted } : 'altered';
    },
  };
}
