import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFacts } from './facts.ts';
import { readOffences } from './offences.ts';
import { ownRegister } from './own-register.ts';

const { findOffence, offences } = readOffences(ownRegister);

const codeOf = (text: string): string => {
  const found = findOffence(text);
  return 'value' in found ? `${found.value.kind} ${found.value.code}` : found.kind;
};

test('a Home Office code is read in every form forces print, with and without its title', () => {
  for (const text of [
    '71/17',
    '071/17',
    '71-17',
    '071-17',
    '71 / 17',
    'HO code 71/17',
    '071/17 Sexual communication with a child',
    'Sexual communication with a child (71/17)',
  ]) {
    assert.equal(codeOf(text), 'code 71/17', text);
  }
  assert.equal(codeOf('86/2'), 'code 86/02');
  assert.equal(codeOf('086/02'), 'code 86/02');
});

test('numbers that only look like a code are none', () => {
  for (const text of ['7117', '2016/17', '71/17/2020', '12-15', '99/99', '1.71/17']) {
    assert.equal(codeOf(text), 'none', text);
  }
});

test('a title that belongs to one code gives the code, near spellings included', () => {
  assert.equal(codeOf('Sexual communication with a child'), 'code 71/17');
  assert.equal(codeOf('Engaging in sexual communication with a child'), 'code 71/17');
  assert.equal(codeOf('Offences of sexual communication with a child'), 'code 71/17');
  assert.equal(codeOf('s.15A'), 'code 71/17');
  assert.equal(codeOf('Sexual Offences Act 2003 section 15A'), 'code 71/17');
  assert.deepEqual(
    ['Sexual comunication with a child', 'Sexual communication with a chidl'].map(
      (text) => findOffence(text).kind,
    ),
    ['near', 'near'],
  );
});

test('a title of a class of offences gives the class, also where one of its codes bears the same title', () => {
  assert.equal(codeOf('Sexual activity involving a child under 13'), 'class 21');
  assert.equal(codeOf('Rape of a female child under 13'), 'class 19E');
  assert.equal(codeOf('Sexual grooming'), 'class 88A');
});

test('an age or a sex in a title is never taken for a spelling', () => {
  for (const text of [
    'Sexual activity involving a child under 14',
    'Meeting a child under 14 following sexual grooming',
    'Causing a child under 14 to watch a sexual act',
    'Attempted sexual communication with a child',
  ]) {
    assert.equal(codeOf(text), 'none', text);
  }
});

test('a code beside the title of another offence is ambiguous', () => {
  assert.equal(findOffence('71/17 Possessing a paedophile manual').kind, 'ambiguous');
});

test('every code, every title of a code alone, and every alias of an offence finds its own offence', () => {
  const classes = new Set(offences.filter((one) => one.kind === 'class').map((one) => one.title));
  for (const { kind, code, title } of offences) {
    if (kind === 'code') assert.equal(codeOf(code), `code ${code}`);
    if (kind === 'class' || !classes.has(title)) assert.equal(codeOf(title), `${kind} ${code}`, title);
  }
  for (const fact of readFacts(ownRegister, 'offence-aliases.csv', [
    'alias',
    'offence',
    'kind',
    'source',
    'added',
  ])) {
    assert.equal(codeOf(fact.alias), `${fact.kind} ${fact.offence}`, fact.alias);
  }
});
