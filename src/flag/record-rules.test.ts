/** The rules of the record as a whole answer in each of their cases, and another answer stands in each near miss. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseRecord } from '#record/record.ts';
import { ownRegister } from '#register/own-register.ts';
import { prepare } from './decide.ts';
import { readLexicon } from './lexicon.ts';
import { nothingSettled } from './policy.ts';
import { recordRules } from './record-rules.ts';
import type { Case } from './rule.ts';

const decider = prepare(readLexicon(ownRegister), nothingSettled);

function decided({ text, code = '20B', on = '2022-05-04' }: Case, location: string) {
  return decider.decide(
    parseRecord({ mo: text, offence_code: code, recorded_on: on, location_type: location }),
  );
}

for (const rule of recordRules) {
  test(`${rule.id} answers in each of its cases and in none of its near misses`, () => {
    const place = rule.located === true ? 'Internet' : 'Dwelling';
    const spoken = rule.speaks.map((one) => ({ ...decided(one, place), text: one.text, gives: one.gives }));
    const missed = rule.nearMisses.map((one) => ({
      ...decided(one, 'Dwelling'),
      text: one.text,
      gives: one.gives,
    }));
    const silent = spoken.filter(
      ({ rules, decision, gives }) => !rules.includes(rule.id) || decision !== gives,
    );
    const loud = missed.filter(({ rules, decision, gives }) => rules.includes(rule.id) || decision !== gives);
    const short = ({ text, decision, rules }: (typeof missed)[number]) =>
      `${text} → ${decision}: ${rules.join(' ')}`;
    assert.deepEqual({ silent: silent.map(short), loud: loud.map(short) }, { silent: [], loud: [] });
  });
}
