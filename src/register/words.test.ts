import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFacts } from './facts.ts';
import { ownRegister } from './own-register.ts';
import { readWords } from './words.ts';

const { sexOf, unitOf, totalOf } = readWords(ownRegister);

test('a sex is read from its words in English and Welsh when it is all a cell says', () => {
  for (const text of [
    'F',
    'Female',
    'Girls',
    'Female victims',
    'Women',
    'Benyw',
    'Merched',
    'Benyw / Female',
  ]) {
    assert.equal(sexOf(text), 'female', text);
  }
  for (const text of ['M', 'male', 'Boy', 'Men', 'Gwryw', 'Bechgyn', 'Gender: Male']) {
    assert.equal(sexOf(text), 'male', text);
  }
  for (const text of ['Unknown', 'U', 'Not recorded', 'Indeterminate', 'Anhysbys', 'Sex not stated']) {
    assert.equal(sexOf(text), 'unknown', text);
  }
  for (const text of ['Other', 'Non-binary']) assert.equal(sexOf(text), 'other', text);
});

test('a sex beside anything else, or two sexes, is none', () => {
  for (const text of [
    '',
    'Sex',
    'Female 13',
    'Male/Female',
    'Female and male',
    'Rape of a female',
    'Total',
  ]) {
    assert.equal(sexOf(text), null, text);
  }
});

test('every word of a sex reads as that sex', () => {
  for (const { word, value } of readFacts(ownRegister, 'sex-words.csv', [
    'word',
    'value',
    'language',
    'source',
    'added',
  ])) {
    assert.equal(sexOf(word), value === 'noise' ? null : value, word);
  }
});

test('a heading says whether offences or victims are counted, or that it names both', () => {
  const unit = (text: string): string | null => {
    const found = unitOf(text);
    return found === null ? null : 'value' in found ? found.value : found.kind;
  };
  assert.equal(unit('Number of recorded offences'), 'offences');
  assert.equal(unit('Crimes 2024/25'), 'offences');
  assert.equal(unit('Nifer y troseddau'), 'offences');
  assert.equal(unit('Count of victims'), 'victims');
  assert.equal(unit('Victims of crime'), 'victims');
  assert.equal(unit('Complainants'), 'victims');
  assert.equal(unit('Dioddefwyr'), 'victims');
  assert.equal(unit('Offences and victims'), 'ambiguous');
  assert.equal(unit('Age group'), null);
  assert.equal(unit('Not recorded'), null);
});

test('every word of a measure reads as its unit', () => {
  for (const { word, unit } of readFacts(ownRegister, 'measure-words.csv', [
    'word',
    'unit',
    'language',
    'source',
    'added',
  ])) {
    const found = unitOf(word);
    assert.equal(found !== null && 'value' in found ? found.value : found?.kind, unit, word);
  }
});

test('a total is told from its words, with what else the cell says', () => {
  for (const text of [
    'Total',
    'GRAND TOTAL:',
    'All',
    'Sum',
    'Overall',
    'Cyfanswm',
    'Cyfanswm / Total',
    'All ages',
  ]) {
    assert.deepEqual(totalOf(text), { kind: 'total', rest: '' }, text);
  }
  assert.deepEqual(totalOf('Total - Female'), { kind: 'total', rest: 'female' });
  assert.deepEqual(totalOf('Male total'), { kind: 'total', rest: 'male' });
  assert.deepEqual(totalOf('Sub-total'), { kind: 'sub-total', rest: '' });
});

test('an ordinary word that can mean a total is one only when it stands alone', () => {
  for (const text of ['All other platforms', 'Sum paid', 'Overall view', 'Totally', '']) {
    assert.equal(totalOf(text), null, text);
  }
});
