/**
 * Puts what SheetJS reads of a workbook into sheets of ours. The library is loaded on first use: most returns need none.
 * Its CommonJS build brings the code pages along; without them a dash or a curly quote of an old workbook is lost.
 */
import { createRequire } from 'node:module';
import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import { isCompoundFile } from './compound.ts';
import { type NumberFormat, numberFormat } from './number-format.ts';
import { type Budget, Sheet } from './sheet.ts';
import {
  type CellStyle,
  type Content,
  plainText,
  richText,
  storedContent,
  textUnder,
  unsavedContent,
} from './sheet-content.ts';
import { Unreadable } from './unreadable.ts';
import { readLooks } from './xls-looks.ts';
import type { SheetLooks } from './xls-runs.ts';

type DenseSheet = WorkSheet & {
  readonly '!data'?: readonly (readonly (CellObject | undefined)[] | undefined)[];
};
type Epoch = 1900 | 1904;
type SheetJs = typeof import('@e965/xlsx');

const plainLooks: SheetLooks = { isBold: () => false, runsAt: () => null };

/** `given` are looks that another part of the file tells; those of a compound file are read here. */
export async function readWithSheetJs(
  bytes: Uint8Array,
  file: string,
  budget: Budget,
  given: readonly SheetLooks[] = [],
): Promise<Sheet[]> {
  const library = createRequire(import.meta.url)('@e965/xlsx') as SheetJs;
  const workbook = parse(library, bytes);
  const looks = isCompoundFile(bytes) ? readLooks(workbookStream(library, bytes)) : given;
  const epoch = workbook.Workbook?.WBProps?.date1904 === true ? 1904 : 1900;
  return workbook.SheetNames.flatMap((name, n) => {
    const found = workbook.Sheets[name] as DenseSheet | undefined;
    if (found === undefined || (found['!type'] ?? 'sheet') !== 'sheet') return [];
    const hidden = workbook.Workbook?.Sheets?.[n]?.Hidden ?? 0;
    const visibility = hidden === 2 ? 'very-hidden' : hidden === 1 ? 'hidden' : 'visible';
    const sheet = new Sheet(file, name, visibility, budget);
    lay(found, sheet, epoch, looks[n] ?? plainLooks);
    return [sheet];
  });
}

function workbookStream(library: SheetJs, bytes: Uint8Array): Uint8Array {
  const container = library.CFB.read(bytes, { type: 'array' });
  const entry = library.CFB.find(container, 'Workbook') ?? library.CFB.find(container, 'Book');
  return Uint8Array.from((entry?.content as ArrayLike<number> | undefined) ?? []);
}

function parse({ read }: SheetJs, bytes: Uint8Array): WorkBook {
  const options = {
    type: 'array',
    dense: true,
    cellNF: true,
    cellStyles: true,
    cellText: false,
    cellHTML: false,
  } as const;
  // The library prints what it cannot follow, and what this program prints is for others to read.
  const { error: print } = console;
  console.error = () => {};
  try {
    return read(bytes, options);
  } catch (error) {
    const isLocked = error instanceof Error && /password|encrypt/i.test(error.message);
    if (isLocked) throw new Unreadable('encrypted', 'the workbook asks for a password');
    throw new Unreadable('damaged', 'the workbook cannot be followed');
  } finally {
    console.error = print;
  }
}

function lay(found: DenseSheet, sheet: Sheet, epoch: Epoch, looks: SheetLooks): void {
  const cols = found['!cols'] ?? [];
  const rows = found['!rows'] ?? [];
  for (const [row, cells] of (found['!data'] ?? []).entries()) {
    const hiddenRow = rows[row]?.hidden === true || rows[row]?.hpt === 0;
    for (const [col, cell] of (cells ?? []).entries()) {
      if (cell === undefined) continue;
      const bold = looks.isBold(row, col);
      const runs = typeof cell.v === 'string' && cell.t === 's' ? looks.runsAt(row, col, cell.v) : null;
      const look = { format: formatOf(cell.z, epoch), bold };
      const content = runs === null ? contentOf(cell, epoch, look) : textUnder(richText(runs), look);
      if (content !== null) sheet.add(row, col, content, hiddenRow, cols[col]?.hidden === true);
    }
  }
  for (const { s, e } of found['!merges'] ?? []) {
    sheet.merge({ top: s.r, left: s.c, bottom: e.r, right: e.c });
  }
}

function contentOf(cell: CellObject, epoch: Epoch, look: CellStyle): Content | null {
  const { v: value } = cell;
  const { bold } = look;
  if (value === undefined || value === null) return cell.f === undefined ? null : unsavedContent(bold);
  if (cell.t === 'e') return { ...plainText(errorName(value), bold), kind: 'error' };
  if (typeof value === 'boolean') {
    return { ...plainText(value ? 'TRUE' : 'FALSE', bold), stored: value, kind: 'boolean' };
  }
  if (typeof value !== 'number') return textUnder(plainText(String(value), bold), look);
  return Number.isFinite(value) ? storedContent(value, look, epoch) : unsavedContent(bold);
}

const formats = new Map<string, NumberFormat>();

/** Formats are few and cells are many. */
function formatOf(code: unknown, epoch: Epoch): NumberFormat {
  const key = `${epoch} ${String(code)}`;
  const known = formats.get(key) ?? numberFormat(dayFirst(code), epoch);
  if (formats.size < 1000) formats.set(key, known);
  return known;
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
