/**
 * One page: its text with positions, the lines drawn around it, what is filled in on a form, and what a reader of the file
 * has noted on it; in points from the top left of the page as it is shown. Text drawn twice in one place, to look bold,
 * is one piece.
 */
import { getResolvedPDFJS } from 'unpdf';
import type { PDFPageProxy } from 'unpdf/pdfjs';
import { type Drawing, drawingOf } from './pdf.drawing.ts';
import { type Matrix, matrixOf, multiply } from './pdf.matrix.ts';
import type { Codes } from './pdf.rules.ts';
import type { Font, Piece } from './pdf.text.ts';

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
  const matrix = matrixOf(view.transform);
  const operations = await source.getOperatorList();
  const drawing = drawingOf(operations, OPS as Codes, matrix, view.width, fontsOf(source));
  const { filled, notes } = await annotated(source, matrix);
  return {
    number,
    width: view.width,
    height: view.height,
    pieces: once([...drawing.pieces, ...filled]),
    turned: once(drawing.turned),
    drawing,
    notes,
  };
}

/** Fonts are known by name once the page's drawing has been listed. */
function fontsOf(source: PDFPageProxy): (name: string) => Font {
  const known = new Map<string, Font>();
  return (font) => {
    const before = known.get(font);
    if (before !== undefined) {
      return before;
    }
    const loaded: unknown = source.commonObjs.has(font) ? source.commonObjs.get(font) : null;
    const { name, fontMatrix } = (typeof loaded === 'object' && loaded !== null ? loaded : {}) as Readonly<
      Record<string, unknown>
    >;
    const scale = Array.isArray(fontMatrix) ? Number(fontMatrix[0]) : 0.001;
    const made = { bold: /bold|black|heavy/i.test(String(name)), scale: scale > 0 ? scale : 0.001 };
    known.set(font, made);
    return made;
  };
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
  view: Matrix,
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
        ...plain,
      });
    } else if (subtype === 'FreeText' && note !== '' && Array.isArray(rect)) {
      const [x1 = 0, , , y2 = 0] = rect.map(Number);
      const [, , , , left, top] = multiply(view, [1, 0, 0, 1, x1, y2]);
      filled.push({ text: note, left, right: left + 5 * note.length, base: top + 10, size: 10, ...plain });
    } else if (note !== '' && subtype !== 'Link') {
      notes.push(note);
    }
  }
  return { filled, notes };
}

/** Each field and note is an object of its own; the number tells them from what the page draws. */
const plain = {
  bold: false,
  object: -1,
  spaced: [false, false],
  spaces: { written: 0, told: 0 },
  clip: null,
} as const;

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
