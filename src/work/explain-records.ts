/**
 * Decides the records that stand in a text, for the command line: one JSON object, one per line, or plain words that are a narrative.
 * Nothing of the text is kept or put into a refusal: a line that cannot be read is named by its number.
 */
import { Refusal } from '#finding/refusal.ts';
import { prepare } from '#flag/decide.ts';
import type { Decision } from '#flag/decision.ts';
import { readLexicon } from '#flag/lexicon.ts';
import { nothingSettled } from '#flag/policy.ts';
import { type RuleTold, tellRule } from '#flag/tell.ts';
import { type CrimeRecord, parseRecord, recordOfText } from '#record/record.ts';
import { ownRegister } from '#register/own-register.ts';
import { readPolicy } from './read-policy.ts';

export type Explained = {
  readonly decision: Decision;
  /** Every rule that had an effect, with what it says. */
  readonly rules: readonly RuleTold[];
};

export function explainRecords(text: string, policy: string | null): readonly Explained[] {
  const decider = prepare(readLexicon(ownRegister), policy === null ? nothingSettled : readPolicy(policy));
  return recordsOf(text).map((record) => {
    const decision = decider.decide(record);
    return { decision, rules: decision.rules.map(tellRule) };
  });
}

function recordsOf(text: string): readonly CrimeRecord[] {
  const trimmed = text.replace(/^\ufeff/, '').trim();
  if (trimmed === '') {
    throw new Refusal(
      'bad-use',
      'Nothing was given. Write the record, as JSON or as plain text, to standard input.',
    );
  }
  if (!trimmed.startsWith('{')) return [recordOfText(trimmed)];
  const whole = parsed(trimmed);
  if (whole !== undefined) return [parseRecord(whole)];
  return trimmed.split(/\r?\n/).flatMap((line, at) => {
    if (line.trim() === '') return [];
    const one = parsed(line);
    if (one === undefined) {
      throw new Refusal('bad-use', `Line ${at + 1} is no JSON. Give one JSON object, or one on each line.`);
    }
    return [parseRecord(one)];
  });
}

/** Undefined where it is no JSON: what the parser says of it would quote the text. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
