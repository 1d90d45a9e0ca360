/**
 * Columns worked out from where chunks of text stand: values over one another are a column, and a heading over no value
 * is a column that is blank throughout. Where a heading stands over several columns it spans them.
 */
import type { Chunk, Row } from './pdf.rows.ts';

export type Span = { readonly left: number; readonly right: number };

const number = String.raw`[<>≤≥~]?\s*\d[\d,. ]*\d?\s*%?`;
const value = new RegExp(
  String.raw`^(?:\(?${number}\)?\s*[*†‡#^]?|[*†‡#]{1,3}|[-–—]|\.\.|nil|none|n/a|nk|zero|dim|less than \w+|fewer than \w+|\w+ or (?:fewer|less)|under \d+|withheld|redacted|suppressed)$`,
  'i',
);

/** A number, a mark for a withheld one, or a word for none: what stands in the body of a table. */
export function isValue(text: string): boolean {
  return value.test(text) && !/\d[.)]$/.test(text);
}

/** A row with a value beside its label, or of values alone: the rows that make a table. */
export function isAnchor(row: Row): boolean {
  const [first, ...others] = row.chunks;
  const bullet = first !== undefined && /^[•·▪●○◦‣■□–-]$/u.test(first.text);
  return others.some((chunk) => isValue(chunk.text)) && !(bullet && others.length === 1);
}

export function overlap(a: Span, b: Span): number {
  return Math.min(a.right, b.right) - Math.max(a.left, b.left);
}

function over(columns: readonly Span[], chunk: Span): readonly number[] {
  return columns.flatMap((column, col) => (overlap(column, chunk) > 0 ? [col] : []));
}

/** The columns of rows with values, left to right. */
export function columnsOf(anchors: readonly Row[]): readonly Span[] {
  const chunks = anchors.flatMap((row) => row.chunks);
  const values = merge(chunks.filter((chunk) => isValue(chunk.text)));
  // Text over several columns of values is a cell that spans them, and says nothing of where they end.
  return merge([
    ...values,
    ...chunks.filter((chunk) => !isValue(chunk.text) && over(values, chunk).length < 2),
  ]);
}

/**
 * Columns with those added that only headings show. A heading beside a column that has none is that column's, set to
 * the other side: `Count` at the left of its column, the numbers at the right.
 */
export function withHeadings(columns: readonly Span[], heads: readonly Row[]): readonly Span[] {
  let all = columns;
  for (const head of [...heads].reverse()) {
    for (const chunk of head.chunks) {
      if (over(all, chunk).length > 0) {
        continue;
      }
      const after = all.findIndex((column) => column.left >= chunk.right);
      const sides = after === -1 ? [all.length - 1] : after === 0 ? [0] : [after - 1, after];
      const bare = sides.filter(
        (col) => col > 0 && !heads.some((each) => each.chunks.some((other) => isOver(all[col], other))),
      );
      const near =
        bare.length === 0
          ? undefined
          : bare.reduce((a, b) => (away(all[a], chunk) <= away(all[b], chunk) ? a : b));
      all =
        near === undefined
          ? merge([...all, chunk])
          : merge([
              ...all,
              {
                left: Math.min(all[near]?.left ?? chunk.left, chunk.left),
                right: Math.max(all[near]?.right ?? chunk.right, chunk.right),
              },
            ]);
    }
  }
  return all;
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
 * The same for a line of headings, of which fewer than there are columns may share the columns evenly: two years over
 * four columns of girls and boys are two each.
 */
export function placeHeadings(
  columns: readonly Span[],
  chunks: readonly Chunk[],
  below: boolean,
): readonly Placed[] {
  const placed = placeIn(columns, chunks);
  const first = columns[0];
  const label = placed.filter(
    (each) => each.col === 0 && first !== undefined && each.chunk.left < first.right,
  );
  const tops = placed.filter((each) => !label.includes(each));
  const width = (columns.length - 1) / tops.length;
  if (!below || tops.length === 0 || !Number.isInteger(width) || width < 2) {
    return placed;
  }
  const shared = tops.map((each, index) => ({ ...each, col: 1 + index * width, colSpan: width }));
  const fits = shared.every(({ chunk, col, colSpan }) => {
    const left = columns[col]?.left ?? 0;
    const right = columns[col + colSpan - 1]?.right ?? 0;
    const middle = (chunk.left + chunk.right) / 2;
    return middle > left - 2 && middle < right + 2;
  });
  return fits ? [...label, ...shared] : placed;
}

function nearest(columns: readonly Span[], chunk: Span): number {
  const middle = (chunk.left + chunk.right) / 2;
  const gap = (column: Span): number => Math.abs((column.left + column.right) / 2 - middle);
  return columns.reduce((best, column, col) => {
    const known = columns[best];
    return known !== undefined && gap(known) <= gap(column) ? best : col;
  }, 0);
}
