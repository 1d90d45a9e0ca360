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

/** The arrays may be longer than there are records; what stands behind the last one is of another batch or of none. */
export type Batch = {
  /** Where the stretch begins and ends in the file, in bytes or in rows, as its source counts. */
  readonly start: number;
  readonly end: number;
  /** Rows of the stretch, faults included. */
  readonly rows: number;
  readonly records: number;
  /** At least the kinds of these records; one list for many batches, to which is only added. */
  readonly kinds: readonly Kind[];
  /** Per record: the number of its kind; its month; what came of it; its row in the stretch; its place in the file; its reference in two halves. */
  readonly kindOf: Uint32Array<ArrayBuffer>;
  readonly monthOf: Uint16Array<ArrayBuffer>;
  readonly outcomeOf: Uint8Array<ArrayBuffer>;
  readonly rowOf: Uint32Array<ArrayBuffer>;
  readonly placeOf: Float64Array<ArrayBuffer>;
  readonly endOf: Float64Array<ArrayBuffer>;
  readonly confidenceOf: Float32Array<ArrayBuffer>;
  readonly lineEnds: Uint32Array<ArrayBuffer>;
  readonly references: Uint32Array<ArrayBuffer>;
  readonly lines: Uint8Array<ArrayBuffer>;
  readonly faults: readonly FaultyRow[];
};

export type Reference = readonly [number, number];

/** A batch of nothing; a new one each time, because its memory may be handed to another thread. */
const nothing = (): Batch => ({
  start: 0,
  end: 0,
  rows: 0,
  records: 0,
  kinds: [],
  kindOf: new Uint32Array(0),
  monthOf: new Uint16Array(0),
  outcomeOf: new Uint8Array(0),
  rowOf: new Uint32Array(0),
  placeOf: new Float64Array(0),
  endOf: new Float64Array(0),
  confidenceOf: new Float32Array(0),
  lineEnds: new Uint32Array(0),
  references: new Uint32Array(0),
  lines: new Uint8Array(0),
  faults: [],
});

const FIRST_RECORDS = 4_096;
const FIRST_BYTES = 1 << 20;

/** A new list is begun beyond these: a hostile file has a new kind in every row. */
const MOST_KINDS = 100_000;

/**
 * Kinds numbered in one list over many batches: most batches of a file hold the same few thousand, and to hand them over with each
 * would take longer than to judge their records.
 */
export class KindList {
  readonly #numbers = new Map<Kind, number>();
  readonly all: Kind[] = [];

  /** Kinds are told apart by identity: give the same object for the same kind where there are many. */
  numberOf(kind: Kind): number {
    let number = this.#numbers.get(kind);
    if (number === undefined) {
      number = this.all.push(kind) - 1;
      this.#numbers.set(kind, number);
    }
    return number;
  }

  /** The list for the next batch. */
  next(): KindList {
    return this.all.length < MOST_KINDS ? this : new KindList();
  }
}

export class BatchBuilder {
  #rows = 0;
  #records = 0;
  #capacity: number;
  #kindOf: Uint32Array<ArrayBuffer>;
  #monthOf: Uint16Array<ArrayBuffer>;
  #outcomeOf: Uint8Array<ArrayBuffer>;
  #rowOf: Uint32Array<ArrayBuffer>;
  #placeOf: Float64Array<ArrayBuffer>;
  #endOf: Float64Array<ArrayBuffer>;
  #confidenceOf: Float32Array<ArrayBuffer>;
  #lineEnds: Uint32Array<ArrayBuffer>;
  #references: Uint32Array<ArrayBuffer>;
  #lines: Buffer<ArrayBuffer>;
  #used = 0;
  readonly #kinds: KindList;
  readonly #faults: FaultyRow[] = [];

  /** `spare` is a batch that nobody needs any more: its memory is written over instead of new memory being asked for. */
  constructor(spare: Batch = nothing(), kinds = new KindList()) {
    this.#kinds = kinds;
    this.#capacity = spare.kindOf.length;
    this.#kindOf = spare.kindOf;
    this.#monthOf = spare.monthOf;
    this.#outcomeOf = spare.outcomeOf;
    this.#rowOf = spare.rowOf;
    this.#placeOf = spare.placeOf;
    this.#endOf = spare.endOf;
    this.#confidenceOf = spare.confidenceOf;
    this.#lineEnds = spare.lineEnds;
    this.#references = spare.references;
    this.#lines = Buffer.from(spare.lines.buffer);
  }

  fault(fault: RowFault, place: number, found = 0): void {
    this.#faults.push({ fault, row: this.#rows++, found, place });
  }

  /** Room for a line of at most `bytes` bytes; write at `used` in what is returned, then say where it ends to `record`. */
  room(bytes: number): Buffer {
    if (this.#used + bytes > this.#lines.length) {
      const larger = Buffer.allocUnsafeSlow(
        Math.max(FIRST_BYTES, this.#lines.length * 2, this.#used + bytes),
      );
      this.#lines.copy(larger, 0, 0, this.#used);
      this.#lines = larger;
    }
    return this.#lines;
  }

  get used(): number {
    return this.#used;
  }

  /** The reference stands in UTF-8 between two places of `reference`. */
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
    this.#kindOf[at] = this.#kinds.numberOf(kind);
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
      kinds: this.#kinds.all,
      // The memory itself and not a copy: the builder is done with it.
      kindOf: this.#kindOf,
      monthOf: this.#monthOf,
      outcomeOf: this.#outcomeOf,
      rowOf: this.#rowOf,
      placeOf: this.#placeOf,
      endOf: this.#endOf,
      confidenceOf: this.#confidenceOf,
      lineEnds: this.#lineEnds,
      references: this.#references,
      lines: new Uint8Array(this.#lines.buffer, this.#lines.byteOffset, this.#used),
      faults: this.#faults,
    };
  }

  #grow(): void {
    this.#capacity = Math.max(FIRST_RECORDS, this.#capacity * 2);
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

/** The memory of a batch, which goes from one thread to the other and back without being copied. */
export function memoryOf(batch: Batch): ArrayBuffer[] {
  const { kindOf, monthOf, outcomeOf, rowOf, placeOf, endOf, confidenceOf, lineEnds, references, lines } =
    batch;
  return [kindOf, monthOf, outcomeOf, rowOf, placeOf, endOf, confidenceOf, lineEnds, references, lines].map(
    ({ buffer }) => buffer,
  );
}

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
