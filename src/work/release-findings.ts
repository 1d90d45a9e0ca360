/**
 * The findings of a build: which stand in the way of a release, which travel with it, and what may be told of them. A
 * small count may stand among the facts of a finding; it is masked before the finding leaves the build in any form.
 */
import { maskSmall, maskText, nothingVisible } from '#disclosure/mask.ts';
import type { Facts, Finding } from '#finding/finding.ts';
import { Refusal } from '#finding/refusal.ts';
import { words } from '#finding/words.ts';
import type { Release } from '#tables/release.ts';
import type { Decided, Decision } from './decisions.ts';
import { applyDecisions, decisionSentence } from './decisions.ts';
import type { ReadForce } from './read-returns.ts';

export type Found = {
  readonly finding: Finding;
  readonly force: string | null;
  /** How a person settled it; null while nobody has. */
  readonly decision: Decision | null;
};

export type Settled = {
  readonly found: readonly Found[];
  /** What stands beside every figure of a force because of a decision. */
  readonly doubts: readonly { readonly force: string; readonly sentence: string }[];
};

/** Findings of every return, settled by the decisions beside its files. */
export function returnFindings(returns: readonly ReadForce[]): Settled {
  const settled = returns.map(({ force, reading, decisions }) => {
    const decided = applyDecisions(reading.findings, decisions);
    return { force, decided };
  });
  return {
    found: settled.flatMap(({ force, decided }) => foundOf(decided, force)),
    doubts: settled.flatMap(({ force, decided }) =>
      [...new Set(decided.accepted.map(({ decision }) => decision))].map((decision) => ({
        force,
        sentence: decisionSentence(decision),
      })),
    ),
  };
}

/** Findings of the figures, settled by the decisions beside the collection. */
export function figureFindings(
  findings: readonly Finding[],
  decisions: readonly Decision[],
): readonly Found[] {
  return foundOf(applyDecisions(findings, decisions), null);
}

function foundOf({ open, accepted, unused }: Decided, force: string | null): readonly Found[] {
  return [
    ...[...open, ...unused].map((finding) => ({ finding, force, decision: null })),
    ...accepted.map(({ finding, decision }) => ({ finding, force, decision })),
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
    ({ finding, force, decision }) =>
      finding.level === 'error' && decision === null && !(force !== null && silent.has(force)),
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

/** What travels with the release: everything that is not merely worth knowing, without a single count. */
export function releaseFindings(found: readonly Found[]): Release['findings'] {
  return found
    .filter(({ finding }) => finding.level !== 'info')
    .map(({ finding, force, decision }) => {
      const told = withFacts(finding, () => false, masked);
      const settled = decision === null ? '' : ` ${masked(decisionSentence(decision))}`;
      return { finding: told, force, sentence: `${words(told)}${settled}` };
    });
}

/** For the analyst who builds, and has the files: only what may not stand in a log is masked. */
function redacted(finding: Finding, threshold: number): Finding {
  const isSmall = (fact: number) => fact >= 1 && fact < threshold;
  return withFacts(
    finding,
    (fact) => !isSmall(fact),
    (text) => maskSmall(text, threshold),
  );
}

function masked(text: string): string {
  return maskText(text, nothingVisible)
    .map((part) => part.text)
    .join('');
}

/** A number that may not be told is left out: the sentence of a finding does without it. */
function withFacts(
  finding: Finding,
  mayTell: (fact: number) => boolean,
  masking: (text: string) => string,
): Finding {
  const facts: Record<string, Facts[string]> = {};
  for (const [name, fact] of Object.entries(finding.facts)) {
    if (typeof fact === 'number') {
      if (mayTell(fact)) facts[name] = fact;
    } else {
      facts[name] = typeof fact === 'string' ? masking(fact) : fact.map(masking);
    }
  }
  return { ...finding, facts };
}
