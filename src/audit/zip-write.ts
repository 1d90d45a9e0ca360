/**
 * Writes a zip file part by part in a stream, so that a sheet is never held whole. Same input, same bytes, on any processor: it is
 * packed in plain script and times are fixed. Readable by its owner alone, since what it packs is about crimes.
 */
import { closeSync, openSync, writeSync } from 'node:fs';
import { Zip, ZipDeflate } from 'fflate';

/** Text is packed in pieces of about this many letters. */
const PIECE = 1 << 16;

export class ZipWriter {
  readonly #file: number;
  readonly #zip: Zip;

  constructor(path: string) {
    this.#file = openSync(path, 'w', 0o600);
    this.#zip = new Zip((error, chunk) => {
      if (error !== null) throw error;
      for (let at = 0; at < chunk.length; ) at += writeSync(this.#file, chunk, at);
    });
  }

  async add(name: string, content: Iterable<string> | AsyncIterable<string>): Promise<void> {
    const part = new ZipDeflate(name, { level: 6 });
    // The first day that the format can write, wherever the machine stands.
    part.mtime = new Date(1980, 0, 1);
    this.#zip.add(part);
    let held = '';
    for await (const text of content) {
      held += text;
      if (held.length < PIECE) continue;
      part.push(Buffer.from(held));
      held = '';
    }
    part.push(Buffer.from(held), true);
  }

  close(): void {
    this.#zip.end();
    closeSync(this.#file);
  }
}
