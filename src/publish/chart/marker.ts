/**
 * The marks of points, told apart by shape and by being full or hollow, so that no meaning rests on a colour.
 */
export const SHAPES = ['circle', 'square', 'triangle', 'diamond'] as const;
export type Shape = (typeof SHAPES)[number];

const PATHS: Readonly<Record<Exclude<Shape, 'circle'>, string>> = {
  square: 'M-5-5H5V5H-5Z',
  triangle: 'M0-6.5L6.2 5H-6.2Z',
  diamond: 'M0-7L7 0L0 7L-7 0Z',
};

/** Around the point 0, 0. */
export function marker(shape: Shape, isHollow: boolean): string {
  const kind = `class="mark mark--${shape}${isHollow ? ' mark--hollow' : ''}"`;
  return shape === 'circle' ? `<circle ${kind} r="5.5"/>` : `<path ${kind} d="${PATHS[shape]}"/>`;
}

/** The mark alone, for a legend beside the picture. */
export function markSwatch(shape: Shape, isHollow: boolean): string {
  return `<svg class="swatch-mark" viewBox="-9 -9 18 18" aria-hidden="true" focusable="false">${marker(shape, isHollow)}</svg>`;
}
