/**
 * Reads `collection.yaml`: what was asked of all forces, for which period, counted how. Refuses a file that leaves
 * something open, and says where it stands, what was found and what to write instead.
 */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { Refusal } from '#finding/refusal.ts';
import { dayNumber, period } from '#period/period.ts';
import { checkedYaml } from './checked-yaml.ts';
import type { Collection } from './collection.ts';

const day = z
  .string()
  .refine((text) => !Number.isNaN(dayNumber(text)), { error: 'write a day as 2025-05-29' });
const span = z.string().refine((text) => period(text) !== null, {
  error: 'write the first and the last day, as 2024-04-01/2025-03-31',
});
const id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, {
  error: 'write small letters, digits and hyphens, as flagged-2015-16',
});
const text = z.string({ error: 'write a short text' }).trim().min(1, { error: 'write a short text' });
const band = z
  .string({ error: 'write each band in quotes, as "12-15"' })
  .regex(/^(?:\d{1,3}|\d{1,3}-\d{1,3}|\d{1,3}\+|unknown)$/, {
    error: 'write an age "13", a band "12-15", an open band "16+" or "unknown"',
  })
  .refine((written) => isRising(written), { error: 'write the younger age first, as "12-15"' });

const measure = z.strictObject({
  id,
  title: text,
  unit: z.enum(['offences', 'victims'], { error: 'write offences or victims' }),
  breakdowns: z
    .array(z.enum(['age', 'sex', 'offence', 'platform'], { error: 'write age, sex, offence or platform' }), {
      error: 'write a list, as [age, sex], or [] for none',
    })
    .default([]),
});

const file = z.strictObject({
  id,
  title: text,
  basis: z.enum(['foi', 'statutory'], { error: 'write foi or statutory' }),
  asked_on: day.nullable().default(null),
  period: span,
  compare: z.array(span, { error: 'write a list of periods, as [2023-04-01/2024-03-31]' }).default([]),
  measures: z
    .array(measure, { error: 'write at least one measure' })
    .min(1, { error: 'write at least one measure' }),
  age_bands: z.array(band, { error: 'write a list of bands, as ["0-11", "12-15"]' }).default([]),
  disclosure: z.strictObject({
    threshold: z
      .int({ error: 'write a whole number from 1, as 5' })
      .min(1, { error: 'write a whole number from 1, as 5' }),
    ranges: z.boolean({ error: 'write true or false' }).default(false),
  }),
});

export function readCollection(path: string): Collection {
  return parseCollection(textOf(path), path);
}

/** As `readCollection`, from the text; `name` is what a refusal calls the file. */
export function parseCollection(source: string, name: string): Collection {
  const { value } = checkedYaml(source, file, { name, page: 'docs/method/asking.md' });
  const { asked_on, age_bands, disclosure, ...rest } = value;
  const double = rest.measures.find(
    (one, at) => rest.measures.findIndex((other) => other.id === one.id) !== at,
  );
  if (double !== undefined) {
    throw new Refusal('bad-use', `${name}: two measures have the id "${double.id}". Give each its own.`);
  }
  return { ...rest, askedOn: asked_on, ageBands: age_bands, ...disclosure };
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new Refusal(
      'not-found',
      `${path}: there is no such file to read. Name the collection.yaml of the collection.`,
      {
        cause,
      },
    );
  }
}

function isRising(written: string): boolean {
  const [from, to] = written.split('-').map(Number);
  return to === undefined || from === undefined || from < to;
}
