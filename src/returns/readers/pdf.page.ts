/**
 * One page as pieces of text with their positions and the lines drawn around them, in points from the top left of the
 * page as it is shown. Pieces are what the file draws at once: a word, a line, sometimes one letter; what is filled in
 * on a form is a piece too. Text drawn twice in one place, to look bold, is one piece.
 */
import { getResolvedPDFJS } from 'unpdf';
import type { PDFPageProxy } from 'unpdf/pdfjs';
import { type Codes, type Drawing, drawingOf, multiply } from './pdf.rules.ts';

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
  /** Text drawn up or down the page, where it stands once turned: `left` to `right` is across the page all the same. */
  readonly turned: readonly Piece[];
  readonly drawing: Drawing;
  /** Notes stuck on the page by a reader, not part of what it says. */
  readonly notes: readonly string[];
};

export async function readPage(source: PDFPageProxy, number: number): Promise<Page> {
  const { OPS } = await getResolvedPDFJS();
  const view = source.getViewport({ scale: 1 });
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = view.transform;
  const operations = await source.getOperatorList();
  const drawing = drawingOf(operations, OPS as Codes, view.transform);
  const content = await source.getTextContent();
  const pieces: Piece[] = [];
  const turned: Piece[] = [];
  const isBold = boldFonts(source);
  for (const item of content.items) {
    if (!('str' in item) || item.str.trim() === '') {
      continue;
    }
    const [ia = 1, ib = 0, ic = 0, id = 1, ie = 0, ig = 0] = item.transform as readonly number[];
    const at = multiply([a, b, c, d, e, f], [ia, ib, ic, id, ie, ig]);
    const size = Math.hypot(at[2], at[3]);
    const bold = isBold(item.fontName);
    const [x, y] = [at[4], at[5]];
    const angle = Math.atan2(at[1], at[0]);
    if (Math.abs(angle) < 0.1) {
      pieces.push(...cut({ text: item.str, left: x, right: x + item.width, base: y, size, bold }));
    } else {
      const end = y + Math.sin(angle) * item.width;
      turned.push({ text: item.str.trim(), left: x - size, right: x, base: (y + end) / 2, size, bold });
    }
  }
  const { filled, notes } = await annotated(source, [a, b, c, d, e, f]);
  return {
    number,
    width: view.width,
    height: view.height,
    pieces: once([...pieces, ...filled]),
    turned: once(turned),
    drawing,
    notes,
  };
}

/** Fonts are known by name once the page's drawing has been listed. */
function boldFonts(source: PDFPageProxy): (font: string) => boolean {
  const known = new Map<string, boolean>();
  return (font) => {
    const before = known.get(font);
    if (before !== undefined) {
      return before;
    }
    const loaded: unknown = source.commonObjs.has(font) ? source.commonObjs.get(font) : null;
    const name = typeof loaded === 'object' && loaded !== null && 'name' in loaded ? String(loaded.name) : '';
    const bold = /bold|black|heavy|semibold/i.test(name);
    known.set(font, bold);
    return bold;
  };
}

/** Columns set with spaces inside one piece become pieces of their own, at their share of the width. */
function cut(piece: Piece): readonly Piece[] {
  const parts = [...piece.text.matchAll(/\S+(?: \S+)*/g)];
  const share = (piece.right - piece.left) / piece.text.length;
  return parts.map((part) => ({
    ...piece,
    text: part[0],
    left: piece.left + part.index * share,
    right: piece.left + (part.index + part[0].length) * share,
  }));
}

function once(pieces: readonly Piece[]): readonly Piece[] {
  const kept = new Map<string, Piece[]>();
  return pieces.filter((piece) => {
    const same = kept.get(piece.text) ?? [];
    const close = 0.15 * piece.size;
    if (
      same.some(
        (each) => Math.abs(each.left - piece.left) < close && Math.abs(each.base - piece.base) < close,
      )
    ) {
      return false;
    }
    kept.set(piece.text, [...same, piece]);
    return true;
  });
}

/** What is filled in on a form stands beside the page's own text; so do notes that a reader of the file has left. */
async function annotated(
  source: PDFPageProxy,
  view: readonly [number, number, number, number, number, number],
): Promise<{ readonly filled: readonly Piece[]; readonly notes: readonly string[] }> {
  const filled: Piece[] = [];
  const notes: string[] = [];
  const found: readonly unknown[] = await source.getAnnotations().catch(() => []);
  for (const each of found) {
    if (typeof each !== 'object' || each === null) {
      continue;
    }
    const { subtype, fieldType, fieldValue, rect, hidden, contentsObj } = each as Readonly<
      Record<string, unknown>
    >;
    const said =
      subtype === 'Widget' && (fieldType === 'Tx' || fieldType === 'Ch') ? sayings(fieldValue) : '';
    const note = noteOf(contentsObj);
    if (said.trim() !== '' && hidden !== true && Array.isArray(rect)) {
      const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = rect.map(Number);
      const [, , , , left, low] = multiply(view, [1, 0, 0, 1, Math.min(x1, x2), Math.min(y1, y2)]);
      const height = Math.abs(y2 - y1);
      const size = Math.min(12, Math.max(6, 0.7 * height));
      const base = low - Math.max(0, (height - 0.7 * size) / 2);
      filled.push({
        text: said.trim(),
        left: left + 2,
        right: left + 2 + 0.5 * size * said.trim().length,
        base,
        size,
        bold: false,
      });
    } else if (subtype === 'FreeText' && note !== '' && Array.isArray(rect)) {
      const [x1 = 0, , , y2 = 0] = rect.map(Number);
      const [, , , , left, top] = multiply(view, [1, 0, 0, 1, x1, y2]);
      filled.push({ text: note, left, right: left + 5 * note.length, base: top + 10, size: 10, bold: false });
    } else if (note !== '' && subtype !== 'Link') {
      notes.push(note);
    }
  }
  return { filled, notes };
}

function sayings(value: unknown): string {
  return typeof value === 'string'
    ? value
    : Array.isArray(value)
      ? value.filter((each) => typeof each === 'string').join(' ')
      : '';
}

function noteOf(contents: unknown): string {
  return typeof contents === 'object' && contents !== null && 'str' in contents
    ? String(contents.str).trim()
    : '';
}
