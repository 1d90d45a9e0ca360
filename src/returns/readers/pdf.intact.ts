/**
 * Whether a PDF arrived as it was sent, as far as the file can tell: its end is there, and every packed stream that is
 * not a picture matches its own checksum, which readers of PDF do not look at. A changed bit in packed text may be
 * another number.
 */
import { inflateSync } from 'node:zlib';
import type { Limits } from './reader.ts';
import { Unreadable } from './unreadable.ts';

/** Mail gateways add bytes after the end; readers of PDF allow about this many. */
const tail = 4096;

export function checkIntact(bytes: Uint8Array, limits: Limits): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!file.subarray(-tail).includes('%%EOF')) {
    throw new Unreadable('damaged', 'the document is cut short');
  }
  const text = file.toString('latin1');
  // Locked streams are scrambled after they are packed; the parser's own password check stands for them.
  if (/\/Encrypt\s+\d/.test(text)) {
    return;
  }
  let inflated = 0;
  for (const opened of text.matchAll(/\bstream\r?\n/g)) {
    const start = opened.index + opened[0].length;
    const described = text.slice(text.lastIndexOf('obj', opened.index), opened.index);
    const packedOnce = /\/Filter\s*(?:\[\s*)?\/(?:FlateDecode|Fl)\b/.test(described);
    const end = text.indexOf('endstream', start);
    if (!packedOnce || /\/Subtype\s*\/Image\b/.test(described) || end === -1) {
      continue;
    }
    inflated += sizeOf(file.subarray(start, end), limits.inflatedBytes - inflated);
  }
}

function sizeOf(packed: Uint8Array, most: number): number {
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(1, most) }).length;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ERR_BUFFER_TOO_LARGE') {
      throw new Unreadable('over-limits', 'the document unpacks to more than is read');
    }
    // Some writers leave the checksum off the end of a stream; that is short, not wrong.
    if (code === 'Z_DATA_ERROR') {
      throw new Unreadable('damaged', 'a part of the document does not match its checksum');
    }
    return 0;
  }
}
