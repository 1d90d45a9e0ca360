/**
 * The first few of very many by an order, in memory for those few alone: a heap whose top is the last of them. `sorted` gives them
 * first to last.
 */
export class Most<T> {
  readonly #limit: number;
  readonly #before: (a: T, b: T) => number;
  readonly #heap: T[] = [];
  /** How many were offered. */
  offered = 0;

  /** `before` is below zero where the first of two comes before the second; it must never be zero for two that differ. */
  constructor(limit: number, before: (a: T, b: T) => number) {
    this.#limit = limit;
    this.#before = before;
  }

  /** True where one offered now could still be kept; saves making it. */
  wants(item: T): boolean {
    return this.#limit > 0 && (this.#heap.length < this.#limit || this.#before(item, this.#heap[0] as T) < 0);
  }

  offer(item: T): void {
    this.offered++;
    if (!this.wants(item)) return;
    const heap = this.#heap;
    if (heap.length < this.#limit) {
      heap.push(item);
      this.#up(heap.length - 1);
      return;
    }
    heap[0] = item;
    this.#down();
  }

  sorted(): T[] {
    return [...this.#heap].sort(this.#before);
  }

  #up(from: number): void {
    const heap = this.#heap;
    let at = from;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (this.#before(heap[at] as T, heap[above] as T) <= 0) return;
      [heap[at], heap[above]] = [heap[above] as T, heap[at] as T];
      at = above;
    }
  }

  #down(): void {
    const heap = this.#heap;
    let at = 0;
    for (;;) {
      let last = at;
      for (const below of [2 * at + 1, 2 * at + 2]) {
        if (below < heap.length && this.#before(heap[below] as T, heap[last] as T) > 0) last = below;
      }
      if (last === at) return;
      [heap[at], heap[last]] = [heap[last] as T, heap[at] as T];
      at = last;
    }
  }
}
