/** A sheet drawn to be read, read: the file opened as the commands open it, and the decisions written in as a person would. */
import { closeSync, fstatSync, openSync } from 'node:fs';
import { type Cell, writeWorkbook } from '#audit/workbook.ts';
import { openWorkbook } from '#record/extract-xlsx.ts';
import { openZip } from '#record/extract-zip.ts';

export type Sheet = { readonly name: string; readonly rows: readonly (readonly string[])[] };

export async function sheetsOf(path: string): Promise<readonly Sheet[]> {
  const file = openSync(path, 'r');
  try {
    const book = await openWorkbook(openZip(path, file, fstatSync(file).size));
    const sheets: Sheet[] = [];
    for (const sheet of book.sheets) {
      const rows: string[][] = [];
      for await (const { cells } of book.rows(sheet)) rows.push([...cells]);
      sheets.push({ name: sheet.name, rows });
    }
    return sheets;
  } finally {
    closeSync(file);
  }
}

/** Writes the sheets to a path, with the truth of the first records, by their reference, as the decision. */
export async function fillIn(
  path: string,
  sheets: readonly Sheet[],
  isOnline: (reference: string) => boolean,
  read: number,
): Promise<string> {
  await writeWorkbook(
    path,
    sheets.map(({ name: title, rows }) => {
      const [heads = [], ...below] = rows;
      const at = heads.indexOf('Your decision');
      return {
        name: title,
        heads: [...heads],
        widths: heads.map(() => 10),
        toFill: new Map(),
        rows: below.map((row, n): Cell[] => {
          if (at < 0) return [...row];
          const said = isOnline(row[1] ?? '') ? 'flag' : 'no flag';
          return heads.map((_, column) => (column === at ? (n < read ? said : '') : (row[column] ?? '')));
        }),
      };
    }),
  );
  return path;
}
