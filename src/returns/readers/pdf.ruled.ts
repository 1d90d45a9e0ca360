/**
 * Tables whose cells are drawn: lines that cross make a grid, a missing wall makes one cell of two, and the text inside
 * a cell is its text. A box around one text, and one row of sentences side by side, are layout and stay prose.
 */
import { isValue } from './cell-value.ts';

import { joinLines } from './pdf.paragraphs.ts';
import { rowsOf } from './pdf.rows.ts';
import type { Rule, Rules } from './pdf.rules.ts';
import type { Piece } from './pdf.text.ts';

export type RuledCell = {
  readonly row: number;
  readonly col: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly text: string;
  readonly marks: readonly string[];
  readonly bold: boolean;
};

export type Ruled = {
  readonly kind: 'ruled';
  readonly page: number;
  readonly top: number;
  readonly bottom: number;
  /** Where the columns' edges stand; the same edges on the next page are the same table going on. */
  readonly edges: readonly number[];
  readonly rows: number;
  readonly cells: readonly RuledCell[];
  /** No line closes the first or last row: the end of the page cuts it. */
  readonly openTop: boolean;
  readonly openBottom: boolean;
};

/** How far apart two ends may be and still touch. */
const touch = 2.5;

export function ruledTables(
  rules: Rules,
  pieces: readonly Piece[],
  turned: readonly Piece[],
  page: number,
): { readonly tables: readonly Ruled[]; readonly rest: readonly Piece[]; readonly turned: readonly Piece[] } {
  const tables: Ruled[] = [];
  let rest: readonly Piece[] = pieces;
  let left: readonly Piece[] = turned;
  for (const group of crossing(rules)) {
    const table = tableOf(group, rest, left, page);
    if (table !== null) {
      tables.push(table.ruled);
      rest = rest.filter((piece) => !table.inside.has(piece));
      left = left.filter((piece) => !table.inside.has(piece));
    }
  }
  return { tables, rest, turned: left };
}

/** Lines that cross or touch, each group a possible table. */
function crossing({ horizontal, vertical }: Rules): readonly Rules[] {
  const groups: { horizontal: Rule[]; vertical: Rule[] }[] = [];
  for (const wall of vertical) {
    const crossed = horizontal.filter((floor) => meet(floor, wall));
    const met = groups.filter((group) => group.horizontal.some((floor) => crossed.includes(floor)));
    const one = { horizontal: [...crossed], vertical: [wall] };
    for (const group of met) {
      one.horizontal.push(...group.horizontal);
      one.vertical.push(...group.vertical);
      groups.splice(groups.indexOf(group), 1);
    }
    one.horizontal = [...new Set(one.horizontal)];
    groups.push(one);
  }
  return groups.filter((group) => group.horizontal.length > 0 && group.vertical.length > 1);
}

function meet(floor: Rule, wall: Rule): boolean {
  return (
    wall.at >= floor.from - touch &&
    wall.at <= floor.to + touch &&
    floor.at >= wall.from - touch &&
    floor.at <= wall.to + touch
  );
}

function tableOf(
  { horizontal, vertical }: Rules,
  pieces: readonly Piece[],
  turned: readonly Piece[],
  page: number,
): { readonly ruled: Ruled; readonly inside: ReadonlySet<Piece> } | null {
  const xs = distinct(vertical.map((wall) => wall.at));
  const drawn = distinct(horizontal.map((floor) => floor.at));
  const [first = 0, last = first] = [drawn[0], drawn.at(-1)];
  const starts = Math.min(...vertical.map((wall) => wall.from));
  const ends = Math.max(...vertical.map((wall) => wall.to));
  const openTop = starts < first - 3 * touch;
  const openBottom = ends > last + 3 * touch;
  const ys = [...(openTop ? [starts] : []), ...drawn, ...(openBottom ? [ends] : [])];
  const cols = xs.length - 1;
  const rows = ys.length - 1;
  if (cols < 2 || rows < 1 || cols * rows > 20_000) {
    return null;
  }
  const areas = areasOf(xs, ys, horizontal, vertical);
  const inside = new Map<number, Piece[]>();
  const kept = new Set<Piece>();
  for (const piece of pieces) {
    const parts = partsIn(piece, xs);
    const at = parts.map((part) => positionOf(part, xs, ys));
    if (at.every((cell) => cell === null)) {
      continue;
    }
    kept.add(piece);
    for (const [index, part] of parts.entries()) {
      const cell = at[index] ?? at.find((each) => each !== null) ?? null;
      const area = cell === null ? undefined : areas[cell.row * cols + cell.col];
      if (area !== undefined) {
        inside.set(area, [...(inside.get(area) ?? []), part]);
      }
    }
  }
  const upright = new Map<number, Piece[]>();
  for (const piece of turned) {
    const cell = positionOf(piece, xs, ys);
    const area = cell === null ? undefined : areas[cell.row * cols + cell.col];
    if (area !== undefined) {
      kept.add(piece);
      upright.set(
        area,
        [...(upright.get(area) ?? []), piece].sort((a, b) => a.left - b.left),
      );
    }
  }
  const cells = cellsOf(areas, rows, cols, inside, upright, page);
  const figures = cells.some((cell) => cell.col > 0 && isValue(cell.text));
  // The end of a row cut by the page before may hold a few words alone.
  if (cells.length === 0 || (!openTop && (cells.length < 2 || (rows === 1 && !figures)))) {
    return null;
  }
  const [top = 0] = ys;
  const bottom = ys.at(-1) ?? top;
  const ruled = { kind: 'ruled' as const, page, top, bottom, edges: xs, rows, cells, openTop, openBottom };
  return { ruled, inside: kept };
}

