/**
 * Judges rows one after the other into a batch. A row given as text is read, put in scope, decided and written; that is the plain
 * way, and `judge-bytes.ts` only spares work that comes out the same. Every row ends as one line or one fault.
 */
import type { Decider } from '#flag/decide.ts';
import type { Decision } from '#flag/decision.ts';
import type { CellOf, ExtractFields, ExtractRecord, RecordReader } from '#record/extract-record.ts';
import type { OffenceScope } from '#register/offence-scope.ts';
import { type BatchBuilder, codeOf, hashesOf } from './batch.ts';
import { tailOf } from './line.ts';
import { type Scope, type Standing, scopeOf, standingOf } from './standing.ts';

export type JudgeSetting = {
  readonly reader: RecordReader;
  readonly decider: Decider;
  readonly offenceScope: (code: string, title: string) => OffenceScope;
  /** Check records out of scope too. */
  readonly allOffences: boolean;
  readonly withEvidenceText: boolean;
};

/** Fields of a row with what follows from them alone. */
export type Placed = {
  readonly fields: ExtractFields;
  readonly about: OffenceScope;
  readonly scope: Scope;
  readonly isChecked: boolean;
};

export type Judged = ExtractRecord &
  Placed & { readonly decision: Decision | null; readonly standing: Standing | null };

const OPEN = '{"id":';

export class Judge {
  readonly setting: JudgeSetting;
  /** Keys of the batch now being built, by what they combine. */
  #keys = new Map<string, number>();
  #keysOf: BatchBuilder | null = null;

  constructor(setting: JudgeSetting) {
    this.setting = setting;
  }

  place(fields: ExtractFields): Placed {
    const about = this.setting.offenceScope(fields.offenceCode, fields.offence);
    const scope = scopeOf(about, fields.age);
    return { fields, about, scope, isChecked: scope !== 'out' || this.setting.allOffences };
  }

  decide(read: ExtractRecord, placed: Placed = this.place(read.fields)): Judged {
    const decision = placed.isChecked ? this.setting.decider.decide(read.record) : null;
    const standing =
      decision === null ? null : standingOf(decision.decision, placed.fields.marked, read.record.recordedOn);
    return { ...placed, record: read.record, decision, standing };
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
    const { id } = judged.record;
    const bytes = Buffer.from(id);
    const [a, b] = hashesOf(bytes, 0, bytes.length);
    const line = `${OPEN}${JSON.stringify(id)}${this.tail(judged)}`;
    const room = into.room(3 * line.length);
    const used = into.used + room.write(line, into.used);
    into.record(this.keyFor(judged, into), place, end, judged.decision?.confidence ?? 0, a, b, used);
  }

  tail({ scope, standing, decision, fields }: Judged): string {
    return tailOf({ scope, standing, decision, marked: fields.marked }, this.setting.withEvidenceText);
  }

  keyFor({ about, scope, fields, standing, decision, record }: Judged, into: BatchBuilder): number {
    if (this.#keysOf !== into) {
      this.#keysOf = into;
      this.#keys = new Map();
    }
    const { marked, age, station } = fields;
    const month = record.recordedOn?.slice(0, 7) ?? '';
    const said = decision?.decision ?? null;
    const name = `${codeOf(scope, standing, said, marked, age.kind)} ${month} ${about.code}\t${about.title}\t${station}`;
    let key = this.#keys.get(name);
    if (key === undefined) {
      const { code: offence, title, group } = about;
      key = into.key({
        offence,
        title,
        group,
        month,
        station,
        scope,
        standing,
        decision: said,
        marked,
        age: age.kind,
      });
      this.#keys.set(name, key);
    }
    return key;
  }
}
