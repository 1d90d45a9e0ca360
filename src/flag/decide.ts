/**
 * Decides one record: does it get the online crime flag, and why. Promises that the same record, register and policy give the
 * same decision, and that no flag, label or channel already on the record is looked at.
 */
import { type CrimeRecord, readNarrative } from '#record/record.ts';
import type { Decision } from './decision.ts';
import type { Policy } from './policy.ts';

export type FlagRegister = { readonly terms: readonly string[] };

export type Decider = {
  readonly decide: (record: CrimeRecord) => Decision;
  /** Words of which one must stand in a narrative before any rule can read anything in it; for the cheap scan. */
  readonly triggers: readonly string[];
  /** False only where `decide` would find no mention in the text. */
  readonly mayHoldAMeans: (text: string) => boolean;
};

export function prepare(register: FlagRegister, _policy: Policy): Decider {
  const triggers = register.terms;
  const mayHoldAMeans = (text: string): boolean => {
    const low = text.toLowerCase();
    return triggers.some((term) => low.includes(term));
  };
  return {
    triggers,
    mayHoldAMeans,
    decide(record) {
      const found = mayHoldAMeans(readNarrative(record.narrative));
      return {
        id: record.id,
        decision: found ? 'review' : 'no-flag',
        confidence: 0.5,
        channel: null,
        evidence: [],
        rules: [],
      };
    },
  };
}
