/**
 * How a CSV is written, and its rows by that: delimiter, quotes, comments, header rows and trimming as the standard lists
 * them. Never drops a row or a cell silently: a quote that is left open is told.
 */
import { isObject, type Json, type JsonObject, type Problems } from './problem.ts';

export type Dialect = {
  readonly delimiter: string;
  readonly quoteChar: string | null;
  readonly doubleQuote: boolean;
  readonly commentPrefix: string | null;
  readonly headerRowCount: number;
  readonly skipRows: number;
  readonly skipColumns: number;
  readonly skipBlankRows: boolean;
  readonly trim: 'both' | 'start' | 'end' | 'none';
  readonly encoding: string;
};

export const usualDialect: Dialect = {
  delimiter: ',',
  quoteChar: '"',
  doubleQuote: true,
  commentPrefix: '#',
  headerRowCount: 1,
  skipRows: 0,
  skipColumns: 0,
  skipBlankRows: false,
  trim: 'none',
  encoding: 'utf-8',
};

const isCount = (value: Json): boolean => typeof value === 'number' && Number.isInteger(value) && value >= 0;
const isFlag = (value: Json): boolean => typeof value === 'boolean';
const isText = (value: Json): boolean => typeof value === 'string';

const FIELDS: Readonly<Record<string, (value: Json) => boolean>> = {
  commentPrefix: (value) => value === null || isText(value),
  delimiter: isText,
  doubleQuote: isFlag,
  encoding: (value) => typeof value === 'string' && isEncoding(value),
  header: isFlag,
  headerRowCount: isCount,
  lineTerminators: (value) => isText(value) || (Array.isArray(value) && value.every(isText)),
  quoteChar: (value) => value === null || isText(value),
  skipBlankRows: isFlag,
  skipColumns: isCount,
  skipInitialSpace: isFlag,
  skipRows: isCount,
  trim: (value) => isFlag(value) || ['true', 'false', 'start', 'end'].includes(String(value)),
};

/** The dialect that metadata describe; what does not fit is told and the usual is used. */
export function dialectOf(described: Json | undefined, problems: Problems): Dialect {
  if (!isObject(described)) return usualDialect;
  const sound: Record<string, Json> = {};
  for (const [name, value] of Object.entries(described)) {
    if (name === '@id' && String(value).startsWith('_:'))
      problems.error('dialect', 'an @id may be no blank node');
    if (name === '@type' && value !== 'Dialect') problems.error('dialect', '@type is not "Dialect"');
    if (name.startsWith('@')) continue;
    const check = FIELDS[name];
    if (check === undefined) {
      if (!name.includes(':')) problems.warn('dialect', `"${name}" is no property of a dialect`);
    } else if (check(value)) sound[name] = value;
    else problems.warn('dialect', `"${name}" has a value that it may not have`);
  }
  return fromFields(sound);
}

function fromFields(sound: JsonObject): Dialect {
  const take = <T extends Json>(name: string, usual: T): T =>
    sound[name] === undefined ? usual : (sound[name] as T);
  const trim = sound.trim ?? (sound.skipInitialSpace === true ? 'start' : false);
  return {
    delimiter: take('delimiter', ','),
    quoteChar: take<string | null>('quoteChar', '"'),
    doubleQuote: take('doubleQuote', true),
    commentPrefix: take<string | null>('commentPrefix', '#'),
    headerRowCount: take('headerRowCount', sound.header === false ? 0 : 1),
    skipRows: take('skipRows', 0),
    skipColumns: take('skipColumns', 0),
    skipBlankRows: take('skipBlankRows', false),
    trim: trim === true || trim === 'true' ? 'both' : trim === 'start' || trim === 'end' ? trim : 'none',
    encoding: take('encoding', 'utf-8'),
  };
}

function isEncoding(name: string): boolean {
  try {
    new TextDecoder(name);
    return true;
  } catch {
    return false;
  }
}

export type Rows = {
  readonly header: readonly (readonly string[])[];
  readonly rows: readonly { readonly cells: readonly string[]; readonly number: number }[];
};

/** Header rows and data rows of a text, with the number of each data row in the source. */
export function rowsOf(text: string, dialect: Dialect, problems: Problems): Rows {
  const all = records(text, dialect, problems);
  const header: (readonly string[])[] = [];
  const rows: { cells: readonly string[]; number: number }[] = [];
  all.forEach((record, at) => {
    if (at < dialect.skipRows) return;
    if (
      dialect.commentPrefix !== null &&
      dialect.commentPrefix !== '' &&
      record.raw.startsWith(dialect.commentPrefix)
    )
      return;
    const cells = record.cells.slice(dialect.skipColumns);
    if (header.length < dialect.headerRowCount) {
      header.push(cells);
      return;
    }
    if (dialect.skipBlankRows && record.cells.every((cell) => cell === '')) return;
    rows.push({ cells, number: at + 1 });
  });
  return { header, rows };
}

type Line = { readonly raw: string; readonly cells: readonly string[] };

function records(text: string, dialect: Dialect, problems: Problems): readonly Line[] {
  const { delimiter, quoteChar, doubleQuote } = dialect;
  const escaping = doubleQuote ? quoteChar : '\\';
  const found: Line[] = [];
  let [cell, cells, start, isQuoted, wasQuoted] = ['', [] as string[], 0, false, false];
  const endCell = () => {
    cells.push(trimmed(cell, dialect.trim));
    [cell, wasQuoted] = ['', false];
  };
  for (let at = text.charCodeAt(0) === 0xfeff ? 1 : 0; at < text.length; at++) {
    const char = text[at] ?? '';
    if (isQuoted) {
      if (char === escaping && text[at + 1] === quoteChar) cell += text[++at];
      else if (char === quoteChar) isQuoted = false;
      else cell += char;
    } else if (char === quoteChar && cell.trim() === '' && !wasQuoted)
      [isQuoted, wasQuoted, cell] = [true, true, ''];
    else if (text.startsWith(delimiter, at)) {
      endCell();
      at += delimiter.length - 1;
    } else if (char === '\n' || char === '\r') {
      if (char === '\r' && text[at + 1] === '\n') at++;
      endCell();
      found.push({ raw: text.slice(start, at), cells });
      [cells, start] = [[], at + 1];
    } else {
      if (char === quoteChar)
        problems.error('table', 'a quote stands in the middle of a cell that is not quoted');
      cell += char;
    }
  }
  if (isQuoted) problems.error('table', 'a quote is left open at the end of the table');
  if (start < text.length && (cell !== '' || cells.length > 0)) {
    endCell();
    found.push({ raw: text.slice(start), cells });
  }
  return found;
}

function trimmed(cell: string, how: Dialect['trim']): string {
  if (how === 'none') return cell;
  return how === 'both' ? cell.trim() : how === 'start' ? cell.trimStart() : cell.trimEnd();
}
