/**
 * One bar cut into parts that make up a whole, for numbers that are exact and do add up. Refuses parts that do not: the
 * picture would say more than the figures. The parts stand as a list beside it, with the same swatches.
 */
export type Part = { readonly size: number; readonly swatch: string };

/** Null when the parts are not exactly the whole. */
export function shareBar(parts: readonly Part[], whole: number, label: string): string | null {
  if (whole <= 0 || parts.length < 2 || parts.reduce((sum, part) => sum + part.size, 0) !== whole)
    return null;
  let at = 0;
  const rects = parts.map((part) => {
    const x = share(at, whole);
    at += part.size;
    return `<rect class="swatch--${part.swatch}" x="${x}%" width="${share(part.size, whole)}%" height="100%"/>`;
  });
  return `<svg class="share" role="img" aria-label="${escaped(label)}">${rects.join('')}</svg>`;
}

function share(part: number, whole: number): string {
  return ((100 * part) / whole).toFixed(3);
}

export function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
}
