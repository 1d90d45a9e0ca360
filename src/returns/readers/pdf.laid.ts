/**
 * A zone of lines laid out as the rows of a table: lines of one cell joined, headings over several columns spanning
 * them, headings printed again on the next page left out. Every text stands in exactly one cell, but those repeats.
 */
import { type Placed, placeHeadings, placeIn, type Span } from './pdf.columns.ts';
import { joinLines } from './pdf.paragraphs.ts';
import type { Row } from './pdf.rows.ts';
import type { Zone } from './pdf.zones.ts';

export type LaidCell = {
  text: string;
  readonly marks: string[];
  readonly colSpan: number;
  readonly bold: boolean;
};

export type Laid = { readonly page: number; readonly cells: ReadonlyMap<number, LaidCell> };

export function laidRows({ columns, heads, body }: Zone): readonly Laid[] {
  const [first] = body;
  const repeats = new Set([...heads, first ?? []].map(textOf));
  const page = first?.[0]?.page;
  const rest = body.filter((group) => group[0]?.page === page || !repeats.has(textOf(group)));
  return [
    ...heads.flatMap((group, index) =>
      laidHeads(group, columns, index + 1 < heads.length ? 'apart' : 'none'),
    ),
    ...rest.map((group) =>
      laid(
        group,
        group.flatMap((line) => placeIn(columns, line.chunks)),
      ),
    ),
  ];
}

/** Lines of headings are one heading each column, unless one of them spans columns and so is a row above the others. */
function laidHeads(
  group: readonly Row[],
  columns: readonly Span[],
  below: 'apart' | 'none',
): readonly Laid[] {
  const lines = group.map((line, index) =>
    placeHeadings(
      columns,
      line.chunks,
      index + 1 < group.length ? 'close' : below,
      group[index + 1]?.chunks ?? [],
    ),
  );
  if (lines.every((placed) => placed.every((each) => each.colSpan === 1))) {
    return [laid(group, lines.flat())];
  }
  return group.map((line, index) => laid([line], lines[index] ?? []));
}

function laid(group: readonly Row[], placed: readonly Placed[]): Laid {
  const cells = new Map<number, LaidCell>();
  for (const { chunk, col, colSpan } of placed) {
    const cell = cells.get(col);
    if (cell === undefined) {
      cells.set(col, { text: chunk.text, marks: [...chunk.marks], colSpan, bold: chunk.bold });
    } else {
      cell.text = joinLines([cell.text, chunk.text]);
      cell.marks.push(...chunk.marks);
    }
  }
  return { page: group[0]?.page ?? 1, cells };
}

function textOf(group: readonly Row[]): string {
  return group.map((line) => line.chunks.map((chunk) => chunk.text).join(' | ')).join(' | ');
}
