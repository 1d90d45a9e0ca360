/**
 * Everything that decides how the rows of one extract are judged, as plain data, so that each worker makes the same judge from it
 * and a second run makes the same again.
 */
import { Judge, type JudgeSetting } from '#audit/judge.ts';
import { type PhraseWords, phraseWords } from '#audit/phrase-words.ts';
import type { Step } from '#audit/recalibrate.ts';
import { prepare } from '#flag/decide.ts';
import { type Lexicon, readLexicon } from '#flag/lexicon.ts';
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

/** What records are judged by, whatever the extract. */
export type Judging = {
  readonly lexicon: Lexicon;
  readonly phrases: PhraseWords;
  readonly offenceScope: JudgeSetting['offenceScope'];
};

export function judging(): Judging {
  const lexicon = readLexicon(ownRegister);
  return {
    lexicon,
    phrases: phraseWords(lexicon),
    offenceScope: offenceScopes(readOffences(ownRegister)),
  };
}

export function judgeOf(plan: CheckPlan, { lexicon, phrases, offenceScope }: Judging = judging()): Judge {
  const columns: Columns = {
    names: plan.names,
    found: new Map(plan.columns.map((column) => [column.field, column])),
    doubtful: new Map(),
  };
  return new Judge({
    reader: recordReader(columns, plan.markers),
    decider: prepare(lexicon, plan.policy),
    phrases,
    offenceScope,
    allOffences: plan.allOffences,
    withEvidenceText: plan.withEvidenceText,
    steps: plan.steps,
  });
}
