import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { MASK, maskText, nothingVisible } from './mask.ts';
import { releaseNote } from './release-note.ts';

function shown(text: string, own: number | null = null, others: readonly number[] = []): string {
  return maskText(text, { own, released: own === null ? others : [own, ...others] })
    .map((part) => (part.role === 'number' ? `>${part.text}<` : part.text))
    .join('');
}

test('the number told is marked, and every other count in the sentence is masked', () => {
  assert.equal(
    shown('We recorded 1,204 offences, of which 3 were at home and twelve elsewhere.', 1204),
    'We recorded >1,204< offences, of which [c] were at home and [c] elsewhere.',
  );
  assert.equal(shown('There were two offences.'), 'There were [c] offences.');
  assert.equal(shown('Cofnodwyd tri trosedd.'), 'Cofnodwyd [c] trosedd.');
  assert.equal(shown('fewer than 5, or \u00bd, or \u0663'), 'fewer than [c], or [c], or [c]');
});

test('other numbers of the same place stay when they are released', () => {
  assert.equal(shown('Total 26; women 20; men 6', 26, [20]), 'Total >26<; women 20; men [c]');
});

test('dates, periods, ages, questions, sections and offence codes are not counts', () => {
  for (const text of [
    '2. Between 1 April 2015 and 31 March 2016 (2015/16), under the Sexual Offences Act 2003',
    'Question 4: victims aged 13, aged 8 to 10, under 16, 10 and under, 17 years old, under-18s',
    'Refused under section 40(2) and s.12; offence code 71/17; reference FOI201612345',
    'Answered on 2016-06-21 and 03/07/2016',
    'See https://www.example.org/2016/06/21/page-3',
  ]) {
    assert.equal(shown(text), text);
  }
});

test('what looks like an age or a year but counts something is masked', () => {
  assert.equal(shown('over 100 offences; under 5 victims'), 'over [c] offences; under [c] victims');
  assert.equal(shown('2016 offences were recorded'), '[c] offences were recorded');
  assert.equal(shown('3 in 2016'), '[c] in 2016');
  assert.equal(shown('3/16 and 71/17'), '[c]/[c] and [c]/[c]');
  assert.equal(shown('Rape of a female aged under 13 - 5', 5), 'Rape of a female aged under 13 - >5<');
  assert.equal(shown('Rape of a female aged under 13 - 3'), 'Rape of a female aged under 13 - [c]');
  assert.equal(shown('aged under 13-5'), 'aged under 13-[c]');
  assert.equal(shown('aged 12 and 3 more'), 'aged 12 and [c] more');
  assert.equal(
    shown("the force's 3 cases; 3 may be online; under 5"),
    "the force's [c] cases; [c] may be online; under [c]",
  );
  assert.equal(shown('3.'), '[c].');
  assert.equal(shown('4: theft'), '[c]: theft');
});

test('a number that stands more often than it is released is masked everywhere, and masked parts never hold a digit', () => {
  assert.equal(shown('5 and 5', 5), '[c] and [c]');
  assert.equal(shown('girls 5 and boys 5', 5, [5]), 'girls >5< and boys 5');
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.nat(999), fc.constantFrom('aged', 'and', 'three', 'offences'))),
      (tokens) => {
        for (const part of maskText(tokens.join(' '), nothingVisible)) {
          if (part.role === 'masked') assert.equal(part.text, MASK);
          assert.notEqual(part.role, 'number');
        }
      },
    ),
  );
});

test('the band of ages that a number is about is no count', () => {
  const visible = { own: 214, released: [214], band: '12-15' };
  assert.equal(
    maskText('12-15: 214', visible)
      .map((part) => part.text)
      .join(''),
    '12-15: 214',
  );
  assert.equal(
    maskText('12-16: 214', visible)
      .map((part) => part.text)
      .join(''),
    '[c]-[c]: 214',
  );
});

test('a note passes when its numbers are forces, years or released, and stays back when it counts something small', () => {
  const rules = { released: new Set([292, 97, 195]), threshold: 5, isAnyWithheld: false };
  for (const note of [
    'One of four forces behind 292 for the East Midlands; without Leicestershire (97) the three make 195.',
    'Whether the 44 are 43 territorial forces is not stated; one paper prints 42 asked.',
    'Contradicted later: releases from 2017 on say that no 2015/16 figure is available.',
    'A later release (June 2017) states 98 for the same period.',
  ]) {
    assert.equal(releaseNote(note, rules), note);
  }
  for (const note of ['Two offences were against boys.', 'Equals 183 + 2.', 'Of these 3 were aged 12.']) {
    assert.equal(releaseNote(note, rules), null);
  }
});

test('once something is withheld, a note may hold released numbers only', () => {
  const rules = { released: new Set([292]), threshold: 5, isAnyWithheld: true };
  assert.equal(releaseNote('Without 98 there are 292.', rules), null);
  assert.equal(releaseNote('All 4 forces make 292.', rules), 'All 4 forces make 292.');
});
