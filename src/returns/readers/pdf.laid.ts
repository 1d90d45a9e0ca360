/**
 * A region of rows laid out as the rows of a table: lines of one cell joined, headings over several columns spanning
 * them, headings printed again on the next page left out. Every text stands in exactly one cell, but those repeats.
 */
import { isValue, type Placed, placeIn } from './pdf.columns.ts';
import { joinLines } from './pdf.paragraphs.ts';
import { type Region, tight, wrapsLabel } from './pdf.regions.ts';
import type { Row } from './pdf.rows.ts';

export type LaidCell = {
  text: string;
  readonly marks: string[];
  readonly colSpan: number;
  readonly bold: boolean;
};

type Laid = { readonly page: number; readonly lines: Row[]; readonly cells: Map<number, LaidCell> };

/** Rows of a table, each with its page and its cells by column. */
export function laidRows(region: Region): readonly Laid[] {
  return [...laidHeads(region), ...laidBody(region)];
}

/** Close heading lines are one heading each column, unless one of them spans columns and so is a row above the others. */
function laidHeads({ heads, columns }: Region): readonly Laid[] {
  const rows: Laid[] = [];
  let before: Row | null = null;
  for (const head of heads) {
    const placed = placeIn(columns, head.chunks);
    const last = rows.at(-1);
    const close = before !== null && head.base - before.base <= tight * head.size;
    const spans = (cells: Iterable<{ readonly colSpan: number }>): boolean =>
      [...cells].some((cell) => cell.colSpan > 1);
    if (last !== undefined && close && !spans(placed) && !spans(last.cells.values())) {
      append(last, placed);
    } else {
      rows.push(laidRow(head, placed));
    }
    before = head;
  }
  return rows;
}

function laidBody({ heads, body, columns }: Region): readonly Laid[] {
  const rows: Laid[] = [];
  const repeated = new Set(heads.map(textOf));
  for (const [index, row] of body.entries()) {
    if (row.page !== body[0]?.page && repeated.has(textOf(row))) {
      continue;
    }
    const placed = placeIn(columns, row.chunks);
    const last = rows.at(-1);
    const before = last?.lines.at(-1);
    const next = body[index + 1];
    const hasValues = row.chunks.some((chunk, at) => (at > 0 || placed[0]?.col !== 0) && isValue(chunk.text));
    const close =
      before !== undefined && before.page === row.page && row.base - before.base <= tight * row.size;
    if (last === undefined || before === undefined) {
      rows.push(laidRow(row, placed));
    } else if (hasValues) {
      // Values in the middle or on the last line of their label: the label's first lines came before them.
      const label = !last.lines.some((line) => startsValues(line)) && close;
      if (label && (placed[0]?.col !== 0 || wrapsLabel(before, row, body))) {
        append(last, placed);
        last.lines.push(row);
      } else {
        rows.push(laidRow(row, placed));
      }
    } else if (close && goesOn(last, before, row, next, body)) {
      append(last, placed);
      last.lines.push(row);
    } else {
      rows.push(laidRow(row, placed));
    }
  }
  return rows;
}

function startsValues(row: Row): boolean {
  return (
    row.chunks.slice(1).some((chunk) => isValue(chunk.text)) ||
    row.chunks.every((chunk) => isValue(chunk.text))
  );
}

/** A line without values right under a row: the rest of its label, unless it is nearer to values that have no label. */
function goesOn(last: Laid, before: Row, row: Row, next: Row | undefined, body: readonly Row[]): boolean {
  const unlabelled =
    next !== undefined && next.page === row.page && startsValues(next) && !startsLabel(next, body);
  if (unlabelled && next.base - row.base < row.base - before.base) {
    return false;
  }
  if (row.chunks.length > 1 || !last.cells.has(0)) {
    return true;
  }
  const labels = last.lines.filter((line) => startsLabel(line, body));
  return wrapsLabel(labels.at(-1) ?? before, row, body);
}

function startsLabel(row: Row, body: readonly Row[]): boolean {
  const left = Math.min(...body.map((each) => each.chunks[0]?.left ?? Number.POSITIVE_INFINITY));
  return (row.chunks[0]?.left ?? 0) < left + 3 * row.size;
}

function laidRow(row: Row, placed: readonly Placed[]): Laid {
  const laid: Laid = { page: row.page, lines: [row], cells: new Map() };
  append(laid, placed);
  return laid;
}

function append(laid: Laid, placed: readonly Placed[]): void {
  for (const { chunk, col, colSpan } of placed) {
    const cell = laid.cells.get(col);
    if (cell === undefined) {
      laid.cells.set(col, { text: chunk.text, marks: [...chunk.marks], colSpan, bold: chunk.bold });
    } else {
      cell.text = joinLines([cell.text, chunk.text]);
      cell.marks.push(...chunk.marks);
    }
  }
}

function textOf(row: Row): string {
  return row.chunks.map((chunk) => chunk.text).join(' | ');
}
