/**
 * Tells what is printed on every page (headers, footers, page numbers) from what the pages say. A line that stands only
 * once is furniture only as a bare page number at the edge of its page.
 */
import type { Page } from './pdf.page.ts';
import type { Row } from './pdf.rows.ts';

const pageNumber =
  /^(?:[-–—\s]*(?:page|tudalen)\s*\d+(?:\s*(?:of|o|\/)\s*\d+)?[-–—\s]*|\d+\s*(?:of|o)\s*\d+)$/i;
const edge = 0.1;

export function parted(pages: readonly { readonly page: Page; readonly rows: readonly Row[] }[]): {
  readonly furniture: readonly Row[];
  readonly text: readonly Row[];
} {
  const seen = new Map<string, Set<number>>();
  const keyOf = (row: Row): string => `${Math.round(row.base / 4)} ${textOf(row).replace(/\d+/g, '0')}`;
  for (const { rows } of pages) {
    for (const row of rows) {
      const key = keyOf(row);
      seen.set(key, (seen.get(key) ?? new Set()).add(row.page));
    }
  }
  const furniture: Row[] = [];
  const text: Row[] = [];
  for (const { page, rows } of pages) {
    for (const row of rows) {
      const low = row.base > (1 - edge) * page.height;
      const high = row.base < edge * page.height;
      const said = textOf(row);
      const repeated = (low || high) && (seen.get(keyOf(row))?.size ?? 0) > 1;
      const numbered = (low || high) && (pageNumber.test(said) || (low && said === String(page.number)));
      (repeated || numbered ? furniture : text).push(row);
    }
  }
  return { furniture, text };
}

export function textOf(row: Row): string {
  return row.chunks.map((chunk) => chunk.text).join(' ');
}
