/**
 * The parts of a workbook file, inflated as a stream so that a sheet of a million rows is never held whole. Sizes and checksums
 * are those of the directory; a part that does not match them is damage, and said.
 */
import { createReadStream, readSync } from 'node:fs';
import { crc32, createInflateRaw } from 'node:zlib';
import { Refusal } from '#finding/refusal.ts';

type Part = {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
};

export type ZipFile = {
  readonly names: readonly string[];
  readonly text: (name: string) => Promise<string>;
  readonly stream: (name: string) => AsyncGenerator<Buffer>;
};

const END = 0x06054b50;
const END_64 = 0x06064b50;
const ENTRY = 0x02014b50;
const LONGEST_TEXT = 64_000_000;

export function openZip(path: string, file: number, size: number): ZipFile {
  const damaged = (what: string) =>
    new Refusal('bad-use', `${what}: the workbook is damaged. Export it once more. Nothing was checked.`);
  const read = (from: number, length: number): Buffer => {
    const bytes = Buffer.alloc(Math.max(0, Math.min(length, size - from)));
    if (readSync(file, bytes, 0, bytes.length, from) !== bytes.length) throw damaged('Its directory');
    return bytes;
  };
  const tailStart = Math.max(0, size - 66_000);
  const tail = read(tailStart, 66_000);
  let end = tail.length - 22;
  while (end >= 0 && tail.readUInt32LE(end) !== END) end--;
  if (end < 0) throw damaged('Its directory is not there');
  let length = tail.readUInt32LE(end + 12);
  let start = tail.readUInt32LE(end + 16);
  if (start === 0xffffffff && end >= 20) {
    const wide = read(Number(tail.readBigUInt64LE(end - 12)), 56);
    if (wide.length < 56 || wide.readUInt32LE(0) !== END_64) throw damaged('Its directory');
    length = Number(wide.readBigUInt64LE(40));
    start = Number(wide.readBigUInt64LE(48));
  }
  const directory = read(start, length);
  const parts = new Map<string, Part>();
  for (let at = 0; at + 46 <= directory.length; ) {
    if (directory.readUInt32LE(at) !== ENTRY) throw damaged('Its directory');
    const nameLength = directory.readUInt16LE(at + 28);
    const extraLength = directory.readUInt16LE(at + 30);
    const name = directory.toString('utf8', at + 46, at + 46 + nameLength).replace(/^\//, '');
    const sizes = sizesOf(directory, at, at + 46 + nameLength, extraLength);
    parts.set(name.toLowerCase(), {
      name,
      method: directory.readUInt16LE(at + 10),
      crc: directory.readUInt32LE(at + 16),
      ...sizes,
    });
    at += 46 + nameLength + extraLength + directory.readUInt16LE(at + 32);
  }

  async function* stream(name: string): AsyncGenerator<Buffer> {
    const part = parts.get(name.replace(/^\//, '').toLowerCase());
    if (part === undefined) throw damaged(`The part ${name} is not there`);
    const local = read(part.offset, 30);
    const from = part.offset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
    const packed = createReadStream(path, {
      start: from,
      end: Math.max(from, from + part.packed - 1),
      highWaterMark: 1 << 18,
    });
    let crc = 0;
    let total = 0;
    const inflated: AsyncIterable<Buffer> =
      part.method === 0 ? packed : packed.pipe(createInflateRaw({ chunkSize: 1 << 18 }));
    try {
      if (part.packed > 0) {
        for await (const chunk of inflated) {
          crc = crc32(chunk, crc);
          total += chunk.length;
          if (total > part.size) throw damaged(`The part ${name}`);
          yield chunk;
        }
      }
    } catch (error) {
      if (error instanceof Refusal) throw error;
      throw damaged(`The part ${name}`);
    } finally {
      packed.destroy();
    }
    if (total !== part.size || crc !== part.crc) throw damaged(`The part ${name}`);
  }

  return {
    names: [...parts.values()].map((part) => part.name),
    stream,
    async text(name) {
      const chunks: Buffer[] = [];
      let total = 0;
      for await (const chunk of stream(name)) {
        total += chunk.length;
        if (total > LONGEST_TEXT) throw damaged(`The part ${name} is too large and`);
        chunks.push(chunk);
      }
      return Buffer.concat(chunks).toString('utf8');
    },
  };
}

/** Sizes and offset, from the 64-bit extra field where the short ones are full. */
function sizesOf(directory: Buffer, entry: number, extra: number, extraLength: number) {
  let packed = directory.readUInt32LE(entry + 20);
  let size = directory.readUInt32LE(entry + 24);
  let offset = directory.readUInt32LE(entry + 42);
  for (let at = extra; at + 4 <= extra + extraLength; at += 4 + directory.readUInt16LE(at + 2)) {
    if (directory.readUInt16LE(at) !== 1) continue;
    let field = at + 4;
    const next = () => {
      field += 8;
      return Number(directory.readBigUInt64LE(field - 8));
    };
    if (size === 0xffffffff) size = next();
    if (packed === 0xffffffff) packed = next();
    if (offset === 0xffffffff) offset = next();
  }
  return { packed, size, offset };
}
