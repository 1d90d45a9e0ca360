/** The records of an old Excel workbook stream (BIFF), and strings that run on from one record into the next. */
import { Unreadable } from './unreadable.ts';

export type BiffRecord = { readonly id: number; readonly data: DataView; readonly next: number };

export const continued = 0x3c;

export function recordAt(stream: DataView, at: number): BiffRecord | null {
  if (at + 4 > stream.byteLength) return null;
  const length = stream.getUint16(at + 2, true);
  if (at + 4 + length > stream.byteLength) throw new Unreadable('damaged', 'the workbook is cut short');
  const data = new DataView(stream.buffer, stream.byteOffset + at + 4, length);
  return { id: stream.getUint16(at, true), data, next: at + 4 + length };
}

/** Reads on over the ends of records. Text cut there begins again with a byte that says how wide its letters are. */
export class ContinuedData {
  readonly #pieces: readonly DataView[];
  #piece = 0;
  #at = 0;

  constructor(pieces: readonly DataView[]) {
    this.#pieces = pieces;
  }

  get isOver(): boolean {
    return this.#atEnd() && this.#piece >= this.#pieces.length - 1;
  }

  number(bytes: 1 | 2 | 4): number {
    let value = 0;
    for (let n = 0; n < bytes; n++) value += this.#byte() * 256 ** n;
    return value;
  }

  skip(bytes: number): void {
    for (let n = 0; n < bytes; n++) this.#byte();
  }

  text(length: number, wideAtFirst: boolean): string {
    let text = '';
    let wide = wideAtFirst;
    for (let n = 0; n < length; n++) {
      if (this.#atEnd()) {
        this.#step();
        wide = (this.#byte() & 1) === 1;
      }
      text += String.fromCharCode(wide ? this.number(2) : this.#byte());
    }
    return text;
  }

  #atEnd(): boolean {
    return this.#at >= (this.#pieces[this.#piece]?.byteLength ?? 0);
  }

  #step(): void {
    this.#piece++;
    this.#at = 0;
    if (this.#piece >= this.#pieces.length) throw new Unreadable('damaged', 'the workbook is cut short');
  }

  #byte(): number {
    while (this.#atEnd()) this.#step();
    return this.#pieces[this.#piece]?.getUint8(this.#at++) ?? 0;
  }
}
