/**
 * Takes the batches of an extract in the order of its rows and keeps what is known of the whole: counts by combination, rows set
 * aside, the records that a person should read. A reference that comes twice is counted once, and the second row is set aside.
 * Every row of the file ends as a record counted or as a row set aside; `finish` asserts it.
 */
import type { RowFault } from '#record/extract-record.ts';
import { type Batch, type Kind, monthOf, OUTCOMES, type Outcome, outcomeOf } from './batch.ts';
import { References } from './references.ts';
import { TallyTable } from './tally-table.ts';

export type SetAside = { readonly row: number; readonly fault: RowFault; readonly found: number };

export type Candidate = {
  readonly kind: Kind;
  readonly outcome: Outcome;
  readonly confidence: number;
  readonly row: number;
  readonly place: number;
  readonly end: number;
  readonly referenceA: number;
  readonly referenceB: number;
};

export type Tally = Kind & Outcome & { readonly month: string; readonly count: number };

export type Collected = {
  readonly rows: number;
  readonly records: number;
  readonly setAside: number;
  readonly setAsideBy: ReadonlyMap<RowFault, number>;
  readonly tallies: readonly Tally[];
};

export type Sinks = {
  /** Lines of records in order, whole; nothing keeps the bytes after this returns. */
  readonly lines: (lines: Uint8Array) => void;
  readonly setAside: (row: SetAside) => void;
  /** Records that something is wanted of; asked for each by what came of it, so that the others cost nothing. */
  readonly wants: (outcome: Outcome, kind: Kind) => boolean;
  readonly candidate: (candidate: Candidate) => void;
};

export class Collector {
  readonly #sinks: Sinks;
  readonly #references = new References();
  readonly #counted = new Map<string, Counted>();
  readonly #tallies = new TallyTable();
  /** By list of kinds: what is counted of each. */
  readonly #lists = new WeakMap<readonly Kind[], Counted[]>();
  readonly #setAsideBy = new Map<RowFault, number>();
  #rows = 0;
  #records = 0;
  #setAside = 0;
  /** Number of the row before the first record, and whether rows are told by their place instead of counted. */
  readonly #rowsBefore: number;
  readonly #isByPlace: boolean;

  constructor(sinks: Sinks, rowsBefore: number, isByPlace: boolean) {
    this.#sinks = sinks;
    this.#rowsBefore = rowsBefore;
    this.#isByPlace = isByPlace;
  }

  /** Says how many records the whole may hold. */
  expect(records: number): void {
    this.#references.expect(records);
  }

  add(batch: Batch): void {
    const counted = this.#countedOf(batch.kinds);
    const base = this.#rowsBefore + this.#rows + 1;
    const rowOf = (row: number, place: number) => (this.#isByPlace ? place : base + row);
    let nextFault = 0;
    const faultsBefore = (row: number): void => {
      for (; nextFault < batch.faults.length; nextFault++) {
        const fault = batch.faults[nextFault];
        if (fault === undefined || fault.row > row) return;
        this.#aside({ row: rowOf(fault.row, fault.place), fault: fault.fault, found: fault.found });
      }
    };
    // Lines between two repeated references go out together; nearly always that is the whole batch.
    let from = 0;
    for (let at = 0; at < batch.records; at++) {
      const row = batch.rowOf[at] as number;
      const place = batch.placeOf[at] as number;
      if (nextFault < batch.faults.length) faultsBefore(row);
      const a = batch.references[at * 2] as number;
      const b = batch.references[at * 2 + 1] as number;
      if (!this.#references.add(a, b)) {
        const start = at === 0 ? 0 : (batch.lineEnds[at - 1] as number);
        if (start > from) this.#sinks.lines(batch.lines.subarray(from, start));
        from = batch.lineEnds[at] as number;
        this.#aside({ row: rowOf(row, place), fault: 'repeat', found: 0 });
        continue;
      }
      const one = counted[batch.kindOf[at] as number] as Counted;
      const number = batch.outcomeOf[at] as number;
      this.#tallies.add(one.number, batch.monthOf[at] as number, number);
      this.#records++;
      if (one.wanted[number] !== true) continue;
      this.#sinks.candidate({
        kind: one.kind,
        outcome: outcomeOf(number),
        confidence: batch.confidenceOf[at] as number,
        row: rowOf(row, place),
        place,
        end: batch.endOf[at] as number,
        referenceA: a,
        referenceB: b,
      });
    }
    faultsBefore(Number.POSITIVE_INFINITY);
    if (batch.lines.length > from) this.#sinks.lines(batch.lines.subarray(from));
    this.#rows += batch.rows;
  }

  finish(): Collected {
    if (this.#records + this.#setAside !== this.#rows) {
      throw new Error(
        `rows were lost: ${this.#records} records and ${this.#setAside} set aside are not the ${this.#rows} rows of the file`,
      );
    }
    const kinds = [...this.#counted.values()].map(({ kind }) => kind);
    const tallies: Tally[] = [];
    this.#tallies.each((number, month, outcome, count) => {
      const kind = kinds[number] as Kind;
      tallies.push({ ...kind, ...outcomeOf(outcome), month: monthOf(month), count });
    });
    return {
      rows: this.#rows,
      records: this.#records,
      setAside: this.#setAside,
      setAsideBy: this.#setAsideBy,
      tallies,
    };
  }

  #aside(row: SetAside): void {
    this.#setAside++;
    this.#setAsideBy.set(row.fault, (this.#setAsideBy.get(row.fault) ?? 0) + 1);
    this.#sinks.setAside(row);
  }

  /** Only what was added to the list since is looked up. */
  #countedOf(kinds: readonly Kind[]): readonly Counted[] {
    const counted = this.#lists.get(kinds) ?? [];
    this.#lists.set(kinds, counted);
    for (let n = counted.length; n < kinds.length; n++) counted.push(this.#kind(kinds[n] as Kind));
    return counted;
  }

  #kind(kind: Kind): Counted {
    const name = Object.values(kind).join('\t');
    const known = this.#counted.get(name) ?? {
      kind,
      number: this.#counted.size,
      wanted: Array.from({ length: OUTCOMES }, (_, n) => this.#sinks.wants(outcomeOf(n), kind)),
    };
    this.#counted.set(name, known);
    return known;
  }
}

/** Kinds are numbered in the order in which they are met; `wanted` by outcome. */
type Counted = {
  readonly kind: Kind;
  readonly number: number;
  readonly wanted: readonly boolean[];
};
