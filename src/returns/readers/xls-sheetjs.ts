/**
 * Puts what SheetJS reads of a workbook into sheets of ours. The library is loaded on first use: most returns need none.
 */
import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import { numberFormat } from './number-format.ts';
import { dateOfSerial, isoDate } from './number-format-date.ts';
import { type Budget, numberContent, plainText, Sheet, unsavedContent } from './sheet.ts';
import { Unreadable } from './unreadable.ts';

type DenseSheet = WorkSheet & {
  readonly '!data'?: readonly (readonly (CellObject | undefined)[] | undefined)[];
};
type Epoch = 1900 | 1904;

export async function readWithSheetJs(bytes: Uint8Array, file: string, budget: Budget): Promise<Sheet[]> {
  const { read } = (await import('@e965/xlsx')).default;
  const workbook = parse(read, bytes);
  const epoch = workbook.Workbook?.WBProps?.date1904 === true ? 1904 : 1900;
  return workbook.SheetNames.flatMap((name, n) => {
    const found = workbook.Sheets[name] as DenseSheet | undefined;
    if (found === undefined || (found['!type'] ?? 'sheet') !== 'sheet') return [];
    const hidden = workbook.Workbook?.Sheets?.[n]?.Hidden ?? 0;
    const visibility = hidden === 2 ? 'very-hidden' : hidden === 1 ? 'hidden' : 'visible';
    const sheet = new Sheet(file, name, visibility, budget);
    lay(found, sheet, epoch);
    return [sheet];
  });
}

function parse(read: (bytes: Uint8Array, options: object) => WorkBook, bytes: Uint8Array): WorkBook {
  try {
    return read(bytes, {
      type: 'array',
      dense: true,
      cellNF: true,
      cellStyles: true,
      cellText: false,
      cellHTML: false,
    });
  } catch (error) {
    const locked = error instanceof Error && /password|encrypt/i.test(error.message);
    throw new Unreadable(
      locked ? 'encrypted' : 'damaged',
      locked ? 'the workbook asks for a password' : 'the workbook cannot be followed',
    );
  }
}

function lay(found: DenseSheet, sheet: Sheet, epoch: Epoch): void {
  const cols = found['!cols'] ?? [];
  const rows = found['!rows'] ?? [];
  for (const [row, cells] of (found['!data'] ?? []).entries()) {
    const hiddenRow = rows[row]?.hidden === true || rows[row]?.hpt === 0;
    for (const [col, cell] of (cells ?? []).entries()) {
      if (cell !== undefined) layCell(cell, sheet, row, col, epoch, hiddenRow, cols[col]?.hidden === true);
    }
  }
  for (const { s, e } of found['!merges'] ?? []) {
    sheet.merge({ top: s.r, left: s.c, bottom: e.r, right: e.c });
  }
}

function layCell(
  cell: CellObject,
  sheet: Sheet,
  row: number,
  col: number,
  epoch: Epoch,
  hiddenRow: boolean,
  hiddenCol: boolean,
): void {
  const { v: value } = cell;
  if (value === undefined || value === null) {
    if (cell.f !== undefined) sheet.add(row, col, unsavedContent(false), hiddenRow, hiddenCol);
    return;
  }
  if (cell.t === 'e') {
    const content = { ...plainText(errorName(value), false), kind: 'error' } as const;
    sheet.add(row, col, content, hiddenRow, hiddenCol);
  } else if (typeof value === 'boolean') {
    const content = {
      ...plainText(value ? 'TRUE' : 'FALSE', false),
      stored: value,
      kind: 'boolean',
    } as const;
    sheet.add(row, col, content, hiddenRow, hiddenCol);
  } else if (typeof value === 'number') {
    const format = numberFormat(dayFirst(cell.z), epoch);
    const date = format.kind === 'date' ? dateOfSerial(value, epoch) : null;
    if (date !== null) {
      const content = {
        ...plainText(format.show(value), false),
        stored: isoDate(date),
        kind: 'date',
      } as const;
      sheet.add(row, col, content, hiddenRow, hiddenCol);
    } else if (format.kind === 'time')
      sheet.add(row, col, plainText(format.show(value), false), hiddenRow, hiddenCol);
    else sheet.add(row, col, numberContent(format.show(value), value, false), hiddenRow, hiddenCol);
  } else sheet.add(row, col, plainText(String(value), false), hiddenRow, hiddenCol);
}

/** SheetJS names the built-in short date month first; in this country it is shown day first. */
function dayFirst(format: unknown): string {
  if (format === 'm/d/yy') return 'dd/mm/yyyy';
  if (format === 'm/d/yy h:mm') return 'dd/mm/yyyy hh:mm';
  return String(format ?? 'General');
}

const errorNames: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
  43: '#GETTING_DATA',
};

function errorName(value: unknown): string {
  return typeof value === 'number' ? (errorNames[value] ?? '#ERROR') : String(value);
}
