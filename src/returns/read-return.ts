/**
 * Reads one return: documents in, outcome, exemptions, observations and findings out. Promises that every number it gives
 * is what the file states, with its place, and that what is doubtful is said; refuses to guess. Method: docs/method/reading.md.
 */
import type { Collection } from '#collection/collection.ts';
import { finding } from '#finding/catalogue.ts';
import type { Finding } from '#finding/finding.ts';
import type { Register } from '#register/register.ts';
import { assemble } from './assemble/assemble.ts';
import { childrenOf, outliers } from './assemble/outliers.ts';
import { type Accepted, decide } from './decide.ts';
import type { Decision } from './decide-file.ts';
import type { Document } from './document.ts';
import { type Explained, explain } from './explain.ts';
import { forceNamed } from './letters/force-named.ts';
import { evidence, outcomeOf } from './letters/outcome.ts';
import { markerRules } from './marker-rules.ts';
import type { Reading } from './reading.ts';
import { joinContinued } from './tables/continued.ts';
import { unfolded } from './tables/unfolded.ts';
import { walk } from './walk.ts';
import { withinLimits } from './within-limits.ts';
import { lexiconOf } from './words/lexicon.ts';
import { withQualifiers } from './words/qualifiers.ts';

export type ReadRequest = {
  readonly documents: readonly Document[];
  readonly collection: Collection;
  readonly register: Register;
  /** GSS code of the force that was asked, where the caller knows; null when only the file can say. */
  readonly force: string | null;
  /** What people decided about this return. */
  readonly decisions?: readonly Decision[];
};

export function readReturn(request: ReadRequest): Reading {
  return readExplained(request).reading;
}

export type ReadExplained = {
  readonly reading: Reading;
  readonly explained: Explained;
  /** Findings that people accepted, as they were found. */
  readonly accepted: readonly Accepted[];
  /** Decisions that applied to something. */
  readonly applied: readonly Decision[];
};

/** The reading, and with it the fate of every number that the documents show, and what people accepted. */
export function readExplained(request: ReadRequest): ReadExplained {
  const { collection, register, force, decisions = [] } = request;
  const { documents: sent, findings: overLimits } = withinLimits(request.documents);
  const lexicon = withQualifiers(lexiconOf(register, collection.ageBands), collection);
  const documents = sent.map((document) => unfolded(joinContinued(document), lexicon));
  const decided = decide({ documents, decisions, collection, lexicon });
  const walked = decided.numbers(walk(decided.page.documents, collection, decided.lexicon));
  const rules = markerRules([...walked.everything]);
  const said = evidence(walked.reply);
  const assembled = assemble(walked, collection, rules, said.refused);
  const { observations, findings, hiddenWhole, trace } = assembled;
  const { left } = decided.page;
  const explained = explain({ documents, left, collection, lexicon, walked, trace, observations, findings });
  const all: Finding[] = [
    ...documents.flatMap((document) => [...document.findings]),
    ...overLimits,
    ...findings,
    ...explained.findings,
    ...hiddenSheets(decided.page.documents),
  ];
  const unreadable = documents.length > 0 && documents.every((document) => document.blocks.length === 0);
  const otherPeriods = periodsMissing(observations, collection);
  all.push(...otherPeriods);
  const outcome = outcomeOf(said, {
    observations: observations.length,
    otherPeriod: otherPeriods.length > 0,
    hiddenWhole,
    emptyTable: walked.empties.length > 0,
    isForm: walked.empties.some((one) => one.isForm),
    unreadable,
  });
  const [empty] = walked.empties;
  if (
    (outcome === 'lost' || outcome === 'empty') &&
    !all.some((one) => one.code === 'not-a-return' || one.code === 'unreadable')
  ) {
    all.push(
      finding('not-a-return', empty?.at ?? documents[0]?.file ?? '', {
        why:
          outcome === 'empty'
            ? 'the form came back without figures'
            : 'no figures and no decision were found',
      }),
    );
  }
  if (outcome === 'flag-not-used') all.push(finding('flag-not-used', documents[0]?.file ?? ''));
  const named = forceNamed(walked.everything, documents, register, force);
  all.push(...named.findings);
  const sender = force ?? named.force;
  all.push(...outliers(observations, childrenOf(sender, Number(collection.period.slice(0, 4)))));
  const settled = decided.settle(distinct(all));
  const reading: Reading = {
    force: sender,
    outcome,
    exemptions: outcome === 'not-held' || outcome === 'flag-not-used' ? [] : said.exemptions,
    observations,
    findings: [...settled.findings, ...decided.unused()],
  };
  return { reading, explained, accepted: settled.accepted, applied: decided.applied() };
}

/** Measures that were answered, but not for the period asked about: one finding for each. */
function periodsMissing(observations: Reading['observations'], collection: Collection): readonly Finding[] {
  return collection.measures.flatMap(({ id }) => {
    const own = observations.filter((one) => one.measure === id);
    const [first] = own;
    if (first === undefined || own.some((one) => one.period === collection.period)) return [];
    const nearest = own.find((one) => overlap(one.period, collection.period)) ?? first;
    return [finding('period-mismatch', nearest.at, { period: nearest.period, asked: collection.period })];
  });
}

function overlap(a: string, b: string): boolean {
  const [aFrom = '', aTo = ''] = a.split('/');
  const [bFrom = '', bTo = ''] = b.split('/');
  return aFrom <= bTo && bFrom <= aTo;
}

function hiddenSheets(documents: readonly Document[]): readonly Finding[] {
  return documents.flatMap((document) =>
    document.blocks.flatMap((block) =>
      block.kind === 'table' &&
      block.visibility !== 'visible' &&
      block.cells.some((cell) => cell.kind === 'number')
        ? [finding('stale-hidden-sheet', block.at, { sheet: block.name })]
        : [],
    ),
  );
}

function distinct(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return findings.filter((one) => {
    const id = JSON.stringify([one.code, one.at, one.facts]);
    if (seen.has(id)) return false;
    seen.add(id);
    return true;
  });
}
