/**
 * How a national figure falls apart into figures of the release that share no force and add up to it exactly: the forces
 * with a figure of their own, a group known only together, the forces nobody names. Null when they do not add up, or when
 * a part has no figure of its own in the release; a part is never guessed.
 */
import type { ReleasedFigure } from '#tables/release.ts';
import { shareBar } from '../chart/share-bar.ts';
import type { ReleaseIndex } from '../release-index.ts';
import { capital } from '../wording/names.ts';
import { countWord, exactValue, numberText } from '../wording/number-words.ts';
import { type FigureView, figureView } from './figure.view.ts';

export type PartView = { readonly swatch: string; readonly label: string; readonly figure: FigureView };
export type PartsView = { readonly svg: string; readonly parts: readonly PartView[] };

const SWATCHES = ['own', 'range', 'none'];

export function partsOfTotal(whole: ReleasedFigure, index: ReleaseIndex): PartsView | null {
  const total = exactValue(whole.number);
  const rest = index.release.figures.find(
    (one) => one.method === 'difference' && one.area === whole.area && one.from.includes(whole.id),
  );
  if (total === null || rest === undefined) return null;
  const taken = rest.from.filter((id) => id !== whole.id).map((id) => index.figure(id));
  const single = taken.filter(({ group, area }) => group === null && index.area(area).kind === 'force');
  const known = single.length === 0 ? [] : [sumOver(single, whole, index)];
  const parts = [...known, ...taken.filter((one) => !single.includes(one)), rest];
  const shown = parts.flatMap((part, at) => {
    const size = part && exactValue(part.number);
    return part === null || size === null ? [] : [{ part, size, swatch: SWATCHES[at] ?? 'none' }];
  });
  if (shown.length < parts.length) return null;
  const label = `${numberText(whole.number)} in parts: ${shown.map(({ part }) => numberText(part.number)).join(', ')}`;
  const svg = shareBar(shown, total, label);
  if (svg === null) return null;
  return {
    svg,
    parts: shown.map(({ part, swatch }) => ({
      swatch,
      label: labelOf(part),
      figure: figureView(part, index),
    })),
  };
}

/** The figure that adds up exactly these forces; null when the release has none. */
function sumOver(
  single: readonly ReleasedFigure[],
  whole: ReleasedFigure,
  index: ReleaseIndex,
): ReleasedFigure | null {
  const forces = codes(single.map(({ area }) => area));
  const sum = index
    .figuresOf(whole.area)
    .find(
      (one) =>
        one.method === 'sum' &&
        one.breakdown === null &&
        one.measure === whole.measure &&
        codes(one.coverage.includedForces) === forces,
    );
  return sum ?? null;
}

const codes = (forces: readonly string[]): string => [...forces].sort().join();

function labelOf({ group, coverage }: ReleasedFigure): string {
  if (group !== null) return capital(group.label);
  const { included } = coverage;
  return included === 1
    ? 'One force with a figure of its own'
    : capital(`${countWord(included)} forces, each with a figure of its own`);
}
