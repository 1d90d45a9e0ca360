/** The data files of a release against their own metadata, by a validator that knows nothing of how they were made. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import Papa from 'papaparse';
import { type Fetch, validateCsv, validateMetadata } from '#csvw/validate.ts';
import { columns } from '#publish/data/columns.ts';
import { firstEdition } from '#publish/edition.ts';
import { renderOpenData } from '#publish/open-data/render-open-data.ts';
import { everyKindRelease } from '../support/spreadsheet-release.ts';

const release = everyKindRelease();
const files = renderOpenData(release, firstEdition);
const BASE = 'http://release.example/';

const fetchText =
  (from: ReadonlyMap<string, string>): Fetch =>
  (url) => {
    const text = from.get(url.slice(BASE.length));
    return text === undefined ? null : { text };
  };

const csvs = [...files.keys()].filter((path) => path.endsWith('.csv'));

for (const path of csvs) {
  test(`${path} of a release is what its metadata say, found from either side`, () => {
    assert.deepEqual(validateCsv(BASE + path, fetchText(files)), []);
    assert.deepEqual(validateMetadata(`${BASE}${path}-metadata.json`, fetchText(files)), []);
  });
}

test('a number in words, a status of no kind, a missing unit and a row told twice do not pass as data of a release', () => {
  const path = 'data/every-kind.csv';
  const sound = files.get(path) ?? '';
  const [head = '', first = '', ...rows] = sound.split('\n');
  const edited = (from: RegExp, to: string) => new Map([...files, [path, sound.replace(from, to)]]);
  for (const wrong of [
    edited(/published,12345/, 'published,many'),
    edited(/\[c\],/, '*,'),
    edited(/,offences,offences,/, ',offences,,'),
    edited(/2015-04-01/, '2015-02-30'),
    new Map([...files, [path, [head, first, first, ...rows].join('\n')]]),
  ]) {
    assert.ok(validateCsv(BASE + path, fetchText(wrong)).some(({ level }) => level === 'error'));
  }
});

const tables = csvs.filter((path) => path !== 'data/dictionary.csv');
const read = tables.map((path) => ({
  path,
  rows: Papa.parse<string[]>((files.get(path) ?? '').trimEnd()).data,
}));

test('rules E1 and E5: one CSV for each table, its first row its headings, every row as long, nothing around them', () => {
  assert.deepEqual(
    tables,
    release.tables.map(({ id }) => `data/${id}.csv`),
  );
  for (const { path, rows } of read) {
    const [head, ...body] = rows;
    assert.deepEqual(
      head,
      columns.map(({ name }) => name),
      path,
    );
    for (const row of body) assert.equal(row.length, columns.length, path);
  }
});

test('rules E2 and E3: a number that is not told is blank, and its mark stands in a column of its own', () => {
  const at = (name: string) => columns.findIndex((column) => column.name === name);
  for (const { rows } of read) {
    for (const row of rows.slice(1)) {
      const numbers = ['value', 'low', 'high'].map((name) => row[at(name)] ?? '');
      for (const number of numbers) assert.match(number, /^(?:\d+(?:\.\d+)?)?$/);
      if (row[at('status')] !== 'published') assert.deepEqual(numbers, ['', '', '']);
    }
  }
});

test('rule E4: every CSV has its metadata beside it, and the dictionary lists each column once', () => {
  for (const path of csvs) assert.ok(files.has(`${path}-metadata.json`), path);
  const listed = Papa.parse<string[]>((files.get('data/dictionary.csv') ?? '').trimEnd()).data.slice(1);
  assert.deepEqual(
    listed.map(([name]) => name),
    columns.map(({ name }) => name),
  );
});

test('the entry for a catalogue names every data file of the release, and every one of them is there', () => {
  const entry = JSON.parse(files.get('catalogue.jsonld') ?? '{}');
  const named = entry['dcat:distribution'].map(
    (one: Record<string, { '@id': string }>) => one['dcat:downloadURL']?.['@id'],
  );
  for (const path of tables) assert.ok(named.includes(path), path);
  assert.equal(entry['dct:identifier'], release.id);
  assert.match(
    entry['@id'],
    /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
});
