/**
 * `publication.yaml` beside a collection: who publishes its releases, when, and where they will stand. May be left out; what
 * is left out is said to be open in the release and never filled in from a clock.
 */
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { checkedYaml } from '#collection/checked-yaml.ts';
import { type Publication, unsaid } from '#publish/edition.ts';

const address = z.url({ protocol: /^https?$/, error: 'write a web address that begins with https://' });

const fields = z.strictObject({
  publisher: z.string().min(1).default(unsaid.publisher),
  contact: z.string().min(1).default(unsaid.contact),
  published_at: z.iso
    .datetime({ offset: true, error: 'write a time with its zone, as 2026-12-01T09:30:00Z' })
    .nullable()
    .default(null),
  next_update: z.string().min(1).nullable().default(null),
  address: address.nullable().default(null),
  licence: address.nullable().default(null),
});

export function readPublication(path: string): Publication {
  if (!existsSync(path)) return unsaid;
  const { value } = checkedYaml(readFileSync(path, 'utf8'), fields, {
    name: path,
    page: 'docs/how-to/publish-a-release.md',
  });
  return {
    publisher: value.publisher,
    contact: value.contact,
    publishedAt: value.published_at === null ? null : new Date(value.published_at).toISOString(),
    nextUpdate: value.next_update,
    address: value.address === null ? null : value.address.replace(/\/*$/, '/'),
    licence: value.licence,
  };
}
