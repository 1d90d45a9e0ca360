/**
 * Opens an extract of records whatever its type, told by its content: delimited text, one JSON object per line, a workbook,
 * Parquet. Says what the columns are called and where the first record starts; reads no record yet.
 */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import { Refusal } from '#finding/refusal.ts';
import type { ColumnFinder } from './extract-columns.ts';
import { cellPlaces, placeRow } from './extract-csv-row.ts';
import { encodingOf } from './extract-encoding.ts';
import { objectOf } from './extract-jsonl-walk.ts';
import { cellTextOf } from './extract-text.ts';
import { type Encoding, openWindow } from './extract-window.ts';
import type { Sheet, Workbook } from './extract-xlsx.ts';

type Common = {
  readonly path: string;
  readonly name: string;
  readonly size: number;
  readonly names: readonly string[];
};

/** A file whose parts can be walked apart: by byte places. */
export type TextExtract = Common & {
  readonly type: 'csv' | 'jsonl';
  /**
   * Not settled where the file is plain ASCII as far as it was looked at when it was opened: then `settle` looks at the rest, before
   * the first letter beyond ASCII is read.
   */
  encoding: Encoding;
  isSettled: boolean;
  /** A character code; 0 for JSON. */
  readonly delimiter: number;
  /** Where the first record starts, and how many rows stand before it. */
  readonly start: number;
  readonly rowsBefore: number;
};

/** A file that is read from front to back. */
export type RowExtract = Common & {
  readonly type: 'xlsx' | 'parquet';
  readonly rowsBefore: number;
  readonly rows: () => AsyncGenerator<ExtractRow>;
};

export type ExtractRow = {
  readonly row: number;
  readonly cells: readonly string[];
  readonly numbers: readonly boolean[] | null;
  readonly from1904: boolean;
};

export type Extract = TextExtract | RowExtract;

export function isTextExtract(extract: Extract): extract is TextExtract {
  return extract.type === 'csv' || extract.type === 'jsonl';
}

export type OpenChoices = {
  readonly delimiter?: string;
  readonly encoding?: Encoding;
  readonly sheet?: string;
  /** How many bytes to look at for the encoding while they are plain ASCII; all of them where nothing is said. */
  readonly looked?: number;
};

const ROWS_LOOKED_AT = 30;
const HEAD = 1 << 20;
const FEWEST_KNOWN = 3;

export async function openExtract(
  path: string,
  finder: ColumnFinder,
  choices: OpenChoices = {},
): Promise<Extract> {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (cause) {
    throw new Refusal('not-found', `"${path}" cannot be opened. Give the path of an extract of records.`, {
      cause,
    });
  }
  const { size } = fstatSync(file);
  const head = Buffer.alloc(Math.min(4, size));
  readSync(file, head, 0, head.length, 0);
  const common = { path, name: basename(path), size };
  if (size === 0) throw new Refusal('bad-use', `"${common.name}" is empty. Nothing was checked.`);
  const magic = head.toString('latin1');
  // A workbook or Parquet file keeps its handle: its rows are read through it later, by this process alone.
  // What reads them is loaded for them alone: most extracts are text, and should not wait for it.
  if (magic === 'PK\u0003\u0004') {
    const { openWorkbook } = await import('./extract-xlsx.ts');
    const { openZip } = await import('./extract-zip.ts');
    return openSheet(common, await openWorkbook(openZip(path, file, size)), finder, choices);
  }
  if (magic === 'PAR1') {
    const { openParquet } = await import('./extract-parquet.ts');
    const { names, rows } = await openParquet(file, size);
    return { ...common, type: 'parquet', names, rowsBefore: 0, rows: () => numbered(rows()) };
  }
  if (magic === '\u00d0\u00cf\u0011\u00e0') {
    throw new Refusal(
      'bad-use',
      `"${common.name}" is a workbook of the old kind or locked with a password. Save it as CSV or xlsx without one. Nothing was checked.`,
    );
  }
  try {
    return openText(common, file, finder, choices);
  } finally {
    closeSync(file);
  }
}

