/**
 * Walks the rows of delimited text between two places of a file. Every row comes out once, as cells or as a fault, and a fault
 * never swallows the rows behind it: after an open or stray quotation mark the walk goes on at the next line that is a whole
 * record by itself. So each part of a file can be walked apart from the others, and the parts fit where their ends meet.
 */
import { type CellPlaces, cellPlaces, placeRow } from './extract-csv-row.ts';
import { MOST_ROW, openWindow, type Window, type WindowSource } from './extract-window.ts';

const NEWLINE = 10;
const FIRST_BEYOND = 65_536;

export type Fault = 'cells' | 'quotes' | 'cut';

export type CsvShape = {
  readonly delimiter: number;
  /** Cells of every row, by the row of names. */
  readonly cells: number;
  /** Whether these cells could be a record: asked only where the walk must find its place again. */
  readonly isRecord: (bytes: Buffer, places: CellPlaces) => boolean;
};

export type Walker = {
  /** The cells stand in `bytes`; both are good until this returns. */
  readonly row: (bytes: Buffer, places: CellPlaces, place: number, end: number) => void;
  readonly fault: (fault: Fault, found: number, place: number, end: number) => void;
};

export type Walked = { readonly start: number; readonly end: number };

/**
 * Walks from `from`, a row's first byte, to the first row that starts at `to` or later. With `seek`, `from` may stand anywhere:
 * the walk starts at the first whole record behind it, and the caller must see that this is where the part before ended.
 */
export function walkCsv(
  source: WindowSource,
  shape: CsvShape,
  { from, to, seek }: { readonly from: number; readonly to: number; readonly seek: boolean },
  walker: Walker,
): Walked {
  let beyond = FIRST_BEYOND;
  let window = openWindow(source, from, to, beyond);
  const places = cellPlaces();
  let limit = window.positionOf(to);
  // A larger window starts at the same byte, so positions in it stay what they were.
  const grow = (): boolean => {
    if (window.isLast || beyond > 2 * MOST_ROW) return false;
    beyond *= 4;
    window = openWindow(source, from, to, beyond);
    limit = window.positionOf(to);
    return true;
  };
  const place = (at: number) => window.placeOf(at);
  let at = seek
    ? firstRecord(
        () => window,
        shape,
        places,
        () => limit,
      )
    : 0;
  const start = place(at);
  while (at < limit && at < window.bytes.length) {
    const { bytes } = window;
    const state = placeRow(bytes, at, bytes.length, shape.delimiter, places);
    if ((state === 'open' || state === 'cut') && grow()) continue;
    const { next } = places;
    if (state === 'blank') {
      at = next;
      continue;
    }
    const isWhole = state === 'row' || state === 'cut';
    if (isWhole && places.count === shape.cells) {
      const { from: base } = window;
      if (base === null) walker.row(bytes, places, place(at), place(next));
      else walker.row(bytes, places, base + at, base + next);
      at = next;
      continue;
    }
    const lineEnd = bytes.indexOf(NEWLINE, at);
    if (isWhole && (lineEnd < 0 || lineEnd + 1 >= next)) {
      const isBlank = places.count === 1 && places.starts[0] === places.ends[0];
      if (!isBlank) walker.fault(state === 'cut' ? 'cut' : 'cells', places.count, place(at), place(next));
      at = next;
      continue;
    }
    at = afterFault(at, state === 'open' && window.isLast);
  }
  return { start, end: place(Math.min(at, window.bytes.length)) };

  /** Passes over a row that cannot be told from its quotes: line by line, to the next line that is a whole record. */
  function afterFault(from: number, isOpen: boolean): number {
    let rowStart = from;
    let lineStart = from;
    for (;;) {
      const lineEnd = window.bytes.indexOf(NEWLINE, lineStart);
      const stop = lineEnd < 0 ? window.bytes.length : lineEnd + 1;
      if (stop >= window.bytes.length && window.isLast) {
        walker.fault(isOpen ? 'cut' : 'quotes', 0, place(rowStart), place(stop));
        return stop;
      }
      if (stop >= window.bytes.length && grow()) continue;
      if (stop >= window.bytes.length) {
        walker.fault('quotes', 0, place(rowStart), place(stop));
        return stop;
      }
      if (isRecordAt(window.bytes, stop)) {
        walker.fault('quotes', 0, place(rowStart), place(stop));
        return stop;
      }
      if (delimitersIn(window.bytes, stop, shape.delimiter) * 2 >= shape.cells) {
        walker.fault('quotes', 0, place(rowStart), place(stop));
        rowStart = stop;
      }
      lineStart = stop;
    }
  }

  function isRecordAt(bytes: Buffer, at: number): boolean {
    const state = placeRow(bytes, at, bytes.length, shape.delimiter, places);
    return (
      (state === 'row' || (state === 'cut' && window.isLast)) &&
      places.count === shape.cells &&
      shape.isRecord(bytes, places)
    );
  }
}

function firstRecord(window: () => Window, shape: CsvShape, places: CellPlaces, limit: () => number): number {
  const { bytes } = window();
  let at = 0;
  for (;;) {
    const lineEnd = bytes.indexOf(NEWLINE, at);
    if (lineEnd < 0 || lineEnd + 1 >= limit()) return Math.min(limit(), bytes.length);
    at = lineEnd + 1;
    const state = placeRow(bytes, at, bytes.length, shape.delimiter, places);
    if (state === 'row' && places.count === shape.cells && shape.isRecord(bytes, places)) return at;
  }
}

function delimitersIn(bytes: Buffer, from: number, delimiter: number): number {
  const lineEnd = bytes.indexOf(NEWLINE, from);
  const stop = lineEnd < 0 ? bytes.length : lineEnd;
  let found = 0;
  for (let at = from; at < stop; at++) if (bytes[at] === delimiter) found++;
  return found;
}
