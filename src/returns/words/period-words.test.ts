/** Wordings of periods as forces write them, those of every answer catalogued among them, and what each must be read as. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type PeriodWord, periodWords } from './period-words.ts';

const cases: readonly (readonly [text: string, says: readonly string[]])[] = [
  ['April 1st 2024 until (and including) March 31st, 2025', ['2024-04-01/2025-03-31 dates']],
  ['01/04/2022-31/03/2023', ['2022-04-01/2023-03-31 dates']],
  ['2022 to 2023', ['2022-04-01/2023-03-31 year']],
  ['2019/20', ['2019-04-01/2020-03-31 year']],
  ['2019/2020', ['2019-04-01/2020-03-31 year']],
  ['April 2011 - April 2012', ['2011-04-01/2012-04-30 months']],
  ['6th Apr 2021 to 5th Apr 2022', ['2021-04-06/2022-04-05 dates']],
  ['1 Oct 2023 - 31 Mar 2024', ['2023-10-01/2024-03-31 dates']],
  ['1 July 2023-30 June 2024', ['2023-07-01/2024-06-30 dates']],
  ['1 Oct 2018-2 Apr 2019', ['2018-10-01/2019-04-02 dates']],
  ['2010, 2009, 2008', ['year 2010', 'year 2009', 'year 2008']],
  ['2017 so far', ['open']],
  ['2015 to date', ['open']],
  ['20218-19', []],
  ['31/09/2023', []],
  ['1 April 2024 to 31 March 2025', ['2024-04-01/2025-03-31 dates']],
  ['1 April to 31 March 2025', ['2024-04-01/2025-03-31 dates']],
  ['1st January to 31st May 2025', ['2025-01-01/2025-05-31 dates']],
  ['01.04.2024 - 31.03.2025', ['2024-04-01/2025-03-31 dates']],
  ['2024-04-01 to 2025-03-31', ['2024-04-01/2025-03-31 dates']],
  ['between 1st of April 2024 and 31st of March 2025', ['2024-04-01/2025-03-31 dates']],
  ['Monday 1 April 2024 to Monday 31 March 2025', ['2024-04-01/2025-03-31 dates']],
  ['April 2024 to March 2025', ['2024-04-01/2025-03-31 months']],
  ['Apr 24 - Mar 25', ['2024-04-01/2025-03-31 months']],
  ['Apr-24 to Mar-25', ['2024-04-01/2025-03-31 months']],
  ['April to June 2024', ['2024-04-01/2024-06-30 months']],
  ['Apr-24', ['2024-04-01/2024-04-30 month']],
  ['April 2024', ['2024-04-01/2024-04-30 month']],
  ["Apr '24", ['2024-04-01/2024-04-30 month']],
  ['April', ['month 4']],
  ['2024-25', ['2024-04-01/2025-03-31 year']],
  ['2024/2025', ['2024-04-01/2025-03-31 year']],
  ['2024–25', ['2024-04-01/2025-03-31 year']],
  ['2024\\25', ['2024-04-01/2025-03-31 year']],
  ['24/25', ['2024-04-01/2025-03-31 year']],
  ['FY24/25', ['2024-04-01/2025-03-31 year']],
  ['FY 2024/25', ['2024-04-01/2025-03-31 year']],
  ['financial year 2024/25', ['2024-04-01/2025-03-31 year']],
  ['F/Y 24-25', ['2024-04-01/2025-03-31 year']],
  ['fiscal year 2024-2025', ['2024-04-01/2025-03-31 year']],
  ['year ending March 2025', ['2024-04-01/2025-03-31 year']],
  ['year ending 31 March 2025', ['2024-04-01/2025-03-31 year']],
  ['Year ended 31/03/2025', ['2024-04-01/2025-03-31 year']],
  ['12 months to March 2025', ['2024-04-01/2025-03-31 year']],
  ['twelve months ending 31 March 2025', ['2024-04-01/2025-03-31 year']],
  ['Y/E March 2025', ['2024-04-01/2025-03-31 year']],
  ['Years ending 31 March', ['year ending in month 3']],
  ['2024', ['year 2024']],
  ['calendar year 2024', ['2024-01-01/2024-12-31 year']],
  ['Q1 2024/25', ['2024-04-01/2024-06-30 quarter']],
  ['Quarter 4 of 2024/25', ['2025-01-01/2025-03-31 quarter']],
  ['Qtr 2 2024-25', ['2024-07-01/2024-09-30 quarter']],
  ['Q1', ['quarter 1']],
  ['Q1 to Q4 2024/25', ['2024-04-01/2025-03-31 year']],
  ['Q1-Q3 2024/25', ['open', '2024-04-01/2025-03-31 year']],
  ['Q1 2024', ['open']],
  ['from 1 April 2024', ['open']],
  ['from 1 April 2024 to 31 March 2025', ['2024-04-01/2025-03-31 dates']],
  ['first quarter', ['quarter 1']],
  ['second quarter of 2024/25', ['2024-07-01/2024-09-30 quarter']],
  ['the previous year', ['years on -1']],
  ['the year before', ['years on -1']],
  ['last financial year', ['years on -1']],
  ['the first period', ['period 1']],
  ['the second of the two years', []],
  ['since 1 April 2024', ['open']],
  ['2024/25 (to 31 December 2024)', ['2024-04-01/2025-03-31 year', 'open']],
  ['2024/25 (to 31 March 2025)', ['2024-04-01/2025-03-31 year', 'day 2025-03-31']],
  ['2024/25 part year', ['2024-04-01/2025-03-31 year', 'open']],
  ['31 March 2025 to', ['day 2025-03-31']],
  ['up to 31 December 2024', ['open']],
  ['first half of 2024/25', ['open', '2024-04-01/2025-03-31 year']],
  ['year to date', ['open']],
  ['1 Ebrill 2024 i 31 Mawrth 2025', ['2024-04-01/2025-03-31 dates']],
  ['Ebrill 2024 - Mawrth 2025', ['2024-04-01/2025-03-31 months']],
  ['rhwng 1 Ebrill 2024 a 31 Mawrth 2025', ['2024-04-01/2025-03-31 dates']],
  ['y flwyddyn flaenorol', ['years on -1']],
  ['2023/24 and 2024/25', ['2023-04-01/2024-03-31 year', '2024-04-01/2025-03-31 year']],
  [
    '2022/23, 2023/24, 2024/25',
    ['2022-04-01/2023-03-31 year', '2023-04-01/2024-03-31 year', '2024-04-01/2025-03-31 year'],
  ],
  ['2021/22 - 2024/25', ['2021-04-01/2022-03-31 year', '2024-04-01/2025-03-31 year']],
  ['2 June 2025', ['day 2025-06-02']],
  ['12/06/2025', ['day 2025-06-12']],
  ['2012/13/14', []],
  ['Aged 16/17', []],
  ['14/15 year olds', []],
  ['16/17', ['2016-04-01/2017-03-31 year']],
  ['12-15', []],
  ['71/17', []],
  ['2024/26', []],
  ['1204', []],
  ['£2024', []],
  ['2,024', []],
  ['20245', []],
  ['3/2024', []],
  ['may', ['month 5']],
  ['May 2024', ['2024-05-01/2024-05-31 month']],
  ['may be', []],
  ['Mar', ['month 3']],
  ['march', ['month 3']],
];

for (const [text, says] of cases) {
  test(`the period "${text}" is ${says.length === 0 ? 'none' : says.join(' and ')}`, () => {
    assert.deepEqual(periodWords(text).map(inWords), says);
  });
}

test('every wording of a period says where it stands', () => {
  const text = 'In 2024/25, and from 1 April 2023 to 31 March 2024, as at 2 June 2025';
  for (const word of periodWords(text)) assert.equal(text.slice(word.start, word.end), word.text);
  assert.equal(periodWords(text).length, 3);
});

function inWords(word: PeriodWord): string {
  switch (word.kind) {
    case 'period':
      return `${word.period.from}/${word.period.to} ${word.basis}`;
    case 'date':
      return `day ${word.day}`;
    case 'bare-year':
      return `year ${word.year}`;
    case 'month':
      return `month ${word.month}`;
    case 'quarter':
      return `quarter ${word.quarter}`;
    case 'months':
      return `months ${word.month} to ${word.until}`;
    case 'year-ending':
      return `year ending in month ${word.month}`;
    case 'relative':
      return `years on ${word.years}`;
    case 'nth':
      return `period ${word.nth}`;
    case 'open':
      return 'open';
    default:
      return word satisfies never;
  }
}
