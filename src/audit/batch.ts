/**
 * What came of a stretch of rows: a line of output and a few numbers for each record, and a fault for each row set aside. Flat
 * arrays, because a worker hands them over whole and ten million objects would not fit. Of the rows' words it holds nothing but
 * what stands in the lines.
 */
import type { RowFault } from '#record/extract-record.ts';
import { type Scope, type Standing, scopes, standings } from './standing.ts';

/** One combination that records are counted under. */
export type TallyKey = {
  readonly offence: string;
  readonly title: string;
  readonly group: string;
  /** `2024-05`, or `` where the extract has no date. */
  readonly month: string;
  readonly station: string;
  readonly scope: Scope;
  /** Null: not checked, being out of scope. */
  readonly standing: Standing | null;
  readonly decision: 'flag' | 'no-flag' | 'review' | null;
  readonly marked: 'yes' | 'no' | 'unknown' | 'not-given';
  readonly age: 'known' | 'unknown' | 'unread';
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
  readonly keys: readonly TallyKey[];
  /** Per record: its key; its row in the stretch; its place in the file; where its line ends; its reference, hashed in two halves. */
  readonly keyOf: Uint32Array;
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
  #keyOf = new Uint32Array(this.#capacity);
  #rowOf = new Uint32Array(this.#capacity);
  #placeOf = new Float64Array(this.#capacity);
  #endOf = new Float64Array(this.#capacity);
  #confidenceOf = new Float32Array(this.#capacity);
  #lineEnds = new Uint32Array(this.#capacity);
  #references = new Uint32Array(this.#capacity * 2);
  #lines = Buffer.allocUnsafe(1 << 20);
  #used = 0;
  readonly #keys: TallyKey[] = [];
  readonly #faults: FaultyRow[] = [];

  /** A number for a combination; ask once for each and keep it. */
  key(key: TallyKey): number {
    return this.#keys.push(key) - 1;
  }

  fault(fault: RowFault, place: number, found = 0): void {
    this.#faults.push({ fault, row: this.#rows++, found, place });
  }

  /** Room for a line of at most `bytes` bytes; write at `used` in what is returned, then say where it ends to `record`. */
  room(bytes: number): Buffer {
    if (this.#used + bytes > this.#lines.length) {
      const larger = Buffer.allocUnsafe(Math.max(this.#lines.length * 2, this.#used + bytes));
      this.#lines.copy(larger, 0, 0, this.#used);
      this.#lines = larger;
    }
    return this.#lines;
  }

  get used(): number {
    return this.#used;
  }

  record(
    key: number,
    place: number,
    end: number,
    confidence: number,
    hashA: number,
    hashB: number,
    lineEnd: number,
  ): void {
    if (this.#records === this.#capacity) this.#grow();
    const at = this.#records++;
    this.#keyOf[at] = key;
    this.#rowOf[at] = this.#rows++;
    this.#placeOf[at] = place;
    this.#endOf[at] = end;
    this.#confidenceOf[at] = confidence;
    this.#references[at * 2] = hashA;
    this.#references[at * 2 + 1] = hashB;
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
      keys: this.#keys,
      keyOf: this.#keyOf.slice(0, records),
      rowOf: this.#rowOf.slice(0, records),
      placeOf: this.#placeOf.slice(0, records),
      endOf: this.#endOf.slice(0, records),
      confidenceOf: this.#confidenceOf.slice(0, records),
      lineEnds: this.#lineEnds.slice(0, records),
      references: this.#references.slice(0, records * 2),
      lines: Uint8Array.prototype.slice.call(this.#lines, 0, this.#used),
      faults: this.#faults,
    };
  }

  #grow(): void {
    this.#capacity *= 2;
    const larger = <A extends Uint32Array | Float64Array | Float32Array>(old: A, made: A): A => {
      made.set(old);
      return made;
    };
    this.#keyOf = larger(this.#keyOf, new Uint32Array(this.#capacity));
    this.#rowOf = larger(this.#rowOf, new Uint32Array(this.#capacity));
    this.#placeOf = larger(this.#placeOf, new Float64Array(this.#capacity));
    this.#endOf = larger(this.#endOf, new Float64Array(this.#capacity));
    this.#confidenceOf = larger(this.#confidenceOf, new Float32Array(this.#capacity));
    this.#lineEnds = larger(this.#lineEnds, new Uint32Array(this.#capacity));
    this.#references = larger(this.#references, new Uint32Array(this.#capacity * 2));
  }
}

/** Scope, standing, decision and flag of one key as a small number, for keeping keys apart cheaply. */
export function codeOf(
  scope: Scope,
  standing: Standing | null,
  decision: TallyKey['decision'],
  marked: TallyKey['marked'],
  age: TallyKey['age'],
): number {
  const parts = [
    scopes.indexOf(scope),
    standing === null ? standings.length : standings.indexOf(standing),
    decision === null ? 3 : DECISIONS.indexOf(decision),
    MARKED.indexOf(marked),
    AGES.indexOf(age),
  ] as const;
  return (((parts[0] * 8 + parts[1]) * 4 + parts[2]) * 4 + parts[3]) * 4 + parts[4];
}

const DECISIONS = ['flag', 'no-flag', 'review'];
const MARKED = ['yes', 'no', 'unknown', 'not-given'];
const AGES = ['known', 'unknown', 'unread'];

/** 64 bits of a reference, in two halves. */
export function hashesOf(bytes: Uint8Array, start: number, end: number): [number, number] {
  let a = 0x811c9dc5 | 0;
  let b = 0x9747b28c | 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] as number;
    a = Math.imul(a ^ byte, 0x01000193);
    b = Math.imul(b + byte, 0x85ebca6b) ^ (b >>> 15);
  }
  return [a >>> 0, b >>> 0];
}
