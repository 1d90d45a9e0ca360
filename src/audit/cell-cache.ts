/**
 * Remembers what was made of some cells of a row by their bytes, so that the few thousand different dates, codes and places of an
 * extract are decoded once and not ten million times. Every byte is compared: a hash alone never answers. Never given a narrative.
 */
import type { CellPlaces } from '#record/extract-csv-row.ts';

type Entry<T> = { readonly bytes: Uint8Array; readonly value: T; readonly after: Entry<T> | null };

const MOST_ENTRIES = 100_000;
const MOST_BYTES = 1_000;
/** Stands between two cells, so that `1` `12` and `11` `2` are not one key; no cell is cut by it in UTF-8. */
const BETWEEN = 0xff;

export class CellCache<T> {
  readonly #columns: readonly number[];
  readonly #make: (bytes: Buffer, places: CellPlaces) => T;
  readonly #key = new Uint8Array(MOST_BYTES);
  #table = new Map<number, Entry<T>>();
  #size = 0;

  /** `make` must give the same for the same bytes of `columns`. */
  constructor(columns: readonly number[], make: (bytes: Buffer, places: CellPlaces) => T) {
    this.#columns = columns;
    this.#make = make;
  }

  get(bytes: Buffer, places: CellPlaces): T {
    const key = this.#key;
    let length = 0;
    let hash = 17;
    for (const column of this.#columns) {
      const end = places.ends[column] as number;
      let at = places.starts[column] as number;
      if (length + end - at >= MOST_BYTES - 2) return this.#make(bytes, places);
      for (; at < end; at++) {
        const byte = bytes[at] as number;
        key[length++] = byte;
        hash = (Math.imul(hash, 31) + byte) | 0;
      }
      key[length++] = BETWEEN;
      key[length++] = places.doubled[column] as number;
      hash = Math.imul(hash, 37);
    }
    hash = (hash ^ (hash >>> 15)) & 0x3fffffff;
    const first = this.#table.get(hash);
    for (let entry = first ?? null; entry !== null; entry = entry.after) {
      if (isSame(entry.bytes, key, length)) return entry.value;
    }
    if (this.#size >= MOST_ENTRIES) {
      // Cells that never repeat themselves: start afresh rather than grow with the file.
      this.#table = new Map();
      this.#size = 0;
    }
    const value = this.#make(bytes, places);
    this.#table.set(hash, { bytes: key.slice(0, length), value, after: this.#table.get(hash) ?? null });
    this.#size++;
    return value;
  }
}

function isSame(kept: Uint8Array, key: Uint8Array, length: number): boolean {
  if (kept.length !== length) return false;
  for (let at = 0; at < length; at++) if (kept[at] !== key[at]) return false;
  return true;
}
