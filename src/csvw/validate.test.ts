import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Json } from './problem.ts';
import { type Fetch, validateCsv, validateMetadata } from './validate.ts';

const BASE = 'http://data.example/';
const CONTEXT = 'http://www.w3.org/ns/csvw';
const TREES = 'id,street,planted\n1,Addison Avenue,2010-10-18\n2,Emerson Street,2010-06-02\n';
const COLUMNS: Json = [
  { name: 'id', titles: 'id', datatype: 'integer' },
  { name: 'street', titles: 'street' },
  { name: 'planted', titles: 'planted', datatype: 'date' },
];

const fetchFrom =
  (files: Readonly<Record<string, string | Json>>): Fetch =>
  (url) => {
    const found = url.startsWith(BASE) ? files[url.slice(BASE.length)] : undefined;
    if (found === undefined) return null;
    return { text: typeof found === 'string' ? found : JSON.stringify(found) };
  };

type Told = 'sound' | 'warning' | 'error';

function levelOf(problems: readonly { readonly level: string }[]): Told {
  if (problems.some(({ level }) => level === 'error')) return 'error';
  return problems.length > 0 ? 'warning' : 'sound';
}

function judged(
  csv: string,
  schema: { readonly [key: string]: Json },
  table: { readonly [key: string]: Json } = {},
): Told {
  const metadata = { '@context': CONTEXT, url: 'table.csv', tableSchema: schema, ...table };
  return levelOf(validateMetadata(`${BASE}m.json`, fetchFrom({ 'm.json': metadata, 'table.csv': csv })));
}

/** One column of one cell by a datatype. */
const cell = (text: string, datatype: Json): Told =>
  judged(`x\n${text}\n`, { columns: [{ titles: 'x', datatype }] });

const cells: readonly (readonly [text: string, datatype: Json, told: Told])[] = [
  ['12', 'integer', 'sound'],
  ['1.5', 'integer', 'error'],
  ['many', 'decimal', 'error'],
  ['1E3', 'decimal', 'error'],
  ['1E3', 'double', 'sound'],
  ['NaN', 'double', 'sound'],
  ['NaN', 'decimal', 'error'],
  ['256', 'unsignedByte', 'error'],
  ['"1,234"', { base: 'integer', format: '#,##0' }, 'sound'],
  ['"12,34"', { base: 'integer', format: '#,##0' }, 'error'],
  ['1', { base: 'integer', format: '00' }, 'error'],
  ['1.50', { base: 'decimal', format: '0.00' }, 'sound'],
  ['1.5', { base: 'decimal', format: '0.00' }, 'error'],
  ['"10_000,1"', { base: 'decimal', format: { decimalChar: ',', groupChar: '_' } }, 'sound'],
  ['"1,,000"', { base: 'decimal', format: { groupChar: ',' } }, 'error'],
  ['5', { base: 'integer', format: 'x' }, 'warning'],
  ['2015-02-29', 'date', 'error'],
  ['2016-02-29', 'date', 'sound'],
  ['3/22/2015', { base: 'date', format: 'M/d/yyyy' }, 'sound'],
  ['22.03.2015 +0100', { base: 'date', format: 'dd.MM.yyyy XX' }, 'sound'],
  ['2015-03-22', { base: 'date', format: 'yyyy, MM' }, 'warning'],
  ['15:02:37.12', { base: 'time', format: 'HH:mm:ss.S' }, 'error'],
  ['2015-03-15T15:02:37Z', 'dateTimeStamp', 'sound'],
  ['2015-03-15T15:02:37', 'dateTimeStamp', 'error'],
  ['2016-06', 'gYearMonth', 'sound'],
  ['Y', { base: 'boolean', format: 'Y|N' }, 'sound'],
  ['yes', { base: 'boolean', format: 'Y|N' }, 'error'],
  ['P1Y2M', 'duration', 'sound'],
  ['P', 'duration', 'error'],
  ['abc', { base: 'string', format: '[a-c]+' }, 'sound'],
  ['abd', { base: 'string', format: '[a-c]+' }, 'error'],
  ['abc', { base: 'string', format: '(' }, 'warning'],
  ['abcd', { base: 'string', maxLength: 3 }, 'error'],
  ['5', { base: 'integer', minimum: 6 }, 'error'],
  ['5', { base: 'integer', maxExclusive: 5 }, 'error'],
  ['5', { base: 'integer', minInclusive: 1, minExclusive: 1 }, 'error'],
  ['a', { base: 'string', minimum: 1 }, 'error'],
  ['5', { base: 'integer', minLength: 1 }, 'error'],
  ['a', 'colour', 'warning'],
  ['a', { '@id': 'http://www.w3.org/2001/XMLSchema#string', base: 'string' }, 'error'],
];

