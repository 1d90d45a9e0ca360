/**
 * The straight lines drawn on a page, from strokes, thin filled bars and outlined boxes, in points from the top left of
 * the page as shown. They are the only thing in a PDF that says where the cells of a table end.
 */
import { around, type Matrix, moved, type Point } from './pdf.matrix.ts';

/** A line along one axis: `at` is where it stands on the other. */
export type Rule = { readonly at: number; readonly from: number; readonly to: number };

export type Rules = { readonly horizontal: readonly Rule[]; readonly vertical: readonly Rule[] };

/** Codes of the parser for what a file draws, by name. */
export type Codes = Readonly<Record<string, number>>;

/** Bars thicker than this are decoration. */
const thickest = 3;
const shortest = 3;

/** Rules found so far; `addPath` adds to them. */
export type Found = { readonly horizontal: Rule[]; readonly vertical: Rule[] };

export function addPath(
  args: readonly unknown[],
  codes: Codes,
  matrix: Matrix,
  { horizontal, vertical }: Found,
): void {
  const paint = args[0];
  if (paint === codes.endPath || paint === codes.clip || paint === codes.eoClip) {
    return;
  }
  const stroked = paint === codes.stroke || paint === codes.closeStroke || /troke/.test(nameOf(codes, paint));
  for (const path of pathsIn(args[1])) {
    const points = path.points.map((point) => moved(point, matrix));
    const { left, right, top, bottom } = around(points);
    if (points.length < 2 || path.curved) {
      continue;
    }
    if (bottom - top <= thickest && right - left >= shortest) {
      horizontal.push({ at: (top + bottom) / 2, from: left, to: right });
    } else if (right - left <= thickest && bottom - top >= shortest) {
      vertical.push({ at: (left + right) / 2, from: top, to: bottom });
    } else if (stroked) {
      const around = path.closed || paint === codes.closeStroke ? [...points, ...points.slice(0, 1)] : points;
      for (const [at, end] of around.slice(1).entries()) {
        const start = around[at];
        if (start !== undefined && Math.abs(start.y - end.y) < 0.5) {
          horizontal.push({ at: end.y, from: Math.min(start.x, end.x), to: Math.max(start.x, end.x) });
        } else if (start !== undefined && Math.abs(start.x - end.x) < 0.5) {
          vertical.push({ at: end.x, from: Math.min(start.y, end.y), to: Math.max(start.y, end.y) });
        }
      }
    }
  }
}

function nameOf(codes: Codes, code: unknown): string {
  return Object.keys(codes).find((name) => codes[name] === code) ?? '';
}

type Path = { readonly points: Point[]; closed: boolean; curved: boolean };

/** Paths come as one list of numbers: 0 move, 1 line, 2 and 3 curves, 4 close, each with its coordinates. */
export function pathsIn(data: unknown): readonly Path[] {
  const lists = Array.isArray(data)
    ? data.filter((each): each is Float32Array => each instanceof Float32Array)
    : [];
  const paths: Path[] = [];
  for (const list of lists) {
    let at = 0;
    let open: Path | undefined;
    const point = (offset: number): Point => ({ x: list[at + offset] ?? 0, y: list[at + offset + 1] ?? 0 });
    while (at < list.length) {
      const step = list[at];
      if (step === 0) {
        open = { points: [point(1)], closed: false, curved: false };
        paths.push(open);
        at += 3;
      } else if (step === 1) {
        open?.points.push(point(1));
        at += 3;
      } else if (step === 2 || step === 3) {
        if (open !== undefined) {
          open.curved = true;
        }
        at += step === 2 ? 7 : 5;
      } else if (step === 4) {
        if (open !== undefined) {
          open.closed = true;
        }
        at += 1;
      } else {
        break;
      }
    }
  }
  return paths;
}

/** Borders drawn cell by cell are one line each. */
export function joined(rules: readonly Rule[]): readonly Rule[] {
  const done: { at: number; from: number; to: number }[] = [];
  for (const rule of [...rules].sort((a, b) => Math.round(a.at) - Math.round(b.at) || a.from - b.from)) {
    const last = done.findLast(
      (each) => Math.abs(each.at - rule.at) <= 1.5 && rule.from <= each.to + 2 && rule.to >= each.from - 2,
    );
    if (last === undefined) {
      done.push({ ...rule });
    } else {
      last.from = Math.min(last.from, rule.from);
      last.to = Math.max(last.to, rule.to);
    }
  }
  return done;
}
