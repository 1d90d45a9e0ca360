/**
 * Decisions of people about errors, as data: `decisions.yaml` beside the files of a return, or beside `collection.yaml`
 * for what others published. Each accepts one finding at one place, with who, when and why. A decision that no longer
 * applies to anything is a finding itself; nothing is ever accepted by its kind alone.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import type { FindingCode } from '#finding/catalogue.ts';
import { catalogue, finding } from '#finding/catalogue.ts';
import type { Finding } from '#finding/finding.ts';
import { Refusal } from '#finding/refusal.ts';
import { dayLabel, dayNumber } from '#period/period.ts';

export type Decision = {
  readonly accept: FindingCode;
  readonly at: string;
  readonly because: string;
  /** A role, such as "analyst"; names of people do not belong in a release. */
  readonly by: string;
  readonly on: string;
};

export type Decided = {
  /** Findings that nobody has settled. */
  readonly open: readonly Finding[];
  readonly accepted: readonly { readonly finding: Finding; readonly decision: Decision }[];
  /** One finding for each decision that applies to nothing. */
  readonly unused: readonly Finding[];
};

const FILE = 'decisions.yaml';
const codes = Object.keys(catalogue) as [FindingCode, ...FindingCode[]];
const text = z.string({ error: 'write a text' }).trim().min(1, { error: 'write a text' });

const decisions = z.array(
  z.strictObject({
    accept: z.enum(codes, { error: 'write the code of a finding, as total-mismatch' }),
    at: text,
    because: text,
    by: text,
    on: z.string().refine((day) => !Number.isNaN(dayNumber(day)), { error: 'write a day as "2025-05-29"' }),
  }),
);

/** The decisions in a folder; none when it holds no `decisions.yaml`. */
export function readDecisions(folder: string): readonly Decision[] {
  const path = join(folder, FILE);
  if (!existsSync(path)) return [];
  const document = parseDocument(readFileSync(path, 'utf8'), { schema: 'core' });
  if (document.errors.length > 0)
    throw new Refusal('bad-use', `${path}: this is not YAML. Write a list of decisions.`);
  const read = decisions.safeParse(document.toJS({ maxAliasCount: 10 }) ?? []);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const where = (issue?.path ?? []).join('.');
  throw new Refusal(
    'bad-use',
    `${path}${where === '' ? '' : `, "${where}"`}: ${issue?.message ?? 'cannot be read'}.`,
  );
}

export function applyDecisions(findings: readonly Finding[], made: readonly Decision[]): Decided {
  const fits = (decision: Decision, found: Finding) =>
    decision.accept === found.code && decision.at === found.at;
  const accepted = findings.flatMap((found) => {
    const decision = made.find((one) => fits(one, found));
    return decision === undefined ? [] : [{ finding: found, decision }];
  });
  const settled = new Set(accepted.map(({ finding: found }) => found));
  return {
    open: findings.filter((found) => !settled.has(found)),
    accepted,
    unused: made
      .filter((decision) => !findings.some((found) => fits(decision, found)))
      .map((decision) => finding('unused-decision', decision.at, { decision: decision.accept })),
  };
}

/** The decision as it stands beside every figure it touches. */
export function decisionSentence({ because, by, on }: Decision): string {
  const reason = /[.!?]$/.test(because) ? because : `${because}.`;
  return `An error found in the reply was accepted on ${dayLabel(on)} (${by}): ${reason}`;
}
