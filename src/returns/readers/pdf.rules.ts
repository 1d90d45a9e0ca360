/**
 * The straight lines drawn on a page, from strokes, thin filled bars and outlined boxes, in points from the top left of
 * the page as shown. They are the only thing in a PDF that says where the cells of a table end.
 */

/** A line along one axis: `at` is where it stands on the other. */
export type Rule = { readonly at: number; readonly from: number; readonly to: number };

export type Rules = { readonly horizontal: readonly Rule[]; readonly vertical: readonly Rule[] };

export type Drawing = {
  readonly rules: Rules;
  /** Text runs drawn without ink, as under a scanned page, and text runs in all. */
  readonly unseen: number;
  readonly shown: number;
};

export type Operations = { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] };
export type Codes = Readonly<Record<string, number>>;

type Matrix = readonly [number, number, number, number, number, number];
type Point = { readonly x: number; readonly y: number };

/** Bars thicker than this are decoration. */
const thickest = 3;
const shortest = 3;
const mostRules = 20_000;

export function drawingOf(operations: Operations, codes: Codes, view: readonly number[]): Drawing {
  const horizontal: Rule[] = [];
  const vertical: Rule[] = [];
  const saved: { matrix: Matrix; ink: boolean }[] = [];
  let matrix = matrixOf(view);
  let ink = true;
  let unseen = 0;
  let shown = 0;
  const texts = new Set([
    codes.showText,
    codes.showSpacedText,
    codes.nextLineShowText,
    codes.nextLineSetSpacingShowText,
  ]);
  for (const [index, code] of operations.fnArray.entries()) {
    const args = operations.argsArray[index];
    if (code === codes.save) {
      saved.push({ matrix, ink });
    } else if (code === codes.restore || code === codes.paintFormXObjectEnd) {
      ({ matrix, ink } = saved.pop() ?? { matrix, ink });
    } else if (code === codes.transform) {
      matrix = multiply(matrix, matrixOf(args));
    } else if (code === codes.paintFormXObjectBegin) {
      saved.push({ matrix, ink });
      matrix = multiply(matrix, matrixOf(Array.isArray(args) ? args[0] : null));
    } else if (code === codes.setTextRenderingMode) {
      ink = !Array.isArray(args) || args[0] !== 3;
    } else if (texts.has(code)) {
      shown += 1;
      unseen += ink ? 0 : 1;
    } else if (
      code === codes.constructPath &&
      Array.isArray(args) &&
      horizontal.length + vertical.length < mostRules
    ) {
      addPath(args, codes, matrix, horizontal, vertical);
    }
  }
  return { rules: { horizontal: joined(horizontal), vertical: joined(vertical) }, unseen, shown };
}

function addPath(
  args: readonly unknown[],
  codes: Codes,
  matrix: Matrix,
  horizontal: Rule[],
  vertical: Rule[],
): void {
  const paint = args[0];
  if (paint === codes.endPath || paint === codes.clip || paint === codes.eoClip) {
    return;
  }
  const stroked = paint === codes.stroke || paint === codes.closeStroke || /troke/.test(nameOf(codes, paint));
  for (const path of pathsIn(args[1])) {
    const points = path.points.map((point) => shown(point, matrix));
    const xs = points.map((point) => point.x);
    const ys = points.map((point) => point.y);
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
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
function pathsIn(data: unknown): readonly Path[] {
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
function joined(rules: readonly Rule[]): readonly Rule[] {
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

function matrixOf(written: unknown): Matrix {
  const list = written instanceof Float32Array || Array.isArray(written) ? written : [];
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = list;
  return [Number(a), Number(b), Number(c), Number(d), Number(e), Number(f)];
}

export function multiply(left: Matrix, right: Matrix): Matrix {
  const [a1, b1, c1, d1, e1, f1] = left;
  const [a2, b2, c2, d2, e2, f2] = right;
  return [
    a1 * a2 + c1 * b2,
    b1 * a2 + d1 * b2,
    a1 * c2 + c1 * d2,
    b1 * c2 + d1 * d2,
    a1 * e2 + c1 * f2 + e1,
    b1 * e2 + d1 * f2 + f1,
  ];
}

function shown({ x, y }: Point, [a, b, c, d, e, f]: Matrix): Point {
  return { x: a * x + c * y + e, y: b * x + d * y + f };
}
