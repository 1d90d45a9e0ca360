/** Where two workbooks differ in their values: sheet by sheet in order, cell by cell, text as text and numbers as numbers. */
import type { BookFacts, CellFacts } from './facts.ts';
import { place } from './rules/rule.ts';

/** Places of at most so many differences are told: who has one wrong file needs no list of every cell. */
const MOST = 20;

export function differences(one: BookFacts, other: BookFacts): readonly string[] {
  const found: string[] = [];
  const longest = Math.max(one.sheets.length, other.sheets.length);
  for (let n = 0; n < longest && found.length < MOST; n++) {
    const [own, their] = [one.sheets[n], other.sheets[n]];
    if (own === undefined || their === undefined || own.name !== their.name) {
      found.push(own?.name ?? their?.name ?? '');
      continue;
    }
    const theirs = new Map(their.cells.map((cell) => [`${cell.row},${cell.col}`, cell]));
    for (const cell of own.cells) {
      const key = `${cell.row},${cell.col}`;
      if (!isSame(cell, theirs.get(key)) && found.length < MOST) found.push(place(own, cell));
      theirs.delete(key);
    }
    for (const left of theirs.values()) if (found.length < MOST) found.push(place(own, left));
  }
  return found;
}

function isSame(a: CellFacts, b: CellFacts | undefined): boolean {
  if (b === undefined || a.value !== b.value) return false;
  return a.value !== null || a.text.replace(/\s+/g, ' ').trim() === b.text.replace(/\s+/g, ' ').trim();
}
