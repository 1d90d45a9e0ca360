/**
 * What came of a stretch of rows: a line of output and a few numbers for each record, and a fault for each row set aside. Flat
 * arrays, because a worker hands them over whole and ten million objects would not fit. Of the rows' words it holds nothing but
 * what stands in the lines.
 */
import type { RowFault } from '#record/extract-record.ts';
import { type Scope, type Standing, standings } from './standing.ts';

/** What records are counted under, but for their month and what came of them. */
export type Kind = {
  readonly offence: string;
  readonly title: string;
  readonly group: string;
  readonly station: string;
  readonly scope: Scope;
  readonly marked: 'yes' | 'no' | 'unknown' | 'not-given';
  readonly age: 'known' | 'unknown' | 'unread';
};

/** What came of a record: null where it was not checked, being out of scope. */
export type Outcome = {
  readonly decision: 'flag' | 'no-flag' | 'review' | null;
  readonly standing: Standing | null;
};

export type FaultyRow = {
  readonly fault: RowFault;
  /** Rows of this stretch before it. */
  readonly row: number;
  /** Cells found, for a row that has more or fewer than it should. */
  readonly found: number;
  readonly place: number;
};

export type Batch = {
  /** Where the stretch begins and ends in the file, in bytes or in rows, as its source counts. */
  readonly start: number;
  readonly end: number;
  /** Rows of the stretch, faults included. */
  readonly rows: number;
  readonly records: number;
  readonly kinds: readonly Kind[];
  /** Per record: its kind; its month; what came of it; its row in the stretch; its place in the file; its reference in two halves. */
  readonly kindOf: Uint32Array;
  readonly monthOf: Uint16Array;
  readonly outcomeOf: Uint8Array;
  readonly rowOf: Uint32Array;
  readonly placeOf: Float64Array;
  readonly endOf: Float64Array;
  readonly confidenceOf: Float32Array;
  readonly lineEnds: Uint32Array;
  readonly references: Uint32Array;
  readonly lines: Uint8Array;
  readonly faults: readonly FaultyRow[];
};

export type Reference = readonly [number, number];

export class BatchBuilder {
  #rows = 0;
  #records = 0;
  #capacity = 4_096;
  #kindOf = new Uint32Array(this.#capacity);
  #monthOf = new Uint16Array(this.#capacity);
  #outcomeOf = new Uint8Array(this.#capacity);
  #rowOf = new Uint32Array(this.#capacity);
  #placeOf = new Float64Array(this.#capacity);
  #endOf = new Float64Array(this.#capacity);
  #confidenceOf = new Float32Array(this.#capacity);
  #lineEnds = new Uint32Array(this.#capacity);
  #references = new Uint32Array(this.#capacity * 2);
  #lines = Buffer.allocUnsafeSlow(1 << 20);
  #used = 0;
  readonly #kinds: Kind[] = [];
  readonly #kindNumbers = new Map<Kind, number>();
  readonly #faults: FaultyRow[] = [];

  fault(fault: RowFault, place: number, found = 0): void {
    this.#faults.push({ fault, row: this.#rows++, found, place });
  }

