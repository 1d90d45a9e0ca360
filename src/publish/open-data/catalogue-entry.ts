/**
 * The release as an entry for a catalogue of data (DCAT, as JSON-LD): the data set, and each file of it as a distribution.
 * Absolute addresses where the place of publication is known, else relative to this file.
 */
import type { Release } from '#tables/release.ts';
import type { Edition } from '../edition.ts';
import { bookTitle, fileName } from '../spreadsheet/names.ts';
import { urn } from './urn.ts';

const CSV = 'https://www.iana.org/assignments/media-types/text/csv';
const ODS = 'https://www.iana.org/assignments/media-types/application/vnd.oasis.opendocument.spreadsheet';
const XLSX =
  'https://www.iana.org/assignments/media-types/application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const JSON_TYPE = 'https://www.iana.org/assignments/media-types/application/json';

export function catalogueEntry(release: Release, { publication, revision }: Edition): object {
  const { address, licence, publishedAt, publisher } = publication;
  const [from = '', to = ''] = release.period.split('/');
  const at = (path: string) => (address === null ? path : `${address}release/${release.id}/${path}`);
  const distribution = (path: string, title: string, mediaType: string) => ({
    '@type': 'dcat:Distribution',
    'dct:title': title,
    'dcat:downloadURL': { '@id': at(path) },
    'dcat:mediaType': { '@id': mediaType },
    ...(licence === null ? {} : { 'dct:license': { '@id': licence } }),
  });
  const name = fileName(release);
  return {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      foaf: 'http://xmlns.com/foaf/0.1/',
      adms: 'http://www.w3.org/ns/adms#',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
    },
    '@id': address === null ? urn(release.id) : `${address}release/${release.id}/`,
    '@type': 'dcat:Dataset',
    'dct:identifier': release.id,
    'dct:title': { '@value': bookTitle(release), '@language': 'en' },
    'dct:description': { '@value': release.standingSentence, '@language': 'en' },
    'dct:publisher': { '@type': 'foaf:Organization', 'foaf:name': publisher },
    'dct:spatial': release.areas
      .filter(({ kind }) => kind === 'country')
      .map(({ code }) => ({ '@id': `http://statistics.data.gov.uk/id/statistical-geography/${code}` })),
    'dct:temporal': {
      '@type': 'dct:PeriodOfTime',
      'dcat:startDate': { '@value': from, '@type': 'xsd:date' },
      'dcat:endDate': { '@value': to, '@type': 'xsd:date' },
    },
    ...(publishedAt === null ? {} : { 'dct:issued': { '@value': publishedAt, '@type': 'xsd:dateTime' } }),
    ...(licence === null ? {} : { 'dct:license': { '@id': licence } }),
    ...(revision === null
      ? {}
      : {
          'dct:replaces': {
            '@id': address === null ? urn(revision.supersedes) : `${address}release/${revision.supersedes}/`,
          },
        }),
    'dcat:version': String(release.number),
    'dcat:distribution': [
      ...release.tables.map((table) => distribution(`data/${table.id}.csv`, `${table.title} (CSV)`, CSV)),
      distribution('data/dictionary.csv', 'Data dictionary (CSV)', CSV),
      distribution(`spreadsheets/${name}.ods`, 'All tables (ODS)', ODS),
      distribution(`spreadsheets/${name}.xlsx`, 'All tables (XLSX)', XLSX),
      distribution('release.json', 'Every figure with its coverage and origins (JSON)', JSON_TYPE),
    ],
  };
}
