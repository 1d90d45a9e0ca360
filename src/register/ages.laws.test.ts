import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readAges } from './ages.ts';
import { ownRegister } from './own-register.ts';

const { ageBand } = readAges(ownRegister);

type Wording = (from: number, to: number) => string;

const BANDS: readonly Wording[] = [
  (from, to) => `${from}-${to}`,
  (from, to) => `${from} - ${to}`,
  (from, to) => `${from} \u2013 ${to}`,
  (from, to) => `${from} to ${to}`,
  (from, to) => `${from} to ${to} years`,
  (from, to) => `aged ${from} to ${to}`,
  (from, to) => `Aged between ${from} and ${to}`,
  (from, to) => `${from}yrs - ${to}yrs`,
  (from, to) => `${from} i ${to} oed`,
  (from, to) => `Rhwng ${from} a ${to} oed`,
  (from, to) => `${from} and under ${to + 1}`,
  (from, to) => `Age ${from}-${to} (inclusive)`,
];
const UP_TO: readonly ((to: number) => string)[] = [
  (to) => `${to} and under`,
  (to) => `${to} or younger`,
  (to) => `${to} years and below`,
  (to) => `up to ${to}`,
  (to) => `Under ${to + 1}`,
  (to) => `U${to + 1}`,
  (to) => `<${to + 1}`,
  (to) => `< ${to + 1} years old`,
  (to) => `\u2264 ${to}`,
  (to) => `dan ${to + 1} oed`,
  (to) => `${to} oed neu iau`,
  (to) => `0 to ${to}`,
];
const FROM: readonly ((from: number) => string)[] = [
  (from) => `${from}+`,
  (from) => `${from} +`,
  (from) => `${from} plus`,
  (from) => `${from} and over`,
  (from) => `${from} years and above`,
  (from) => `Aged ${from} or older`,
  (from) => `at least ${from}`,
  (from) => `>= ${from}`,
  (from) => `${from} oed a throsodd`,
];

const bandOf = (text: string): string | null => {
  const found = ageBand(text);
  return found !== null && 'value' in found ? found.value : null;
};

test('a band of ages is read the same in all its wordings and in any case', () => {
  const ages = fc.tuple(fc.nat({ max: 30 }), fc.nat({ max: 30 })).filter(([from, to]) => from < to);
  fc.assert(
    fc.property(ages, fc.constantFrom(...BANDS), fc.boolean(), ([from, to], wording, upper) => {
      const text = wording(from, to);
      assert.equal(bandOf(upper ? text.toUpperCase() : text), `${from}-${to}`, text);
    }),
  );
});

test('an upper limit is read the same in all its wordings', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 90 }), fc.constantFrom(...UP_TO), (to, wording) => {
      assert.equal(bandOf(wording(to)), `0-${to}`, wording(to));
    }),
  );
});

test('a lower limit is read the same in all its wordings', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 90 }), fc.constantFrom(...FROM), (from, wording) => {
      assert.equal(bandOf(wording(from)), `${from}+`, wording(from));
    }),
  );
});

test('a band as the contract writes it reads as itself', () => {
  const age = fc.nat({ max: 99 });
  const band = fc.oneof(
    age.map(String),
    fc
      .tuple(age, age)
      .filter(([a, b]) => a < b)
      .map(([a, b]) => `${a}-${b}`),
    age.map((from) => `${from}+`),
    fc.constant('unknown'),
  );
  fc.assert(fc.property(band, (written) => assert.equal(bandOf(written), written)));
});

test('whatever a cell says, an age comes back in the form of the contract or not at all', () => {
  const words = fc.constantFrom(
    'under',
    'over',
    'and',
    'to',
    '-',
    '16',
    '12',
    '0',
    'years',
    '+',
    '<',
    '/',
    'unknown',
    'x',
    '120',
    '999',
  );
  const text = fc.oneof(
    fc.string({ maxLength: 20 }),
    fc.array(words, { maxLength: 8 }).map((all) => all.join(' ')),
  );
  fc.assert(
    fc.property(text, (cell) => {
      const value = bandOf(cell);
      if (value === null) return;
      assert.match(value, /^(?:\d{1,3}|\d{1,3}-\d{1,3}|\d{1,3}\+|unknown)$/, cell);
      const [from, to] = value.split('-').map(Number);
      assert.ok(to === undefined || from === undefined || from < to, cell);
    }),
  );
});
