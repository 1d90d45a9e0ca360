/**
 * An interval for one row of a table: a line from low to high with a tick at the value, on the scale of its column. The
 * numbers stand in the cell beside it, so it is hidden from a screen reader.
 */
export function intervalBar(low: number, high: number, value: number | null, full: number): string {
  if (full <= 0) return '';
  const share = (one: number) => `${Math.min(100, (100 * one) / full).toFixed(2)}%`;
  const tick =
    value === null
      ? ''
      : `<line class="interval__tick" x1="${share(value)}" x2="${share(value)}" y1="0" y2="12"/>`;
  return `<svg class="interval" aria-hidden="true" focusable="false" width="100%" height="12"><line class="interval__line" x1="${share(low)}" x2="${share(high)}" y1="6" y2="6"/>${tick}</svg>`;
}
