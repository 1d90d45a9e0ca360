import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ownRegister } from './own-register.ts';
import { readPlatforms } from './platforms.ts';

const { findPlatform } = readPlatforms(ownRegister);

const idOf = (text: string): string => {
  const found = findPlatform(text);
  return 'value' in found ? found.value : found.kind;
};

test('a platform is found with the words, counts and footnotes that stand beside it', () => {
  for (const text of [
    'Snapchat',
    'SNAP CHAT',
    'Snapchat app',
    'Snapchat (12)',
    'Snapchat\u00b9',
    'snapchat*',
  ]) {
    assert.equal(idOf(text), 'snapchat', text);
  }
  assert.equal(idOf('Whats-app messages'), 'whatsapp');
  assert.equal(idOf('The Facebook app'), 'facebook');
  assert.equal(idOf('Facebook Messenger (Meta)'), 'facebook-messenger');
  assert.equal(idOf('Instagram (social media)'), 'instagram');
  assert.equal(idOf('Social media - Snapchat'), 'snapchat');
});

test('a misspelt platform is found near, and says which term it took', () => {
  assert.deepEqual(findPlatform('Instragam'), { kind: 'near', value: 'instagram', term: 'Instragram' });
  assert.equal(findPlatform('Telegrm').kind, 'near');
  assert.equal(idOf('Snpachat'), 'snapchat');
});

test('a cell that names two platforms is ambiguous, in whatever way it joins them', () => {
  for (const text of [
    'Facebook/Instagram',
    'Facebook and Instagram',
    'Facebook & Instagram',
    'Facebook, Instagram',
    'Facebook (including Instagram)',
  ]) {
    assert.deepEqual(findPlatform(text), { kind: 'ambiguous', nearest: ['Facebook', 'Instagram'] }, text);
  }
  assert.equal(idOf('Facebook/Messenger'), 'ambiguous');
  assert.equal(idOf('Phone/Text'), 'ambiguous');
  assert.equal(idOf('Other / Unknown'), 'ambiguous');
});

test('a cell that says one platform twice, or in two languages, is that platform', () => {
  assert.equal(idOf('Twitter/X'), 'x-twitter');
  assert.equal(idOf('X (previously known as Twitter)'), 'x-twitter');
  assert.equal(idOf('SMS / Text'), 'text-message');
  assert.equal(idOf('Neges destun / Text message'), 'text-message');
  assert.equal(idOf('Anhysbys / Unknown'), 'unknown');
  assert.equal(idOf('Facebook (excluding Messenger)'), 'facebook');
});

test('the ways to say that no platform was recorded are one category, and the other platforms another', () => {
  for (const text of [
    'Not recorded',
    'Not known',
    'N/K',
    'Unspecified',
    'Not stated',
    'No platform recorded',
    'None given',
    'Blank/not recorded',
    '(blank)',
    'Heb ei gofnodi',
  ]) {
    assert.equal(idOf(text), 'unknown', text);
  }
  for (const text of ['Other', 'Others', 'Other platforms', 'Any other', 'Other (please specify)', 'Arall']) {
    assert.equal(idOf(text), 'other', text);
  }
});

test('a platform that the register does not know gives the nearest names and no value', () => {
  const found = findPlatform('Blorbchat');
  assert.equal(found.kind, 'none');
  assert.equal('nearest' in found && found.nearest.length, 3);
});
