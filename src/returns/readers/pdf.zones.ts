/**
 * Finds where tables begin and end among the rows of a document, pages joined. A zone is rows with values that line up,
 * the lines of labels and headings that belong to them, and nothing else: captions and prose stay outside. Refuses a
 * single row, since a line with a gap in it is not a table.
 */
import { isValue } from './cell-value.ts';
import {
  columnsOf,
  hasValues,
  isAnchor,
  joinHalves,
  overlap,
  placeIn,
  type Span,
  withHeadings,
} from './pdf.columns.ts';
import { gapTo, groupsOf, headGroups, isWrapped } from './pdf.groups.ts';
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
  const first = columnsOf(rows.slice(start, end).filter(isAnchor));
  const anchors = rows.slice(start, end).filter((row) => hasValues(row, first));
  // The first label may begin a line above its values; what follows the last values is not known to be the table's.
  const lastAnchor = rows.slice(start, end).findLastIndex((row) => hasValues(row, first));
  const near = rows
    .slice(Math.max(free, start - 1), start + lastAnchor + 1)
    .filter((row) => !hasValues(row, first) && row.chunks.length === 1);
  const values = columnsOf(anchors, near);
  const top = startOfHeads(rows, start, free, values, smallestPitch(anchors));
  const above = rows.slice(top, start);
  const columns = joinHalves(withHeadings(values, above), anchors, above);
  const groups = groupsOf(rows.slice(top, end), columns);
  const isBody = (group: readonly Row[]): boolean => group.some((row) => hasValues(row, columns));
  const begin = groups.findIndex(isBody);
  const last = groups.findLastIndex(isBody);
  // Above the topmost heading over a column stand captions, and below the last values what follows the table.
  const head = groups.slice(0, begin).findIndex((group) => group.some((line) => isHeading(line, columns)));
  const lines = head === -1 ? [] : groups.slice(head, begin).flat();
  const captions = captionsAbove(lines, columns);
  const heads = headGroups(lines.slice(captions), rows.slice(top, end));
  const body = groups.slice(begin, last + 1);
  const lined =
    anchors.length + heads.filter((group) => group.some((line) => isHeading(line, columns))).length;
  if (columns.length < 2 || lined < 2) {
    return null;
  }
  const before = groups.slice(0, head === -1 ? begin : head).flat().length + captions;
  const length = [...heads, ...body].flat().length;
  return { zone: { columns, heads, body }, from: top + before, to: top + before + length };
}

/** How many lines at the top stand over the labels alone and say something of their own, not the start of a heading. */
function captionsAbove(lines: readonly Row[], columns: readonly Span[]): number {
  let count = 0;
  while (count < lines.length) {
    const [line, next] = [lines[count], lines[count + 1]];
    const said = line?.chunks[0]?.text ?? '';
    const label = next?.chunks.find((chunk) => columns[0] !== undefined && overlap(chunk, columns[0]) > 0);
    if (
      line === undefined ||
      isHeading(line, columns) ||
      label === undefined ||
      isWrapped(said, label.text)
    ) {
      break;
    }
    count += 1;
  }
  return count;
}

function isHeading(line: Row, columns: readonly Span[]): boolean {
  const [label] = columns;
  return (
    line.chunks.length > 1 ||
    line.chunks.some((chunk) => columns.slice(1).some((column) => overlap(chunk, column) > 0)) ||
    (label !== undefined && line.chunks.some((chunk) => chunk.left > label.right))
  );
}

/** Index after the last line that may belong to the table whose first row with values stands at `start`. */
function endOfBody(rows: readonly Row[], start: number): number {
  const anchors = rows.slice(start, start + 1);
  let columns = columnsOf(anchors);
  // Widest so far: between rows with values, and between lines, which a whole row must have passed to be known.
  let pitch = 0;
  let widest = gapOfHeads(rows, start);
  let at = start + 1;
  for (; at < rows.length; at += 1) {
    const row = rows[at];
    const above = rows[at - 1];
    if (row === undefined || above === undefined || !follows(above, row, pitch)) {
      break;
    }
    const gap = gapTo(above, row);
    if (hasValues(row, columns)) {
      if (!linesUp(row, columns, gap, pitch)) {
        break;
      }
      pitch = wider(pitch, gapTo(anchors.at(-1), row));
      anchors.push(row);
      // Most rows stand inside the columns known; working them out again for each would take forever on long tables.
      columns = isInside(row, columns) ? columns : columnsOf(anchors);
    } else if (row.page !== above.page) {
      // Over the end of a page go the rest of a label and the headings printed again.
      const again = rows.slice(Math.max(0, start - mostLines), start + 1).some((head) => saysSame(head, row));
      if (!again && (row.chunks.length > 1 || !staysInside(row, columns, anchors))) {
        break;
      }
    } else {
      // After a wider gap texts that line up are the headings of the next table, and one alone is its caption.
      const known = widest > 0 && (anchors.length > 1 || row.chunks.length > 1);
      const most = known ? 1.25 * widest : Math.max(widestHeadGap * row.size, 1.1 * widest);
      if (!staysInside(row, columns, anchors) || gap > most) {
        break;
      }
    }
    widest = wider(widest, gap);
  }
  return at;
}

