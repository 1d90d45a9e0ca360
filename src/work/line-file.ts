/** A file written from front to back in large pieces, readable by its owner alone: what is written is about crimes. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { Refusal } from '#finding/refusal.ts';

const ENOUGH = 1 << 20;

export class LineFile {
  readonly #file: number;
  #held: Uint8Array[] = [];
  #size = 0;

  constructor(path: string) {
    try {
      this.#file = openSync(path, 'w', 0o600);
    } catch (cause) {
      throw new Refusal('bad-use', `"${path}" cannot be written. Choose another place.`, { cause });
    }
  }

  /** The bytes may be used again by the caller: they are written or copied at once. */
  bytes(bytes: Uint8Array): void {
    this.#size += bytes.length;
    if (bytes.length >= ENOUGH) {
      this.#flush();
      writeAll(this.#file, bytes);
      return;
    }
    this.#held.push(Uint8Array.from(bytes));
    if (this.#held.length > 64 || this.#held.reduce((sum, one) => sum + one.length, 0) >= ENOUGH)
      this.#flush();
  }

  line(text: string): void {
    this.bytes(Buffer.from(text));
  }

  get size(): number {
    return this.#size;
  }

  close(): void {
    this.#flush();
    closeSync(this.#file);
  }

  #flush(): void {
    const held = this.#held;
    this.#held = [];
    if (held.length > 0) writeAll(this.#file, Buffer.concat(held));
  }
}

function writeAll(file: number, bytes: Uint8Array): void {
  let at = 0;
  while (at < bytes.length) at += writeSync(file, bytes, at, bytes.length - at);
}
