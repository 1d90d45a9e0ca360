/**
 * `release.json`: everything a program needs to use or check a release without its pages. Every figure stands with its
 * coverage, its working and, for each place it was read, the file, its SHA-256 and the place in it; every other file of
 * the release with its own SHA-256. It holds no time and no machine, so that two builds of one collection are the same.
 */
import { createHash } from 'node:crypto';
import type { Origin, Release, ReleasedFigure } from '#tables/release.ts';
import type { Edition } from '../edition.ts';

/** Raised when a program that reads the manifest must change. */
export const FORMAT = 'cyberflag-release/1';

export function manifest(
  release: Release,
  files: ReadonlyMap<string, Uint8Array>,
  { publication, revision }: Edition,
): string {
  const origins = new Map(release.origins.map((origin) => [origin.id, origin]));
  const { figures, audit, ...rest } = release;
  const written = {
    format: FORMAT,
    ...rest,
    publication,
    revision,
    audit,
    figures: figures.map((figure) => writtenFigure(figure, origins)),
    files: [...files].map(([path, bytes]) => ({
      path,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    })),
  };
  const open = `${JSON.stringify({ ...written, seal: '' }, null, 1)}\n`;
  return open.replace(OPEN_SEAL, `"seal": "${createHash('sha256').update(open).digest('hex')}"`);
}

const OPEN_SEAL = /"seal": ""(?=\n\}\n$)/;
const SEAL = /"seal": "([0-9a-f]{64})"(?=\n\}\n$)/;

/** Whether a manifest is still, to the byte, what was written: its seal is the hash of all of it but the seal. */
export function isSealed(text: string): boolean {
  const seal = SEAL.exec(text)?.[1];
  return seal === createHash('sha256').update(text.replace(SEAL, '"seal": ""')).digest('hex');
}

/** A number that may not be shown has a status, and at most the range that subtraction leaves of it. */
function writtenFigure(figure: ReleasedFigure, origins: ReadonlyMap<string, Origin>): object {
  const { number, origins: ids, ...rest } = figure;
  const { value } = number;
  const shown =
    value.status === 'published'
      ? {
          status: value.status,
          ...(value.low === value.high ? { value: value.low } : {}),
          low: value.low,
          high: value.high,
        }
      : { status: value.status, ...(value.status === 'withheld' ? value.range : {}) };
  return {
    ...rest,
    number: shown,
    origins: ids.map((id) => {
      const origin = origins.get(id);
      if (origin === undefined)
        throw new Error(`${figure.id} names origin ${id}, which the release does not hold`);
      const { file, sha256, at } = origin;
      return { id, file, sha256, at };
    }),
  };
}