  /** Room for a line of at most `bytes` bytes; write at `used` in what is returned, then say where it ends to `record`. */
  room(bytes: number): Buffer {
    if (this.#used + bytes > this.#lines.length) {
      const larger = Buffer.allocUnsafeSlow(Math.max(this.#lines.length * 2, this.#used + bytes));
      this.#lines.copy(larger, 0, 0, this.#used);
      this.#lines = larger;
    }
    return this.#lines;
  }

  get used(): number {
    return this.#used;
  }

  /**
   * Kinds are told apart by identity: give the same object for the same kind where there are many. The reference stands in UTF-8
   * between two places of `reference`.
   */
  record(
    kind: Kind,
    month: number,
    outcome: number,
    place: number,
    end: number,
    confidence: number,
    reference: Uint8Array,
    from: number,
    to: number,
    lineEnd: number,
  ): void {
    if (this.#records === this.#capacity) this.#grow();
    const at = this.#records++;
    let number = this.#kindNumbers.get(kind);
    if (number === undefined) {
      number = this.#kinds.push(kind) - 1;
      this.#kindNumbers.set(kind, number);
    }
    this.#kindOf[at] = number;
    this.#monthOf[at] = month;
    this.#outcomeOf[at] = outcome;
    this.#rowOf[at] = this.#rows++;
    this.#placeOf[at] = place;
    this.#endOf[at] = end;
    this.#confidenceOf[at] = confidence;
    let a = 0x811c9dc5 | 0;
    let b = 0x9747b28c | 0;
    for (let n = from; n < to; n++) {
      const byte = reference[n] as number;
      a = Math.imul(a ^ byte, 0x01000193);
      b = Math.imul((b + byte) | 0, 0x85ebca6b) ^ (b >>> 15);
    }
    this.#references[at * 2] = a;
    this.#references[at * 2 + 1] = b;
    this.#lineEnds[at] = lineEnd;
    this.#used = lineEnd;
  }

  finish(start: number, end: number): Batch {
    const records = this.#records;
    return {
      start,
      end,
      rows: this.#rows,
      records,
      kinds: this.#kinds,
      kindOf: this.#kindOf.slice(0, records),
      monthOf: this.#monthOf.slice(0, records),
      outcomeOf: this.#outcomeOf.slice(0, records),
      rowOf: this.#rowOf.slice(0, records),
      placeOf: this.#placeOf.slice(0, records),
      endOf: this.#endOf.slice(0, records),
      confidenceOf: this.#confidenceOf.slice(0, records),
      lineEnds: this.#lineEnds.slice(0, records),
      references: this.#references.slice(0, records * 2),
      // The memory itself and not a copy: the builder is done with it.
      lines: new Uint8Array(this.#lines.buffer, this.#lines.byteOffset, this.#used),
      faults: this.#faults,
    };
  }

  #grow(): void {
    this.#capacity *= 2;
    const larger = <A extends Uint32Array | Uint16Array | Uint8Array | Float64Array | Float32Array>(
      old: A,
      made: A,
    ): A => {
      made.set(old);
      return made;
    };
    this.#kindOf = larger(this.#kindOf, new Uint32Array(this.#capacity));
    this.#monthOf = larger(this.#monthOf, new Uint16Array(this.#capacity));
    this.#outcomeOf = larger(this.#outcomeOf, new Uint8Array(this.#capacity));
    this.#rowOf = larger(this.#rowOf, new Uint32Array(this.#capacity));
    this.#placeOf = larger(this.#placeOf, new Float64Array(this.#capacity));
    this.#endOf = larger(this.#endOf, new Float64Array(this.#capacity));
    this.#confidenceOf = larger(this.#confidenceOf, new Float32Array(this.#capacity));
    this.#lineEnds = larger(this.#lineEnds, new Uint32Array(this.#capacity));
    this.#references = larger(this.#references, new Uint32Array(this.#capacity * 2));
  }
}

const DECISIONS = ['flag', 'no-flag', 'review', null] as const;

/** An outcome as a small number, and back. */
export function outcomeNumber({ decision, standing }: Outcome): number {
  const place = standing === null ? standings.length : standings.indexOf(standing);
  return place * DECISIONS.length + DECISIONS.indexOf(decision);
}

export function outcomeOf(number: number): Outcome {
  return {
    decision: DECISIONS[number % DECISIONS.length] ?? null,
    standing: standings[Math.floor(number / DECISIONS.length)] ?? null,
  };
}

export const OUTCOMES = DECISIONS.length * (standings.length + 1);

/** A month as a number: 0 where it is not known. */
export function monthNumber(recordedOn: string | null): number {
  return recordedOn === null
    ? 0
    : (Number(recordedOn.slice(0, 4)) - 1_900) * 12 + Number(recordedOn.slice(5, 7));
}

export function monthOf(number: number): string {
  if (number === 0) return '';
  const months = number - 1;
  return `${1_900 + Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}
