/**
 * The line that `--json` prints for a record. Evidence is given by its rule and its place; the words themselves are narrative,
 * and stand here only where the person who runs the command asked for them.
 */
import type { Decision } from '#flag/decision.ts';
import type { Scope, Standing } from './standing.ts';

export type LineFacts = {
  readonly scope: Scope;
  readonly standing: Standing | null;
  readonly decision: Decision | null;
  readonly marked: 'yes' | 'no' | 'unknown' | 'not-given';
};

/** Everything behind the reference, up to and with the line end. */
export function tailOf({ scope, standing, decision, marked }: LineFacts, withText: boolean): string {
  const flagged = marked === 'yes' ? true : marked === 'no' ? false : null;
  const said =
    decision === null
      ? { decision: null, scope, flagged, standing }
      : {
          decision: decision.decision,
          confidence: Math.round(decision.confidence * 10_000) / 10_000,
          channel: decision.channel,
          scope,
          flagged,
          standing,
          evidence: decision.evidence.map(({ rule, field, start, end, effect, text }) =>
            withText ? { rule, field, start, end, effect, text } : { rule, field, start, end, effect },
          ),
          rules: decision.rules,
        };
  return `,${JSON.stringify(said).slice(1)}\n`;
}
