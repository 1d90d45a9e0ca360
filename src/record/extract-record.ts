/**
 * The cells of one row as a crime record, with what the audit needs beside it: the victim's age, whether the flag is set, the
 * station. What may never decide (flags, labels, channels, reasons) stays outside the record. A row that cannot be named, dated
 * or read whole is set aside with the reason, never half read.
 */

import { fold } from '#register/fold.ts';
import { type Age, ageOf } from './extract-ages.ts';
import { type Columns, type RecordField, recordFields } from './extract-columns.ts';
import { dayOf, yearsBetween } from './extract-dates.ts';
import { type Marked, markedInList, markedInOwnColumn } from './extract-markers.ts';
import { type CrimeRecord, sealNarrative } from './record.ts';

/** Why a row is set aside. */
export type RowFault =
  | 'cells'
  | 'quotes'
  | 'cut'
  | 'bytes'
  | 'json'
  | 'reference'
  | 'date'
  | 'narrative'
  | 'repeat';

/** A narrative longer than this holds more than one record, or a file pasted into it; a person must look. */
export const LONGEST_NARRATIVE = 1_000_000;

/** What the cells other than reference, day and narrative say. */
export type ExtractFields = {
  readonly offenceCode: string;
  readonly offence: string;
  readonly locationType: string | null;
  readonly age: Age;
  /** `not-given` where the extract has no column that says. */
  readonly marked: Marked | 'not-given';
  readonly station: string;
};

export type ExtractRecord = { readonly record: CrimeRecord; readonly fields: ExtractFields };

export type CellOf = (column: number) => string;

export type RecordReader = {
  readonly columnsOf: (field: RecordField) => readonly number[];
  /** `recordedOn` is needed where only a date of birth tells the age. */
  readonly fields: (cell: CellOf, recordedOn: string | null) => ExtractFields;
  readonly record: (
    fields: ExtractFields,
    own: { readonly id: string; readonly recordedOn: string | null; readonly narrative: string },
  ) => ExtractRecord;
  readonly read: (cell: CellOf) => ExtractRecord | RowFault;
};

/** `markers` are further words by which this force calls the online flag. */
export function recordReader(columns: Columns, markers: readonly string[] = []): RecordReader {
  const more = new Set(markers.map(fold));
  const columnsOf = (field: RecordField) => columns.found.get(field)?.columns ?? [];
  const at = Object.fromEntries(recordFields.map((field) => [field, columnsOf(field)[0] ?? -1]));
  const narrative = columnsOf('narrative');
  const cellIn = (field: RecordField, cell: CellOf): string | null => {
    const column = at[field] ?? -1;
    return column < 0 ? null : cell(column);
  };

  function marked(list: string | null, own: string | null): Marked | 'not-given' {
    if (list === null && own === null) return 'not-given';
    const byOwn = own === null ? 'no' : markedInOwnColumn(own, more);
    if (byOwn === 'yes') return 'yes';
    return list !== null && markedInList(list, more) === 'yes' ? 'yes' : byOwn;
  }

  const fields = (cell: CellOf, recordedOn: string | null): ExtractFields => ({
    offenceCode: (cellIn('offence-code', cell) ?? '').trim(),
    offence: (cellIn('offence', cell) ?? '').trim(),
    locationType: filled(cellIn('location-type', cell) ?? ''),
    age: victimAge(cellIn('victim-age', cell) ?? '', cellIn('date-of-birth', cell) ?? '', recordedOn),
    marked: marked(cellIn('flags', cell), cellIn('online-flag', cell)),
    station: (cellIn('station', cell) ?? '').trim(),
  });

  const record: RecordReader['record'] = (said, own) => ({
    record: {
      id: own.id,
      offenceCode: filled(said.offenceCode),
      offence: filled(said.offence),
      recordedOn: own.recordedOn,
      victimAge: singleAge(said.age),
      locationType: said.locationType,
      narrative: sealNarrative(own.narrative),
    },
    fields: said,
  });

  return {
    columnsOf,
    fields,
    record,
    read(cell) {
      const id = (cellIn('reference', cell) ?? '').trim();
      if (id === '') return 'reference';
      const written = cellIn('recorded-on', cell);
      const recordedOn = written === null ? null : dayOf(written);
      if (written !== null && recordedOn === null) return 'date';
      const words = narrative.map(cell).join('\n');
      if (words.length > LONGEST_NARRATIVE) return 'narrative';
      return record(fields(cell, recordedOn), { id, recordedOn, narrative: words });
    },
  };
}

/** The stated age, else the age on the day of recording by the date of birth. */
function victimAge(stated: string, birth: string, recordedOn: string | null): Age {
  const age = ageOf(stated);
  if (age.kind === 'known' || birth.trim() === '') return age;
  const born = dayOf(birth);
  if (born === null) return ageOf(birth).kind === 'unknown' ? age : { kind: 'unread' };
  const years = recordedOn === null ? null : yearsBetween(born, recordedOn);
  return years === null ? { kind: 'unread' } : { kind: 'known', low: years, high: years };
}

/** One number where the band lies on one side of 18: all that a rule may ask of an age. */
export function singleAge(age: Age): number | null {
  if (age.kind !== 'known') return null;
  if (age.low === age.high || age.low >= 18) return age.low;
  return age.high < 18 ? age.high : null;
}

function filled(text: string): string | null {
  const trimmed = text.trim();
  return trimmed === '' ? null : trimmed;
}
