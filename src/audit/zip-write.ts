/**
 * Writes a zip file part by part in a stream, so that a sheet is never held whole. Same input, same bytes: times are fixed. Readable
 * by its owner alone, since what it packs is about crimes.
 */
import { once } from 'node:events';
import { closeSync, openSync, writeSync } from 'node:fs';
import { crc32, createDeflateRaw } from 'node:zlib';

/** 1 January 1980, the first day that the format can write. */
const DAY = 0x0021;
const LOCAL = 30;

type Written = {
  readonly name: Buffer;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
};

export class ZipWriter {
  readonly #file: number;
  readonly #parts: Written[] = [];
  #at = 0;

  constructor(path: string) {
    this.#file = openSync(path, 'w', 0o600);
  }

  async add(name: string, content: Iterable<string> | AsyncIterable<string>): Promise<void> {
    const title = Buffer.from(name);
    const at = this.#at;
    this.#at += LOCAL + title.length;
    const deflate = createDeflateRaw({ level: 6 });
    let packed = 0;
    let size = 0;
    let crc = 0;
    deflate.on('data', (chunk: Buffer) => {
      writeSync(this.#file, chunk, 0, chunk.length, this.#at);
      this.#at += chunk.length;
      packed += chunk.length;
    });
    const ended = once(deflate, 'end');
    for await (const text of content) {
      const bytes = Buffer.from(text);
      size += bytes.length;
      crc = crc32(bytes, crc);
      if (!deflate.write(bytes)) await once(deflate, 'drain');
    }
    deflate.end();
    await ended;
    const part = { name: title, crc, packed, size, at };
    this.#parts.push(part);
    // The head of a part says its sizes, which are known only now.
    const head = headOf(part, 0x04034b50, LOCAL, 4);
    writeSync(this.#file, Buffer.concat([head, title]), 0, LOCAL + title.length, at);
  }

  close(): void {
    const entries = this.#parts.map((part) => {
      const entry = headOf(part, 0x02014b50, 46, 6);
      entry.writeUInt16LE(20, 4);
      entry.writeUInt32LE(part.at, 42);
      return Buffer.concat([entry, part.name]);
    });
    const directory = Buffer.concat(entries);
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(entries.length, 8);
    end.writeUInt16LE(entries.length, 10);
    end.writeUInt32LE(directory.length, 12);
    end.writeUInt32LE(this.#at, 16);
    writeSync(this.#file, Buffer.concat([directory, end]), 0, directory.length + 22, this.#at);
    closeSync(this.#file);
  }
}

/** The fields that the head of a part and its line in the directory share, from `from` on. */
function headOf({ name, crc, packed, size }: Written, sign: number, length: number, from: number): Buffer {
  const head = Buffer.alloc(length);
  head.writeUInt32LE(sign, 0);
  head.writeUInt16LE(20, from);
  // Names are UTF-8.
  head.writeUInt16LE(0x0800, from + 2);
  head.writeUInt16LE(8, from + 4);
  head.writeUInt16LE(0, from + 6);
  head.writeUInt16LE(DAY, from + 8);
  head.writeUInt32LE(crc, from + 10);
  head.writeUInt32LE(packed, from + 14);
  head.writeUInt32LE(size, from + 18);
  head.writeUInt16LE(name.length, from + 22);
  return head;
}
