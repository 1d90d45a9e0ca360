/**
 * What can be downloaded, and how a program asks: workbooks, a CSV for each table with its metadata, the dictionary, the
 * manifest, the entry for a catalogue, bulletins; and where a server of releases has its API, feed and announcements.
 */
import type { DataFiles } from '../data-files.ts';
import type { ReleaseIndex } from '../release-index.ts';
import { dayText } from '../wording/names.ts';
import { rangeBeside } from '../wording/number-words.ts';
import type { Page } from './page.ts';
import { bulletinDocxPath, bulletinPagePath, bulletinPath, releasePath, tableDataPath } from './paths.ts';

const CATALOGUE = 'catalogue.jsonld';
const DICTIONARY = 'data/dictionary.csv';

export const dataPage: Page = {
  template: 'data.njk',
  section: 'data',
  pages: ({ index, data }) => [
    {
      path: 'data/index.html',
      title: 'Data',
      trail: [],
      area: index.country,
      view: {
        manifest: releasePath,
        catalogue: has(data, CATALOGUE),
        dictionary: has(data, DICTIONARY),
        dictionaryMetadata: has(data, `${DICTIONARY}-metadata.json`),
        workbooks: [...data]
          .filter(([path]) => path.startsWith('spreadsheets/'))
          .map(([path, bytes]) => ({ path, type: typeOf(path), size: sizeText(bytes.length) })),
        hasRanges: index.release.figures.some(({ number }) => rangeBeside(number) !== null),
        id: index.release.id,
        title: index.release.title,
        tables: index.release.tables.map((table) => ({
          title: table.title,
          path: tableDataPath(table),
          file: `${table.id}.csv`,
          metadata: has(data, `${tableDataPath(table)}-metadata.json`),
        })),
        bulletins: [index.country, ...index.regions, ...index.forces].map((area) => ({
          name: area.name,
          path: bulletinPagePath(area),
          text: bulletinPath(area),
          docx: bulletinDocxPath(area),
        })),
        ...publicationView(index),
      },
    },
  ],
};

/** Null for a site that is made without its data files, so that nothing leads nowhere. */
function has(data: DataFiles, path: string): string | null {
  return data.has(path) ? path : null;
}

function typeOf(path: string): string {
  return path.endsWith('.ods') ? 'ODS' : 'XLSX';
}

function sizeText(bytes: number): string {
  return `${Math.max(1, Math.round(bytes / 1000))} kB`;
}

/** Links where the address is known; else where these things stand on any server of releases. */
function publicationView({ edition: { publication }, release }: ReleaseIndex) {
  const { publisher, contact, publishedAt, nextUpdate, address, licence } = publication;
  const service = (path: string) => ({ path: `/${path}`, href: address === null ? null : address + path });
  return {
    publisher,
    contact,
    licence,
    published:
      publishedAt === null ? null : `${dayText(publishedAt.slice(0, 10))}, ${publishedAt.slice(11, 16)} UTC`,
    nextUpdate,
    api: service('api/openapi.json'),
    figures: service(`api/releases/${release.id}/figures`),
    feed: service('feed.atom'),
    announcements: service('announcements/'),
    stable: service(`release/${release.id}/`),
    latest: service(`latest/${release.collection}/`),
  };
}
