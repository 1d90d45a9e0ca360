import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readAges } from './ages.ts';
import { ownRegister } from './own-register.ts';

const { ageBand } = readAges(ownRegister);

const bandOf = (text: string): string | null => {
  const found = ageBand(text);
  if (found === null) return null;
  return 'value' in found ? found.value : found.kind;
};

test('an age is read in the wordings of forces', () => {
  const wordings: Record<string, readonly string[]> = {
    '0': ['0', 'Under 1', 'Under one', '<1', 'less than 1 year old'],
    '13': [
      '13',
      '13 years',
      '13 year old',
      '13 year olds',
      'aged 13',
      'Age: 13',
      '13yo',
      '13 y/o',
      'thirteen',
      '13 oed',
    ],
    '0-5': ['0-5', '0 to 5', '0 \u2013 5', '0-5\u00b2', 'Aged 0 to 5 years', 'under 6'],
    '0-10': ['10 and Under', '10 or less', 'U11', '0-10 years'],
    '0-11': [
      '11 and under',
      '11 or under',
      'up to 11',
      'under 12',
      'U12',
      '<12',
      'below 12',
      'dan 12',
      '11 ac iau',
    ],
    '0-12': ['U13', 'U-13', 'Under 13s'],
    '12-15': [
      '12-15',
      '12 to 15',
      'between 12 and 15',
      '12 i 15 oed',
      '12 and under 16',
      'Victims aged 12 - 15 (inclusive)',
    ],
    '16-17': ['16/17', '16 & 17', '16 or 17', '16 to 17 years', '16 a 17', 'Aged 16-17'],
    '16+': [
      '16+',
      '16 and over',
      'over 15',
      '16 plus',
      '\u226516',
      '16 or older',
      '16 oed a h\u0177n',
      '16 a throsodd',
    ],
    '18+': ['18 and over', 'Adult', '18+'],
    unknown: [
      'unknown',
      'Not recorded',
      'Unknown age',
      'age not stated',
      'N/K',
      'anhysbys',
      'Anhysbys / Unknown',
    ],
  };
  for (const [band, texts] of Object.entries(wordings)) {
    for (const text of texts) assert.equal(bandOf(text), band, text);
  }
});

test('a text that is no age, or more than an age, gives null', () => {
  for (const text of [
    '',
    'Age',
    'Total',
    'Female 13',
    '13 offences',
    '2015',
    '1,163',
    '12.5',
    '15-12',
    '121',
    'All ages',
    'Snapchat',
    '2015/16',
    '12, 13 and 14',
  ]) {
    assert.equal(ageBand(text), null, text);
  }
});

test('over sixteen, eighteen and twenty-one may or may not hold that age, so the two bands are named', () => {
  assert.deepEqual(ageBand('over 18'), { kind: 'ambiguous', nearest: ['18+', '19+'] });
  assert.equal(bandOf('18 and over'), '18+');
});

test('a band that a spreadsheet turned into a date is ambiguous and names the band', () => {
  const asked = ['0-5', '6-10', '11-15', '16-17'];
  for (const text of ['06-Oct', '6-Oct', '2025-10-06', '06/10/2025', '10-Jun']) {
    assert.deepEqual(ageBand(text, { asked }), { kind: 'ambiguous', nearest: ['6-10'] }, text);
  }
  assert.deepEqual(ageBand('Nov-15', { asked }), { kind: 'ambiguous', nearest: ['11-15'] });
  assert.deepEqual(ageBand('2015-12-01', { asked: ['12-15'] }), { kind: 'ambiguous', nearest: ['12-15'] });
  assert.deepEqual(ageBand('2025-06-10', { date: true }), { kind: 'ambiguous', nearest: ['6-10'] });
});

test('a month beside an age column is no age unless that band was asked for', () => {
  assert.equal(ageBand('Dec-15'), null);
  assert.equal(ageBand('Dec-15', { asked: ['0-11', '16-17'] }), null);
  assert.equal(ageBand('2024-04-30', { date: true }), null);
});
