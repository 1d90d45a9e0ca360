/**
 * A number from a sentence that was not wholly understood, beside another number for the same thing that was: what the
 * sentence counts is then most likely something else ("6 crimes were recorded twice"), and it is left out and told.
 */
import type { Count } from '#count/count.ts';
import { finding } from '#finding/catalogue.ts';
import type { Finding } from '#finding/finding.ts';
import type { Stated } from '../stated.ts';
import { type Candidate, key } from './candidate.ts';

export function withoutDoubtful(
  candidates: readonly Candidate[],
  stated: readonly Stated[],
  findings: Finding[],
): readonly Candidate[] {
  const isUnsure = (one: Candidate): boolean => {
    const { unsure = [], block, at } = stated[one.stated] ?? {};
    return unsure.length > 0 && block === at;
  };
  const sure = Map.groupBy(
    candidates.filter((one) => !isUnsure(one)),
    (one) => key(one.observation),
  );
  return candidates.filter((one) => {
    const others = isUnsure(one) ? (sure.get(key(one.observation)) ?? []) : [];
    const isContradicted =
      others.length > 0 && others.every((other) => apart(other.observation.count, one.observation.count));
    if (isContradicted) {
      const { text = '', labels = '' } = stated[one.stated] ?? {};
      findings.push(finding('unread-number', one.observation.at, { value: text, label: labels }));
    }
    return !isContradicted;
  });
}

function apart(a: Count, b: Count): boolean {
  return a.low > b.high || b.low > a.high;
}
