import assert from 'node:assert/strict';
import { test } from 'node:test';
import { areas } from '../../../test/support/areas-of-england-and-wales.ts';
import { inSentence, list, periodText, vintageText, yearText } from './names.ts';

const named = (name: string): string => {
  const area = areas.find((one) => one.name === name);
  assert.ok(area);
  return inSentence(area);
};

test('areas take an article inside a sentence where English wants one', () => {
  assert.equal(named('East Midlands'), 'the East Midlands');
  assert.equal(named('East of England'), 'the East of England');
  assert.equal(named('Wales'), 'Wales');
  assert.equal(named('London'), 'London');
  assert.equal(named('Yorkshire and The Humber'), 'Yorkshire and The Humber');
  assert.equal(named('North Wales Police'), 'North Wales Police');
  assert.equal(named('Metropolitan Police Service'), 'the Metropolitan Police Service');
});

test('lists end with and, without a comma before it', () => {
  assert.equal(list([]), '');
  assert.equal(list(['a']), 'a');
  assert.equal(list(['a', 'b']), 'a and b');
  assert.equal(list(['a', 'b', 'c']), 'a, b and c');
});

test('a period is a year where it is one and its dates where it is not', () => {
  assert.equal(periodText('2015-04-01/2016-03-31'), '2015/16');
  assert.equal(yearText('2015-04-01/2016-03-31'), 'the year to March 2016');
  assert.equal(yearText('2023-01-01/2023-12-31'), 'the year to December 2023');
  assert.equal(yearText('2015-04-01/2015-06-30'), 'the period 1 April 2015 to 30 June 2015');
});

test('a vintage is a month in words', () => {
  assert.equal(vintageText('2016-06'), 'June 2016');
  assert.equal(vintageText('2016'), '2016');
});
