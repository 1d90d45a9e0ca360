import assert from 'node:assert/strict';
import { test } from 'node:test';
import { perDay } from '#disclosure/released.ts';
import { figure, type Known, released } from '../../../test/support/released.ts';
import { amountText, countWord, numberText, thousands } from './number-words.ts';

const cases: readonly (readonly [Known, number: string, amount: string])[] = [
  [{ low: 0, high: 0 }, '0', 'no offences'],
  [{ low: 1, high: 1 }, '1', '1 offence'],
  [{ low: 2, high: 2 }, '2', '2 offences'],
  [{ low: 999, high: 999 }, '999', '999 offences'],
  [{ low: 3186, high: 3186 }, '3,186', '3,186 offences'],
  [{ low: 1234567, high: 1234567 }, '1,234,567', '1,234,567 offences'],
  [{ low: 0, high: 195 }, 'between 0 and 195', 'between 0 and 195 offences'],
  [{ low: 0, high: 1 }, 'between 0 and 1', 'between 0 and 1 offences'],
  [{ low: 101, high: Number.POSITIVE_INFINITY }, 'at least 101', 'at least 101 offences'],
  [{ low: 1, high: Number.POSITIVE_INFINITY }, 'at least 1', 'at least 1 offences'],
  ['withheld', '[c]', '[c] offences'],
  ['not-available', '[x]', '[x] offences'],
];

for (const [count, number, amount] of cases) {
  test(`a released ${typeof count === 'string' ? count : JSON.stringify(count)} is written ${number}, and as an amount "${amount}"`, () => {
    assert.equal(numberText(released(count)), number);
    assert.equal(amountText(figure({ count })), amount);
  });
}

test('a rate is written with its decimal places and never as a bare whole number', () => {
  const total = figure({ count: { low: 3186, high: 3186 } });
  const rate = {
    ...total,
    unit: 'offences a day' as const,
    decimals: 1,
    number: perDay(total.number, 366, 1),
  };
  assert.equal(amountText(rate), '8.7 offences a day');
  assert.equal(thousands(1234.5, 1), '1,234.5');
});

test('victims are counted as victims', () => {
  assert.equal(amountText(figure({ count: { low: 1, high: 1 }, unit: 'victims' })), '1 victim');
});

test('numbers of things are words up to ten and digits above', () => {
  assert.deepEqual([0, 1, 10, 11, 1000].map(countWord), ['no', 'one', 'ten', '11', '1,000']);
});
