/**
 * The data files of a release for programs: a tidy CSV for each table with its metadata as CSV on the Web, the dictionary of
 * their columns, and the entry for a catalogue. Addresses are relative, so that a copy describes itself wherever it stands.
 */
import type { Release } from '#tables/release.ts';
import { columns } from '../data/columns.ts';
import { csvOf, tableCsv } from '../data/table-csv.ts';
import type { Edition } from '../edition.ts';
import { catalogueEntry } from './catalogue-entry.ts';
import { dictionaryMetadata, tableMetadata } from './csv-metadata.ts';

export function renderOpenData(release: Release, edition: Edition): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const table of release.tables) {
    files.set(`data/${table.id}.csv`, tableCsv(table, release, edition));
    files.set(`data/${table.id}.csv-metadata.json`, json(tableMetadata(table, release, edition)));
  }
  files.set('data/dictionary.csv', dictionary());
  files.set('data/dictionary.csv-metadata.json', json(dictionaryMetadata(release, edition)));
  files.set('catalogue.jsonld', json(catalogueEntry(release, edition)));
  return files;
}

function dictionary(): string {
  const rows = columns.map(({ name, holds, datatype, mayBeBlank }) => {
    const kind: { readonly base: string; readonly format?: string | number } =
      typeof datatype === 'string' ? { base: datatype } : datatype;
    return [name, holds, kind.base, String(kind.format ?? ''), mayBeBlank ? 'yes' : 'no'];
  });
  return csvOf([['column', 'holds', 'datatype', 'pattern', 'may_be_blank'], ...rows]);
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}
