/** What a new release says of the one it corrects: its number, what changed figure by figure, and why. Nothing is taken on trust. */

import { Refusal } from '#finding/refusal.ts';
import type { Revision } from '#publish/edition.ts';
import { NOT_REPEATED } from '#publish/edition.ts';
import { compareFigures } from '#releases/compare.ts';
import { type Manifest, readManifest } from '#releases/manifest.ts';
import type { ReleasedFigure } from '#tables/release.ts';

export type Corrects = { readonly dir: string; readonly why: string };

export type Correction = {
  readonly number: number;
  /** The folder it stands in. */
  readonly dir: string;
  readonly before: Manifest;
  readonly sha256: string;
  readonly why: string;
};

export function correctionOf({ dir, why }: Corrects, collection: string): Correction {
  const { manifest, sha256 } = readManifest(dir);
  if (manifest.collection !== collection) {
    throw new Refusal(
      'bad-use',
      `${dir} holds a release of ${manifest.collection}, which a release of ${collection} cannot correct.`,
    );
  }
  return { number: manifest.number + 1, dir, before: manifest, sha256, why };
}

export function revisionOf({ before, why }: Correction, figures: readonly ReleasedFigure[]): Revision {
  const now = figures.map(({ id, decimals, number }) => ({ id, decimals, number: number.value }));
  return { supersedes: before.id, why, changes: compareFigures(before.figures, now) };
}

/** The figures with what was revised said as a doubt, so that it stands wherever the figure stands. */
export function markRevised(
  figures: readonly ReleasedFigure[],
  { supersedes, changes }: Revision,
): readonly ReleasedFigure[] {
  const revised = new Map(
    changes.filter(({ kind }) => kind === 'revised').map((change) => [change.figure, change]),
  );
  return figures.map((figure) => {
    const change = revised.get(figure.id);
    if (change === undefined) return figure;
    const was = change.was === NOT_REPEATED || change.was === null ? '' : `, which gave ${change.was}`;
    return { ...figure, doubts: [`Revised [r] since release ${supersedes}${was}.`, ...figure.doubts] };
  });
}
