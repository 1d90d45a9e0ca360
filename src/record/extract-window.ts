/**
 * A stretch of a file held in memory, which grows when a row reaches beyond it. Places are counted from the start of the file,
 * in bytes of the file; UTF-16 is turned into UTF-8 on the way in, so that one scan serves every encoding.
 */
import { readSync } from 'node:fs';

export type Encoding = 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be';

/** Most bytes that one row may have; beyond this an open quotation mark is taken for a slip, not for a text. */
export const MOST_ROW = 8_000_000;
const BEYOND = 65_536;

export type Window = {
  /** The bytes held, as UTF-8 or as a single-byte encoding. */
  readonly bytes: Buffer;
  /** True when the bytes reach the end of the file. */
  readonly isLast: boolean;
  /** Place in the file of the first byte held, where the bytes are those of the file; null where they were turned into UTF-8. */
  readonly from: number | null;
  /** Place in the file of a position in `bytes`. */
  readonly placeOf: (position: number) => number;
  /** Position of a place of the file. */
  readonly positionOf: (place: number) => number;
};

export type WindowSource = {
  readonly file: number;
  readonly size: number;
  readonly encoding: Encoding;
  /** Memory that windows are read into one after the other, where only one of them is used at a time. */
  readonly scratch?: { bytes: Buffer };
};

/** Reads from `from` to `to` and `beyond` bytes more, so that the last row can end. */
export function openWindow(source: WindowSource, from: number, to: number, beyond: number = BEYOND): Window {
  const wide = source.encoding === 'utf-16le' || source.encoding === 'utf-16be';
  const stop = Math.min(source.size, to + beyond + (wide && beyond % 2 === 1 ? 1 : 0));
  const raw = roomFor(source, Math.max(0, stop - from));
  let got = 0;
  while (got < raw.length) {
    const more = readSync(source.file, raw, got, raw.length - got, from + got);
    if (more === 0) break;
    got += more;
  }
  const isLast = from + got >= source.size || got < raw.length;
  const held = raw.subarray(0, got);
  if (!wide) {
    return {
      bytes: held,
      isLast,
      from,
      placeOf: (position) => from + position,
      positionOf: (place) => place - from,
    };
  }
  // Half a unit at the end of a file that was cut belongs to no text.
  const even = held.subarray(0, got - (got % 2));
  const text = (source.encoding === 'utf-16be' ? Buffer.from(even).swap16() : even).toString('utf16le');
  const bytes = Buffer.from(text, 'utf8');
  return {
    bytes,
    isLast,
    from: null,
    placeOf: (position) => from + 2 * bytes.toString('utf8', 0, position).length,
    positionOf: (place) => Buffer.byteLength(text.slice(0, (place - from) / 2)),
  };
}

function roomFor({ scratch }: WindowSource, size: number): Buffer {
  if (scratch === undefined) return Buffer.allocUnsafe(size);
  if (scratch.bytes.length < size) scratch.bytes = Buffer.allocUnsafeSlow(size);
  return scratch.bytes.subarray(0, size);
}
