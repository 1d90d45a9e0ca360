/** What senders say of their signs, in their words, and the bounds that follow; what only looks like a rule gives none. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRule, type MarkerRules, markerRules, withoutRules } from './marker-rules.ts';

const cases: readonly (readonly [text: string, says: readonly string[]])[] = [
  ['[c] means a count from 1 to 4 that is confidential.', ['c is 1 to 4', '[c] is 1 to 4']],
  ['.. means 1 to 2.', ['.. is 1 to 2']],
  ['[c] = 1 to 4', ['c is 1 to 4', '[c] is 1 to 4']],
  ['* This may include historic offences', []],
  ['Blank cells mean no offences were recorded.', ['blank is 0 to 0']],
  ['Blank cells do not mean zero.', []],
  ['Empty cells: nil', ['blank is 0 to 0']],
  ['An empty cell means that the number is not known.', []],
  ['* = data suppressed to protect individuals', []],
  ['* Less than 5', ['* is 0 to 4']],
  ['*<5', ['* is 0 to 4']],
  ['(*) fewer than 5 offences', ['* is 0 to 4']],
  ['** 1-4', ['* is 1 to 4']],
  ['* between 1 and 5 inclusive', ['* is 1 to 5']],
  ['An asterisk (*) replaces any number from 1 to 4.', ['* is 1 to 4']],
  ['A star hides numbers below 5.', ['* is 0 to 4']],
  ['* replaces the former figure of 2023', []],
  ['This table replaces 4 earlier tables (see *).', []],
  ['a * indicates that the number is 4 or less', ['* is 0 to 4']],
  ['Cells marked * contain numbers lower than five', ['* is 0 to 4']],
  ['Numbers lower than 5 are not disclosed', ['any is 0 to 4']],
  ['We do not disclose numbers below 5', ['any is 0 to 4']],
  ['Low numbers (less than 5) have been withheld', ['any is 0 to 4']],
  ['Small numbers have been replaced by *', []],
  ['Values of less than 5 are represented as <5 to avoid identification', []],
  ['*: 1 to 4; 0: none', ['* is 1 to 4']],
  ['Counts from 1 to 4 are published as “fewer than five”.', ['<5 is 1 to 4']],
  ['Fewer than five means one to four.', ['<5 is 1 to 4']],
  ['The letter c replaces a count of 1, 2, 3 or 4.', ['c is 1 to 4']],
  ['Letter c below the table means a cancelled crime.', []],
  ['Mae * yn golygu llai na 5', ['* is 0 to 4']],
  ['n/a means that the question does not apply', []],
  ['* denotes 2023 figures', []],
  ['The figure 5 is used where the number is from 1 to 9.', []],
  ['* 1 January to 31 May 2025', []],
  ['* includes 4 attempts', []],
  ['- means that no information is held', []],
  ['"-" is shown where the figure is less than 3', ['dash is 0 to 2']],
  ['x indicates fewer than 5; - indicates nil', ['x is 0 to 4', 'dash is 0 to 0']],
  ['Figures between one and four have been replaced with an asterisk (*).', ['* is 1 to 4', 'any is 1 to 4']],
  ['Totals are rounded to the nearest 5.', []],
  ['Numbers are rounded to 5.', []],
  ['Cells with counts under 3 are shown as x', ['x is 0 to 2']],
  ['** secondary suppression', []],
  ['[x] means not available', []],
  ['[low] means less than 5', ['[low] is 0 to 4']],
  ['Where there were none the cell is left blank.', ['blank is 0 to 0']],
  ['blank = 0', ['blank is 0 to 0']],
  ['Where a platform is not shown there were no offences.', []],
  ['A zero is shown where there were none.', ['zero is shown']],
  ['Zero values are not suppressed.', ['zero is shown']],
  ['# = 1-2', ['# is 1 to 2']],
  ['^ indicates fewer than 5', ['^ is 0 to 4']],
  ['S = suppressed (fewer than 5)', ['s is 0 to 4', 'any is 0 to 4']],
  ['c = confidential, fewer than 5', ['c is 0 to 4']],
  ['“*” denotes numbers less than 5', ['* is 0 to 4']],
  ['‘*’ means less than 5', ['* is 0 to 4']],
  ['Numbers of 1, 2, 3 or 4 are shown as *', ['* is 1 to 4']],
  ['Counts from one to five are not given and appear as ..', ['.. is 1 to 5', 'any is 1 to 5']],
  ['Any number below ten is shown as <10.', []],
  ['Figures from 1 to 4 are shown as <5.', ['<5 is 1 to 4']],
  ['Numbers below 5 have been suppressed and replaced with *.', ['* is 0 to 4', 'any is 0 to 4']],
  ['Where the number is less than 5 it has been replaced by an asterisk.', ['* is 0 to 4', 'any is 0 to 4']],
  ['Figures of five or fewer are marked with *.', ['* is 0 to 5']],
  ['"-" means nil.', ['dash is 0 to 0']],
  ['- = none recorded', ['dash is 0 to 0']],
  ['A dash denotes that there were no offences.', ['dash is 0 to 0']],
  ['A hyphen represents a number from 1 to 4.', ['dash is 1 to 4']],
  ['Zeros are shown as 0.', ['zero is shown']],
  ['True zeros are shown.', ['zero is shown']],
  ['0 means none.', ['zero is shown']],
  ['Nil returns are shown as nil.', ['zero is shown']],
  ['There were 4 offences on Snapchat.', []],
  ['Records are kept for 7 years.', []],
  ['A star means fewer than ten.', ['* is 0 to 9']],
  ['* = 0-4', ['* is 0 to 4']],
  ['An empty cell means that there were none.', ['blank is 0 to 0']],
];

for (const [text, says] of cases) {
  test(`"${text}" ${says.length === 0 ? 'explains no sign' : `says that ${says.join(', ')}`}`, () => {
    assert.deepEqual(inWords(markerRules([text])), says);
  });
}

test('a rule in one line and the showing of zero in another are read together', () => {
  const rules = markerRules(['* denotes a number fewer than five.', 'Zero is shown as 0.']);
  assert.deepEqual(rules.masks.get('*'), { low: 1, high: 4 });
});

test('a line that explains signs and goes on keeps what it goes on with', () => {
  const text = 'Figures of fewer than 5 are shown as *. There were 52 offences in 2024/25.';
  assert.equal(isRule(text), true);
  assert.equal(withoutRules(text), 'There were 52 offences in 2024/25.');
  assert.equal(withoutRules('* means 1 to 4. Zero is shown as 0.'), '');
});

function inWords({ masks, dash, blank, zeroShown }: MarkerRules): readonly string[] {
  const said = [...masks].map(([sign, { low, high }]) => `${sign} is ${low} to ${high}`);
  if (dash !== null) said.push(`dash is ${dash.low} to ${dash.high}`);
  if (blank !== null) said.push(`blank is ${blank.low} to ${blank.high}`);
  if (zeroShown) said.push('zero is shown');
  return said;
}
