/**
 * Every file of a release as bytes, by its path, `release.json` last. The same release gives the same files; no two of them
 * stand at one place. Knows nothing of where the release came from, and writes nothing.
 */
import { manifest } from '#publish/data/manifest.ts';
import type { DataFiles } from '#publish/data-files.ts';
import { dataFiles } from '#publish/data-files.ts';
import type { Edition } from '#publish/edition.ts';
import type { Release } from '#tables/release.ts';

export type Rendering = {
  readonly renderSite: (
    release: Release,
    edition: Edition,
    data: DataFiles,
  ) => ReadonlyMap<string, string | Uint8Array>;
  readonly renderBulletins: (release: Release) => ReadonlyMap<string, string | Uint8Array>;
};

/** Loads templates and pages while the returns are being read: together they take as long as the longer of the two. */
export function loadRendering(): Promise<Rendering> {
  const loaded = Promise.all([
    import('#publish/site/render-site.ts'),
    import('#publish/bulletin/render-bulletins.ts'),
  ]).then(([{ renderSite }, { renderBulletins }]) => ({ renderSite, renderBulletins }));
  // A build that is refused never asks for them; a page that cannot be loaded is told when it is needed.
  loaded.catch(() => undefined);
  return loaded;
}

export function renderFiles(
  release: Release,
  edition: Edition,
  { renderSite, renderBulletins }: Rendering,
): ReadonlyMap<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const put = (path: string, content: string | Uint8Array) => {
    if (files.has(path)) throw new Error(`two files of the release stand at ${path}`);
    files.set(path, typeof content === 'string' ? new TextEncoder().encode(content) : content);
  };
  const data = dataFiles(release, edition);
  for (const [path, content] of data) put(path, content);
  for (const [path, text] of renderBulletins(release)) put(`bulletins/${path}`, text);
  // The site has a copy of each: the very bytes, so that nothing is turned into bytes twice.
  for (const [path, content] of renderSite(release, edition, data))
    put(`site/${path}`, files.get(path) ?? content);
  const sorted = new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
  const whole = new TextEncoder().encode(manifest(release, sorted, edition));
  // The copy that the site leads to. It cannot be one of the files whose hashes it holds.
  sorted.set('site/release.json', whole);
  sorted.set('release.json', whole);
  return sorted;
}
