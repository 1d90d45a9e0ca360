/**
 * Where one record stands: is it in scope, and does its flag agree with the decision. Unknown is kept apart everywhere: an age
 * that is not known does not take a record out of scope, and a flag that is not known is neither there nor missing.
 */
import type { Decision } from '#flag/decision.ts';
import type { Age } from '#record/extract-ages.ts';
import type { Marked } from '#record/extract-markers.ts';
import type { OffenceScope } from '#register/offence-scope.ts';

/** Forces must use the flag from this day on; nothing recorded before can miss it. */
export const FLAG_SINCE = '2015-04-01';

export const scopes = ['in', 'perhaps', 'out'] as const;

/** `perhaps`: a sexual or image offence where the victim's age is not known, or an offence that is not stated. */
export type Scope = (typeof scopes)[number];

export const standings = [
  'supported',
  'missed',
  'unsupported',
  'clear',
  'review',
  'flag-not-known',
  'before-april-2015',
] as const;

/**
 * `supported`: flagged, and the record says online. `missed`: it says online and has no flag. `unsupported`: flagged, and the
 * record says it was not. `clear`: neither. `review`: a person must read it. `flag-not-known`: decided, but the extract does
 * not say whether the flag is set.
 */
export type Standing = (typeof standings)[number];

/** Standings of which a person should look at every record. */
export const toRead: ReadonlySet<Standing> = new Set(['missed', 'unsupported', 'review']);

export function scopeOf(offence: OffenceScope, age: Age): Scope {
  if (offence.kind === 'other') return 'out';
  if (offence.kind === 'not-known') return age.kind === 'known' && age.low >= 18 ? 'out' : 'perhaps';
  // An offence that only a child can suffer stays in scope whatever age is written: that may be the age at the report.
  if (offence.namesChild === 'yes') return 'in';
  if (age.kind !== 'known') return 'perhaps';
  if (age.high < 18) return 'in';
  return age.low >= 18 ? 'out' : 'perhaps';
}

export function standingOf(
  decision: Decision['decision'],
  marked: Marked | 'not-given',
  recordedOn: string | null,
): Standing {
  if (recordedOn !== null && recordedOn < FLAG_SINCE) return 'before-april-2015';
  if (decision === 'review') return 'review';
  if (marked === 'unknown' || marked === 'not-given') return 'flag-not-known';
  if (decision === 'flag') return marked === 'yes' ? 'supported' : 'missed';
  return marked === 'yes' ? 'unsupported' : 'clear';
}
