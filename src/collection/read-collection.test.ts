import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Refusal } from '#finding/refusal.ts';
import { parseCollection, readCollection } from './read-collection.ts';

const example = new URL('../../examples/flagged-2015-16/collection.yaml', import.meta.url).pathname;
const practice = new URL('../../test/samples/communication-2024-25/collection.yaml', import.meta.url)
  .pathname;

const WHOLE = `
id: images-2023-24
title: Images
basis: statutory
asked_on: 2024-05-01
period: 2023-04-01/2024-03-31
measures:
  - id: offences
    title: Offences
    unit: offences
    breakdowns: [offence]
age_bands: ["0-11", "12", "16+", "unknown"]
disclosure: {threshold: 5}
`;

function refused(text: string): string {
  try {
    parseCollection(text, 'collection.yaml');
  } catch (error) {
    assert.ok(error instanceof Refusal);
    assert.equal(error.code, 'bad-use');
    return error.message;
  }
  return assert.fail('was read');
}

test('a collection is read as it was asked', () => {
  assert.deepEqual(parseCollection(WHOLE, 'collection.yaml'), {
    id: 'images-2023-24',
    title: 'Images',
    basis: 'statutory',
    askedOn: '2024-05-01',
    period: '2023-04-01/2024-03-31',
    compare: [],
    measures: [{ id: 'offences', title: 'Offences', unit: 'offences', breakdowns: ['offence'] }],
    ageBands: ['0-11', '12', '16+', 'unknown'],
    threshold: 5,
    ranges: false,
  });
});

test('the collections that come with the program are read, a date that is not public as null', () => {
  assert.equal(readCollection(example).askedOn, null);
  assert.equal(readCollection(example).ageBands.length, 18);
  assert.deepEqual(readCollection(practice).compare, ['2023-04-01/2024-03-31']);
});

test('a refusal says the line, what was found wrong and what to write', () => {
  assert.equal(
    refused(WHOLE.replace('2023-04-01/2024-03-31', '2023/24')),
    'collection.yaml, line 6: "period": write the first and the last day, as 2024-04-01/2025-03-31.',
  );
  assert.match(
    refused(WHOLE.replace('unit: offences', 'unit: people')),
    /line 10: .*write offences or victims/,
  );
  assert.match(refused(WHOLE.replace('"0-11"', '"11-0"')), /line 12: .*younger age first/);
  assert.match(refused(WHOLE.replace('"12"', '12')), /line 12: .*in quotes/);
  assert.match(refused(WHOLE.replace('threshold: 5', 'threshold: none')), /line 13: .*whole number from 1/);
  assert.match(refused(WHOLE.replace('2024-05-01', '2024-02-30')), /line 5: .*write a day as/);
});

test('a field that is missing, one that is not known and a measure named twice are refused', () => {
  assert.match(refused(WHOLE.replace(/^title: Images\n/m, '')), /"title" is missing: write a short text/);
  assert.match(refused(`${WHOLE}colour: red\n`), /"colour" is not known here/);
  const [head = '', tail = ''] = WHOLE.split('age_bands');
  const twice = `${head}  - {id: offences, title: Again, unit: victims}\nage_bands${tail}`;
  assert.match(refused(twice), /two measures have the id "offences"/);
});

test('a file that is no YAML, an empty one and one that is not there are refused', () => {
  assert.match(refused('id: [a\n'), /^collection\.yaml, line \d: this is not YAML/);
  assert.match(refused(''), /^collection\.yaml, line 1: /);
  assert.throws(() => readCollection('no/such/collection.yaml'), { code: 'not-found' });
});

test('an alias that repeats itself without end in a collection is refused, not followed', () => {
  const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c]\n`;
  assert.match(refused(bomb), /collection\.yaml/);
});
