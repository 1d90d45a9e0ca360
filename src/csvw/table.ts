/** One table against its schema: its header, the number of its cells, and the value of each; told by row and column, never by content. */

import { normalised, parseValue } from './datatype.ts';
import type { Rows } from './dialect.ts';
import type { KeyRows } from './keys.ts';
import type { TableMeta } from './metadata.ts';
import { UNDETERMINED } from './metadata.ts';
import type { Problems } from './problem.ts';
import { type Column, encodeName } from './schema.ts';

export function checkTable(table: TableMeta, { header, rows }: Rows, problems: Problems): KeyRows {
  const file = table.url.slice(table.url.lastIndexOf('/') + 1);
  const columns = table.schema.columns?.filter(({ isVirtual }) => !isVirtual) ?? [];
  const width = rows[0]?.cells.length ?? header[0]?.length ?? 0;
  if (table.schema.columns !== null) checkHeader(columns, header, width, file, problems);
  const expected = header[0]?.length ?? width;
  const values: Map<string, unknown>[] = [];
  const keys = new Set<string>();
  for (const { cells, number } of rows) {
    if (cells.length !== expected)
      problems.error(`${file}, row ${number}`, `it has ${cells.length} cells, and ${expected} are wanted`);
    const row = new Map<string, unknown>();
    columns.forEach((column, at) => {
      row.set(
        column.name,
        readCell(cells[at] ?? '', column, `${file}, row ${number}, column ${at + 1}`, problems),
      );
    });
    values.push(row);
    if (table.schema.primaryKey.length === 0) continue;
    const key = JSON.stringify(table.schema.primaryKey.map((name) => row.get(name) ?? null));
    if (keys.has(key)) problems.error(`${file}, row ${number}`, 'another row has the same primary key');
    keys.add(key);
  }
  return values;
}

function checkHeader(
  columns: readonly Column[],
  header: Rows['header'],
  width: number,
  file: string,
  problems: Problems,
): void {
  const [first] = header;
  if (first === undefined) {
    if (width > 0 && columns.length !== width)
      problems.error(file, `it has ${width} columns, and the metadata list ${columns.length}`);
    return;
  }
  if (first.length !== columns.length) {
    problems.error(file, `its header has ${first.length} columns, and the metadata list ${columns.length}`);
    return;
  }
  columns.forEach((column, at) => {
    const shown = header.map((row) => row[at]?.trim() ?? '').filter((title) => title !== '');
    if (!isCompatible(column, shown))
      problems.error(`${file}, column ${at + 1}`, 'its header is not the title of the column');
  });
}

/** A title counts when it is the header to the letter, and in a language that fits that of the column. */
function isCompatible({ name, isNamed, titles, language }: Column, shown: readonly string[]): boolean {
  const told = [...titles].flatMap(([of, texts]) => (doLanguagesFit(of, language) ? texts : []));
  if (told.length === 0 && titles.size > 0) return shown.length === 0;
  if ((!isNamed && told.length === 0) || shown.length === 0) return true;
  if (told.some((title) => shown.includes(title))) return true;
  return isNamed && told.length === 0 && shown.some((title) => encodeName(title) === name || title === name);
}

/** The same as far as the shorter of them goes; `und` fits all. */
function doLanguagesFit(one: string, other: string): boolean {
  if (one === UNDETERMINED || other === UNDETERMINED) return true;
  const [a, b] = [one, other].map((tag) => tag.toLowerCase().split('-'));
  return (a ?? []).every((part, at) => b?.[at] === undefined || b[at] === part);
}

/** Null for nothing, a list where there is a separator; undefined after an error. */
function readCell(raw: string, column: Column, at: string, problems: Problems): unknown {
  const { datatype, separator, nulls, isRequired, absent } = column;
  const text = normalised(raw, datatype) === '' ? absent : normalised(raw, datatype);
  if (separator !== null && text === '') {
    if (isRequired) problems.error(at, 'it is blank and may not be');
    return [];
  }
  if (nulls.includes(text)) {
    if (isRequired) problems.error(at, 'it is blank and may not be');
    return null;
  }
  if (separator === null) return parsed(text, column, at, problems);
  return text.split(separator).map((part) => {
    const own = normalised(part, datatype) === '' ? absent : normalised(part, datatype);
    return nulls.includes(own) ? null : parsed(own, column, at, problems);
  });
}

function parsed(text: string, { datatype }: Column, at: string, problems: Problems): unknown {
  const value = parseValue(text, datatype);
  if (value !== null) return value;
  problems.error(at, `it is no ${datatype.base} as the metadata describe it`);
  return undefined;
}
