/**
 * Tells what is printed on every page (headers, footers, page numbers) from what the pages say. A line that stands only
 * once is furniture only as a bare page number at the edge of its page.
 */
import { isAnchor } from './pdf.columns.ts';
import type { Page } from './pdf.page.ts';
import type { Row } from './pdf.rows.ts';

const pageNumber =
  /^(?:[-–—\s]*(?:page|tudalen)\s*\d+(?:\s*(?:of|o|\/)\s*\d+)?[-–—\s]*|\d+\s*(?:of|o)\s*\d+)$/i;
/** A footer that says who writes and ends with the number of its page. */
const endsNumbered = /\b(?:page|tudalen)\s*\d+(?:\s*(?:of|o|\/)\s*\d+)?$/i;
const edge = 0.1;
/** In sizes of the text: nearer to the next row than this, a row of several texts is a table's, not the page's. */
const attached = 2.6;

type PageRows = { readonly page: Page; readonly rows: readonly Row[] };

export function parted(pages: readonly PageRows[]): {
  readonly furniture: readonly Row[];
  readonly text: readonly Row[];
} {
  const seen = new Map<string, Set<number>>();
  for (const { page, rows } of pages) {
    for (const row of rows.filter((each) => isAtEdge(each, page))) {
      for (const key of keysOf(row)) {
        seen.set(key, (seen.get(key) ?? new Set()).add(row.page));
      }
    }
  }
  const furniture: Row[] = [];
  const text: Row[] = [];
  for (const { page, rows } of pages) {
    for (const [index, row] of rows.entries()) {
      const said = textOf(row);
      const low = row.base > page.height / 2;
      const numbered =
        pageNumber.test(said) || (low && (said === String(page.number) || endsNumbered.test(said)));
      const again = keysOf(row).some((key) => (seen.get(key)?.size ?? 0) > 1);
      const repeated = again && !isAttached(row, rows[index + (low ? -1 : 1)]);
      (isAtEdge(row, page) && (numbered || repeated) ? furniture : text).push(row);
    }
  }
  return { furniture, text };
}

function isAtEdge(row: Row, page: Page): boolean {
  return row.base < edge * page.height || row.base > (1 - edge) * page.height;
}

/** Where it stands and what it says, as it is and with the number of its own page left out. */
function keysOf(row: Row): readonly string[] {
  const said = textOf(row);
  const place = Math.round(row.base / 4);
  // In a row of a table the number that happens to be the page's is a number like any other.
  if (row.chunks.length > 1 && isAnchor(row)) {
    return [`${place} ${said}`];
  }
  const own = said
    .replace(new RegExp(`\\b${row.page}\\s*(?:of|o|/)\\s*\\d+\\b`, 'gi'), '#')
    .replace(new RegExp(`\\b${row.page}\\b`, 'g'), '#');
  return [`${place} ${said}`, `${place} ${own}`];
}

function isAttached(row: Row, next: Row | undefined): boolean {
  return row.chunks.length > 1 && next !== undefined && Math.abs(next.base - row.base) < attached * row.size;
}

export function textOf(row: Row): string {
  return row.chunks.map((chunk) => chunk.text).join(' ');
}
