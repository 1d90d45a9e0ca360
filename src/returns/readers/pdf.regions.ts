/**
 * Finds where tables begin and end among the rows of a document, pages joined. A region is header rows, then rows with
 * values and the rows between them; everything else stays prose. Refuses a single row: a line with a gap in it is not
 * a table.
 */
import { columnsOf, isValue, isValueRow, overlap, placeIn, type Span } from './pdf.columns.ts';
import type { Row } from './pdf.rows.ts';

export type Region = {
  readonly heads: readonly Row[];
  readonly body: readonly Row[];
  readonly columns: readonly Span[];
};

export type Part =
  | { readonly kind: 'table'; readonly region: Region }
  | { readonly kind: 'rows'; readonly rows: readonly Row[] };

/** Lines closer than this, in sizes of their text, may be one cell's lines; further apart they are two rows. */
export const tight = 1.45;
const widestGap = 3.2;
const mostHeads = 6;

export function partsOf(rows: readonly Row[]): readonly Part[] {
  const parts: Part[] = [];
  let prose: Row[] = [];
  let at = 0;
  while (at < rows.length) {
    const row = rows[at];
    if (row === undefined) {
      break;
    }
    const region = startsBody(row) ? regionAt(rows, at, at - prose.length) : null;
    if (region === null) {
      prose.push(row);
      at += 1;
      continue;
    }
    prose = prose.slice(0, prose.length - region.heads.length);
    if (prose.length > 0) {
      parts.push({ kind: 'rows', rows: prose });
    }
    prose = [];
    parts.push({ kind: 'table', region });
    at += region.body.length;
  }
  if (prose.length > 0) {
    parts.push({ kind: 'rows', rows: prose });
  }
  return parts;
}

function startsBody(row: Row): boolean {
  return isValueRow(row) || (row.chunks.length > 1 && row.chunks.every((chunk) => isValue(chunk.text)));
}

function regionAt(rows: readonly Row[], start: number, free: number): Region | null {
  const body = bodyFrom(rows, start);
  const values = body.filter(startsBody);
  const columns = columnsOf(values);
  const heads = headsAbove(rows, start, free, columns);
  const lined = values.length + heads.filter((row) => row.chunks.length > 1).length;
  return columns.length < 2 || lined < 2 ? null : { heads, body, columns };
}

function bodyFrom(rows: readonly Row[], start: number): readonly Row[] {
  const first = rows[start];
  if (first === undefined) {
    return [];
  }
  const body: Row[] = [first];
  let waiting: Row[] = [];
  let columns = columnsOf([first]);
  for (const row of rows.slice(start + 1)) {
    const last = waiting.at(-1) ?? body.at(-1) ?? first;
    if (!follows(last, row, pitchOf(body)) || waiting.length > 3) {
      break;
    }
    if (startsBody(row)) {
      if (!linesUp(row, columns)) {
        break;
      }
      body.push(...waiting, row);
      waiting = [];
      columns = columnsOf(body.filter(startsBody));
    } else if (staysInside(row, columns, last)) {
      waiting.push(row);
    } else {
      break;
    }
  }
  // What trails the last values belongs to the table only as the rest of a label that wraps.
  let last = body.at(-1) ?? first;
  for (const row of waiting) {
    if (row.page !== last.page || row.base - last.base > tight * row.size || !wrapsLabel(last, row, body)) {
      break;
    }
    body.push(row);
    last = row;
  }
  return body;
}

function follows(last: Row, row: Row, pitch: number): boolean {
  return row.page !== last.page
    ? row.page === last.page + 1
    : row.base - last.base <= Math.max(widestGap * row.size, 1.8 * pitch);
}

function pitchOf(rows: readonly Row[]): number {
  const gaps = rows.flatMap((row, index) => {
    const before = rows[index - 1];
    return before !== undefined && before.page === row.page ? [row.base - before.base] : [];
  });
  return gaps.length === 0 ? 0 : ([...gaps].sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0);
}

function linesUp(row: Row, columns: readonly Span[]): boolean {
  const values = row.chunks.filter((chunk) => isValue(chunk.text));
  return values.some((chunk) => columns.slice(1).some((column) => overlap(column, chunk) > 0));
}

/** A row without values may stand in a table as a label, a section heading or the rest of cells that wrap. */
function staysInside(row: Row, columns: readonly Span[], last: Row): boolean {
  const [first, second] = columns;
  const close = row.page === last.page && row.base - last.base <= tight * row.size;
  if (row.chunks.length > 1) {
    return (
      close &&
      row.chunks.every((chunk) => columns.filter((column) => overlap(column, chunk) > 0).length === 1)
    );
  }
  const chunk = row.chunks[0];
  return chunk !== undefined && first !== undefined && second !== undefined && chunk.right < second.left;
}

/** Whether the label of `next` goes on with that of `row`: mid-sentence, or its first word had no room. */
export function wrapsLabel(row: Row, next: Row, body: readonly Row[]): boolean {
  const label = row.chunks[0];
  const more = next.chunks[0];
  if (label === undefined || more === undefined) {
    return false;
  }
  if (
    /[,/(&–-]$/.test(label.text) ||
    /^[\p{Ll}(&/]/u.test(more.text) ||
    /\b(?:of|and|or|the|a|in|to|with|for)$/i.test(label.text)
  ) {
    return true;
  }
  const widest = Math.max(...body.map((each) => each.chunks[0]?.right ?? 0));
  const word = more.text.split(' ')[0] ?? '';
  const width = ((more.right - more.left) / more.text.length) * word.length;
  return label.right + 0.25 * row.size + width > widest + 0.1 * row.size && label.right < widest + 0.1;
}

function headsAbove(
  rows: readonly Row[],
  start: number,
  free: number,
  columns: readonly Span[],
): readonly Row[] {
  const heads: Row[] = [];
  const [first, second] = columns;
  for (let at = start - 1; at >= free && heads.length < mostHeads; at -= 1) {
    const row = rows[at];
    const below = heads[0] ?? rows[start];
    if (row === undefined || below === undefined || first === undefined || second === undefined) {
      break;
    }
    if (
      row.page !== below.page ||
      below.base - row.base > (heads.length === 0 ? widestGap : 2.2) * row.size
    ) {
      break;
    }
    const [only] = row.chunks;
    const single = row.chunks.length === 1 && only !== undefined;
    const overValues = single && only.left >= first.right;
    const close = below.base - row.base <= tight * row.size;
    const labelLine =
      single && heads.length > 0 && close && only.right < second.left && heads[0]?.chunks.length !== 1;
    if (row.chunks.length > 1 ? fits(row, columns) : overValues || labelLine) {
      heads.unshift(row);
    } else {
      break;
    }
  }
  // A lone line over the first column is a caption, not a heading.
  while (
    heads[0] !== undefined &&
    heads[0].chunks.length === 1 &&
    (heads[0].chunks[0]?.left ?? 0) < (first?.right ?? 0)
  ) {
    heads.shift();
  }
  return heads;
}

function fits(row: Row, columns: readonly Span[]): boolean {
  return row.chunks.length <= columns.length && placeIn(columns, row.chunks).length === row.chunks.length;
}
