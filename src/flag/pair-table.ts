/**
 * A number for each of many pairs of small numbers, in one flat table that is made once. Most pairs of neighbouring words are looked
 * for in vain, so a table is made twice as large as it need be: the first slot looked at nearly always answers.
 */

/** A number of a pair fits in 16 bits, so that both fit in one. */
const MOST = 1 << 16;

/** `value` is above zero: zero stands for no such pair. */
export type PairEntry = readonly [one: number, other: number, value: number];

export class PairTable {
  /** Pair and value in turn. */
  readonly #slots: Int32Array;
  readonly #shift: number;

  /** Each pair at most once. */
  constructor(entries: readonly PairEntry[]) {
    const bits = Math.ceil(Math.log2(2 * Math.max(8, entries.length)));
    this.#shift = 32 - bits;
    this.#slots = new Int32Array(2 << bits);
    for (const [one, other, value] of entries) {
      if (one >= MOST || other >= MOST) throw new Error(`more than ${MOST} numbers are paired`);
      let at = this.#placeOf(pairOf(one, other));
      while (this.#slots[at + 1] !== 0) at = (at + 2) & (this.#slots.length - 1);
      this.#slots[at] = pairOf(one, other);
      this.#slots[at + 1] = value;
    }
  }

  /** 0 for a pair that is not there. */
  get(one: number, other: number): number {
    const slots = this.#slots;
    const pair = pairOf(one, other);
    let at = this.#placeOf(pair);
    for (;;) {
      const value = slots[at + 1] as number;
      if (value === 0 || slots[at] === pair) return value;
      at = (at + 2) & (slots.length - 1);
    }
  }

  #placeOf(pair: number): number {
    return (Math.imul(pair ^ (pair >>> 15), 0x9e3779b1) >>> this.#shift) * 2;
  }
}

function pairOf(one: number, other: number): number {
  return (one << 16) | other;
}
