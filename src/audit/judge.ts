/**
 * Judges rows one after the other into a batch. A row given as text is read, put in scope, decided and written; that is the plain
 * way, and `judge-bytes.ts` only spares work that comes out the same. Every row ends as one line or one fault.
 */
import type { Decider } from '#flag/decide.ts';
import type { Decision } from '#flag/decision.ts';
import type { Cut } from '#flag/reading.ts';
import type { CellOf, ExtractFields, ExtractRecord, RecordReader } from '#record/extract-record.ts';
import type { CrimeRecord } from '#record/record.ts';
import type { OffenceScope } from '#register/offence-scope.ts';
import { type BatchBuilder, type Kind, monthNumber, outcomeNumber } from './batch.ts';
import { tailOf } from './line.ts';
import type { PhraseWords } from './phrase-words.ts';
import { recalibrated, type Step } from './recalibrate.ts';
import { type Scope, type Standing, scopeOf, standingOf } from './standing.ts';

export type JudgeSetting = {
  readonly reader: RecordReader;
  readonly decider: Decider;
  readonly phrases: PhraseWords;
  readonly offenceScope: (code: string, title: string) => OffenceScope;
  /** Check records out of scope too. */
  readonly allOffences: boolean;
  readonly withEvidenceText: boolean;
  /** What reviewed records have made of the confidence; none where none were reviewed. */
  readonly steps: readonly Step[];
};

/** Fields of a row with what follows from them alone. */
export type Placed = {
  readonly fields: ExtractFields;
  readonly about: OffenceScope;
  readonly scope: Scope;
  readonly isChecked: boolean;
  readonly kind: Kind;
};

export type Judged = ExtractRecord &
  Placed & { readonly decision: Decision | null; readonly standing: Standing | null };

const OPEN = '{"id":';
/** Kinds remembered; a hostile file has a new one in every row. */
const MOST_KINDS = 100_000;

export class Judge {
  readonly setting: JudgeSetting;
  /** One object for each kind: a batch tells them apart by identity. */
  readonly #kinds = new Map<string, Kind>();

  constructor(setting: JudgeSetting) {
    this.setting = setting;
  }

  place(fields: ExtractFields): Placed {
    const about = this.setting.offenceScope(fields.offenceCode, fields.offence);
    const scope = scopeOf(about, fields.age);
    const isChecked = scope !== 'out' || this.setting.allOffences;
    return { fields, about, scope, isChecked, kind: this.#kind(fields, about, scope) };
  }

  decide({ record, fields }: ExtractRecord): Judged {
    const placed = this.place(fields);
    return this.judged(record, placed, placed.isChecked ? this.decision(record) : null);
  }

  decision(record: CrimeRecord, cut: Cut | null = null): Decision {
    return this.#calibrated(this.setting.decider.decide(record, cut));
  }

  /** A record with the decision made on it, or on one that must be decided alike. */
  judged(record: CrimeRecord, placed: Placed, decision: Decision | null): Judged {
    const { fields } = placed;
    const standing =
      decision === null ? null : standingOf(decision.decision, fields.marked, record.recordedOn);
    const { about, scope, isChecked, kind } = placed;
    // Named one by one: a spread costs as much as a rule, and this is made for every record that is read.
    return { record, fields, about, scope, isChecked, kind, decision, standing };
  }

  #calibrated(decision: Decision): Decision {
    const { steps } = this.setting;
    if (steps.length === 0 || decision.decision === 'review') return decision;
    return { ...decision, confidence: recalibrated(decision.confidence, steps) };
  }

  /** Reads and decides one row and writes nothing: for the workbook, which looks at a few rows again. */
  consider(cell: CellOf): Judged | null {
    const read = this.setting.reader.read(cell);
    return typeof read === 'string' ? null : this.decide(read);
  }

  judge(cell: CellOf, place: number, end: number, into: BatchBuilder): void {
    const read = this.setting.reader.read(cell);
    if (typeof read === 'string') into.fault(read, place);
    else this.write(this.decide(read), place, end, into);
  }

  write(judged: Judged, place: number, end: number, into: BatchBuilder): void {
    const { id, recordedOn } = judged.record;
    const line = `${OPEN}${JSON.stringify(id)}${this.tail(judged)}`;
    const room = into.room(3 * (line.length + id.length));
    const lineEnd = into.used + room.write(line, into.used);
    // The reference alone stands behind its line until it is counted; the next line is written over it.
    const idEnd = lineEnd + room.write(id, lineEnd);
    const confidence = judged.decision?.confidence ?? 0;
    const month = monthNumber(recordedOn);
    into.record(judged.kind, month, outcomeOf(judged), place, end, confidence, room, lineEnd, idEnd, lineEnd);
  }

  tail({ scope, standing, decision, fields }: Judged): string {
    return tailOf({ scope, standing, decision, marked: fields.marked }, this.setting.withEvidenceText);
  }

  #kind(fields: ExtractFields, about: OffenceScope, scope: Scope): Kind {
    const kind = {
      offence: about.code,
      title: about.title,
      group: about.group,
      station: fields.station,
      scope,
      marked: fields.marked,
      age: fields.age.kind,
    };
    const name = Object.values(kind).join('\t');
    const known = this.#kinds.get(name) ?? kind;
    if (this.#kinds.size < MOST_KINDS) this.#kinds.set(name, known);
    return known;
  }
}

export function outcomeOf({ decision, standing }: Judged): number {
  return outcomeNumber({ decision: decision?.decision ?? null, standing });
}
