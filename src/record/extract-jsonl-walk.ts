/**
 * Walks a file of one JSON object per line between two places. A line that is no object is a fault and nothing more; the words
 * of a faulty line are in no message.
 */
import type { CellOf } from './extract-record.ts';
import { MOST_ROW, openWindow, type WindowSource } from './extract-window.ts';

const NEWLINE = 10;
const FIRST_BEYOND = 65_536;

export type JsonlWalker = {
  readonly row: (line: Buffer, cell: CellOf, place: number, end: number) => void;
  readonly fault: (place: number, end: number) => void;
};

/** As `walkCsv`: with `seek` the walk starts behind the first line end. */
export function walkJsonl(
  source: WindowSource,
  names: readonly string[],
  { from, to, seek }: { readonly from: number; readonly to: number; readonly seek: boolean },
  walker: JsonlWalker,
): { readonly start: number; readonly end: number } {
  let beyond = FIRST_BEYOND;
  let window = openWindow(source, from, to, beyond);
  let limit = window.positionOf(to);
  let at = seek ? firstLine(window.bytes, limit) : 0;
  const start = window.placeOf(at);
  while (at < limit && at < window.bytes.length) {
    const lineEnd = window.bytes.indexOf(NEWLINE, at);
    if (lineEnd < 0 && !window.isLast && beyond <= 2 * MOST_ROW) {
      beyond *= 4;
      window = openWindow(source, from, to, beyond);
      limit = window.positionOf(to);
      continue;
    }
    const stop = lineEnd < 0 ? window.bytes.length : lineEnd + 1;
    const line = window.bytes.subarray(at, stop);
    const place = window.placeOf(at);
    const end = window.placeOf(stop);
    at = stop;
    const text = line.toString('utf8').trim();
    if (text === '') continue;
    const cell = cellsOf(text, names);
    if (cell === null) walker.fault(place, end);
    else walker.row(line, cell, place, end);
  }
  return { start, end: window.placeOf(Math.min(at, window.bytes.length)) };
}

function firstLine(bytes: Buffer, limit: number): number {
  const lineEnd = bytes.indexOf(NEWLINE);
  return lineEnd < 0 ? Math.min(limit, bytes.length) : Math.min(lineEnd + 1, limit);
}

/** The fields of one object as cells, in the order of the names; null for what is no object. */
export function cellsOf(line: string, names: readonly string[]): CellOf | null {
  const object = objectOf(line);
  return object === null ? null : (column) => textOf(object[names[column] ?? '']);
}

export function objectOf(line: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : null;
  } catch {
    return null;
  }
}

/** A list is joined as markers are; what is no text, number, day or list of them says nothing. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint')
    return String(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  if (Array.isArray(value)) return value.map(textOf).join(';');
  return '';
}