function openText(
  common: Omit<Common, 'names'>,
  file: number,
  finder: ColumnFinder,
  choices: OpenChoices,
): TextExtract {
  const found = encodingOf(file, common.size, choices.encoding === undefined ? choices.looked : 0);
  const encoding = choices.encoding ?? found.encoding;
  const source = { file, size: common.size, encoding };
  const window = openWindow(source, found.mark, found.mark, HEAD);
  const { bytes } = window;
  if (bytes.includes(0)) {
    throw new Refusal(
      'bad-use',
      `"${common.name}" is no text, no workbook and no Parquet file. Nothing was checked.`,
    );
  }
  const text = { ...common, encoding, isSettled: choices.encoding !== undefined || found.isSettled };
  const first = bytes.findIndex((byte) => byte > 32);
  if (bytes[first] === '{'.charCodeAt(0)) {
    const lines = bytes.toString('utf8').split('\n').slice(0, 500);
    const names = [...new Set(lines.flatMap((line) => Object.keys(objectOf(line) ?? {})))];
    // Its lines are read one by one, whatever their encoding: there is nothing to put off.
    const extract: TextExtract = {
      ...text,
      type: 'jsonl',
      names,
      delimiter: 0,
      start: found.mark,
      rowsBefore: 0,
    };
    settle(extract);
    return extract;
  }
  if (bytes[first] === '['.charCodeAt(0)) {
    throw new Refusal(
      'bad-use',
      `"${common.name}" is one list in JSON. Write one record per line (JSON Lines), or CSV. Nothing was checked.`,
    );
  }
  return { ...text, type: 'csv', ...headOf(common.name, window, encoding, finder, choices) };
}

/** Looks at the whole file for its encoding, where that was put off. */
export function settle(extract: TextExtract): void {
  if (extract.isSettled) return;
  const file = openSync(extract.path, 'r');
  try {
    extract.encoding = encodingOf(file, extract.size).encoding;
    extract.isSettled = true;
  } finally {
    closeSync(file);
  }
}

/** The row of names is the one of the first rows that holds most names known; the delimiter is the one that shows most of them. */
function headOf(
  name: string,
  { bytes, placeOf }: ReturnType<typeof openWindow>,
  encoding: Encoding,
  finder: ColumnFinder,
  choices: OpenChoices,
) {
  const text = cellTextOf(encoding);
  const delimiters = choices.delimiter === undefined ? [',', ';', '\t', '|'] : [choices.delimiter];
  let best: { known: number; names: string[]; delimiter: number; start: number; rowsBefore: number } | null =
    null;
  for (const delimiter of delimiters.map((one) => one.charCodeAt(0))) {
    const places = cellPlaces();
    let at = 0;
    for (let row = 1; row <= ROWS_LOOKED_AT && at < bytes.length; row++) {
      const state = placeRow(bytes, at, bytes.length, delimiter, places);
      if (state === 'open' || state === 'broken') break;
      const names = Array.from({ length: places.count }, (_, n) =>
        text(bytes, places.starts[n] as number, places.ends[n] as number, places.doubled[n] === 1).trim(),
      );
      const known = finder.known(names);
      at = places.next;
      if (known > (best?.known ?? 0)) best = { known, names, delimiter, start: at, rowsBefore: row };
    }
  }
  if (best === null || best.known < FEWEST_KNOWN) throw noNames(name);
  return {
    names: best.names,
    delimiter: best.delimiter,
    start: placeOf(best.start),
    rowsBefore: best.rowsBefore,
  };
}

function noNames(name: string): Refusal {
  return new Refusal(
    'bad-use',
    `"${name}": no row of names was found in the first ${ROWS_LOOKED_AT} rows. Put the names of the columns in a row above the ` +
      'records; docs/how-to/check-an-extract.md lists those known. Nothing was checked.',
  );
}

async function openSheet(
  common: Omit<Common, 'names'>,
  book: Workbook,
  finder: ColumnFinder,
  choices: OpenChoices,
): Promise<RowExtract> {
  const wanted = book.sheets.filter((sheet) => choices.sheet === undefined || sheet.name === choices.sheet);
  const heads: { sheet: Sheet; known: number; names: readonly string[]; row: number }[] = [];
  for (const sheet of wanted) {
    let best = { sheet, known: 0, names: [] as readonly string[], row: 0 };
    let looked = 0;
    for await (const { row, cells } of book.rows(sheet)) {
      const known = finder.known(cells);
      if (known > best.known) best = { sheet, known, names: cells.map((cell) => cell.trim()), row };
      if (++looked >= ROWS_LOOKED_AT) break;
    }
    if (best.known >= FEWEST_KNOWN) heads.push(best);
  }
  const [head, other] = heads;
  if (head === undefined) throw noNames(common.name);
  if (other !== undefined) {
    throw new Refusal(
      'bad-use',
      `"${common.name}": the sheets ${heads.map(({ sheet }) => `"${sheet.name}"`).join(' and ')} all look like records. ` +
        'Name one in a map, as "sheet: NAME". Nothing was checked.',
    );
  }
  return {
    ...common,
    type: 'xlsx',
    names: head.names,
    rowsBefore: head.row,
    async *rows() {
      for await (const row of book.rows(head.sheet)) {
        if (row.row > head.row && row.cells.some((cell) => cell !== ''))
          yield { ...row, from1904: book.from1904 };
      }
    },
  };
}

async function* numbered(rows: AsyncGenerator<readonly string[]>): AsyncGenerator<ExtractRow> {
  let row = 0;
  for await (const cells of rows) yield { row: ++row, cells, numbers: null, from1904: false };
}
