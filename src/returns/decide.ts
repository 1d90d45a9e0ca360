/**
 * Applies what people decided about a return: labels mapped, places left out, numbers read by hand, findings accepted. Each
 * decision changes what it names and nothing else; one that applied to nothing is a finding, so that last year's decisions
 * can stand beside this year's files.
 */
import type { Collection } from '#collection/collection.ts';
import { finding } from '#finding/catalogue.ts';
import type { Finding } from '#finding/finding.ts';
import type { Register } from '#register/register.ts';
import { DECISIONS, type Decision, refuseDecision } from './decide-file.ts';
import { decidedLexicon, type Mapped } from './decide-labels.ts';
import { decideNumbers, type ReadByPerson } from './decide-numbers.ts';
import { type Ignored, type Page, withoutIgnored } from './decide-page.ts';
import type { Document } from './document.ts';
import type { Walked } from './walk.ts';
import type { Lexicon } from './words/lexicon.ts';

export type Accepted = { readonly finding: Finding; readonly decision: Decision };

export type Settled = {
  /** All findings, the accepted ones as information, with who accepted them, when and why. */
  readonly findings: readonly Finding[];
  /** The accepted ones as they were found. */
  readonly accepted: readonly Accepted[];
};

export type Deciding = {
  readonly page: Page;
  readonly lexicon: Lexicon;
  readonly numbers: (walked: Walked) => Walked;
  readonly settle: (findings: readonly Finding[]) => Settled;
  /** To be asked last: the decisions that applied to something. */
  readonly applied: () => readonly Decision[];
  /** To be asked last: a finding for each decision that applied to nothing. */
  readonly unused: () => readonly Finding[];
};

export type DecideOf = {
  readonly documents: readonly Document[];
  readonly decisions: readonly Decision[];
  readonly collection: Collection;
  readonly lexicon: Lexicon;
};

export function decide({ documents, decisions, collection, lexicon }: DecideOf): Deciding {
  const used = new Set<Decision>();
  const onUse = (decision: Decision): void => {
    used.add(decision);
  };
  const maps = decisions.filter((one): one is Mapped => one.verb === 'map');
  const silent = decisions.filter((one): one is Ignored => one.verb === 'ignore');
  const read = decisions.filter((one): one is ReadByPerson => one.verb === 'read');
  const page = withoutIgnored(documents, silent, onUse);
  return {
    page,
    lexicon: decidedLexicon(lexicon, maps, collection, onUse),
    numbers: (walked) =>
      decisions.length === 0
        ? walked
        : decideNumbers(walked, { page, silent, read, collection, documents, onUse }),
    settle: (findings) => {
      const settled = settle(findings, decisions);
      for (const { decision } of settled.accepted) onUse(decision);
      return settled;
    },
    applied: () => decisions.filter((one) => used.has(one)),
    unused: () => decisions.filter((one) => !used.has(one)).map(unusedDecision),
  };
}

/** Accepts each finding that a decision names by its code and its place. */
export function settle(findings: readonly Finding[], decisions: readonly Decision[]): Settled {
  const accepted: Accepted[] = [];
  const settled = findings.map((found): Finding => {
    const decision = decisions.find(
      (one) => one.verb === 'accept' && one.finding === found.code && one.at === found.at,
    );
    if (decision === undefined) return found;
    accepted.push({ finding: found, decision });
    const { who, when, why } = decision;
    return {
      ...found,
      level: 'info',
      facts: { ...found.facts, acceptedBy: who, acceptedOn: when, acceptedBecause: why },
    };
  });
  return { findings: settled, accepted };
}

export function unusedDecision(decision: Decision): Finding {
  return finding('unused-decision', `${DECISIONS}#l${decision.line}`, { decision: told(decision) });
}

function told(decision: Decision): string {
  switch (decision.verb) {
    case 'map':
      return `map "${decision.label}"${decision.where === null ? '' : ` in ${decision.where}`}`;
    case 'ignore':
      return `ignore ${decision.at}`;
    case 'accept':
      return `accept ${decision.finding} at ${decision.at}`;
    case 'read':
      return `read ${decision.at}`;
    default:
      return decision satisfies never;
  }
}

/** Refuses what no file could make right: a measure that was not asked for, a platform or force that the register lacks. */
export function checkDecisions(
  decisions: readonly Decision[],
  collection: Collection,
  register: Register,
): void {
  const platforms = new Set([...register.platforms.map(({ id }) => id), 'unknown', 'other']);
  for (const one of decisions) {
    const meaning = one.verb === 'map' ? one.to : one.verb === 'read' ? one.as : 'not-an-answer';
    if (meaning === 'not-an-answer') continue;
    const { measure, platform } = meaning;
    const ids = collection.measures.map(({ id }) => id);
    if (measure !== undefined && !ids.includes(measure))
      throw refuseDecision(
        one,
        `"${measure}" is no measure of ${collection.id}. Write one of ${ids.join(', ')}.`,
      );
    if (platform !== undefined && !platforms.has(platform))
      throw refuseDecision(
        one,
        `"${platform}" is no platform of the register. Write an id of register/platforms.csv, other or unknown.`,
      );
  }
}
