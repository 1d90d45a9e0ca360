/**
 * Delimited text (.csv, .tsv) as one table, each row and column where the file has it; blank lines keep their number.
 * Every cell is text: nothing is turned into a number or a date here. A quotation mark that is opened and never closed
 * would swallow the rest of the file; then quotes are read as characters and the file is reported.
 */
import Papa from 'papaparse';
import { finding } from '#finding/catalogue.ts';
import type { Finding } from '#finding/finding.ts';
import type { Cell, Table } from '../document.ts';
import { placeInGrid } from './a1.ts';
import { chooseDelimiter, type Delimiter } from './csv-delimiter.ts';
import { cutTable } from './cut-short.ts';
import { decodeText } from './decode-text.ts';
import type { Blocks, Limits, Reader } from './reader.ts';
import { plainText } from './sheet-content.ts';
import { orUnreadable, Unreadable } from './unreadable.ts';

export const csvReader: Reader = {
  types: ['csv'],

  recognises(bytes, name) {
    const text = decodeText(bytes.subarray(0, 64_000));
    if (text === null || text.trim() === '' || /^\s*</.test(text)) return 0;
    const named = /\.(?:csv|tsv|tab)$/i.test(name) ? 0.5 : 0;
    return Math.max(named, chooseDelimiter(text).share >= 0.6 ? 0.6 : 0);
  },

  read: (bytes, file, limits) => orUnreadable(file, () => readGrid(bytes, file, limits)),
};

function readGrid(bytes: Uint8Array, file: string, limits: Limits): Blocks {
  const text = decodeText(bytes);
  if (text === null) throw new Unreadable('damaged', 'the bytes are not text');
  const { delimiter } = chooseDelimiter(text);
  const quoted = parse(text, delimiter, '"');
  const broken = quoted.errors.find((error) => error.type === 'Quotes');
  const rows = broken === undefined ? quoted.data : parse(text, delimiter, '\0').data;
  // A newline at the end of the file ends the last row and starts none.
  if (rows.at(-1)?.join('') === '') rows.pop();
  if (/^sep=.$/.test(text.slice(0, 5)) && rows.length > 0) rows[0] = [];
  const cells = cellsOf(rows, file, limits);
  const findings: Finding[] = [];
  if (broken !== undefined) {
    const detail = `a quotation mark is opened and not closed from row ${(broken.row ?? 0) + 1}`;
    findings.push(finding('unreadable', file, { reason: 'damaged', detail }));
  }
  findings.push(...cutNumbers(rows, file, delimiter), ...cutTable(text, rows, file));
  const table: Table = {
    kind: 'table',
    name: '',
    at: file,
    rows: rows.length,
    cols: rows.reduce((most, fields) => Math.max(most, fields.length), 0),
    cells,
    visibility: 'visible',
    structure: 'stated',
    placeOf: (row, col) => placeInGrid(file, row, col),
  };
  return { blocks: [table], findings };
}

function parse(text: string, delimiter: Delimiter, quoteChar: string): Papa.ParseResult<string[]> {
  return Papa.parse<string[]>(text, {
    delimiter,
    quoteChar,
    newline: '\n',
    header: false,
    dynamicTyping: false,
  });
}

function cellsOf(rows: readonly (readonly string[])[], file: string, limits: Limits): Cell[] {
  const cells: Cell[] = [];
  for (const [row, fields] of rows.entries()) {
    for (const [col, field] of fields.entries()) {
      const content = plainText(field, false);
      if (content.text === '') continue;
      if (cells.length >= limits.cells)
        throw new Unreadable('over-limits', 'more cells than are read from one file');
      cells.push({
        row,
        col,
        rowSpan: 1,
        colSpan: 1,
        ...content,
        hidden: false,
        at: placeInGrid(file, row, col),
      });
    }
  }
  return cells;
}

/**
 * `Total,1,037` written without quotes gives 1 where 1,037 was meant. A row longer than its neighbours that holds one to
 * three digits before exactly three is reported; which number was meant is not guessed.
 */
function cutNumbers(rows: readonly (readonly string[])[], file: string, delimiter: Delimiter): Finding[] {
  if (delimiter !== ',') return [];
  const filled = rows.map(lengthOf);
  return rows.flatMap((fields, row) => {
    const col = fields.findIndex(
      (field, n) => /^\d{1,3}$/.test(field.trim()) && /^\d{3}$/.test(fields[n + 1] ?? ''),
    );
    const length = filled[row] ?? 0;
    const beside = [filled[row - 1] ?? 0, filled[row + 1] ?? 0];
    if (col === -1 || Math.max(...beside) < 2 || !beside.some((other) => other > 1 && other < length))
      return [];
    const detail = 'a number may be cut in two by its own thousands comma';
    return [finding('unreadable', placeInGrid(file, row, col), { reason: 'damaged', detail })];
  });
}

/** Columns of a row up to its last filled one. */
function lengthOf(fields: readonly string[]): number {
  return fields.findLastIndex((field) => field.trim() !== '') + 1;
}