/** For each position of the grid the first position of the cell it belongs to. */
function areasOf(
  xs: readonly number[],
  ys: readonly number[],
  horizontal: readonly Rule[],
  vertical: readonly Rule[],
): readonly number[] {
  const cols = xs.length - 1;
  const rows = ys.length - 1;
  const areas = Array.from({ length: rows * cols }, (_, index) => index);
  const covered = (rules: readonly Rule[], at: number, from: number, to: number): boolean =>
    rules.some(
      (rule) => Math.abs(rule.at - at) <= touch && rule.from <= (from + to) / 2 && rule.to >= (from + to) / 2,
    );
  const unite = (a: number, b: number): void => {
    const [low, high] = [Math.min(areas[a] ?? a, areas[b] ?? b), Math.max(areas[a] ?? a, areas[b] ?? b)];
    for (const [index, area] of areas.entries()) {
      if (area === high) {
        areas[index] = low;
      }
    }
  };
  for (let row = 0; row < rows; row += 1) {
    for (let col = 0; col < cols; col += 1) {
      const [left = 0, right = 0] = [xs[col], xs[col + 1]];
      const [top = 0, bottom = 0] = [ys[row], ys[row + 1]];
      if (col + 1 < cols && !covered(vertical, right, top, bottom)) {
        unite(row * cols + col, row * cols + col + 1);
      }
      if (row + 1 < rows && !covered(horizontal, bottom, left, right)) {
        unite(row * cols + col, (row + 1) * cols + col);
      }
    }
  }
  return areas;
}

function cellsOf(
  areas: readonly number[],
  rows: number,
  cols: number,
  inside: ReadonlyMap<number, readonly Piece[]>,
  turned: ReadonlyMap<number, readonly Piece[]>,
  page: number,
): readonly RuledCell[] {
  const extent = new Map<number, { row: number; col: number; lastRow: number; lastCol: number }>();
  for (const [index, area] of areas.entries()) {
    const [row, col] = [Math.floor(index / cols), index % cols];
    const known = extent.get(area) ?? { row, col, lastRow: row, lastCol: col };
    extent.set(area, {
      row: Math.min(known.row, row),
      col: Math.min(known.col, col),
      lastRow: Math.max(known.lastRow, row),
      lastCol: Math.max(known.lastCol, col),
    });
  }
  return [...extent.entries()]
    .filter(([area]) => inside.has(area) || turned.has(area))
    .map(([area, { row, col, lastRow, lastCol }]) => {
      const lines = rowsOf(inside.get(area) ?? [], page, false);
      return {
        row,
        col,
        rowSpan: Math.min(rows, lastRow + 1) - row,
        colSpan: lastCol + 1 - col,
        text: joinLines([
          ...lines.map((line) => line.chunks.map((chunk) => chunk.text).join(' ')),
          ...(turned.get(area) ?? []).map((piece) => piece.text),
        ]),
        marks: lines.flatMap((line) => line.chunks.flatMap((chunk) => chunk.marks)),
        bold: lines.every((line) => line.chunks.every((chunk) => chunk.bold)),
      };
    })
    .filter((cell) => cell.text !== '')
    .sort((a, b) => a.row - b.row || a.col - b.col);
}

/** Text drawn at once over a wall is cut at the space nearest to the wall. */
function partsIn(piece: Piece, xs: readonly number[]): readonly Piece[] {
  const wall = xs.find((x) => x > piece.left + 0.4 * piece.size && x < piece.right - 0.4 * piece.size);
  if (wall === undefined || !piece.text.includes(' ')) {
    return [piece];
  }
  const share = (piece.right - piece.left) / piece.text.length;
  const spaces = [...piece.text.matchAll(/ /g)].map((space) => space.index);
  const away = (index: number): number => Math.abs(piece.left + index * share - wall);
  const cut = spaces.reduce((best, index) => (away(index) < away(best) ? index : best));
  // A cell that spans the wall is not cut: its text runs on far from any space.
  if (away(cut) > piece.size) {
    return [piece];
  }
  const middle = piece.left + cut * share;
  const left = { ...piece, text: piece.text.slice(0, cut), right: middle };
  const right = { ...piece, text: piece.text.slice(cut + 1), left: middle + share };
  return [left, ...partsIn(right, xs)];
}

function positionOf(
  piece: Piece,
  xs: readonly number[],
  ys: readonly number[],
): { readonly row: number; readonly col: number } | null {
  const x = (piece.left + piece.right) / 2;
  const y = piece.base - 0.3 * piece.size;
  const col = xs.findLastIndex((edge) => edge <= x);
  const row = ys.findLastIndex((edge) => edge <= y);
  return col < 0 || row < 0 || col >= xs.length - 1 || row >= ys.length - 1 ? null : { row, col };
}

/** Places closer than a line is thick are one. */
function distinct(places: readonly number[]): readonly number[] {
  const found: number[] = [];
  for (const place of [...places].sort((a, b) => a - b)) {
    const last = found.at(-1);
    if (last === undefined || place - last > touch) {
      found.push(place);
    }
  }
  return found;
}
