/**
 * The findings of a build: which stand in the way of a release, which travel with it, and what may be told of them. A
 * small count may stand among the facts of a finding; it is masked before the finding leaves the build in any form.
 */
import { maskSmall, maskText, nothingVisible } from '#disclosure/mask.ts';
import type { Facts, Finding } from '#finding/finding.ts';
import { Refusal } from '#finding/refusal.ts';
import { words } from '#finding/words.ts';
import { dayLabel } from '#period/period.ts';
import { settle, unusedDecision } from '#returns/decide.ts';
import type { Decision } from '#returns/decide-file.ts';
import type { Release } from '#tables/release.ts';
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

/** Findings of every return; those that people accepted as they were found, each with its decision. */
export function returnFindings(returns: readonly ReadForce[]): Settled {
  return {
    found: returns.flatMap(({ force, reading, accepted }) => [
      ...reading.findings
        .filter(({ facts }) => facts.acceptedBy === undefined)
        .map((one) => open(one, force)),
      ...accepted.map((one) => ({ ...one, force })),
    ]),
    doubts: returns.flatMap(({ force, applied }) =>
      applied.flatMap((decision) => {
        const sentence = decisionSentence(decision);
        return sentence === null ? [] : [{ force, sentence }];
      }),
    ),
  };
}

/** Findings of the figures, settled by the decisions beside the collection. */
export function figureFindings(
  findings: readonly Finding[],
  decisions: readonly Decision[],
): readonly Found[] {
  const { accepted } = settle(findings, decisions);
  const settled = new Set(accepted.map(({ finding }) => finding));
  const used = new Set(accepted.map(({ decision }) => decision));
  return [
    ...findings.filter((one) => !settled.has(one)).map((one) => open(one, null)),
    ...accepted.map((one) => ({ ...one, force: null })),
    ...unusedFindings(decisions.filter((one) => !used.has(one))),
  ];
}

export function unusedFindings(decisions: readonly Decision[]): readonly Found[] {
  return decisions.map((one) => open(unusedDecision(one), null));
}

function open(finding: Finding, force: string | null): Found {
  return { finding, force, decision: null };
}

/**
 * The decision as it stands beside every figure it touches; null for one that only says what a label means or what is no
 * answer, which leaves each number as the force stated it.
 */
export function decisionSentence({ verb, who, when, why }: Decision): string | null {
  const reason = /[.!?]$/.test(why) ? why : `${why}.`;
  const by = `${dayLabel(when)} (${who}): ${reason}`;
  if (verb === 'accept') return `An error found in the reply was accepted on ${by}`;
  return verb === 'read' ? `A number of the reply was read by a person on ${by}` : null;
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
      const by = decision === null ? null : decisionSentence(decision);
      const settled = by === null ? '' : ` ${masked(by)}`;
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
