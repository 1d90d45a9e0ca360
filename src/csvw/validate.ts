/**
 * Holds tables against their metadata: from metadata, or from a CSV whose metadata are looked for where the standard says.
 * Everything is read through `fetchText`; nothing here opens a file or an address by itself.
 */
import { rowsOf } from './dialect.ts';
import { checkForeignKeys, type KeyRows } from './keys.ts';
import { groupOf, resolved, type TableMeta } from './metadata.ts';
import { type Json, type Problem, Problems } from './problem.ts';
import { checkTable } from './table.ts';

export type Fetched = { readonly text: string; readonly links?: readonly Link[] };

/** A `Link` header: where described metadata stand. */
export type Link = { readonly url: string; readonly rel: string; readonly type: string };

export type Fetch = (url: string) => Fetched | null;

/** From the address of a metadata document. */
export function validateMetadata(url: string, fetchText: Fetch): readonly Problem[] {
  const problems = new Problems();
  const found = documentAt(url, fetchText);
  if (found === null) problems.error('metadata', 'they are not there or no JSON');
  else validateDocument(found, url, fetchText, problems);
  return problems.all;
}

/** From the address of a CSV; `given` are metadata that the caller says are its own, before any that are found. */
export function validateCsv(
  address: string,
  fetchText: Fetch,
  given: string | null = null,
): readonly Problem[] {
  const url = resolved(address, address);
  const problems = new Problems();
  const csv = fetchText(url);
  if (csv === null) {
    problems.error('table', 'it is not there');
    return problems.all;
  }
  for (const { at, isLinked } of candidates(url, csv, fetchText, given)) {
    const document = documentAt(at, fetchText);
    if (document === null) {
      if (fetchText(at) !== null) problems.error('metadata', 'they are no JSON');
      continue;
    }
    if (at !== given && !describes(document, at, url)) {
      problems.warn(
        'metadata',
        `${isLinked ? 'linked' : 'found'} metadata do not name the table and were passed over`,
      );
      continue;
    }
    validateDocument(document, at, fetchText, problems, url);
    return problems.all;
  }
  const described = { '@context': 'http://www.w3.org/ns/csvw', url };
  validateDocument(described, url, fetchText, problems);
  return problems.all;
}

type Candidate = { readonly at: string; readonly isLinked: boolean };

function candidates(url: string, csv: Fetched, fetchText: Fetch, given: string | null): readonly Candidate[] {
  if (given !== null) return [{ at: given, isLinked: false }];
  const linked = (csv.links ?? [])
    .filter(
      ({ rel, type }) => rel === 'describedby' && /^application\/(?:csvm\+json|ld\+json|json)$/.test(type),
    )
    .map((link) => ({ at: resolved(link.url, url), isLinked: true }));
  const site =
    fetchText(new URL('/.well-known/csvm', url).href)?.text ?? '{+url}-metadata.json\ncsv-metadata.json\n';
  const usual = site
    .split(/\r?\n/)
    .filter((one) => one.trim() !== '')
    .map((one) => ({ at: resolved(one.trim().replace(/\{\+?url\}/g, url), url), isLinked: false }));
  return [...linked.slice(-1), ...usual];
}

function documentAt(url: string, fetchText: Fetch): Json | null {
  const found = fetchText(url);
  if (found === null) return null;
  try {
    return JSON.parse(found.text.replace(/^\ufeff/, '')) as Json;
  } catch {
    return null;
  }
}

/** Whether metadata name the table that they were found for. */
function describes(document: Json, at: string, url: string): boolean {
  const quiet = new Problems();
  const group = groupOf(document, { base: at, problems: quiet, load: () => ({}) });
  if (group === null) return quiet.hasError;
  return group.tables.some((table) => table.url === url);
}

function validateDocument(
  document: Json,
  at: string,
  fetchText: Fetch,
  problems: Problems,
  only: string | null = null,
): void {
  const group = groupOf(document, { base: at, problems, load: (url) => documentAt(url, fetchText) });
  if (group === null || problems.hasError) return;
  const read = new Map<TableMeta, KeyRows>();
  for (const table of group.tables) {
    const found = fetchText(table.url);
    if (found === null) {
      problems.error(table.url, 'the table is not there');
      continue;
    }
    const rows = rowsOf(found.text, table.dialect, problems);
    read.set(table, checkTable(table, rows, problems));
  }
  if (only !== null && !group.tables.some(({ url }) => url === only))
    problems.warn('metadata', 'the metadata given do not name the table');
  checkForeignKeys(group.tables, read, problems);
}
