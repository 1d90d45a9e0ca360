/** The order of parties, acts and means in a text, and what it weighs. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseRecord } from '#record/record.ts';
import { ownRegister } from '#register/own-register.ts';
import { readLexicon } from './lexicon.ts';
import { Reading } from './reading.ts';
import { Scan } from './scan.ts';
import { SignWeights, signsOf } from './signs.ts';
import { Vocabulary } from './vocabulary.ts';

const scan = new Scan(new Vocabulary(readLexicon(ownRegister)));
const read = (mo: string) => new Reading(parseRecord({ id: 'R', offence_code: '22B', mo }), scan);

test('a text is the order of its parties, acts and means, whichever words stand for them', () => {
  const one = [...signsOf(read('SUSP messaged VIC on Snapchat'))].filter((term) =>
    /^[<{]\S+( [<{]\S+)*$/.test(term),
  );
  const other = [...signsOf(read('Suspect texted victim over Telegram'))];
  assert.deepEqual(one.slice(0, 1), ['{party}']);
  assert.ok(one.includes('{victim} <service>'), one.join(', '));
  assert.ok(other.includes('{victim} <service>'), other.join(', '));
});

test('a means has the words beside it, and none beyond a pause', () => {
  assert.ok(signsOf(read('VIC met him on Snapchat last week')).has('on <service>'));
  assert.ok(signsOf(read('VIC met him on Snapchat last week')).has('<service> last'));
  assert.ok(!signsOf(read('VIC met him on Snapchat, last week')).has('<service> last'));
});

test('each sign, and each order of two and three, weighs once', () => {
  const weights = new SignWeights(
    new Map([
      ['<service>', { online: 1, person: 0 }],
      ['{victim} <service>', { online: 2, person: 0.5 }],
      ['on <service>', { online: 4, person: 0 }],
      ['garden', { online: 8, person: 0 }],
    ]),
  );
  const once = weights.weigh(read('VIC on Snapchat'));
  assert.deepEqual(once, { online: 7, person: 0.5, count: 3 });
  assert.deepEqual(weights.weigh(read('VIC on Snapchat. VIC on Snapchat')), once);
  assert.deepEqual(weights.weigh(read('in the garden')), { online: 0, person: 0, count: 0 });
});

test('what is estimated of a text and what is read in it are the same', () => {
  const reading = read('SUSP added VIC on Snapchat and asked her for pictures. Laptop seized.');
  const terms = [...signsOf(reading)];
  const weights = new SignWeights(new Map(terms.map((term) => [term, { online: 1, person: 1 }])));
  assert.equal(weights.weigh(reading).count, terms.length);
});
