/**
 * The line that `--json` prints for a record. Evidence is given by its rule and its place; the words themselves are narrative,
 * and stand here only where the person who runs the command asked for them. Put together by hand, because it is done for every
 * record read: names of rules and fields are small letters, digits and hyphens, and are quoted as they are.
 */
import type { Decision, Evidence, Outcome } from '#flag/decision.ts';
import type { Scope, Standing } from './standing.ts';

export type LineFacts = {
  readonly scope: Scope;
  readonly standing: Standing | null;
  readonly decision: Decision | null;
  readonly marked: 'yes' | 'no' | 'unknown' | 'not-given';
};

/** Everything behind the reference, up to and with the line end. */
export function tailOf({ scope, standing, decision, marked }: LineFacts, withText: boolean): string {
  const placed = placedOf(scope, marked, standing);
  if (decision === null) return `,"decision":null,${placed}}\n`;
  let evidence = '';
  for (const one of decision.evidence)
    evidence += `${evidence === '' ? '' : ','}${evidenceOf(one, withText)}`;
  const rules = decision.rules.length === 0 ? '' : `"${decision.rules.join('","')}"`;
  const channel = decision.channel === null ? 'null' : nameOf(decision.channel);
  return `${headOf(decision.decision, decision.confidence)}${channel},${placed},"evidence":[${evidence}],"rules":[${rules}]}\n`;
}

export function headOf(decision: Outcome, confidence: number): string {
  return `,"decision":"${decision}","confidence":${Math.round(confidence * 10_000) / 10_000},"channel":`;
}

export function placedOf(
  scope: LineFacts['scope'],
  marked: LineFacts['marked'],
  standing: LineFacts['standing'],
): string {
  const flagged = marked === 'yes' ? 'true' : marked === 'no' ? 'false' : 'null';
  return `"scope":"${scope}","flagged":${flagged},"standing":${quoted(standing)}`;
}

function evidenceOf({ rule, field, start, end, effect, text }: Evidence, withText: boolean): string {
  const said = withText ? `,"text":${JSON.stringify(text)}` : '';
  return `{"rule":"${rule}","field":"${field}","start":${start},"end":${end},"effect":"${effect}"${said}}`;
}

/** Channels are names of the register, a few hundred. */
const names = new Map<string, string>();

function nameOf(channel: string): string {
  let name = names.get(channel);
  if (name === undefined) {
    name = JSON.stringify(channel);
    names.set(channel, name);
  }
  return name;
}

function quoted(word: string | null): string {
  return word === null ? 'null' : `"${word}"`;
}
