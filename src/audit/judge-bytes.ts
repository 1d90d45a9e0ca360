/**
 * The same judging from the bytes of a row, without decoding what need not be: cells are recognised by their bytes, a narrative
 * without a word that may matter is passed unread, and its decision is the one made for the first such row with the same fields.
 * It gives the line that `judge.ts` would give, byte for byte; a law compares the two.
 */
import type { Decision } from '#flag/decision.ts';
import { Pieces } from '#flag/pieces.ts';
import type { CellPlaces } from '#record/extract-csv-row.ts';
import { dayOf } from '#record/extract-dates.ts';
import { LONGEST_NARRATIVE } from '#record/extract-record.ts';
import type { CellText } from '#record/extract-text.ts';
import { type CrimeRecord, sealNarrative } from '#record/record.ts';
import { type BatchBuilder, type Kind, monthNumber } from './batch.ts';
import { CellCache } from './cell-cache.ts';
import { eraOf } from './era.ts';
import { type Judge, type Judged, outcomeOf, type Placed } from './judge.ts';
import { TailBytes } from './line-bytes.ts';
import { FLAG_SINCE } from './standing.ts';
import { WordSieve } from './word-sieve.ts';

type Day = { readonly day: string | null; readonly month: number; readonly era: number };

/** What all rows with the same cells share, and what came of those of them that hold no word that may matter, by era. */
type Alike = {
  readonly placed: Placed;
  /** A record of these cells without reference, day and words. */
  readonly bare: CrimeRecord;
  /** The weight of a word from which on a narrative must be read; `NEVER` where the records are not checked. */
  readonly enough: number;
  readonly calm: (Calm | undefined)[];
};

/** Nothing but what is written: an extract has thousands of these, each asked for again and again. */
type Calm = {
  readonly kind: Kind;
  readonly outcome: number;
  readonly confidence: number;
  readonly tail: Uint8Array;
};

const OPEN = Buffer.from('{"id":"');
/** More than any word weighs. */
const NEVER = 9;
const SPACE = 32;
const QUOTE = 34;
const MOST_DECISIONS = 100_000;

export class ByteJudge {
  readonly #judge: Judge;
  readonly #text: CellText;
  readonly #sieve: WordSieve;
  readonly #alike: CellCache<Alike>;
  readonly #days: CellCache<Day>;
  readonly #reference: number;
  readonly #hasDay: boolean;
  readonly #hasBirth: boolean;
  readonly #narrative: number;
  readonly #isSingle: boolean;
  readonly #decisions = new Map<string, Decision>();
  readonly #tails = new Map<string, Uint8Array>();
  readonly #tailBytes = new TailBytes();

