/**
 * Remembers what was made of some cells of a row by their bytes, so that the few thousand different dates, codes and places of an
 * extract are decoded once and not ten million times. Every byte is compared: a hash alone never answers. Flat tables, because it
 * is asked for every row and what is asked must stay near the processor. Never given a narrative.
 */
import type { CellPlaces } from '#record/extract-csv-row.ts';

const MOST_ENTRIES = 1 << 16;
/** Room at first: most files have a few hundred different days, and a table near the processor answers soonest. */
const FIRST_ENTRIES = 1 << 9;
/** A slot holds the number of its entry and one, the hash, and where the bytes of the entry begin. */
const A_SLOT = 4;
const MOST_BYTES = 1_000;
/** Stands between two cells, so that `1` `12` and `11` `2` are not one key; no text has this byte in UTF-8. */
const BETWEEN = 0xff;

export class CellCache<T> {
  readonly #columns: Int32Array;
  readonly #make: (bytes: Buffer, places: CellPlaces) => T;
  #slots = new Int32Array(2 * FIRST_ENTRIES * A_SLOT);
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
    const slots = this.#slots;
    const mask = slots.length - A_SLOT;
    let slot = ((hash ^ (hash >>> 15)) << 2) & mask;
    for (;;) {
      const entry = slots[slot] as number;
      if (entry === 0) return this.#keep(hash, length, bytes, places);
      if (slots[slot + 1] === hash && this.#isSame(slots[slot + 2] as number, bytes, places))
        return this.#values[entry - 1] as T;
      slot = (slot + A_SLOT) & mask;
    }
  }

  #isSame(start: number, bytes: Buffer, { starts, ends, doubled }: CellPlaces): boolean {
    const columns = this.#columns;
    const kept = this.#kept;
    let from = start;
    for (let n = 0; n < columns.length; n++) {
      const column = columns[n] as number;
      const end = ends[column] as number;
      for (let at = starts[column] as number; at < end; at++) if (kept[from++] !== bytes[at]) return false;
      if (kept[from++] !== BETWEEN || kept[from++] !== doubled[column]) return false;
    }
    return true;
  }

  #keep(hash: number, length: number, bytes: Buffer, places: CellPlaces): T {
    if (this.#values.length >= MOST_ENTRIES) {
      // Cells that never repeat themselves: start afresh rather than grow with the file.
      this.#slots.fill(0);
      this.#values = [];
      this.#used = 0;
    } else if (2 * A_SLOT * this.#values.length >= this.#slots.length) this.#widen();
    if (this.#used + length > this.#kept.length) {
      const larger = new Uint8Array(this.#kept.length * 2);
      larger.set(this.#kept);
      this.#kept = larger;
    }
    const start = this.#used;
    for (const column of this.#columns) {
      const end = places.ends[column] as number;
      for (let at = places.starts[column] as number; at < end; at++)
        this.#kept[this.#used++] = bytes[at] as number;
      this.#kept[this.#used++] = BETWEEN;
      this.#kept[this.#used++] = places.doubled[column] as number;
    }
    const value = this.#make(bytes, places);
    this.#put(this.#values.push(value), hash, start);
    return value;
  }

  #put(entry: number, hash: number, start: number): void {
    const slots = this.#slots;
    const mask = slots.length - A_SLOT;
    let slot = ((hash ^ (hash >>> 15)) << 2) & mask;
    while (slots[slot] !== 0) slot = (slot + A_SLOT) & mask;
    slots[slot] = entry;
    slots[slot + 1] = hash;
    slots[slot + 2] = start;
  }

  #widen(): void {
    const old = this.#slots;
    this.#slots = new Int32Array(old.length * 2);
    for (let slot = 0; slot < old.length; slot += A_SLOT) {
      const entry = old[slot] as number;
      if (entry !== 0) this.#put(entry, old[slot + 1] as number, old[slot + 2] as number);
    }
  }
}
