import assert from 'node:assert/strict';
import { test } from 'node:test';
import { columnFinder, type RecordField } from './extract-columns.ts';

const finder = columnFinder();

function named(names: readonly string[], map?: ReadonlyMap<RecordField, readonly string[] | null>) {
  const { found, doubtful } = finder.find(names, map);
  const columns = [...found].map(([field, one]) => [field, one.columns.map((at) => names[at]).join('+')]);
  return { ...Object.fromEntries(columns), doubtful: [...doubtful.keys()] };
}

test('the columns of an extract are found by the names forces give them', () => {
  assert.deepEqual(
    named([
      'URN',
      'HO Code',
      'Offence Title',
      'Date Recorded',
      'Committed From',
      'Victim Age',
      'Suspect Age',
      'Location Type',
      'Station',
      'Flags',
      'MO',
    ]),
    {
      reference: 'URN',
      'offence-code': 'HO Code',
      offence: 'Offence Title',
      'recorded-on': 'Date Recorded',
      'victim-age': 'Victim Age',
      narrative: 'MO',
      flags: 'Flags',
      'location-type': 'Location Type',
      station: 'Station',
      doubtful: [],
    },
  );
});

test('a column is found by a near spelling and by a listed name inside a longer one', () => {
  const found = named(['Crime Referance', 'Victim Age (years) at report', 'Recoded date', 'mo_text']);
  assert.equal(found.reference, 'Crime Referance');
  assert.equal(found['victim-age'], 'Victim Age (years) at report');
  assert.equal(found['recorded-on'], 'Recoded date');
  assert.equal(found.narrative, 'mo_text');
});

test('two columns that could be one field are told and neither is chosen', () => {
  const { narrative, doubtful } = named(['Ref', 'MO', 'Summary', 'Recorded date']);
  assert.equal(narrative, undefined);
  assert.deepEqual(doubtful, ['narrative']);
});

test('a weak name gives way to a strong one and serves where nothing better is', () => {
  assert.equal(
    named(['Date reported', 'Date recorded', 'Age', 'Victim age'])['recorded-on'],
    'Date recorded',
  );
  assert.equal(named(['Date reported', 'Age'])['victim-age'], 'Age');
});

test('the suspect, the officer and the day of the offence are never taken for the record', () => {
  const found = named([
    'Suspect age',
    'Offender DOB',
    'Offence date',
    'Committed from',
    'Officer',
    'Suspect DOB',
  ]);
  assert.deepEqual(found, { doubtful: [] });
});

test('a map settles what two columns could be, joins two into a narrative and takes a field away', () => {
  const map = new Map<RecordField, readonly string[] | null>([
    ['narrative', ['MO', 'Summary']],
    ['flags', null],
  ]);
  const found = named(['Ref', 'MO', 'Summary', 'Flags'], map);
  assert.equal(found.narrative, 'MO+Summary');
  assert.equal(found.flags, undefined);
});
