/** Which proofs move which cells, in flat lists: hundreds of cells are put into them for every proof that is tried. */
export class Uses {
  /** First entry of each cell; NONE where it has none. */
  readonly #first: Int32Array;
  #next = new Int32Array(1 << 12);
  #id = new Int32Array(1 << 12);
  /** Entries used so far, and the first of those given back. */
  #count = 0;
  #free = NONE;
  /** Entries in the lists, those of proofs that are forgotten too. */
  #held = 0;

  constructor(cells: number) {
    this.#first = new Int32Array(cells).fill(NONE);
  }

  get held(): number {
    return this.#held;
  }

  clear(): void {
    this.#first.fill(NONE);
    this.#count = 0;
    this.#free = NONE;
    this.#held = 0;
  }

  add(cell: number, id: number): void {
    this.#held += 1;
    let entry = this.#free;
    if (entry === NONE) {
      entry = this.#count++;
      if (entry === this.#next.length) this.#widen();
    } else {
      this.#free = this.#next[entry] as number;
    }
    this.#id[entry] = id;
    this.#next[entry] = this.#first[cell] as number;
    this.#first[cell] = entry;
  }

  /** Takes back what was put in last; nothing where something was put in since. */
  drop(cell: number, id: number): void {
    const entry = this.#first[cell] as number;
    if (entry === NONE || this.#id[entry] !== id) return;
    this.#first[cell] = this.#next[entry] as number;
    this.#giveBack(entry);
  }

  /** The proofs that move a cell, in the order in which they were put in; what is not live any more is dropped for good. */
  of(cell: number, isLive: (id: number) => boolean): number[] {
    const ids: number[] = [];
    let before = NONE;
    for (let entry = this.#first[cell] as number; entry !== NONE; ) {
      const next = this.#next[entry] as number;
      const id = this.#id[entry] as number;
      if (isLive(id)) {
        ids.push(id);
        before = entry;
      } else {
        if (before === NONE) this.#first[cell] = next;
        else this.#next[before] = next;
        this.#giveBack(entry);
      }
      entry = next;
    }
    return ids.reverse();
  }

  #giveBack(entry: number): void {
    this.#next[entry] = this.#free;
    this.#free = entry;
    this.#held -= 1;
  }

  #widen(): void {
    const wider = (old: Int32Array): Int32Array<ArrayBuffer> => {
      const made = new Int32Array(old.length * 2);
      made.set(old);
      return made;
    };
    this.#next = wider(this.#next);
    this.#id = wider(this.#id);
  }
}

const NONE = -1;
