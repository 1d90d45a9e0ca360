/**
 * Remembers what was made of some cells of a row by their bytes, so that the few thousand different dates, codes and places of an
 * extract are decoded once and not ten million times. Every byte is compared: a hash alone never answers. Flat tables, because it
 * is asked for every row and what is asked must stay near the processor. Never given a narrative.
 */
import type { CellPlaces } from '#record/extract-csv-row.ts';

const SLOTS = 1 << 17;
const MOST_ENTRIES = SLOTS / 2;
const MOST_BYTES = 1_000;
/** Stands between two cells, so that `1` `12` and `11` `2` are not one key; no text has this byte in UTF-8. */
const BETWEEN = 0xff;

export class CellCache<T> {
  readonly #columns: Int32Array;
  readonly #make: (bytes: Buffer, places: CellPlaces) => T;
  /** Per slot: number of its entry and one, and the hash. */
  readonly #entryOf = new Int32Array(SLOTS);
  readonly #hashOf = new Int32Array(SLOTS);
  #starts = new Int32Array(1_024);
  #kept = new Uint8Array(1 << 16);
  #used = 0;
  #values: T[] = [];

  /** `make` must give the same for the same bytes of `columns`. */
  constructor(columns: readonly number[], make: (bytes: Buffer, places: CellPlaces) => T) {
    this.#columns = Int32Array.from(columns);
    this.#make = make;
  }

  get(bytes: Buffer, places: CellPlaces): T {
    const columns = this.#columns;
    const { starts, ends, doubled } = places;
    let hash = 17;
    let length = 0;
    for (let n = 0; n < columns.length; n++) {
      const column = columns[n] as number;
      const end = ends[column] as number;
      const start = starts[column] as number;
      for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + (bytes[at] as number)) | 0;
      hash = Math.imul(hash, 37) + (doubled[column] as number);
      length += end - start + 2;
    }
    if (length > MOST_BYTES) return this.#make(bytes, places);
    let slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    for (;;) {
      const entry = this.#entryOf[slot] as number;
      if (entry === 0) break;
      if (this.#hashOf[slot] === hash && this.#isSame(entry - 1, bytes, places))
        return this.#values[entry - 1] as T;
      slot = (slot + 1) & (SLOTS - 1);
    }
    return this.#keep(slot, hash, length, bytes, places);
  }

  #isSame(entry: number, bytes: Buffer, { starts, ends, doubled }: CellPlaces): boolean {
    const columns = this.#columns;
    const kept = this.#kept;
    let from = this.#starts[entry] as number;
    for (let n = 0; n < columns.length; n++) {
      const column = columns[n] as number;
      const end = ends[column] as number;
      for (let at = starts[column] as number; at < end; at++) if (kept[from++] !== bytes[at]) return false;
      if (kept[from++] !== BETWEEN || kept[from++] !== doubled[column]) return false;
    }
    return true;
  }

  #keep(slot: number, hash: number, length: number, bytes: Buffer, places: CellPlaces): T {
    if (this.#values.length >= MOST_ENTRIES) {
      // Cells that never repeat themselves: start afresh rather than grow with the file.
      this.#entryOf.fill(0);
      this.#values = [];
      this.#used = 0;
      return this.get(bytes, places);
    }
    const entry = this.#values.length;
    if (this.#used + length > this.#kept.length)
      this.#kept = grown(this.#kept, new Uint8Array(this.#kept.length * 2));
    if (entry === this.#starts.length) this.#starts = grown(this.#starts, new Int32Array(entry * 2));
    this.#starts[entry] = this.#used;
    for (const column of this.#columns) {
      const end = places.ends[column] as number;
      for (let at = places.starts[column] as number; at < end; at++)
        this.#kept[this.#used++] = bytes[at] as number;
      this.#kept[this.#used++] = BETWEEN;
      this.#kept[this.#used++] = places.doubled[column] as number;
    }
    this.#entryOf[slot] = entry + 1;
    this.#hashOf[slot] = hash;
    const value = this.#make(bytes, places);
    this.#values.push(value);
    return value;
  }
}

function grown<A extends Uint8Array | Int32Array>(old: A, larger: A): A {
  larger.set(old);
  return larger;
}
