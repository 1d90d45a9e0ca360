/** The notes under a table: lines that begin or end with a mark that one of its cells carries. Their numbers explain. */
import type { Document, Line } from '../document.ts';
import { bareMark } from '../tables/context.ts';

const LEADING = /^\s*(?<mark>[*†‡^]+|\(\w\)|\[\w\])\s/u;
const TRAILING = /\S\s*(?<mark>[*†‡^]+|\(\w\)|\[\w\])$/u;

/** The marks that cells of a document carry. */
export function cellMarks(document: Document): ReadonlySet<string> {
  const found = new Set<string>();
  for (const block of document.blocks) {
    if (block.kind === 'line') continue;
    for (const { marks, text } of block.cells) {
      for (const mark of marks) found.add(bareMark(mark));
      const mark = TRAILING.exec(text)?.groups?.mark;
      if (mark !== undefined) found.add(bareMark(mark));
    }
  }
  return found;
}

export function isFootnote(line: Line, marks: ReadonlySet<string>): boolean {
  const leading = LEADING.exec(line.text)?.groups?.mark;
  return [...line.marks, ...(leading === undefined ? [] : [leading])].some((mark) =>
    marks.has(bareMark(mark)),
  );
}
