/**
 * Opens an archive of files. Sizes are summed before anything is inflated; folders, dotfiles and the leavings of a
 * desktop are not members; a member keeps its path inside the archive, so that two of one name stay two.
 */
import type { Container, Contents } from './container.ts';
import { isZip, openPackage } from './package.ts';
import type { Limits } from './reader.ts';

const leavings = /(?:^|\/)(?:\.[^/]*|__MACOSX|Thumbs\.db|desktop\.ini)(?:\/|$)/i;

export const zipContainer: Container = {
  type: null,
  // Workbooks and letters are archives too; their own readers are surer.
  recognises: (bytes) => (isZip(bytes) ? 0.4 : 0),
  open,
};

async function open(bytes: Uint8Array, _file: string, limits: Limits): Promise<Contents> {
  const archive = openPackage(bytes, limits);
  const members = archive.names
    .filter((name) => !leavings.test(name))
    .map((name) => name.replaceAll('\\', '/').replace(/^\/+/, ''))
    .sort()
    .map((name) => ({ name, bytes: archive.read(name) ?? new Uint8Array() }));
  return { blocks: [], findings: [], members };
}
