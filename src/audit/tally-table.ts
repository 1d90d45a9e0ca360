/**
 * How many records there are of each kind, month and outcome, in one flat table: it is added to for every record by the one thread
 * that takes all batches in, and a map of maps took that thread longer than everything else it does.
 */
import { OUTCOMES } from './batch.ts';

const FIRST = 1 << 12;
/** Kind and one, month and outcome in one number, count; a fourth number keeps a slot within one line of the processor's cache. */
const A_SLOT = 4;

export class TallyTable {
  #slots = new Int32Array(2 * FIRST * A_SLOT);
  #used = 0;

  /** `kind` is a number that the caller gives to each kind, from zero on. */
  add(kind: number, month: number, outcome: number): void {
    const name = month * OUTCOMES + outcome;
    const slots = this.#slots;
    const slot = slotOf(slots, kind + 1, name);
    slots[slot + 2] = (slots[slot + 2] as number) + 1;
    if (slots[slot] !== 0) return;
    slots[slot] = kind + 1;
    slots[slot + 1] = name;
    this.#used++;
    if (2 * A_SLOT * this.#used >= slots.length) this.#widen();
  }

  /** Calls for each combination there is, in no order that means anything. */
  each(take: (kind: number, month: number, outcome: number, count: number) => void): void {
    const slots = this.#slots;
    for (let slot = 0; slot < slots.length; slot += A_SLOT) {
      const kind = (slots[slot] as number) - 1;
      const name = slots[slot + 1] as number;
      if (kind >= 0) take(kind, Math.floor(name / OUTCOMES), name % OUTCOMES, slots[slot + 2] as number);
    }
  }

  #widen(): void {
    const old = this.#slots;
    this.#slots = new Int32Array(2 * old.length);
    for (let at = 0; at < old.length; at += A_SLOT) {
      if (old[at] === 0) continue;
      const slot = slotOf(this.#slots, old[at] as number, old[at + 1] as number);
      this.#slots.set(old.subarray(at, at + A_SLOT), slot);
    }
  }
}

/** Where a combination stands, or the free slot where it would. */
function slotOf(slots: Int32Array, kind: number, name: number): number {
  const mixed = Math.imul(kind, 0x9e3779b1) ^ Math.imul(name, 0x85ebca6b);
  let slot = ((mixed ^ (mixed >>> 15)) << 2) & (slots.length - A_SLOT);
  while (slots[slot] !== 0 && (slots[slot] !== kind || slots[slot + 1] !== name))
    slot = (slot + A_SLOT) & (slots.length - A_SLOT);
  return slot;
}
