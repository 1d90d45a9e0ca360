/**
 * Reads one file of the register: CSV in UTF-8, one fact per line, exactly the columns the caller names. A register that
 * does not hold to that is a defect, thrown at start with its file and line, because every look-up would inherit it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Fact<C extends string> = { readonly [K in C]: string } & { readonly line: number };

export function readFacts<const C extends readonly string[]>(
  dir: string,
  file: string,
  columns: C,
): readonly Fact<C[number]>[] {
  const lines = readFileSync(join(dir, file), 'utf8').split('\n');
  if (lines.pop() !== '') throw defect(file, lines.length, 'the last line does not end');
  if (lines[0] !== columns.join(',')) throw defect(file, 1, `the columns must be ${columns.join(',')}`);
  return lines.slice(1).map((text, index) => {
    const line = index + 2;
    const cells = cellsOf(text);
    if (cells === null) throw defect(file, line, 'a quote is not closed: one fact stands on one line');
    if (cells.length !== columns.length) {
      throw defect(file, line, `${cells.length} cells stand here and ${columns.length} belong here`);
    }
    const fact: Record<string, string | number> = { line };
    for (const [at, column] of columns.entries()) fact[column] = cells[at] ?? '';
    return fact as Fact<C[number]>;
  });
}

/** The cells of one line of CSV; null when a quote stays open. */
export function cellsOf(line: string): string[] | null {
  if (!line.includes('"')) return line.split(',');
  const cells: string[] = [];
  let at = 0;
  while (at <= line.length) {
    if (line[at] !== '"') {
      const end = line.indexOf(',', at);
      const stop = end < 0 ? line.length : end;
      cells.push(line.slice(at, stop));
      at = stop + 1;
      continue;
    }
    let cell = '';
    at += 1;
    for (;;) {
      const quote = line.indexOf('"', at);
      if (quote < 0) return null;
      cell += line.slice(at, quote);
      at = quote + 1;
      if (line[at] !== '"') break;
      cell += '"';
      at += 1;
    }
    if (at < line.length && line[at] !== ',') return null;
    cells.push(cell);
    at += 1;
  }
  return cells;
}

export function defect(file: string, line: number, what: string): Error {
  return new Error(`register/${file}, line ${line}: ${what}`);
}

/** The cell when it is one of the allowed words; a defect otherwise. */
export function oneOf<const W extends readonly string[]>(
  cell: string,
  words: W,
  file: string,
  line: number,
): W[number] {
  const found = words.find((word) => word === cell);
  if (found === undefined) throw defect(file, line, `"${cell}" is none of ${words.join(', ')}`);
  return found;
}
