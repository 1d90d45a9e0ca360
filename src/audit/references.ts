/**
 * The references seen so far, as 64 bits each in one flat table: ten million of them take 160 megabytes and as objects would take
 * a gigabyte. Two different references with the same 64 bits would be taken for one; among ten million the odds are one in 300,000.
 */
export class References {
  #size = 0;
  #slots: number;
  #one: Uint32Array;
  #two: Uint32Array;

  constructor(slots = 1 << 16) {
    this.#slots = slots;
    this.#one = new Uint32Array(slots);
    this.#two = new Uint32Array(slots);
  }

  /** False where the reference was there already. */
  add(a: number, b: number): boolean {
    if (this.#size * 10 > this.#slots * 7) this.#grow();
    // A slot of two zeros is free; a reference that hashes to that is kept as its neighbour.
    if (!put(this.#one, this.#two, this.#slots - 1, a, b === 0 && a === 0 ? 1 : b)) return false;
    this.#size++;
    return true;
  }

  #grow(): void {
    const slots = this.#slots * 2;
    const one = new Uint32Array(slots);
    const two = new Uint32Array(slots);
    for (let at = 0; at < this.#slots; at++) {
      const a = this.#one[at] as number;
      const b = this.#two[at] as number;
      if (a !== 0 || b !== 0) put(one, two, slots - 1, a, b);
    }
    this.#slots = slots;
    this.#one = one;
    this.#two = two;
  }
}

function put(one: Uint32Array, two: Uint32Array, mask: number, a: number, b: number): boolean {
  let at = (a ^ (b >>> 9)) & mask;
  for (;;) {
    const x = one[at] as number;
    const y = two[at] as number;
    if (x === 0 && y === 0) break;
    if (x === a && y === b) return false;
    at = (at + 1) & mask;
  }
  one[at] = a;
  two[at] = b;
  return true;
}
