/** What the words of a text weigh: each once, whatever their order, scaled by how many there are. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ownRegister } from '#register/own-register.ts';
import { readLexicon } from './lexicon.ts';
import { Scan } from './scan.ts';
import { Vocabulary } from './vocabulary.ts';
import { knownOf, START, stemOf, termsOf, WordWeights } from './word-weights.ts';

const lexicon = readLexicon(ownRegister);
const scan = new Scan(new Vocabulary(lexicon));
const noSigns = { online: 0, person: 0, count: 0 };
const weights = new WordWeights(
  new Map([
    [START, { online: 0.5, person: -1 }],
    ['(image)', { online: 2, person: 0 }],
    ['garden', { online: -3, person: 0 }],
    ['handle', { online: 4, person: 1 }],
    ['met on', { online: 1, person: 0 }],
  ]),
);

function tilt(text: string, known: readonly string[] = []) {
  scan.read(text);
  return weights.weigh(scan, weights.sumOf(known), noSigns);
}

test('a text of words without weight says what every text starts from', () => {
  const { online, person } = tilt('nothing of note');
  assert.deepEqual([online, person], [0.5, -1]);
});

test('a word weighs once however often it stands', () => {
  assert.equal(tilt('garden').online, tilt('garden, then the garden and a garden').online);
});

test('what weighs is scaled by the fourth root of how many things weigh', () => {
  assert.equal(tilt('his handle in the garden').online, 0.5 + (4 - 3) / 2 ** 0.25);
});

test('a pair weighs only where its words stand side by side in one clause', () => {
  assert.equal(tilt('they met on it').online, 1.5);
  assert.equal(tilt('they met, on it').online, 0.5);
});

test('the kind of offence is one more word', () => {
  assert.equal(tilt('nothing of note', knownOf('image')).online, 2.5);
  assert.equal(tilt('nothing of note', knownOf('contact')).online, 0.5);
});

test('the kind of place is one more word, however it is written, and a home, an address and none say nothing', () => {
  assert.deepEqual(knownOf('image', 'Public open space'), ['(image)', '(at public-open-space)']);
  for (const place of ['Dwelling', null, 'x'.repeat(60)])
    assert.deepEqual(knownOf('image', place), ['(image)']);
});

test('the heaviest words in a direction come first, by their place in the text', () => {
  const text = 'met on the garden wall, his handle told';
  const quoted = (towards: 1 | -1) =>
    tilt(text)
      .heaviest(towards, 4)
      .map((token) => scan.word(token));
  assert.deepEqual(quoted(1), ['handle', 'met']);
  assert.deepEqual(quoted(-1), ['garden']);
});

test('endings and digits make no other word', () => {
  assert.deepEqual(['messaged', 'messages', '1420', 'uses', 'bus'].map(stemOf), [
    'messag',
    'messag',
    '#',
    'uses',
    'bus',
  ]);
});

test('the estimate and the reading cut a text into the same words', () => {
  scan.read('Met on MSN. Met on it.');
  assert.deepEqual([...termsOf(scan)], ['met', 'met on', 'msn', 'on msn', 'on it']);
});

test('words weigh the same whichever vocabulary numbered them', () => {
  const other = new Scan(new Vocabulary(lexicon));
  other.read('walls and sheds stood round the garden for years');
  weights.weigh(other, noSigns, noSigns);
  scan.read('his handle was told');
  const before = weights.weigh(scan, noSigns, noSigns).online;
  other.read('nobody was told of it');
  weights.weigh(other, noSigns, noSigns);
  scan.read('his handle was told');
  assert.equal(weights.weigh(scan, noSigns, noSigns).online, before);
  assert.equal(before, 4.5);
});
