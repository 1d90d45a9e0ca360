/**
 * The text of a page as pieces with their positions, in points from the top left of the page as it is shown. Pieces are
 * what the file draws at once: a word, a line, sometimes one letter; nothing is joined or dropped here but white space.
 */
import type { PDFPageProxy } from 'unpdf/pdfjs';

export type Piece = {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Baseline, downwards from the top of the page. */
  readonly base: number;
  readonly size: number;
  readonly bold: boolean;
};

export type Page = {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly Piece[];
  /** Text drawn up or down the page, as read by someone who turns it. */
  readonly turned: readonly string[];
};

export async function readPage(source: PDFPageProxy, number: number): Promise<Page> {
  const view = source.getViewport({ scale: 1 });
  const content = await source.getTextContent();
  const pieces: Piece[] = [];
  const turned: string[] = [];
  for (const item of content.items) {
    if (!('str' in item) || item.str.trim() === '') {
      continue;
    }
    const at = multiply(view.transform, item.transform);
    const size = Math.hypot(at.c, at.d);
    const angle = Math.atan2(at.b, at.a);
    if (Math.abs(angle) > 0.1) {
      turned.push(item.str);
      continue;
    }
    const font = content.styles[item.fontName]?.fontFamily ?? '';
    pieces.push(
      ...cut({
        text: item.str,
        left: at.e,
        right: at.e + item.width,
        base: at.f,
        size,
        bold: /bold/i.test(font),
      }),
    );
  }
  return { number, width: view.width, height: view.height, pieces, turned };
}

/** Columns set with spaces inside one piece become pieces of their own, at their share of the width. */
function cut(piece: Piece): readonly Piece[] {
  const parts = [...piece.text.matchAll(/\S+(?: \S+)*/g)];
  if (parts.length < 2) {
    return [{ ...piece, text: piece.text }];
  }
  const share = (piece.right - piece.left) / piece.text.length;
  return parts.map((part) => ({
    ...piece,
    text: part[0],
    left: piece.left + part.index * share,
    right: piece.left + (part.index + part[0].length) * share,
  }));
}

type Matrix = {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly f: number;
};

function multiply(left: readonly number[], right: readonly number[]): Matrix {
  const [a1 = 1, b1 = 0, c1 = 0, d1 = 1, e1 = 0, f1 = 0] = left;
  const [a2 = 1, b2 = 0, c2 = 0, d2 = 1, e2 = 0, f2 = 0] = right;
  return {
    a: a1 * a2 + c1 * b2,
    b: b1 * a2 + d1 * b2,
    c: a1 * c2 + c1 * d2,
    d: b1 * c2 + d1 * d2,
    e: a1 * e2 + c1 * f2 + e1,
    f: b1 * e2 + d1 * f2 + f1,
  };
}
