/**
 * The references seen so far, as 64 bits each in one flat table: ten million of them take 110 megabytes and as objects would take a
 * gigabyte. Two different references with the same 64 bits would be taken for one; among ten million the odds are one in 300,000.
 */
const FIRST = 1 << 16;
const GROWTH = 1.5;
/** Share of the slots that may be taken. */
const FULL = 0.75;
const ALL_HASHES = 2 ** 32;
/** Room is made beforehand for so many at most: what is expected is a guess. */
const MOST_EXPECTED = 12_000_000;

export class References {
  #size = 0;
  /** The two halves side by side, so that a reference is one look at memory. */
  #table = tableOf(FIRST);

  /** Makes room for as many as are expected: a table that grows is held twice while it is copied, when memory is dearest. */
  expect(count: number): void {
    const slots = Math.min(count, MOST_EXPECTED) / FULL;
    if (2 * slots > this.#table.length) this.#widen(slots);
  }

  /** False where the reference was there already. */
  add(a: number, b: number): boolean {
    if (2 * this.#size >= FULL * this.#table.length) this.#widen((this.#table.length / 2) * GROWTH);
    // A slot of two zeros is free; a reference that hashes to that is kept as its neighbour.
    if (!put(this.#table, a, b === 0 && a === 0 ? 1 : b)) return false;
    this.#size++;
    return true;
  }

  #widen(slots: number): void {
    const old = this.#table;
    this.#table = tableOf(slots);
    for (let at = 0; at < old.length; at += 2) {
      const a = old[at] as number;
      const b = old[at + 1] as number;
      if (a !== 0 || b !== 0) put(this.#table, a, b);
    }
  }
}

function tableOf(slots: number): Uint32Array {
  return new Uint32Array(2 * Math.ceil(slots));
}

function put(table: Uint32Array, a: number, b: number): boolean {
  const mixed = Math.imul(a ^ (b >>> 15) ^ Math.imul(b, 0x85ebca6b), 0x9e3779b1) >>> 0;
  let at = 2 * Math.floor((mixed / ALL_HASHES) * (table.length / 2));
  for (;;) {
    const x = table[at] as number;
    const y = table[at + 1] as number;
    if (x === 0 && y === 0) break;
    if (x === a && y === b) return false;
    at += 2;
    if (at === table.length) at = 0;
  }
  table[at] = a;
  table[at + 1] = b;
  return true;
}
