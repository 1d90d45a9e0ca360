import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { FindingCode } from './catalogue.ts';
import { catalogue, finding } from './catalogue.ts';
import { words } from './words.ts';

const codes = Object.keys(catalogue) as FindingCode[];

test('a total that does not add up is told with the place, both numbers and what was done', () => {
  const facts = { label: 'Age 12-15', partsLow: 41, partsHigh: 44, stated: 40 };
  assert.equal(
    words(finding('total-mismatch', 'Annex A.xlsx#Q2 Victims!D7', facts)),
    '"Annex A.xlsx", sheet "Q2 Victims", cell D7: the parts of "Age 12-15" add up to between 41 and 44, and the total ' +
      'stated is 40. Ask which is right. All were kept as stated, and the figures wait for a decision.',
  );
});

test('parts without an upper bound are told as a number or more', () => {
  const open = finding('total-mismatch', 'a.csv#B9', {
    partsLow: 1041,
    partsHigh: Number.POSITIVE_INFINITY,
    stated: 40,
  });
  assert.match(words(open), /add up to 1,041 or more, and the total stated is 40\./);
});

test('the dates of a period are told one to the other', () => {
  const facts = { period: '2024-01-01/2024-12-31', asked: '2024-04-01/2025-03-31' };
  assert.match(
    words(finding('period-mismatch', 'page.html#p4', facts)),
    /the answer is for 2024-01-01 to 2024-12-31, and 2024-04-01 to 2025-03-31 was asked for\./,
  );
});

test('a file that cannot be read is told with its reason and what to ask for', () => {
  assert.equal(
    words(finding('unreadable', 'reply.xlsx', { reason: 'encrypted', detail: 'the workbook is protected' })),
    '"reply.xlsx": it is locked with a password (the workbook is protected). Ask the force for a copy without one. ' +
      'Nothing was counted from it, and the rest of the return was still read.',
  );
});

test('numbers that contradict each other without parts are told as such', () => {
  const said = words(
    finding('total-mismatch', 'published.csv#B4', { label: 'East Midlands, published twice' }),
  );
  assert.match(
    said,
    /: the numbers stated cannot all be true \(East Midlands, published twice\)\. Ask which is right\./,
  );
});

test('one number stated twice is told with both', () => {
  const facts = {
    label: 'offences',
    stated: '52',
    partsLow: 54,
    partsHigh: 54,
    why: 'stated twice, differently',
  };
  assert.match(
    words(finding('total-mismatch', 'a.html#p2', facts)),
    /: the number of "offences" is stated as 52 and as 54\./,
  );
});

test('why a number is no answer is told in words', () => {
  const said = words(finding('decoy-number', 'a.docx#p2', { value: '4,512', why: 'work' }));
  assert.match(
    said,
    /the number 4,512 is not an answer to what was asked \(it counts the work of answering, such as/,
  );
});

test('fewer victims than offences are told with both numbers', () => {
  const facts = { label: 'victims', stated: 60, partsLow: 40, partsHigh: 44 };
  const said = words(finding('victims-below-offences', 'a.csv#B2', facts));
  assert.match(said, /fewer victims are stated than offences \(between 40 and 44, and 60\)/);
});

test('what is hidden is told with its sheet', () => {
  const facts = { what: 'hidden rows', why: '3 to 5', sheet: 'Q1' };
  const said = words(finding('hidden-content', 'a.xlsx#Q1', facts));
  assert.match(said, /carries content that is not shown \(hidden rows: 3 to 5, on sheet "Q1"\)\./);
});

test('a reason for not reading that has no sentence of its own is still told', () => {
  assert.match(
    words(finding('unreadable', 'reply.bin', { reason: 'took too long' })),
    /could not be read \(took too long\)\./,
  );
});

test('the nearest terms to an unknown one are told as a list', () => {
  const facts = { label: 'Snap chat', nearest: ['Snapchat', 'WeChat'] };
  assert.match(
    words(finding('unknown-category', 'a.csv#A3', facts)),
    /"Snap chat" is not in the register; the nearest there is Snapchat and WeChat\./,
  );
});

test('a stored number behind a mask is never told', () => {
  const facts = { shown: '<5', stored: 3, value: 3, stated: 3, count: 3, low: 3, high: 3 };
  for (const code of [
    'stored-value-hidden',
    'hidden-content',
    'stale-hidden-sheet',
    'hidden-value',
  ] as const) {
    assert.doesNotMatch(words(finding(code, 'a.xlsx#S!B', facts)), /3/, code);
  }
});

test('every finding has full sentences with or without facts, and none names a code or blames', () => {
  const fact = fc.oneof(fc.string(), fc.double(), fc.array(fc.string()));
  const names = [
    'label',
    'nearest',
    'stated',
    'partsLow',
    'partsHigh',
    'why',
    'period',
    'asked',
    'force',
    'reason',
    'shown',
  ];
  const facts = fc.dictionary(fc.constantFrom(...names), fact);
  fc.assert(
    fc.property(fc.constantFrom(...codes), facts, (code, given) => {
      const said = words(finding(code, 'a.xlsx', given));
      assert.match(said, /^"a\.xlsx": .*\.$/s);
      assert.doesNotMatch(said, /undefined|NaN|Infinity|\[object/);
    }),
  );
  for (const code of codes) {
    const bare = words(finding(code, 'a.xlsx'));
    assert.match(bare, /\. [A-Z]/, `${code} says only what was found`);
    assert.doesNotMatch(bare, /invalid|illegal|please|fail|wrong|[a-z]-[a-z]+-[a-z]/i, code);
  }
});
