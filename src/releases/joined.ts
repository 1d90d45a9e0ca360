/**
 * Whether a release was protected together with every other that somebody may take it from. A small count may be what two releases
 * leave of one another although each is safe, so none is checked that did not know the others as they are.
 */
import type { Standing } from './life.ts';
import type { Manifest } from './manifest.ts';

/** Releases that were or will be told and bear on this one, and that its protection did not know as they are. */
export function notSeen(
  all: readonly Standing[],
  manifest: Manifest,
  read: (id: string) => { readonly manifest: Manifest; readonly sha256: string },
): readonly string[] {
  const seen = new Set(manifest.audit.earlier.map(({ id, sha256 }) => `${id} ${sha256}`));
  return all
    .filter(({ state, release }) => state !== 'draft' && state !== 'checked' && release !== manifest.id)
    .filter(
      ({ release, sha256 }) => !seen.has(`${release} ${sha256}`) && bears(read(release).manifest, manifest),
    )
    .map(({ release }) => release);
}

/** Two releases tell of some of the same numbers when they tell of one measure in periods that share a day. */
function bears(one: Manifest, other: Manifest): boolean {
  if (one.standing !== other.standing) return false;
  const told = new Set(other.figures.map(({ measure, period }) => `${measure} ${period}`));
  return [...new Set(one.figures.map(({ measure, period }) => `${measure} ${period}`))].some((mine) =>
    [...told].some((theirs) => sharesDay(mine, theirs)),
  );
}

function sharesDay(mine: string, theirs: string): boolean {
  const [measure, from = '', to = ''] = mine.split(/[ /]/);
  const [other, start = '', end = ''] = theirs.split(/[ /]/);
  // Days as they are written come in the order of time.
  return measure === other && from <= end && start <= to;
}
