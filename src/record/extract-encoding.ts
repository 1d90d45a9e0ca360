/**
 * In which encoding a file is written: by its byte order mark, by the zeros of UTF-16, else by looking at every line that is not
 * plain ASCII, up to some thousands: UTF-8 where most of them are, windows-1252 where most are not. A few damaged rows do not
 * turn a file into another encoding.
 */
import { isAscii, isUtf8 } from 'node:buffer';
import { readSync } from 'node:fs';
import type { Encoding } from './extract-window.ts';

const BLOCK = 1 << 20;
const ENOUGH_LINES = 2_000;
const NEWLINE = 10;

export type Encoded = {
  readonly encoding: Encoding;
  /** Bytes of the byte order mark. */
  readonly mark: number;
  /** False where all that was looked at is plain ASCII, which is the same in both encodings that the rest may have. */
  readonly isSettled: boolean;
};

/** Looks no further than `looked` bytes where these are plain ASCII. */
export function encodingOf(file: number, size: number, looked: number = size): Encoded {
  const head = Buffer.alloc(Math.min(size, 4_096));
  readSync(file, head, 0, head.length, 0);
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return settled('utf-8', 3);
  if (head[0] === 0xff && head[1] === 0xfe) return settled('utf-16le', 2);
  if (head[0] === 0xfe && head[1] === 0xff) return settled('utf-16be', 2);
  const wide = zerosOf(head);
  if (wide !== null) return settled(wide, 0);
  const isUtf8 = isMostlyUtf8(file, size, looked);
  if (isUtf8 === null) return { encoding: 'utf-8', mark: 0, isSettled: false };
  return settled(isUtf8 ? 'utf-8' : 'windows-1252', 0);
}

function settled(encoding: Encoding, mark: number): Encoded {
  return { encoding, mark, isSettled: true };
}

/** UTF-16 without its mark shows as a zero in nearly every other byte of plain English. */
function zerosOf(head: Buffer): 'utf-16le' | 'utf-16be' | null {
  const zeros: [number, number] = [0, 0];
  head.forEach((byte, n) => {
    if (byte === 0) zeros[(n % 2) as 0 | 1]++;
  });
  const [even, odd] = zeros;
  if (head.length < 8 || Math.max(even, odd) < head.length * 0.35) return null;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

/** Null where the first `looked` bytes and no more are plain ASCII. */
function isMostlyUtf8(file: number, size: number, looked: number): boolean | null {
  const block = Buffer.allocUnsafe(Math.min(BLOCK, Math.max(size, 1)));
  let good = 0;
  let bad = 0;
  for (let place = 0; place < size && good + bad < ENOUGH_LINES; ) {
    if (place >= looked && good + bad === 0) return null;
    const got = readSync(file, block, 0, block.length, place);
    if (got === 0) break;
    const held = block.subarray(0, got);
    // A line cut by the end of the block is looked at with the next one, unless it is longer than a block.
    const last = place + got >= size ? got : held.lastIndexOf(NEWLINE) + 1;
    const whole = last > 0 ? held.subarray(0, last) : held;
    if (!isAscii(whole)) {
      for (let at = 0; at < whole.length; ) {
        const lineEnd = whole.indexOf(NEWLINE, at);
        const stop = lineEnd < 0 ? whole.length : lineEnd + 1;
        const line = whole.subarray(at, stop);
        at = stop;
        if (isAscii(line)) continue;
        if (isUtf8(line)) good++;
        else bad++;
      }
    }
    place += whole.length;
  }
  return good >= bad;
}
