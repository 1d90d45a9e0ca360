/** Every case of every rule, as written in its file: where it speaks, and where it must not. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseRecord } from '#record/record.ts';
import { ownRegister } from '#register/own-register.ts';
import { readLexicon } from '../lexicon.ts';
import { Reading } from '../reading.ts';
import type { Case, Rule } from '../rule.ts';
import { Scan } from '../scan.ts';
import { Vocabulary } from '../vocabulary.ts';
import { rules } from './all.ts';

const scan = new Scan(new Vocabulary(readLexicon(ownRegister)));

function speaks(rule: Rule, { text, code = '20B', on = '2022-05-04' }: Case): boolean {
  const reading = new Reading(parseRecord({ mo: text, offence_code: code, recorded_on: on }), scan);
  return reading.mentions.some((mention) => rule.reads(mention, reading) !== null);
}

for (const rule of rules) {
  test(`${rule.id} speaks in each of its cases and in none of its near misses`, () => {
    const silent = rule.speaks.filter((one) => !speaks(rule, one)).map(({ text }) => text);
    const loud = rule.nearMisses.filter((one) => speaks(rule, one)).map(({ text }) => text);
    assert.deepEqual({ silent, loud }, { silent: [], loud: [] });
  });
}

test('there are 300 cases of scope or more, and at least three near misses for each rule', () => {
  const all = rules.flatMap(({ speaks: own, nearMisses }) => [...own, ...nearMisses]);
  assert.ok(all.length >= 300, String(all.length));
  assert.deepEqual(
    rules.filter(({ nearMisses }) => nearMisses.length < 3).map(({ id }) => id),
    [],
  );
  assert.equal(new Set(rules.map(({ id }) => id)).size, rules.length);
});
