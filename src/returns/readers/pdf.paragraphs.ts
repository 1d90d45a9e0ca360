/**
 * Rows of prose joined into the sentences they wrap, over pages too. A line that had room for the next word was ended
 * on purpose; list items and headings stay apart.
 */
import type { Line } from '../document.ts';
import { line } from './laid-out.ts';
import type { Row } from './pdf.rows.ts';
import { continues, startsItem } from './wrapped.ts';

export type Margins = {
  readonly right: number;
  /** Width of a page. */
  readonly width: number;
  /** The size most text is set in. */
  readonly size: number;
};

type Open = {
  text: string;
  readonly marks: string[];
  readonly page: number;
  last: Row;
  readonly size: number;
};

export function paragraphsOf(rows: readonly Row[], margins: Margins, file: string): readonly Line[] {
  const paragraphs: Open[] = [];
  for (const row of rows) {
    const text = row.chunks.map((chunk) => chunk.text).join(' ');
    const marks = row.chunks.flatMap((chunk) => chunk.marks);
    const open = paragraphs.at(-1);
    if (open !== undefined && goesOn(open, row, text, margins)) {
      open.text = joined(open.text, text);
      open.marks.push(...marks);
      open.last = row;
    } else {
      paragraphs.push({ text, marks, page: row.page, last: row, size: row.size });
    }
  }
  return paragraphs.map(({ text, marks, page, size }) => {
    const bullet = /^[•·▪●○◦‣■□]\s*/u.exec(text);
    const plain = bullet === null ? text : text.slice(bullet[0].length);
    const heading = size > 1.12 * margins.size && text.length < 200;
    const role = heading ? 'heading' : bullet !== null || startsItem(text) ? 'item' : 'paragraph';
    return line(role, { text: plain, marks }, `${file}#page${page}`, false);
  });
}

function goesOn(open: Open, row: Row, text: string, margins: Margins): boolean {
  const { last } = open;
  if (Math.abs(row.size - last.size) > 0.1 * row.size) {
    return false;
  }
  const samePage = row.page === last.page;
  if (samePage && row.base - last.base > 1.6 * row.size) {
    return false;
  }
  const end = last.chunks.at(-1)?.right ?? 0;
  const word = text.split(' ')[0] ?? '';
  const wide = (row.chunks.at(-1)?.right ?? 0) - (row.chunks[0]?.left ?? 0);
  const needed = 0.25 * row.size + (wide / Math.max(1, text.length)) * word.length;
  const full = end + needed > margins.right - 0.02 * margins.width;
  const known = margins.right > 0.7 * margins.width;
  if (!samePage) {
    return !/[.:;?!]["'”’)\]]*$/u.test(open.text) && continues(open.text, text, known && full ? true : null);
  }
  return continues(
    open.text,
    text,
    known && full ? true : end > 0.55 * margins.right || !known ? null : false,
  );
}

/** A hyphen at the end of a line stays: `12-` and `15`, `non-` and `recent`, an address cut at one of its own. */
function joined(before: string, after: string): string {
  return /[\p{L}\d][-‐/]$/u.test(before) ? before + after : `${before} ${after}`;
}

/** Lines of one cell or sentence as one text. */
export function joinLines(lines: readonly string[]): string {
  return lines.reduce((before, line) => (before === '' ? line : joined(before, line)), '');
}