test('the text of a cell is held against its datatype, format and limits', () => {
  for (const [text, datatype, told] of cells)
    assert.equal(cell(text, datatype), told, `${text} as ${JSON.stringify(datatype)}`);
});

const tables: readonly (readonly [
  what: string,
  csv: string,
  schema: { readonly [key: string]: Json },
  told: Told,
  table?: { readonly [key: string]: Json },
])[] = [
  ['a table that fits', TREES, { columns: COLUMNS }, 'sound'],
  [
    'other titles',
    TREES,
    { columns: [{ titles: 'ID' }, { titles: 'street' }, { titles: 'planted' }] },
    'error',
  ],
  [
    'a title in one of several languages',
    TREES,
    { columns: [{ titles: { en: ['id', 'number'] } }, { titles: 'street' }, { titles: 'planted' }] },
    'sound',
  ],
  ['a column too few', TREES, { columns: [{ titles: 'id' }, { titles: 'street' }] }, 'error'],
  ['no columns where there are some', TREES, { columns: [] }, 'error'],
  ['columns that are no list', TREES, { columns: 3 }, 'error'],
  ['a column that is no object', TREES, { columns: [...(COLUMNS as readonly Json[]), 1] }, 'warning'],
  [
    'two columns of one name',
    TREES,
    { columns: [{ name: 'id' }, { name: 'id' }, { name: 'planted' }] },
    'error',
  ],
  [
    'a virtual column before another',
    TREES,
    { columns: [{ name: 'v', virtual: true }, ...(COLUMNS as readonly Json[])] },
    'error',
  ],
  ['a row with a cell too few', `${TREES}3,Kent Road\n`, { columns: COLUMNS }, 'error'],
  [
    'a blank that is required',
    'x,y\n,1\n',
    { columns: [{ titles: 'x', required: true }, { titles: 'y' }] },
    'error',
  ],
  ['a primary key told twice', 'x\n1\n1\n', { columns: [{ name: 'x' }], primaryKey: 'x' }, 'error'],
  ['a primary key of no column', 'x\n1\n', { columns: [{ name: 'x' }], primaryKey: 'y' }, 'warning'],
  [
    'a list with a part that is no number',
    'x\n1;a\n',
    { columns: [{ titles: 'x', datatype: 'integer', separator: ';' }] },
    'error',
  ],
  [
    'a text that stands for nothing',
    'x\n-\n',
    { columns: [{ titles: 'x', datatype: 'integer', null: '-' }] },
    'sound',
  ],
  ['a property of no kind', TREES, { columns: COLUMNS, colour: 'red' }, 'warning'],
  ['a property of another vocabulary', TREES, { columns: COLUMNS, 'dc:title': 'Trees' }, 'sound'],
  [
    'a value with a type and a language',
    TREES,
    { columns: COLUMNS, 'dc:title': { '@value': 'a', '@type': 'xsd:string', '@language': 'en' } },
    'error',
  ],
  ['a blank node as an id', TREES, { columns: COLUMNS, '@id': '_:a' }, 'error'],
  ['a table of another type', TREES, { columns: COLUMNS }, 'error', { '@type': 'Schema' }],
  [
    'tabs and comments',
    '# a comment\nid\tstreet\n1\tKent Road\n',
    { columns: [{ titles: 'id' }, { titles: 'street' }] },
    'sound',
    { dialect: { delimiter: '\t', commentPrefix: '#' } },
  ],
  [
    'a dialect with a header that is none',
    TREES,
    { columns: COLUMNS },
    'warning',
    { dialect: { header: 1 } },
  ],
  ['a quote left open', 'x\n"a\n', { columns: [{ titles: 'x' }] }, 'error'],
];

for (const [what, csv, schema, told, table] of tables) {
  test(`metadata and table: ${what} is told as ${told}`, () => {
    assert.equal(judged(csv, schema, table), told);
  });
}

function linked(values: readonly string[], reference: { readonly [key: string]: Json }): Told {
  const metadata = {
    '@context': CONTEXT,
    tables: [
      { url: 'a.csv', tableSchema: { columns: [{ name: 'k' }] } },
      {
        url: 'b.csv',
        tableSchema: { columns: [{ name: 'k' }], foreignKeys: [{ columnReference: 'k', reference }] },
      },
    ],
  };
  const files = { 'm.json': metadata, 'a.csv': 'k\nx\ny\ny\n', 'b.csv': `k\n${values.join('\n')}\n` };
  return levelOf(validateMetadata(`${BASE}m.json`, fetchFrom(files)));
}

