/**
 * Everything that decides how the rows of one extract are judged, as plain data, so that each worker makes the same judge from it
 * and a second run makes the same again.
 */
import { Judge } from '#audit/judge.ts';
import { phraseWords } from '#audit/phrase-words.ts';
import type { Step } from '#audit/recalibrate.ts';
import { prepare } from '#flag/decide.ts';
import { readLexicon } from '#flag/lexicon.ts';
import type { Policy } from '#flag/policy.ts';
import type { Columns, FoundColumn } from '#record/extract-columns.ts';
import type { TextExtract } from '#record/extract-open.ts';
import { recordReader } from '#record/extract-record.ts';
import { offenceScopes } from '#register/offence-scope.ts';
import { readOffences } from '#register/offences.ts';
import { ownRegister } from '#register/own-register.ts';

export type CheckPlan = {
  readonly names: readonly string[];
  readonly columns: readonly FoundColumn[];
  readonly markers: readonly string[];
  readonly policy: Policy;
  readonly allOffences: boolean;
  readonly withEvidenceText: boolean;
  readonly steps: readonly Step[];
};

/** A plan for the parts of a file that can be walked apart. */
export type TextPlan = CheckPlan & { readonly extract: TextExtract };

export function judgeOf(plan: CheckPlan): Judge {
  const columns: Columns = {
    names: plan.names,
    found: new Map(plan.columns.map((column) => [column.field, column])),
    doubtful: new Map(),
  };
  const lexicon = readLexicon(ownRegister);
  return new Judge({
    reader: recordReader(columns, plan.markers),
    decider: prepare(lexicon, plan.policy),
    phrases: phraseWords(lexicon),
    offenceScope: offenceScopes(readOffences(ownRegister)),
    allOffences: plan.allOffences,
    withEvidenceText: plan.withEvidenceText,
    steps: plan.steps,
  });
}
