/** The notes under a table: lines that begin or end with a mark that one of its cells carries. Their numbers explain. */
import type { Document, Line, Table } from '../document.ts';
import type { Stated } from '../stated.ts';
import { bareMark } from '../tables/context.ts';

const LEADING = /^\s*(?<mark>[*†‡^]+|\(\w\)|\[\w\])\s/u;
const TRAILING = /\S\s*(?<mark>[*†‡^]+|\(\w\)|\[\w\])$/u;

/** The marks that cells of a document carry. */
export function cellMarks(document: Document): ReadonlySet<string> {
  const tables = document.blocks.filter((block) => block.kind === 'table');
  return new Set(tables.flatMap((table) => [...tableMarks(table)]));
}

export function tableMarks({ cells }: Table): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { marks, text } of cells) {
    for (const mark of marks) found.add(bareMark(mark));
    const mark = TRAILING.exec(text)?.groups?.mark;
    if (mark !== undefined) found.add(bareMark(mark));
  }
  return found;
}

/** A number in a footnote explains another. */
export function asRemark(one: Stated): Stated {
  return { ...one, not: one.not ?? { why: 'remark', finding: null } };
}

export function isFootnote(line: Line, marks: ReadonlySet<string>): boolean {
  const leading = LEADING.exec(line.text)?.groups?.mark;
  return [...line.marks, ...(leading === undefined ? [] : [leading])].some((mark) =>
    marks.has(bareMark(mark)),
  );
}
