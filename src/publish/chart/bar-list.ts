/**
 * A bar for one row of a table: an inline picture whose length is the number, or a hatched band from the low to the high
 * of a range. The number itself stands in the cell beside it, so the picture is hidden from a screen reader. Lengths are
 * attributes and colours are classes, because the pages allow no inline style.
 */
import type { Released } from '#disclosure/released.ts';

/** `full` is the number that fills the bar. Empty text when there is nothing to draw. */
export function bar({ value }: Released, full: number): string {
  return value.status === 'published' ? barOf(value, full) : '';
}

/** The same for numbers that were released elsewhere and are known to be shown. */
export function barOf(value: { readonly low: number; readonly high: number | null }, full: number): string {
  if (full <= 0) return '';
  const low = percent(value.low, full);
  const band =
    value.high === value.low
      ? ''
      : `<rect class="bar__range" x="${low}%" width="${percent((value.high ?? full) - value.low, full)}%" height="100%"/>`;
  const solid = value.low > 0 ? `<rect class="bar__known" width="${low}%" height="100%"/>` : '';
  return solid || band ? `<svg class="bar" aria-hidden="true" focusable="false">${solid}${band}</svg>` : '';
}

function percent(part: number, full: number): string {
  return Math.min(100, (100 * part) / full)
    .toFixed(2)
    .replace(/\.?0+$/, '');
}