function isInside(row: Row, columns: readonly Span[]): boolean {
  return row.chunks.every((chunk) =>
    columns.some((column) => column.left <= chunk.left && column.right >= chunk.right),
  );
}

function saysSame(a: Row, b: Row): boolean {
  return (
    a.chunks.length === b.chunks.length &&
    a.chunks.every((chunk, index) => chunk.text === b.chunks[index]?.text)
  );
}

function wider(known: number, gap: number): number {
  return Number.isFinite(gap) ? Math.max(known, gap) : known;
}

/** The widest gap from the headings down to the first row with values; 0 where nothing heads it. */
function gapOfHeads(rows: readonly Row[], start: number): number {
  let widest = 0;
  for (let at = start; at > 0 && start - at < 4; at -= 1) {
    const row = rows[at - 1];
    const below = rows[at];
    const gap = below === undefined ? Number.POSITIVE_INFINITY : gapTo(row, below);
    if (row === undefined || gap > widestGap * row.size) {
      return 0;
    }
    widest = Math.max(widest, gap);
    if (row.chunks.length > 1) {
      return widest;
    }
  }
  return 0;
}

function follows(above: Row, row: Row, pitch: number): boolean {
  const gap = gapTo(above, row);
  return row.page === above.page
    ? gap <= Math.max(widestGap * row.size, 1.5 * pitch)
    : row.page === above.page + 1;
}

/** A row whose values stand where others do; or, evenly below them, values where the rows above are blank. */
function linesUp(row: Row, columns: readonly Span[], gap: number, pitch: number): boolean {
  const values = row.chunks.filter((chunk) => isValue(chunk.text));
  if (values.some((chunk) => columns.slice(1).some((column) => overlap(column, chunk) > 0))) {
    return true;
  }
  const [label] = columns;
  const [first] = row.chunks;
  const under = label !== undefined && first !== undefined && overlap(label, first) > 0;
  return under && gap <= Math.max(1.25 * pitch, 2.4 * row.size);
}

/** A line without values may stand in a table as a label, a section heading or the rest of cells that wrap. */
function staysInside(row: Row, columns: readonly Span[], anchors: readonly Row[]): boolean {
  const [label, second] = columns;
  if (label === undefined || second === undefined) {
    return false;
  }
  // Labels may be set in from the first, never out.
  const labelled = anchors.some(
    (anchor) => anchor.chunks[0] !== undefined && !isValue(anchor.chunks[0].text),
  );
  const out = labelled && (row.chunks[0]?.left ?? 0) < label.left - 0.2 * row.size;
  return (
    !out &&
    row.chunks.every((chunk) => chunk.right < second.left || placeIn(columns, [chunk])[0]?.colSpan === 1)
  );
}

/** Between two rows of one line each, and so between the last heading and the first row; 0 where there is one row. */
function smallestPitch(anchors: readonly Row[]): number {
  const gaps = anchors
    .map((row, index) => gapTo(anchors[index - 1], row))
    .filter((gap) => Number.isFinite(gap));
  return gaps.length === 0 ? 0 : Math.min(...gaps);
}

/** Index of the first line above that may head the table. */
function startOfHeads(
  rows: readonly Row[],
  start: number,
  free: number,
  columns: readonly Span[],
  pitch: number,
): number {
  const [label, second] = columns;
  let at = start;
  while (at > free && start - at < mostLines && label !== undefined && second !== undefined) {
    const row = rows[at - 1];
    const below = rows[at];
    if (row === undefined || below === undefined) {
      break;
    }
    // The end of a page may part headings from the table; there only several that line up are sure to be its own.
    const over = row.page + 1 === below.page && row.chunks.length > 1 && row.chunks.length === columns.length;
    if (!over && gapTo(row, below) > Math.max(widestHeadGap * row.size, 1.1 * pitch)) {
      break;
    }
    const [only, ...others] = row.chunks;
    const single = only !== undefined && others.length === 0;
    const ends = columns.some(
      (column) => only !== undefined && Math.abs(column.right - only.right) < 0.3 * row.size,
    );
    const starts = only !== undefined && only.left < label.left + 0.3 * row.size;
    const prose = single && only.left < label.right && only.right > second.left && (starts || !ends);
    if (prose || row.chunks.length > columns.length + 3) {
      break;
    }
    at -= 1;
  }
  return at;
}