test('a foreign key finds one row, not none and not two, of a table that there is', () => {
  const reference = { resource: 'a.csv', columnReference: 'k' };
  assert.equal(linked(['x'], reference), 'sound');
  assert.equal(linked(['z'], reference), 'error');
  assert.equal(linked(['y'], reference), 'error');
  assert.equal(linked(['x'], { resource: 'c.csv', columnReference: 'k' }), 'error');
  assert.equal(linked(['x'], { resource: 'a.csv', columnReference: 'q' }), 'error');
});

test('metadata of a CSV are found beside it, and those that name another table are passed over with a warning', () => {
  const sound = { '@context': CONTEXT, url: 'table.csv', tableSchema: { columns: COLUMNS } };
  const told = (files: Record<string, Json | string>) =>
    levelOf(validateCsv(`${BASE}table.csv`, fetchFrom({ 'table.csv': TREES, ...files })));
  assert.equal(told({}), 'sound');
  assert.equal(told({ 'table.csv-metadata.json': sound }), 'sound');
  assert.equal(
    told({ 'csv-metadata.json': { ...sound, tableSchema: { columns: [{ titles: 'a' }] } } }),
    'error',
  );
  assert.equal(told({ 'table.csv-metadata.json': { ...sound, url: 'other.csv' } }), 'warning');
  assert.equal(told({ 'table.csv-metadata.json': '{' }), 'error');
});

test('metadata that are no metadata are an error', () => {
  for (const document of [
    '[]',
    '{}',
    `{"@context": "${CONTEXT}"}`,
    `{"@context": "${CONTEXT}", "tables": []}`,
    '{"@context": "http://example.org/", "url": "table.csv"}',
  ]) {
    assert.equal(
      levelOf(validateMetadata(`${BASE}m.json`, fetchFrom({ 'm.json': document, 'table.csv': TREES }))),
      'error',
      document,
    );
  }
});

const titled = (titles: Json, table: { readonly [key: string]: Json } = {}): Told =>
  judged('GID,On Street\n1,a\n', { columns: [{ name: 'gid', titles }, { titles: 'On Street' }] }, table);

/** What the standard asks of titles: the same to the letter, in a language that fits; `und` fits every language. */
const titlesAndLanguages: readonly (readonly [
  titles: Json,
  table: { readonly [key: string]: Json },
  Told,
])[] = [
  ['GID', {}, 'sound'],
  ['Gid', {}, 'error'],
  [{ en: 'GID' }, {}, 'sound'],
  [{ en: 'GID' }, { lang: 'de' }, 'error'],
  [{ 'en-GB': 'GID' }, { lang: 'en' }, 'sound'],
  [{ en: 'GID' }, { lang: 'en-US' }, 'sound'],
  [{ 'en-GB': 'GID' }, { lang: 'en-US' }, 'error'],
  [{ eng: 'GID' }, { lang: 'en' }, 'error'],
  [{ de: 'GID', en: 'other' }, { lang: 'en' }, 'error'],
  ['GID', { '@context': [CONTEXT, { '@language': 'fr' }], lang: 'de' }, 'error'],
  ['GID', { '@context': [CONTEXT, { '@language': 'fr' }], lang: 'fr-CH' }, 'sound'],
];

for (const [titles, table, told] of titlesAndLanguages) {
  test(`titles ${JSON.stringify(titles)} of a table ${JSON.stringify(table)} are ${told}`, () => {
    assert.equal(titled(titles, table), told);
  });
}

test('addresses are compared in one form: case, port, dots and needless escapes make no other address', () => {
  const files = (url: string): Fetch => {
    const metadata = { '@context': CONTEXT, url, tableSchema: { columns: COLUMNS } };
    return fetchFrom({ 'trees.csv': TREES, 'trees.csv-metadata.json': metadata });
  };
  for (const url of [
    'trees.csv',
    './trees.csv',
    'a/../trees.csv',
    'HTTP://Data.Example/trees.csv',
    'http://data.example:80/trees.csv',
    '%74rees.csv',
    'trees%2Ecsv',
  ]) {
    assert.equal(levelOf(validateCsv(`${BASE}trees.csv`, files(url))), 'sound', url);
    assert.equal(levelOf(validateCsv('HTTP://data.example:80/x/../trees.csv', files(url))), 'sound', url);
  }
  assert.equal(levelOf(validateCsv(`${BASE}trees.csv`, files('TREES.csv'))), 'warning');
});
