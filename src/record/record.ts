/**
 * One recorded crime as the flag rules see it, read from JSON whatever a force calls the fields. What may never decide (flags
 * already on the record, a label, a channel somebody typed in, a reason) is not read at all. A refusal names the field, never
 * what stands in it.
 */
import { Refusal } from '#finding/refusal.ts';
import { type Narrative, readNarrative, sealNarrative } from './narrative.ts';

export { type Narrative, readNarrative, sealNarrative };

export type CrimeRecord = {
  readonly id: string;
  /** As the force writes it: `71/17`, `071/17`, `22B`, `86/02`. */
  readonly offenceCode: string | null;
  readonly offence: string | null;
  /** ISO day, `2024-04-01`; null when not known or not a day. */
  readonly recordedOn: string | null;
  readonly victimAge: number | null;
  readonly locationType: string | null;
  readonly narrative: Narrative;
  /** Other columns of an extract, for output only: no rule reads them. */
  readonly fields?: Readonly<Record<string, string>>;
};

const NAMES = {
  id: ['id', 'reference', 'ref', 'crime_number', 'crimeNumber', 'crime_ref'],
  offenceCode: ['offence_code', 'offenceCode', 'code', 'ho_code'],
  offence: ['offence', 'offence_title', 'offenceTitle'],
  recordedOn: ['recorded_on', 'recordedOn', 'recorded', 'date_recorded'],
  victimAge: ['victim_age', 'victimAge', 'age'],
  locationType: ['location_type', 'locationType', 'location'],
  narrative: ['mo', 'narrative', 'text', 'summary', 'free_text'],
} as const;

/** Refuses what is no object and a record without any narrative field; a blank narrative is a narrative. */
export function parseRecord(json: unknown): CrimeRecord {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw new Refusal(
      'bad-use',
      'A record is one JSON object with the fields named in docs/how-to/explain.md.',
    );
  }
  const given = new Map(Object.entries(json));
  const text = textOf(given, 'narrative');
  if (text === null) {
    throw new Refusal('bad-use', 'The record has no narrative. Give it in the field "mo" or "narrative".');
  }
  return {
    id: textOf(given, 'id') ?? '',
    offenceCode: filled(textOf(given, 'offenceCode')),
    offence: filled(textOf(given, 'offence')),
    recordedOn: isoDay(textOf(given, 'recordedOn')),
    victimAge: ageOf(textOf(given, 'victimAge')),
    locationType: filled(textOf(given, 'locationType')),
    narrative: sealNarrative(text),
  };
}

/** A record of which only the words are known. */
export function recordOfText(text: string): CrimeRecord {
  return {
    id: '',
    offenceCode: null,
    offence: null,
    recordedOn: null,
    victimAge: null,
    locationType: null,
    narrative: sealNarrative(text),
  };
}

/** `2024-04-01`, `2024-04-01T10:00` and `01/04/2024` as an ISO day; anything else is not known. */
export function isoDay(text: string | null): string | null {
  if (text === null) return null;
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(text);
  const british = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?!\d)/.exec(text);
  const [year, month, day] = iso !== null ? iso.slice(1) : british !== null ? british.slice(1).reverse() : [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const found = new Date(`${written}T00:00:00Z`);
  return Number.isNaN(found.getTime()) || found.toISOString().slice(0, 10) !== written ? null : written;
}

function textOf(given: ReadonlyMap<string, unknown>, field: keyof typeof NAMES): string | null {
  for (const name of NAMES[field]) {
    const value = given.get(name);
    if (typeof value === 'string') return value;
    if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  }
  return null;
}

function filled(text: string | null): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}

function ageOf(text: string | null): number | null {
  const found = text === null ? null : /^\s*(\d{1,3})\s*$/.exec(text);
  return found === null ? null : Number(found[1]);
}
