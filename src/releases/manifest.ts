/**
 * A release as it stands in a folder: its manifest, read and checked at this edge. Holds what everybody may read of it and
 * nothing else. Refuses a folder without one, and a manifest of another format.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Refusal } from '#finding/refusal.ts';
import { FORMAT, isSealed } from '#publish/data/manifest.ts';

const number = z.discriminatedUnion('status', [
  z.strictObject({
    status: z.literal('published'),
    value: z.number().optional(),
    low: z.number(),
    high: z.number().nullable(),
  }),
  z.strictObject({
    status: z.literal('withheld'),
    low: z.number().optional(),
    high: z.number().optional(),
  }),
  z.strictObject({ status: z.literal('not-available') }),
]);

const figure = z.object({
  id: z.string(),
  area: z.string(),
  group: z.object({ label: z.string(), forces: z.array(z.string()), unnamed: z.number() }).nullable(),
  measure: z.string(),
  unit: z.string(),
  period: z.string(),
  breakdown: z
    .object({
      dimension: z.enum(['age', 'sex', 'offence', 'platform']),
      category: z.string(),
      label: z.string(),
    })
    .nullable(),
  method: z.string(),
  decimals: z.number(),
  sentence: z.string(),
  coverage: z.object({
    included: z.number(),
    asked: z.number(),
    includedForces: z.array(z.string()),
    includedUnnamed: z.number(),
    sentence: z.string(),
  }),
  vintage: z.string().nullable(),
  from: z.array(z.string()),
  doubts: z.array(z.string()),
  number,
});

const change = z.object({
  figure: z.string(),
  kind: z.enum(['revised', 'added', 'removed']),
  was: z.string().nullable(),
  now: z.string().nullable(),
});

const schema = z.object({
  format: z.literal(FORMAT),
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  number: z.number().int().positive(),
  title: z.string(),
  collection: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  standing: z.enum(['real', 'practice']),
  standingSentence: z.string(),
  period: z.string(),
  threshold: z.number(),
  publication: z.object({
    publisher: z.string(),
    contact: z.string(),
    publishedAt: z.string().nullable(),
    nextUpdate: z.string().nullable(),
    address: z.string().nullable(),
    licence: z.string().nullable(),
  }),
  revision: z.object({ supersedes: z.string(), why: z.string(), changes: z.array(change) }).nullable(),
  /** Releases before the first that says so were protected alone. */
  audit: z.object({
    earlier: z.array(z.object({ id: z.string(), sha256: z.string() })).default([]),
  }),
  areas: z.array(
    z.object({ code: z.string(), kind: z.enum(['country', 'region', 'force']), name: z.string() }),
  ),
  figures: z.array(figure),
  files: z.array(z.object({ path: z.string(), bytes: z.number(), sha256: z.string() })),
});

export type Manifest = z.infer<typeof schema>;
export type ManifestFigure = z.infer<typeof figure>;

export const MANIFEST = 'release.json';

/** Of a folder that holds `release.json`. */
export function readManifest(dir: string): { readonly manifest: Manifest; readonly sha256: string } {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(join(dir, MANIFEST));
  } catch (cause) {
    throw new Refusal('not-found', `${dir}: there is no ${MANIFEST} in it. Name the folder of a release.`, {
      cause,
    });
  }
  const manifest = parseManifest(bytes);
  if (manifest === null) {
    throw new Refusal(
      'not-as-released',
      `${dir}: its ${MANIFEST} is none that this program wrote. Get the release again.`,
    );
  }
  return { manifest, sha256: hashOf(bytes) };
}

/** Null for anything that is not, to the byte, what this program wrote. */
export function parseManifest(bytes: Uint8Array): Manifest | null {
  try {
    const text = new TextDecoder().decode(bytes);
    const read = schema.safeParse(JSON.parse(text));
    return read.success && isSealed(text) ? read.data : null;
  } catch {
    return null;
  }
}

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
