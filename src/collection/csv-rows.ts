/**
 * Reads a small CSV file that people keep by hand beside a collection: one row per line, the columns named in the first.
 * Refuses a file it cannot read whole, with the line and what to write instead.
 */
import { readFileSync } from 'node:fs';
import { Refusal } from '#finding/refusal.ts';
import { cellsOf } from '#register/facts.ts';

export type CsvRow = {
  /** Line in the file; the header is line 1. */
  readonly row: number;
  /** Cells by column, in the order of the file; '' for a blank one. */
  readonly cells: Readonly<Record<string, string>>;
};

/** The `needed` columns must be there; others may be, and are kept. */
export function readCsvRows(path: string, needed: readonly string[]): readonly CsvRow[] {
  const [head = '', ...lines] = textOf(path)
    .replace(/^\ufeff/, '')
    .split(/\r?\n/);
  const columns = cellsOf(head) ?? [];
  const missing = needed.filter((column) => !columns.includes(column));
  if (missing.length > 0) {
    throw new Refusal(
      'bad-use',
      `${path}, line 1: the column "${missing.join('", "')}" is missing. Write ${needed.join(',')}.`,
    );
  }
  const rows: CsvRow[] = [];
  for (const [index, line] of lines.entries()) {
    const row = index + 2;
    if (line.trim() === '') continue;
    const cells = cellsOf(line);
    if (cells === null) {
      throw new Refusal(
        'bad-use',
        `${path}, line ${row}: a quote is not closed. Write each row on one line.`,
      );
    }
    if (cells.length !== columns.length) {
      const found = `${cells.length} cells stand here under ${columns.length} headings`;
      throw new Refusal(
        'bad-use',
        `${path}, line ${row}: ${found}. Put quotes round a cell that holds a comma.`,
      );
    }
    rows.push({
      row,
      cells: Object.fromEntries(columns.map((column, at) => [column, (cells[at] ?? '').trim()])),
    });
  }
  return rows;
}

/** A refusal that says which row and column, what was found and what to write. */
export function refuseCell(path: string, { row, cells }: CsvRow, column: string, write: string): Refusal {
  return new Refusal(
    'bad-use',
    `${path}, line ${row}, "${column}": found "${cells[column] ?? ''}". Write ${write}.`,
  );
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new Refusal('not-found', `${path}: there is no such file to read.`, { cause });
  }
}
