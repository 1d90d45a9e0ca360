/**
 * `decisions.yaml`: what a person decided about a return, as data, with who, when and why. Beside the files of a return it is
 * about that return; beside `collection.yaml` each decision names its force, or accepts what was found in the figures.
 * Refuses a file that leaves something open, with its line and what to write. See `docs/how-to/decide.md`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { checkedYaml } from '#collection/checked-yaml.ts';
import { catalogue, type FindingCode } from '#finding/catalogue.ts';
import { Refusal } from '#finding/refusal.ts';
import { dayNumber, period } from '#period/period.ts';

export const DECISIONS = 'decisions.yaml';

/** What a label stands for; several dimensions may be said at once. */
export type Meaning = {
  readonly age?: string;
  readonly sex?: 'female' | 'male' | 'unknown' | 'other';
  readonly platform?: string;
  readonly offence?: string;
  readonly period?: string;
  /** Id of a measure of the collection. */
  readonly measure?: string;
};

export type ReadAs = Omit<Meaning, 'measure' | 'period'> & {
  readonly measure: string;
  readonly period: string;
  readonly low: number;
  /** Null when no upper bound is known. */
  readonly high: number | null;
};

export type Verb =
  | {
      readonly verb: 'map';
      readonly label: string;
      readonly to: Meaning | 'not-an-answer';
      readonly where: string | null;
    }
  | { readonly verb: 'ignore'; readonly at: string }
  | { readonly verb: 'accept'; readonly finding: FindingCode; readonly at: string }
  | { readonly verb: 'read'; readonly at: string; readonly as: ReadAs };

export type Decision = Verb & {
  /** A role, such as "analyst": it may be published, and a name may not. */
  readonly who: string;
  readonly when: string;
  readonly why: string;
  /** As written, in a decision that stands beside the collection: folder name, code or name of a force. */
  readonly force: string | null;
  /** Line of the file it stands on. */
  readonly line: number;
  /** The file, for a refusal. */
  readonly file: string;
};

const text = (error: string) => z.string({ error }).trim().min(1, { error });
const PLACE = 'write a place as --explain and findings give it, as "Annex A.xlsx#Q1!B4"';
const place = text(PLACE);
const COUNT = 'write a whole number from 0';
const CODES = Object.keys(catalogue) as [FindingCode, ...FindingCode[]];

const meaning = {
  age: z
    .string({ error: 'write an age in quotes, as "12-15"' })
    .regex(/^(?:\d{1,3}|\d{1,3}-\d{1,3}|\d{1,3}\+|unknown)$/, {
      error: 'write an age "13", a band "12-15", an open band "16+" or "unknown"',
    })
    .exactOptional(),
  sex: z
    .enum(['female', 'male', 'unknown', 'other'], { error: 'write female, male, unknown or other' })
    .exactOptional(),
  platform: text('write the id of a platform of the register, other or unknown').exactOptional(),
  offence: text('write a Home Office code, as "71/17", or a title').exactOptional(),
};
const span = z
  .string({ error: 'write a period as 2024-04-01/2025-03-31' })
  .refine((one) => period(one) !== null, {
    error: 'write the first and the last day, as 2024-04-01/2025-03-31',
  });
const measure = text('write the id of a measure of the collection');

const TO = 'write not-an-answer, or what it is, as {platform: other}';
const to = z.union(
  [
    z.literal('not-an-answer'),
    z
      .strictObject({ ...meaning, period: span.exactOptional(), measure: measure.exactOptional() })
      .refine((one) => Object.keys(one).length > 0, { error: TO }),
  ],
  { error: (issue) => innermost(issue) ?? TO },
);

const as = z
  .strictObject({
    measure,
    period: span,
    ...meaning,
    low: z.int({ error: COUNT }).min(0, { error: COUNT }),
    high: z.int({ error: 'write a whole number, or null when no upper bound is known' }).nullable(),
  })
  .refine(({ low, high }) => high === null || low <= high, { error: 'write low no larger than high' });

const AT_LEAST = 'write what was decided: map, ignore, accept or read';
const decisions = z.array(
  z
    .strictObject({
      map: z.strictObject({ label: text('write the label as it stands in the file'), to }).exactOptional(),
      ignore: z.strictObject({ at: place }).exactOptional(),
      accept: z
        .strictObject({
          finding: z.enum(CODES, { error: 'write the code of a finding, as total-mismatch' }),
          at: place,
        })
        .exactOptional(),
      read: z.strictObject({ at: place, as }).exactOptional(),
      where: text('write a file, a sheet or a table, as "Annex A.xlsx#Q1"').exactOptional(),
      force: text('write the folder name of a force, as leicestershire').exactOptional(),
      who: text('write the role of who decided, as analyst; never a name'),
      when: z
        .string({ error: 'write a day as "2025-09-01"' })
        .refine((day) => !Number.isNaN(dayNumber(day)), { error: 'write a day as "2025-09-01"' }),
      why: text('write the reason in a sentence'),
    })
    .refine(
      (one) => [one.map, one.ignore, one.accept, one.read].filter((verb) => verb !== undefined).length === 1,
      {
        error: `${AT_LEAST}, and one of them in each decision`,
      },
    )
    .refine((one) => one.where === undefined || one.map !== undefined, {
      error: '"where" goes with map; the others name their place with "at"',
      path: ['where'],
    }),
  { error: 'write a list of decisions, each beginning with a dash' },
);

type Inner = readonly (readonly { readonly message: string; readonly path: readonly PropertyKey[] }[])[];

type Written = z.infer<typeof decisions>[number];

/** The decisions in a folder, in their order; none when it holds no `decisions.yaml`. */
export function readDecisions(folder: string): readonly Decision[] {
  const file = join(folder, DECISIONS);
  return existsSync(file) ? parseDecisions(readFileSync(file, 'utf8'), file) : [];
}

/** As `readDecisions`, from the text; `file` is what a refusal calls it. */
export function parseDecisions(source: string, file: string): readonly Decision[] {
  if (source.trim() === '') return [];
  const { value, lineOf } = checkedYaml(source, decisions.nullable(), {
    name: file,
    page: 'docs/how-to/decide.md',
  });
  return (value ?? []).map((one, at): Decision => {
    const { who, when, why, force = null } = one;
    const said = { who, when, why, force, line: lineOf([String(at)]), file };
    return { ...verbOf(one), ...said };
  });
}

/** What a field of `to` needs, where `to` says something; else what may be written at all. */
function innermost({ errors = [] }: { readonly errors?: Inner }): string | null {
  const inner = errors.flat().find(({ path }) => path.length > 0);
  return inner === undefined ? null : `${inner.path.join('.')}: ${inner.message}`;
}

function verbOf({ map, ignore, accept, read, where }: Written): Verb {
  if (map !== undefined) return { verb: 'map', label: map.label, to: map.to, where: where ?? null };
  if (ignore !== undefined) return { verb: 'ignore', at: ignore.at };
  if (accept !== undefined) return { verb: 'accept', finding: accept.finding, at: accept.at };
  if (read !== undefined) return { verb: 'read', at: read.at, as: read.as };
  throw new Error('a decision without a verb passed the check');
}

/** Refuses a decision for what it says, as the reader of a file does for how it says it. */
export function refuseDecision({ file, line }: Pick<Decision, 'file' | 'line'>, what: string): Refusal {
  return new Refusal('bad-use', `${file}, line ${line}: ${what}`);
}
