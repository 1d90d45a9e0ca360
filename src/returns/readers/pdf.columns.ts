/**
 * Columns worked out from where chunks of text stand: values that stand over one another are a column. A table here is
 * two rows or more whose chunks line up and of which one holds a value; the result is marked as inferred by its reader.
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

export function isValueRow(row: Row): boolean {
  return row.chunks.length > 1 && row.chunks.slice(1).some((chunk) => isValue(chunk.text));
}

export function overlap(a: Span, b: Span): number {
  return Math.min(a.right, b.right) - Math.max(a.left, b.left);
}

/** The columns of rows with values, left to right. */
export function columnsOf(rows: readonly Row[]): readonly Span[] {
  const chunks = rows.flatMap((row) => row.chunks);
  const values = merge(chunks.filter((chunk) => isValue(chunk.text)));
  const others = chunks.filter((chunk) => values.filter((column) => overlap(column, chunk) > 0).length === 0);
  const columns = merge([
    ...values,
    ...others,
    // Text over one column of values widens it; text over several is a cell that spans them.
    ...chunks.filter(
      (chunk) => !isValue(chunk.text) && values.filter((column) => overlap(column, chunk) > 0).length === 1,
    ),
  ]);
  return columns;
}

/** Overlapping spans as one, left to right. */
export function merge(spans: readonly Span[]): readonly Span[] {
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
  if (chunks.length === columns.length) {
    return chunks.map((chunk, col) => ({ chunk, col, colSpan: 1 }));
  }
  return chunks.map((chunk) => {
    const over = columns.flatMap((column, col) => (overlap(column, chunk) > 0 ? [col] : []));
    const [first] = over;
    if (first !== undefined) {
      return { chunk, col: first, colSpan: (over.at(-1) ?? first) - first + 1 };
    }
    return { chunk, col: nearest(columns, chunk), colSpan: 1 };
  });
}

function nearest(columns: readonly Span[], chunk: Span): number {
  const middle = (chunk.left + chunk.right) / 2;
  let best = 0;
  let distance = Number.POSITIVE_INFINITY;
  for (const [col, column] of columns.entries()) {
    const away = Math.abs((column.left + column.right) / 2 - middle);
    if (away < distance) {
      best = col;
      distance = away;
    }
  }
  return best;
}
