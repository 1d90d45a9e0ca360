/**
 * What a page draws, from the parser's list of drawing steps: pieces of text and straight lines, each where it stands on
 * the page as shown, and how much of the text is drawn without ink.
 */
import { around, type Box, type Matrix, matrixOf, moved, multiply } from './pdf.matrix.ts';
import { addPath, type Codes, type Found, joined, pathsIn, type Rules } from './pdf.rules.ts';
import { type Font, type Piece, TextState } from './pdf.text.ts';

export type Drawing = {
  readonly pieces: readonly Piece[];
  /** Text drawn up or down the page. */
  readonly turned: readonly Piece[];
  readonly rules: Rules;
  /** Text drawn without ink, as under a scanned page, and text drawn in all. */
  readonly unseen: number;
  readonly shown: number;
};

export type Operations = { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] };

const mostRules = 20_000;

export function drawingOf(
  operations: Operations,
  codes: Codes,
  view: Matrix,
  width: number,
  fontOf: (name: string) => Font,
): Drawing {
  const names = new Map(Object.entries(codes).map(([name, code]) => [code, name]));
  const found: Found = { horizontal: [], vertical: [] };
  const text = new TextState(fontOf);
  const saved: { readonly matrix: Matrix; readonly clip: Box | null }[] = [];
  let matrix = view;
  let clip: Box | null = null;
  let clips = false;
  for (const [index, code] of operations.fnArray.entries()) {
    const written = operations.argsArray[index];
    const args: readonly unknown[] = Array.isArray(written) ? written : [];
    const name = names.get(code) ?? '';
    switch (name) {
      case 'save':
        saved.push({ matrix, clip });
        text.save();
        break;
      case 'restore':
      case 'paintFormXObjectEnd':
        ({ matrix, clip } = saved.pop() ?? { matrix, clip });
        text.restore();
        break;
      case 'transform':
        matrix = multiply(matrix, matrixOf(args));
        break;
      case 'paintFormXObjectBegin':
        saved.push({ matrix, clip });
        text.save();
        matrix = multiply(matrix, matrixOf(args[0]));
        break;
      case 'clip':
      case 'eoClip':
        clips = true;
        break;
      case 'constructPath':
        if (clips) {
          clip = narrower(clip, boxOf(args[1], matrix), width);
          clips = false;
        }
        if (found.horizontal.length + found.vertical.length < mostRules) {
          addPath(args, codes, matrix, found);
        }
        break;
      default:
        text.step(name, args, matrix, clip);
    }
  }
  return {
    pieces: text.pieces,
    turned: text.turned,
    rules: { horizontal: joined(found.horizontal), vertical: joined(found.vertical) },
    unseen: text.unseen,
    shown: text.shown,
  };
}

function boxOf(data: unknown, matrix: Matrix): Box | null {
  const points = pathsIn(data).flatMap((path) => path.points.map((point) => moved(point, matrix)));
  return points.length === 0 ? null : around(points);
}

/** A clip as wide as the page says nothing of cells. */
function narrower(outer: Box | null, inner: Box | null, width: number): Box | null {
  if (inner === null || inner.right - inner.left > 0.9 * width) {
    return outer;
  }
  return outer === null
    ? inner
    : {
        left: Math.max(outer.left, inner.left),
        right: Math.min(outer.right, inner.right),
        top: Math.max(outer.top, inner.top),
        bottom: Math.min(outer.bottom, inner.bottom),
      };
}
