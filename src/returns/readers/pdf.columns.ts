/**
 * Columns worked out from where chunks of text stand: values over one another are a column, and a heading over no value
 * is a column that is blank throughout. Where a heading stands over several columns it spans them.
 */
import { isValue } from './cell-value.ts';
import type { Chunk, Row } from './pdf.rows.ts';

export type Span = { readonly left: number; readonly right: number };

/** A row with a value beside its label, or of values alone: the rows that make a table. */
export function isAnchor(row: Row): boolean {
  const [first, ...others] = row.chunks;
  const bullet = first !== undefined && /^[•·▪●○◦‣■□–-]$/u.test(first.text);
  return others.some((chunk) => isValue(chunk.text)) && !(bullet && others.length === 1);
}

/** The same once columns are known: a value alone under others is one too, its label on the lines around it. */
export function hasValues(row: Row, columns: readonly Span[]): boolean {
  const [only, ...others] = row.chunks;
  const alone = only !== undefined && others.length === 0 && isValue(only.text);
  return isAnchor(row) || (alone && columns.slice(1).some((column) => overlap(column, only) > 0));
}

export function overlap(a: Span, b: Span): number {
  return Math.min(a.right, b.right) - Math.max(a.left, b.left);
}

function over(columns: readonly Span[], chunk: Span): readonly number[] {
  return columns.flatMap((column, col) => (overlap(column, chunk) > 0 ? [col] : []));
}

/** The columns of rows with values, left to right; labels may stand on lines of their own, left of all values. */
export function columnsOf(anchors: readonly Row[], others: readonly Row[] = []): readonly Span[] {
  const leftmost = Math.min(...anchors.map((row) => row.chunks[0]?.left ?? Number.POSITIVE_INFINITY));
  const labels = others.flatMap((row) => row.chunks.slice(0, 1)).filter((chunk) => chunk.right < leftmost);
  const chunks = [...anchors.flatMap((row) => row.chunks), ...labels];
  const values = merge(chunks.filter((chunk) => isValue(chunk.text)));
  // Text over several columns of values is a cell that spans them, and says nothing of where they end.
  return merge([
    ...values,
    ...chunks.filter((chunk) => !isValue(chunk.text) && over(values, chunk).length < 2),
  ]);
}

/**
 * Columns with those added that only headings show, told from the line that heads most columns: what stands above it
 * between two columns heads both. A heading beside a column that has none is that column's, set to its other side:
 * `Count` at the left of its column, the numbers at the right.
 */
export function withHeadings(columns: readonly Span[], heads: readonly Row[]): readonly Span[] {
  const most = Math.max(2, ...heads.map((head) => head.chunks.length));
  const full = heads.findLast((head) => head.chunks.length === most);
  let all = columns;
  for (const chunk of full?.chunks ?? []) {
    if (over(all, chunk).length > 0) {
      continue;
    }
    const after = all.findIndex((column) => column.left >= chunk.right);
    const sides = after === -1 ? [all.length - 1] : after === 0 ? [0] : [after - 1, after];
    const bare = sides.filter(
      (col) => col > 0 && !heads.some((head) => head.chunks.some((other) => isOver(all[col], other))),
    );
    const near = bare.reduce<Span | undefined>((best, col) => {
      const column = all[col];
      return best === undefined || away(column, chunk) < away(best, chunk) ? column : best;
    }, undefined);
    const left = Math.min(near?.left ?? chunk.left, chunk.left);
    const right = Math.max(near?.right ?? chunk.right, chunk.right);
    all = merge([...all, { left, right }]);
  }
  return all;
}

/**
 * Marks at the left of a column and numbers at its right are one column: two neighbours of which no row fills both, under
 * one heading or with a heading over only one of them.
 */
export function joinHalves(
  columns: readonly Span[],
  anchors: readonly Row[],
  heads: readonly Row[],
): readonly Span[] {
  const chunks = heads.filter((head) => head.chunks.length > 1).flatMap((head) => head.chunks);
  if (chunks.length === 0) {
    return columns;
  }
  const joined: Span[] = [];
  for (const column of columns) {
    const last = joined.at(-1);
    const both = last !== undefined && anchors.some((row) => fills(row, last) && fills(row, column));
    const over = chunks.filter((chunk) => isOver(column, chunk));
    const shared = over.every((chunk) => isOver(last, chunk)) || !chunks.some((chunk) => isOver(last, chunk));
    if (last !== undefined && joined.length > 1 && !both && shared) {
      joined[joined.length - 1] = { left: last.left, right: column.right };
    } else {
      joined.push(column);
    }
  }
  return joined;
}

function fills(row: Row, column: Span): boolean {
  return row.chunks.some((chunk) => overlap(chunk, column) > 0);
}

