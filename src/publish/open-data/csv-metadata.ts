/** The metadata of one CSV, as CSV on the Web: what it is, whose, and what stands in each column. They validate by our own validator. */
import type { Release, ReleasedTable } from '#tables/release.ts';
import { columns } from '../data/columns.ts';
import type { Edition } from '../edition.ts';
import { sheetTitle } from '../spreadsheet/names.ts';

const CONTEXT = ['http://www.w3.org/ns/csvw', { '@language': 'en' }] as const;

export function tableMetadata(table: ReleasedTable, release: Release, edition: Edition): object {
  return {
    '@context': CONTEXT,
    url: `${table.id}.csv`,
    'dc:title': sheetTitle(table.title, release),
    'dc:description': [release.standingSentence, ...table.notes].join(' '),
    ...ofRelease(release, edition),
    tableSchema: {
      columns: columns.map(({ name, holds, datatype, mayBeBlank }) => ({
        name,
        titles: name,
        'dc:description': holds,
        datatype,
        required: !mayBeBlank,
      })),
      primaryKey: ['row', 'column', 'figure'],
    },
  };
}

export function dictionaryMetadata(release: Release, edition: Edition): object {
  const column = (name: string, holds: string, required: boolean) => ({
    name,
    titles: name,
    'dc:description': holds,
    datatype: 'string',
    required,
  });
  return {
    '@context': CONTEXT,
    url: 'dictionary.csv',
    'dc:title': 'Data dictionary',
    'dc:description': 'Every column of the other data files of this release.',
    ...ofRelease(release, edition),
    tableSchema: {
      columns: [
        column('column', 'Name of the column', true),
        column('holds', 'What it holds', true),
        column('datatype', 'Its datatype, by the names of XML Schema', true),
        column(
          'pattern',
          'What a text in it looks like, as a regular expression; blank where it may be any',
          false,
        ),
        column('may_be_blank', 'Whether a cell of it may be blank: yes or no', true),
      ],
      primaryKey: 'column',
    },
  };
}

function ofRelease(release: Release, { publication }: Edition): object {
  return {
    'dc:publisher': publication.publisher,
    'dc:isPartOf': release.id,
    'dc:language': 'en-GB',
    ...(publication.publishedAt === null
      ? {}
      : { 'dc:issued': { '@value': publication.publishedAt, '@type': 'xsd:dateTime' } }),
    ...(publication.licence === null ? {} : { 'dc:license': { '@id': publication.licence } }),
  };
}
