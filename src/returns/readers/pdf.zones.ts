/**
 * Finds where tables begin and end among the rows of a document, pages joined. A zone is rows with values that line up,
 * the lines of labels and headings that belong to them, and nothing else: captions and prose stay outside. Refuses a
 * single row, since a line with a gap in it is not a table.
 */
import { columnsOf, isAnchor, isValue, overlap, placeIn, type Span, withHeadings } from './pdf.columns.ts';
import { gapTo, groupsOf, headGroups } from './pdf.groups.ts';
import type { Row } from './pdf.rows.ts';

export type Zone = {
  readonly columns: readonly Span[];
  /** Lines of the headings, then of each row. */
  readonly heads: readonly (readonly Row[])[];
  readonly body: readonly (readonly Row[])[];
};

export type Part =
  | { readonly kind: 'table'; readonly zone: Zone }
  | { readonly kind: 'rows'; readonly rows: readonly Row[] };

/** In sizes of the text: the widest gap between two rows of one table, and between a heading and what it heads. */
const widestGap = 3.2;
const widestHeadGap = 2.6;
const mostLines = 12;

export function partsOf(rows: readonly Row[]): readonly Part[] {
  const parts: Part[] = [];
  let done = 0;
  let at = 0;
  const prose = (to: number): void => {
    if (to > done) {
      parts.push({ kind: 'rows', rows: rows.slice(done, to) });
    }
  };
  while (at < rows.length) {
    const row = rows[at];
    const found = row !== undefined && isAnchor(row) ? zoneAt(rows, at, done) : null;
    if (found === null) {
      at += 1;
      continue;
    }
    prose(found.from);
    parts.push({ kind: 'table', zone: found.zone });
    at = found.to;
    done = found.to;
  }
  prose(rows.length);
  return parts;
}

type Found = { readonly zone: Zone; readonly from: number; readonly to: number };

function zoneAt(rows: readonly Row[], start: number, free: number): Found | null {
  const end = endOfBody(rows, start);
  const anchors = rows.slice(start, end).filter(isAnchor);
  // The first label may begin a line or two above its values.
  const near = rows
    .slice(Math.max(free, start - 1), end)
    .filter((row) => !isAnchor(row) && row.chunks.length === 1);
  const values = columnsOf(anchors, near);
  const top = startOfHeads(rows, start, free, values);
  const columns = withHeadings(
    values,
    rows.slice(top, start).filter((row) => row.chunks.length > 1),
  );
  const groups = groupsOf(rows.slice(top, end), columns);
  const first = groups.findIndex((group) => group.some(isAnchor));
  const last = groups.findLastIndex((group) => group.some(isAnchor));
  // Above the topmost heading over a column stand captions, and below the last values what follows the table.
  const head = groups.slice(0, first).findIndex((group) => group.some((line) => isHeading(line, columns)));
  const heads = head === -1 ? [] : headGroups(groups.slice(head, first).flat(), rows.slice(top, end));
  const body = groups.slice(first, last + 1);
  const lined = anchors.length + heads.filter((group) => group.some((line) => line.chunks.length > 1)).length;
  if (columns.length < 2 || lined < 2) {
    return null;
  }
  const before = groups.slice(0, head === -1 ? first : head).flat().length;
  const length = [...heads, ...body].flat().length;
  return { zone: { columns, heads, body }, from: top + before, to: top + before + length };
}

function isHeading(line: Row, columns: readonly Span[]): boolean {
  const [label] = columns;
  return (
    line.chunks.length > 1 || (label !== undefined && line.chunks.some((chunk) => overlap(chunk, label) <= 0))
  );
}

/** Index after the last line that may belong to the table whose first row with values stands at `start`. */
function endOfBody(rows: readonly Row[], start: number): number {
  let anchors = rows.slice(start, start + 1);
  let columns = columnsOf(anchors);
  let widest = 0;
  let at = start + 1;
  for (; at < rows.length; at += 1) {
    const row = rows[at];
    const above = rows[at - 1];
    if (row === undefined || above === undefined || !follows(above, row, widest)) {
      break;
    }
    const gap = gapTo(above, row);
    if (isAnchor(row)) {
      if (!linesUp(row, columns)) {
        break;
      }
      anchors = [...anchors, row];
      columns = columnsOf(anchors);
    } else if (!staysInside(row, columns) || (row.chunks.length > 1 && widest > 0 && gap > 1.25 * widest)) {
      // Several texts that line up after a wider gap are the headings of the next table.
      break;
    }
    widest = Number.isFinite(gap) ? Math.max(widest, gap) : widest;
  }
  return at;
}

function follows(above: Row, row: Row, widest: number): boolean {
  const gap = gapTo(above, row);
  return row.page === above.page
    ? gap <= Math.max(widestGap * row.size, 1.5 * widest)
    : row.page === above.page + 1;
}

function linesUp(row: Row, columns: readonly Span[]): boolean {
  const values = row.chunks.filter((chunk) => isValue(chunk.text));
  return values.some((chunk) => columns.slice(1).some((column) => overlap(column, chunk) > 0));
}

/** A line without values may stand in a table as a label, a section heading or the rest of cells that wrap. */
function staysInside(row: Row, columns: readonly Span[]): boolean {
  const [, second] = columns;
  if (second === undefined) {
    return false;
  }
  return row.chunks.every(
    (chunk) => chunk.right < second.left || placeIn(columns, [chunk])[0]?.colSpan === 1,
  );
}

/** Index of the first line above that may head the table. */
function startOfHeads(rows: readonly Row[], start: number, free: number, columns: readonly Span[]): number {
  const [label, second] = columns;
  let at = start;
  while (at > free && start - at < mostLines && label !== undefined && second !== undefined) {
    const row = rows[at - 1];
    const below = rows[at];
    if (row === undefined || below === undefined || gapTo(row, below) > widestHeadGap * row.size) {
      break;
    }
    const [only, ...others] = row.chunks;
    const single = only !== undefined && others.length === 0;
    const prose = single && only.left < label.right && only.right > second.left;
    if (prose || row.chunks.length > columns.length + 3) {
      break;
    }
    at -= 1;
  }
  return at;
}