function isOver(column: Span | undefined, chunk: Span): boolean {
  return column !== undefined && overlap(column, chunk) > 0;
}

function away(column: Span | undefined, chunk: Span): number {
  return column === undefined ? Number.POSITIVE_INFINITY : -overlap(column, chunk);
}

/** Overlapping spans as one, left to right. */
function merge(spans: readonly Span[]): readonly Span[] {
  const merged: { left: number; right: number }[] = [];
  for (const span of [...spans].sort((a, b) => a.left - b.left)) {
    const last = merged.at(-1);
    if (last !== undefined && span.left < last.right) {
      last.right = Math.max(last.right, span.right);
    } else {
      merged.push({ left: span.left, right: span.right });
    }
  }
  return merged;
}

export type Placed = { readonly chunk: Chunk; readonly col: number; readonly colSpan: number };

/** Which columns the chunks of a row stand in. */
export function placeIn(columns: readonly Span[], chunks: readonly Chunk[]): readonly Placed[] {
  return chunks.map((chunk) => {
    const under = over(columns, chunk);
    const [first] = under;
    return first === undefined
      ? { chunk, col: nearest(columns, chunk), colSpan: 1 }
      : { chunk, col: first, colSpan: (under.at(-1) ?? first) - first + 1 };
  });
}

/**
 * The same for a line of headings. Fewer headings than columns may share the columns evenly: two years over four columns
 * of girls and boys are two each. Close to the line below, a heading may be the first line of one column's own; there
 * headings share the columns only if there are several, each at the middle of its share or over the same headings.
 */
export function placeHeadings(
  columns: readonly Span[],
  chunks: readonly Chunk[],
  below: 'close' | 'apart' | 'none',
  next: readonly Chunk[],
): readonly Placed[] {
  const placed = placeIn(columns, chunks).map((each) => endingWith(columns, each));
  const tops = placed.filter((each) => each.col > 0);
  // Headings below that repeat themselves, `Female` and `Male` twice over, say that something above tells them apart.
  const period = periodOf(columns, next);
  const repeats = period !== null && Math.ceil((columns.length - 1) / period) === tops.length;
  const width = repeats ? period : (columns.length - 1) / tops.length;
  if (
    below === 'none' ||
    tops.length < (below === 'close' ? 2 : 1) ||
    !Number.isInteger(width) ||
    width < 2
  ) {
    return placed;
  }
  const shared = tops.map((each, index) => {
    const col = 1 + index * width;
    return { ...each, col, colSpan: Math.min(width, columns.length - col) };
  });
  const fits = shared.every(({ chunk, col, colSpan }) => {
    const share = columns.slice(col, col + colSpan);
    const left = share[0]?.left ?? 0;
    const right = share.at(-1)?.right ?? 0;
    const middle = middleOf(chunk);
    const within = middle > left - 2 && middle < right + 2;
    const central = Math.abs(middle - (left + right) / 2);
    const single = Math.min(...share.map((column) => Math.abs(middleOf(column) - middle)));
    return within && (below === 'apart' || repeats || central < single);
  });
  return fits ? [...placed.filter((each) => each.col === 0), ...shared] : placed;
}

/** After how many columns the headings of a line repeat themselves; null where they do not. */
function periodOf(columns: readonly Span[], heads: readonly Chunk[]): number | null {
  const texts = placeIn(columns, heads)
    .filter((each) => each.col > 0)
    .map(({ chunk }) => chunk.text);
  if (texts.length !== columns.length - 1) {
    return null;
  }
  for (let period = 2; period < texts.length; period += 1) {
    if (texts.every((text, at) => text === texts[at % period])) {
      return period;
    }
  }
  return null;
}

/** A long heading set to the right runs out over the columns before its own. */
function endingWith(columns: readonly Span[], placed: Placed): Placed {
  const last = placed.col + placed.colSpan - 1;
  const ends = Math.abs((columns[last]?.right ?? 0) - placed.chunk.right) < 3;
  const starts = Math.abs((columns[placed.col]?.left ?? 0) - placed.chunk.left) < 3;
  return placed.colSpan > 1 && placed.col === 0 && ends && !starts
    ? { ...placed, col: last, colSpan: 1 }
    : placed;
}

function middleOf(span: Span): number {
  return (span.left + span.right) / 2;
}

function nearest(columns: readonly Span[], chunk: Span): number {
  const gap = (column: Span): number => Math.abs(middleOf(column) - middleOf(chunk));
  return columns.reduce((best, column, col) => {
    const known = columns[best];
    return known !== undefined && gap(known) <= gap(column) ? best : col;
  }, 0);
}
