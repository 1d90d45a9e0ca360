/**
 * Sets prose and tables on pages as a letter writer would: words wrapped to a width, cells padded, numbers to the left,
 * middle or right of their column, with lines around the cells or without.
 */
import { type Drawn, widthOf } from './pdf.ts';

export type TableStyle = {
  readonly left: number;
  readonly top: number;
  readonly columns: readonly number[];
  readonly align: 'left' | 'middle' | 'right';
  readonly pad: number;
  readonly size: number;
  readonly ruled: boolean;
};

export type Set = { readonly drawn: readonly Drawn[]; readonly bottom: number };

const leading = 1.2;

export function wrap(text: string, width: number, size: number): readonly string[] {
  const lines: string[] = [];
  let open = '';
  for (const word of text.split(' ')) {
    const longer = open === '' ? word : `${open} ${word}`;
    if (open !== '' && widthOf(longer, size) > width) {
      lines.push(open);
      open = word;
    } else {
      open = longer;
    }
  }
  return [...lines, open];
}

export function setProse(text: string, left: number, top: number, width: number, size: number): Set {
  const lines = wrap(text, width, size);
  const drawn = lines.map((line, index) => ({
    text: line,
    x: left,
    y: top + size + index * leading * size,
    size,
  }));
  return { drawn, bottom: top + lines.length * leading * size };
}

/** The first row is headings; an empty text draws nothing. */
export function setTable(grid: readonly (readonly string[])[], style: TableStyle): Set {
  const { left, top, columns, align, pad, size, ruled } = style;
  const drawn: Drawn[] = [];
  const edges = [left];
  for (const width of columns) {
    edges.push((edges.at(-1) ?? left) + width);
  }
  const right = edges.at(-1) ?? left;
  const floors = [top];
  let y = top;
  for (const row of grid) {
    const cells = row.map((text, col) => wrap(text, (columns[col] ?? 0) - 2 * pad, size));
    for (const [col, lines] of cells.entries()) {
      for (const [index, text] of lines.entries()) {
        const room = (columns[col] ?? 0) - 2 * pad - widthOf(text, size);
        const shift = col === 0 || align === 'left' ? 0 : align === 'right' ? room : room / 2;
        const x = (edges[col] ?? 0) + pad + shift;
        if (text !== '') {
          drawn.push({ text, x, y: y + pad + size + index * leading * size, size });
        }
      }
    }
    y += 2 * pad + Math.max(...cells.map((lines) => lines.length)) * leading * size;
    floors.push(y);
  }
  if (ruled) {
    drawn.push(...floors.map((floor) => ({ line: [left, floor, right, floor] as const })));
    drawn.push(...edges.map((edge) => ({ line: [edge, top, edge, y] as const })));
  }
  return { drawn, bottom: y };
}
