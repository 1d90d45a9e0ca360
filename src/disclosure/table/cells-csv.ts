/**
 * Cells in and out as CSV: one column for each dimension and `freq`; a pattern also has `status`. A count is a whole number,
 * an interval as "3-7" or "10+", "<5", or, when nobody knows it, empty, "x" or "[x]". Refuses anything else by its line.
 */
import Papa from 'papaparse';
import type { Count } from '#count/count.ts';
import { atLeast, between, exact, unknown } from '#count/count.ts';
import { Refusal } from '#finding/refusal.ts';
import type { AdditiveTable, GivenCell } from './additive.ts';
import type { Spec } from './spec.ts';

export type Status = '' | 'P' | 'S';

export type ReadCells = {
  readonly cells: readonly GivenCell[];
  /** As it stands in the file, and written back so. */
  readonly freq: readonly string[];
  /** Null where the file has no such column. */
  readonly status: readonly Status[] | null;
};

export function readCells(text: string, spec: Spec, path: string): ReadCells {
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: true });
  const [head = [], ...rows] = data;
  const column = (name: string) => {
    const found = head.findIndex((one) => one.trim() === name);
    if (found < 0)
      throw new Refusal(
        'bad-use',
        `${path}: there is no column "${name}". Its columns are ${head.join(', ')}.`,
      );
    return found;
  };
  const dims = spec.dims.map(({ name }) => column(name));
  const freq = column('freq');
  const status = head.some((one) => one.trim() === 'status') ? column('status') : null;
  return {
    cells: rows.map((row, index) => ({
      codes: dims.map((one) => (row[one] ?? '').trim()),
      count: countOf((row[freq] ?? '').trim(), path, index + 2),
      row: index + 2,
    })),
    freq: rows.map((row) => (row[freq] ?? '').trim()),
    status:
      status === null
        ? null
        : rows.map((row, index) => statusOf((row[status] ?? '').trim(), path, index + 2)),
  };
}

function countOf(text: string, path: string, row: number): Count {
  if (text === '' || /^(?:\[?x\]?|\[c\])$/i.test(text)) return unknown;
  const [, low = '', high] = /^(\d{1,12})(?:\s*[-–]\s*(\d{1,12}))?$/.exec(text) ?? [];
  if (low !== '' && high === undefined) return exact(Number(low));
  if (high !== undefined && Number(high) >= Number(low)) return between(Number(low), Number(high));
  const [, open] = /^(\d{1,12})\+$/.exec(text) ?? [];
  if (open !== undefined) return atLeast(Number(open));
  const [, below] = /^<\s*(\d{1,12})$/.exec(text) ?? [];
  if (below !== undefined && Number(below) > 0) return between(0, Number(below) - 1);
  throw new Refusal(
    'bad-use',
    `${path}, line ${row}: "${text}" is no count. Write a whole number, an interval as 3-7, 10+ or <5, or nothing.`,
  );
}

function statusOf(text: string, path: string, row: number): Status {
  if (text === '' || text === 'P' || text === 'S') return text;
  throw new Refusal('bad-use', `${path}, line ${row}: the status "${text}" is none. It is empty, P or S.`);
}

/** The cells as they came, each with what becomes of it, and with `range` where ranges are asked for. */
export function writePattern(
  { spec, codes }: AdditiveTable,
  freq: readonly string[],
  status: readonly Status[],
  range: readonly string[] | null,
): string {
  const names = spec.dims.map(({ name }) => name);
  const head = [...names, 'freq', 'status', ...(range === null ? [] : ['published'])];
  const rows = codes.map((place, cell) => [
    ...place.map((code, d) => spec.dims[d]?.codes[code] ?? ''),
    freq[cell] ?? '',
    status[cell] ?? '',
    ...(range === null ? [] : [range[cell] ?? '']),
  ]);
  return `${Papa.unparse([head, ...rows], { newline: '\n' })}\n`;
}
