/** Places on a page: how what a file draws is moved, turned and scaled, and the boxes that come of it. */

export type Matrix = readonly [number, number, number, number, number, number];

export type Point = { readonly x: number; readonly y: number };

export type Box = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

/** Six numbers as the parser writes them, alone or in a list of one; what is missing changes nothing. */
export function matrixOf(written: unknown): Matrix {
  const list: readonly unknown[] =
    written instanceof Float32Array ? [...written] : Array.isArray(written) ? written : [];
  if (list.length === 1) {
    return matrixOf(list[0]);
  }
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = list.map(Number);
  return [a, b, c, d, e, f];
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

export function moved({ x, y }: Point, [a, b, c, d, e, f]: Matrix): Point {
  return { x: a * x + c * y + e, y: b * x + d * y + f };
}

export function around(points: readonly Point[]): Box {
  const xs = points.map((point) => point.x);
  const ys = points.map((point) => point.y);
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}
