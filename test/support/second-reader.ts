/**
 * A second, independent reading of a workbook by SheetJS, laid beside ours cell by cell. Every difference comes back with
 * its cause where the cause is known, so that a test can hold that none is left without one.
 */
import { createRequire } from 'node:module';
import type { CellObject, WorkSheet } from '@e965/xlsx';
import type { Cell, Table } from '#returns/document.ts';
import { columnLetters } from '#returns/readers/a1.ts';
import { fold } from '#returns/readers/runs.ts';

export type Difference = {
  readonly at: string;
  readonly ours: string;
  readonly theirs: string;
  /** Null for a difference nobody can explain. */
  readonly cause: string | null;
};

const library = createRequire(import.meta.url)('@e965/xlsx') as typeof import('@e965/xlsx');

export function compareWithSecondReader(bytes: Uint8Array, tables: readonly Table[]): Difference[] {
  const workbook = library.read(bytes, { type: 'array', dense: true, cellNF: true });
  const names = workbook.SheetNames.filter(
    (name) => (workbook.Sheets[name]?.['!type'] ?? 'sheet') === 'sheet',
  );
  return tables.flatMap((table, n) => {
    const theirs = names[n] ?? 'nothing';
    // Of an OpenDocument file they leave the name of a sheet as it is escaped.
    const cause = theirs.replaceAll('&amp;', '&') === table.name ? 'a sheet name left escaped' : null;
    const named = theirs === table.name ? [] : [{ at: table.name, ours: table.name, theirs, cause }];
    return [...named, ...differences(table, workbook.Sheets[theirs] ?? {})];
  });
}

function differences(table: Table, sheet: WorkSheet): Difference[] {
  const ours = new Map(table.cells.map((cell) => [nameOf(cell.row, cell.col), cell]));
  const theirs = theirCells(sheet);
  const names = new Set([...ours.keys(), ...theirs.keys()]);
  return [...names].flatMap((name) => {
    const own = ours.get(name);
    const other = theirs.get(name);
    const [shown, otherShown] = [describe(own), describeTheirs(other)];
    if (shown === otherShown) return [];
    return [{ at: `${table.name}!${name}`, ours: shown, theirs: otherShown, cause: causeOf(own, other) }];
  });
}

function nameOf(row: number, col: number): string {
  return columnLetters(col) + (row + 1);
}

/** Only cells that show or store something: both readers leave blanks out in their own way. */
function theirCells(sheet: WorkSheet): Map<string, CellObject> {
  const cells = new Map<string, CellObject>();
  const rows = (sheet as { '!data'?: (CellObject | undefined)[][] })['!data'] ?? [];
  rows.forEach((row, r) => {
    row?.forEach((cell, c) => {
      const isBlank =
        cell === undefined || cell.v === undefined || (cell.t === 's' && fold(String(cell.v)) === '');
      if (!isBlank) cells.set(nameOf(r, c), cell);
    });
  });
  return cells;
}

function describe(cell: Cell | undefined): string {
  if (cell === undefined) return 'nothing';
  return cell.kind === 'number' ? `${cell.text} (${Number(Number(cell.stored).toPrecision(12))})` : cell.text;
}

function describeTheirs(cell: CellObject | undefined): string {
  if (cell === undefined) return 'nothing';
  const shown = fold(String(cell.w ?? cell.v));
  const isDate = cell.t === 'n' && library.SSF.is_date(String(cell.z ?? 'General'));
  return cell.t === 'n' && !isDate ? `${shown} (${Number(Number(cell.v).toPrecision(12))})` : shown;
}

function causeOf(own: Cell | undefined, other: CellObject | undefined): string | null {
  if (own === undefined) return null;
  if (other === undefined) {
    if (own.kind === 'error' && own.text === '')
      return 'a formula without a saved result: they drop the cell, we report it';
    return own.kind === 'number' || own.kind === 'date'
      ? 'a value without a paragraph: they drop the cell'
      : null;
  }
  const shown = fold(String(other.w ?? other.v));
  if (own.kind === 'error')
    return shown === own.text || other.t === 'e' ? 'an error named in another way' : null;
  if (own.marks.length > 0 && letters(shown) === letters(own.text + own.marks.join(''))) {
    return 'a raised mark: they keep it in the text';
  }
  if (own.kind === 'date')
    return sameDay(own, other) ? 'a date: they show the built-in format month first' : null;
  if (own.kind === 'boolean' && other.v === own.stored) return 'a boolean in other letters';
  if (own.kind === 'number' && other.v === own.stored && other.w === undefined)
    return 'a format they cannot follow';
  return null;
}

/** The letters and digits of a text in order of the alphabet: marks stand at the end of ours and inside theirs. */
function letters(text: string): string {
  return [...text.normalize('NFKC').replace(/\s/g, '')].sort().join('');
}

function sameDay(own: Cell, other: CellObject): boolean {
  if (typeof other.v !== 'number') return false;
  const { y, m, d } = library.SSF.parse_date_code(other.v) as { y: number; m: number; d: number };
  const two = (number: number) => String(number).padStart(2, '0');
  return own.stored === `${y}-${two(m)}-${two(d)}`;
}
