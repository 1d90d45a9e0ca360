/**
 * The text of a cell from its bytes, in the encoding of the extract, with doubled quotation marks made single. Bytes that are
 * no text in that encoding are found here, a row at a time, so that one damaged row does not decide how the others are read.
 */
import { isUtf8 } from 'node:buffer';
import type { Encoding } from './extract-window.ts';

const HIGH = /[\u0080-\u009f]/g;
const WINDOWS = new TextDecoder('windows-1252');
/** Bytes that windows-1252 gives no letter. */
const NO_LETTER = [0x81, 0x8d, 0x8f, 0x90, 0x9d];
const LOST = Buffer.from('\ufffd');

export type CellText = (bytes: Buffer, start: number, end: number, doubled: boolean) => string;

export function cellTextOf(encoding: Encoding): CellText {
  const decode =
    encoding === 'windows-1252'
      ? (bytes: Buffer, start: number, end: number) => {
          const text = bytes.toString('latin1', start, end);
          // Latin-1 and windows-1252 differ in 32 places, quotation marks and dashes among them.
          return text.replace(HIGH, (letter) => WINDOWS.decode(Uint8Array.of(letter.charCodeAt(0))));
        }
      : (bytes: Buffer, start: number, end: number) => bytes.toString('utf8', start, end);
  return (bytes, start, end, doubled) => {
    const text = decode(bytes, start, end);
    return doubled ? text.replaceAll('""', '"') : text;
  };
}

/** Whether all of these bytes are text. Asked of a large stretch first; only where it says no is each row asked. */
export function isText(bytes: Buffer, encoding: Encoding): boolean {
  if (bytes.includes(0)) return false;
  if (encoding === 'utf-8') return isUtf8(bytes);
  if (encoding === 'windows-1252') return NO_LETTER.every((byte) => !bytes.includes(byte));
  return !bytes.includes(LOST);
}

/** As `isText`, for a stretch that may begin or end inside a letter. */
export function isTextWithin(bytes: Buffer, encoding: Encoding): boolean {
  if (encoding !== 'utf-8') return isText(bytes, encoding);
  let from = 0;
  while (from < 3 && ((bytes[from] ?? 0) & 0xc0) === 0x80) from++;
  let to = bytes.length;
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] as number;
    if (byte < 0x80) break;
    if (byte >= 0xc0) {
      to = bytes.length - back;
      break;
    }
  }
  return isText(bytes.subarray(from, to), encoding);
}
