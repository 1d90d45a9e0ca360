/** The forces of a release as squares on the tile map, and as the legend that counts them by how they stand. */
import type { Area } from '#tables/release.ts';
import { TILES } from '../chart/tile-map.ts';
import type { ReleaseIndex } from '../release-index.ts';
import { amountText, numberText } from '../wording/number-words.ts';
import type { Classes } from './classes.view.ts';
import { areaPath } from './paths.ts';
import { STANDING_WORDS, type Standing, standingOf } from './standing.view.ts';

export type TileView = {
  readonly place: string;
  readonly letters: string;
  readonly number: string;
  /** The rest of the link's name for a screen reader. */
  readonly says: string;
  readonly standing: Standing;
  /** Class of its value, from 1; null where it has none. */
  readonly level: number | null;
  readonly path: string;
};

export function tilesOf(index: ReleaseIndex, classes: Classes): readonly TileView[] {
  return [...TILES].flatMap(([code, tile]) => {
    const force = index.forces.find((one) => one.code === code);
    if (force === undefined) return [];
    const standing = standingOf(force, index);
    return [
      {
        place: `c${tile.column} r${tile.row}`,
        letters: tile.letters,
        number: shortNumber(force, standing, index),
        says: says(force, standing, index),
        standing,
        level: classes.classOf(code),
        path: areaPath(force),
      },
    ];
  });
}

function shortNumber(force: Area, standing: Standing, index: ReleaseIndex): string {
  const figure = index.headline(force.code);
  return figure && (standing === 'own' || standing === 'withheld') ? numberText(figure.number) : '';
}

function says(force: Area, standing: Standing, index: ReleaseIndex): string {
  const figure = index.headline(force.code);
  if (figure?.number.value.status === 'published') return `${force.name}: ${amountText(figure)}`;
  return `${force.name}: ${STANDING_WORDS[standing].toLowerCase()}`;
}

export type LegendRow = { readonly standing: Standing; readonly words: string; readonly forces: number };

/** One row per way of standing that occurs, in the order of knowledge. */
export function legendOf(forces: readonly Area[], index: ReleaseIndex): readonly LegendRow[] {
  return (Object.keys(STANDING_WORDS) as Standing[])
    .map((standing) => ({
      standing,
      words: STANDING_WORDS[standing],
      forces: forces.filter((force) => standingOf(force, index) === standing).length,
    }))
    .filter((row) => row.forces > 0);
}
