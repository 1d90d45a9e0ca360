/**
 * The same judging from the bytes of a row, without decoding what need not be: cells are recognised by their bytes, a narrative
 * without a word that may matter is passed unread, and its decision is the one made for the first such row with the same fields.
 * It gives the line that `judge.ts` would give, byte for byte; a law compares the two.
 */
import type { Decision } from '#flag/decision.ts';
import { Pieces } from '#flag/pieces.ts';
import type { CellPlaces } from '#record/extract-csv-row.ts';
import { dayOf } from '#record/extract-dates.ts';
import { type ExtractRecord, LONGEST_NARRATIVE } from '#record/extract-record.ts';
import type { CellText } from '#record/extract-text.ts';
import { type BatchBuilder, monthNumber } from './batch.ts';
import { CellCache } from './cell-cache.ts';
import { eraOf } from './era.ts';
import { type Judge, type Judged, outcomeOf, type Placed } from './judge.ts';
import type { Weight } from './phrase-words.ts';
import { FLAG_SINCE } from './standing.ts';
import { WordSieve } from './word-sieve.ts';

type Day = { readonly day: string | null; readonly month: number; readonly era: number };

/** What all rows with the same cells share, and what came of those of them that hold no word that may matter. */
type Alike = {
  readonly placed: Placed;
  /** The weight of a word from which on a narrative must be read. */
  readonly enough: Weight;
  readonly calm: (Calm | undefined)[];
};

type Calm = {
  readonly judged: Judged;
  readonly outcome: number;
  readonly confidence: number;
  readonly tail: Uint8Array;
};

const OPEN = Buffer.from('{"id":"');
const SPACE = 32;
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
      return { placed: judge.place(fields), enough: decider.heedsCues(record) ? 1 : 2, calm: [] };
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
    const { placed } = alike;
    // Where the date of birth tells the age, rows with the same cells may differ in age.
    if (this.#hasBirth && placed.fields.age.kind !== 'known') return false;
    if (placed.isChecked) {
      const narrative = this.#narrative;
      const start = starts[narrative] as number;
      const stop = ends[narrative] as number;
      if (stop - start > LONGEST_NARRATIVE || places.doubled[narrative] === 1) return false;
      if (this.#sieve.weigh(bytes, start, stop, alike.enough) >= alike.enough) {
        const record = this.#record(bytes, places, placed, day.day, bytes.toString('latin1', from, to));
        this.#judge.write(this.#judge.decide(record, placed, this.#sieve.cut), place, end, into);
        return true;
      }
    }
    let calm = alike.calm[day.era];
    if (calm === undefined) {
      calm = this.#calmOf(bytes, places, placed, day);
      alike.calm[day.era] = calm;
    }
    this.#write(calm, day, bytes, from, to, place, end, into);
    return true;
  }

  /** The first row of its kind is decided in full, and stands for the others: all that a decision may read is in the name. */
  #calmOf(bytes: Buffer, places: CellPlaces, placed: Placed, { day, era }: Day): Calm {
    const read = this.#record(bytes, places, placed, day, '');
    const { offenceCode, offence, victimAge, locationType } = read.record;
    let decision: Decision | null = null;
    if (placed.isChecked) {
      const name = JSON.stringify([offenceCode, offence, victimAge, locationType, era]);
      decision = this.#decisions.get(name) ?? this.#judge.decision(read.record);
      if (this.#decisions.size < MOST_DECISIONS) this.#decisions.set(name, decision);
    }
    const judged = this.#judge.judged(read.record, placed, decision);
    const tail = Buffer.from(`"${this.#judge.tail(judged)}`);
    return { judged, outcome: outcomeOf(judged), confidence: decision?.confidence ?? 0, tail };
  }

  #record(
    bytes: Buffer,
    places: CellPlaces,
    placed: Placed,
    recordedOn: string | null,
    id: string,
  ): ExtractRecord {
    const narrative = this.#cell(bytes, places, this.#narrative);
    return this.#judge.setting.reader.record(placed.fields, { id, recordedOn, narrative });
  }

  #write(
    calm: Calm,
    day: Day,
    bytes: Buffer,
    from: number,
    to: number,
    place: number,
    end: number,
    into: BatchBuilder,
  ): void {
    const { tail, judged, outcome, confidence } = calm;
    const room = into.room(OPEN.length + to - from + tail.length);
    let used = into.used;
    room.set(OPEN, used);
    used += OPEN.length;
    for (let at = from; at < to; at++) room[used++] = bytes[at] as number;
    room.set(tail, used);
    used += tail.length;
    into.record(judged.kind, day.month, outcome, place, end, confidence, bytes, from, to, used);
  }

  #cell(bytes: Buffer, places: CellPlaces, column: number): string {
    const { starts, ends, doubled } = places;
    return this.#text(bytes, starts[column] as number, ends[column] as number, doubled[column] === 1);
  }
}

const NO_DAY: Day = { day: null, month: 0, era: 0 };

/** Letters that stand in JSON as they are, in any encoding of an extract. */
function isPlain(bytes: Buffer, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const byte = bytes[at] as number;
    if (byte < 32 || byte > 126 || byte === 34 || byte === 92) return false;
  }
  return true;
}
