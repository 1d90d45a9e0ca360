/**
 * The findings of a build: which stand in the way of a release, which travel with it, and what may be told of them. A
 * small count may stand among the facts of a finding; it is masked before the finding leaves the build in any form.
 */
import { maskSmall } from '#disclosure/mask.ts';
import type { Facts, Finding } from '#finding/finding.ts';
import { Refusal } from '#finding/refusal.ts';
import { words } from '#finding/words.ts';
import type { Release } from '#tables/release.ts';
import type { ReadForce } from './read-returns.ts';

export type Found = { readonly finding: Finding; readonly force: string | null };

/** Findings of every return, and those of the figures. */
export function allFindings(returns: readonly ReadForce[], ofFigures: readonly Finding[]): readonly Found[] {
  return [
    ...returns.flatMap(({ force, reading }) => reading.findings.map((finding) => ({ finding, force }))),
    ...ofFigures.map((finding) => ({ finding, force: null })),
  ];
}

/**
 * Refuses the release while an error is open. A return from which no number was taken cannot make a number wrong: what
 * its outcome says (refused, lost, empty) is enough, and its errors travel with the release.
 */
export function refuseOpenErrors(
  found: readonly Found[],
  returns: readonly ReadForce[],
  threshold: number,
): void {
  const silent = new Set(returns.filter(({ reading }) => isAnswerless(reading)).map(({ force }) => force));
  const open = found.filter(
    ({ finding, force }) => finding.level === 'error' && !(force !== null && silent.has(force)),
  );
  if (open.length === 0) return;
  const folders = new Map(returns.map(({ force, folder }) => [force, folder]));
  const lines = open.map(({ finding, force }) => {
    const folder = force === null ? '' : `${folders.get(force)}: `;
    return `- ${folder}${words(redacted(finding, threshold))}`;
  });
  const many = open.length === 1 ? 'One error is' : `${open.length} errors are`;
  throw new Refusal(
    'open-errors',
    `${many} open, so no release was made: a number could be wrong.\n${lines.join('\n')}\n` +
      'Ask the force, or record a decision in decisions.yaml beside its files, and build again.',
  );
}

function isAnswerless(reading: ReadForce['reading']): boolean {
  return reading.observations.length === 0 && reading.outcome !== 'full' && reading.outcome !== 'partial';
}

/** What travels with the release: everything that is not merely worth knowing. */
export function releaseFindings(found: readonly Found[], threshold: number): Release['findings'] {
  return found
    .filter(({ finding }) => finding.level !== 'info')
    .map(({ finding, force }) => {
      const told = redacted(finding, threshold);
      return { finding: told, force, sentence: words(told) };
    });
}

export function redacted(finding: Finding, threshold: number): Finding {
  const facts: Record<string, Facts[string]> = {};
  for (const [name, fact] of Object.entries(finding.facts)) {
    if (typeof fact === 'number') {
      if (fact < 1 || fact >= threshold) facts[name] = fact;
    } else if (typeof fact === 'string') {
      facts[name] = maskSmall(fact, threshold);
    } else {
      facts[name] = fact.map((one) => maskSmall(one, threshold));
    }
  }
  return { ...finding, facts };
}