  constructor(judge: Judge, text: CellText) {
    this.#judge = judge;
    this.#text = text;
    const { reader, decider, phrases } = judge.setting;
    const day = reader.columnsOf('recorded-on');
    this.#reference = reader.columnsOf('reference')[0] ?? 0;
    this.#hasDay = day.length > 0;
    this.#hasBirth = reader.columnsOf('date-of-birth').length > 0;
    const narrative = reader.columnsOf('narrative');
    this.#narrative = narrative[0] ?? 0;
    // A phrase may stand across two columns that are put together.
    this.#isSingle = narrative.length === 1;
    const pieces = new Pieces(decider.vocabulary);
    this.#sieve = new WordSieve(phrases, pieces, (bytes, from, to) => text(bytes, from, to, false));
    this.#days = new CellCache(day, (bytes, places) => {
      const found = dayOf(this.#cell(bytes, places, day[0] ?? 0));
      // Standing asks whether the flag was in use, whatever the eras of the rules.
      const era = (eraOf(decider, found) + 1) * 2 + (found !== null && found < FLAG_SINCE ? 1 : 0);
      return { day: found, month: monthNumber(found), era };
    });
    const shared = (
      ['offence-code', 'offence', 'victim-age', 'flags', 'online-flag', 'location-type', 'station'] as const
    ).flatMap((field) => reader.columnsOf(field));
    this.#alike = new CellCache(shared, (bytes, places) => {
      const fields = reader.fields((column) => this.#cell(bytes, places, column), null);
      const { record } = reader.record(fields, { id: '', recordedOn: null, narrative: '' });
      const placed = judge.place(fields);
      const enough = !placed.isChecked ? NEVER : decider.heedsCues(record) ? 1 : 2;
      return { placed, bare: record, enough, calm: [] };
    });
  }

  judge(bytes: Buffer, places: CellPlaces, place: number, end: number, into: BatchBuilder): void {
    if (this.#isSingle && this.#isJudged(bytes, places, place, end, into)) return;
    this.#judge.judge((column) => this.#cell(bytes, places, column), place, end, into);
  }

  /** False where the plain way must take the row. */
  #isJudged(bytes: Buffer, places: CellPlaces, place: number, end: number, into: BatchBuilder): boolean {
    const { starts, ends } = places;
    let from = starts[this.#reference] as number;
    let to = ends[this.#reference] as number;
    while (from < to && bytes[from] === SPACE) from++;
    while (to > from && bytes[to - 1] === SPACE) to--;
    if (from === to || !isPlain(bytes, from, to)) return false;
    const day = this.#hasDay ? this.#days.get(bytes, places) : NO_DAY;
    if (this.#hasDay && day.day === null) return false;
    const alike = this.#alike.get(bytes, places);
    const { enough } = alike;
    // Where the date of birth tells the age, rows with the same cells may differ in age.
    if (this.#hasBirth && alike.placed.fields.age.kind !== 'known') return false;
    if (enough !== NEVER) {
      const narrative = this.#narrative;
      const start = starts[narrative] as number;
      const stop = ends[narrative] as number;
      if (stop - start > LONGEST_NARRATIVE || places.doubled[narrative] === 1) return false;
      if (this.#sieve.weigh(bytes, start, stop, enough) >= enough) {
        const record = this.#record(bytes, places, alike, day.day);
        const decision = this.#judge.decision(record, this.#sieve.cut);
        const { kind } = alike.placed;
        const judged = this.#judge.judged(record, alike.placed, decision);
        this.#writeRead(judged, kind, day, bytes, from, to, place, end, into);
        return true;
      }
    }
    let calm = alike.calm[day.era];
    if (calm === undefined) {
      calm = this.#calmOf(bytes, places, alike, day);
      alike.calm[day.era] = calm;
    }
    const { kind, outcome, confidence, tail } = calm;
    this.#write(kind, outcome, confidence, tail, day, bytes, from, to, place, end, into);
    return true;
  }

  /** The first row of its kind is decided in full, and stands for the others: all that a decision may read is in the name. */
  #calmOf(bytes: Buffer, places: CellPlaces, alike: Alike, { day, era }: Day): Calm {
    const { isChecked, kind } = alike.placed;
    const record = this.#record(bytes, places, alike, day);
    let decision: Decision | null = null;
    if (isChecked) {
      const { offenceCode, offence, victimAge, locationType } = record;
      const name = JSON.stringify([offenceCode, offence, victimAge, locationType, era]);
      decision = this.#decisions.get(name) ?? this.#judge.decision(record);
      if (this.#decisions.size < MOST_DECISIONS) this.#decisions.set(name, decision);
    }
    const judged = this.#judge.judged(record, alike.placed, decision);
    const outcome = outcomeOf(judged);
    const tail = this.#tailOf(judged);
    // Few of them differ: what is the same is held once, so that it stays near the processor.
    const kept = this.#tails.get(tail) ?? Buffer.from(tail);
    if (this.#tails.size < MOST_DECISIONS) this.#tails.set(tail, kept);
    return { kind, outcome, confidence: decision?.confidence ?? 0, tail: kept };
  }

  #tailOf(judged: Judged): string {
    return `"${this.#judge.tail(judged)}`;
  }

  /** Without its reference, which no decision reads. */
  #record(bytes: Buffer, places: CellPlaces, { bare }: Alike, recordedOn: string | null): CrimeRecord {
    const narrative = sealNarrative(this.#cell(bytes, places, this.#narrative));
    const { id, offenceCode, offence, victimAge, locationType } = bare;
    return { id, offenceCode, offence, recordedOn, victimAge, locationType, narrative };
  }

  #write(
    kind: Kind,
    outcome: number,
    confidence: number,
    tail: Uint8Array,
    day: Day,
    bytes: Buffer,
    from: number,
    to: number,
    place: number,
    end: number,
    into: BatchBuilder,
  ): void {
    const room = into.room(OPEN.length + to - from + tail.length);
    const used = opened(room, into.used, bytes, from, to);
    room.set(tail, used);
    const lineEnd = used + tail.length;
    into.record(kind, day.month, outcome, place, end, confidence, bytes, from, to, lineEnd);
  }

  /** The line of a record that was read. */
  #writeRead(
    judged: Judged,
    kind: Kind,
    day: Day,
    bytes: Buffer,
    from: number,
    to: number,
    place: number,
    end: number,
    into: BatchBuilder,
  ): void {
    const confidence = judged.decision?.confidence ?? 0;
    const outcome = outcomeOf(judged);
    if (this.#judge.setting.withEvidenceText) {
      const tail = this.#tailOf(judged);
      const room = into.room(OPEN.length + to - from + 3 * tail.length);
      const used = opened(room, into.used, bytes, from, to);
      const lineEnd = used + room.write(tail, used);
      into.record(kind, day.month, outcome, place, end, confidence, bytes, from, to, lineEnd);
      return;
    }
    const { decision, standing, scope, fields } = judged;
    const facts = { decision, standing, scope, marked: fields.marked };
    const room = into.room(OPEN.length + to - from + 1 + this.#tailBytes.roomFor(facts));
    const used = opened(room, into.used, bytes, from, to);
    room[used] = QUOTE;
    const lineEnd = this.#tailBytes.write(facts, room, used + 1);
    into.record(kind, day.month, outcome, place, end, confidence, bytes, from, to, lineEnd);
  }

  #cell(bytes: Buffer, places: CellPlaces, column: number): string {
    const { starts, ends, doubled } = places;
    return this.#text(bytes, starts[column] as number, ends[column] as number, doubled[column] === 1);
  }
}

const NO_DAY: Day = { day: null, month: 0, era: 0 };

/** Begins a line with the reference, and gives where it goes on. */
function opened(room: Buffer, start: number, bytes: Buffer, from: number, to: number): number {
  let used = start;
  room.set(OPEN, used);
  used += OPEN.length;
  for (let at = from; at < to; at++) room[used++] = bytes[at] as number;
  return used;
}

/** Letters that stand in JSON as they are, in any encoding of an extract. */
function isPlain(bytes: Buffer, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const byte = bytes[at] as number;
    if (byte < 32 || byte > 126 || byte === 34 || byte === 92) return false;
  }
  return true;
}
