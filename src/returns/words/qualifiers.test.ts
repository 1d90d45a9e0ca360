/** Two measures of one unit, told apart by what only one of them says; and months, where they were asked for. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseCollection } from '#collection/read-collection.ts';
import { doubtsOf, inLines, readText } from '../../../test/support/read-text.ts';

const charged = parseCollection(
  `id: images-2022-23
title: Indecent images of children, 2022/23 (practice data, invented)
basis: foi
period: 2022-04-01/2023-03-31
measures:
  - id: offences
    title: Recorded offences under codes 86/02 and 86/10, by offence and month
    unit: offences
    breakdowns: [offence]
  - id: charged
    title: Offences recorded in 2022/23 with the outcome charged or summonsed
    unit: offences
    breakdowns: [offence]
disclosure: {threshold: 5}
`,
  'collection.yaml',
);

const cases: readonly (readonly [what: string, file: string, text: string, says: readonly string[]])[] = [
  [
    'a column headed by it',
    'a.csv',
    'Code,Recorded offences,Charged or summonsed\n86/02,181,31\n86/10,66,14\n',
    [
      'offences 2022/23 86/02 181',
      'charged 2022/23 86/02 31',
      'offences 2022/23 86/10 66',
      'charged 2022/23 86/10 14',
    ],
  ],
  [
    'a row below the others',
    'a.csv',
    'Year,86/02,86/10\n2022/23,133,37\nCharged 2022/23,24,9\n',
    [
      'offences 2022/23 86/02 133',
      'offences 2022/23 86/10 37',
      'charged 2022/23 86/02 24',
      'charged 2022/23 86/10 9',
    ],
  ],
  [
    'a sentence',
    'a.txt',
    'There were 131 offences in 2022/23.\n\nOf the offences recorded in 2022/23, 22 were charged or summonsed.\n',
    ['offences 2022/23 131', 'charged 2022/23 22'],
  ],
  [
    'the question above a bare answer',
    'a.txt',
    '1. How many offences were recorded in 2022/23?\n131\n\n2. How many of them were charged?\n22\n',
    ['offences 2022/23 131', 'charged 2022/23 22'],
  ],
  [
    'one column of a list of crimes',
    'a.csv',
    `Crime,Code,Year,Outcome\n${[1, 2, 3, 4, 5, 6].map((n) => `${n},86/02,2022/23,${n > 4 ? 'Charged' : 'No suspect'}`).join('\n')}\n`,
    ['offences 2022/23 6', 'offences 2022/23 86/02 6', 'charged 2022/23 2', 'charged 2022/23 86/02 2'],
  ],
];

for (const [what, file, text, says] of cases)
  test(`which of two measures of one unit a number counts is told by ${what}`, async () => {
    assert.deepEqual(inLines(await readText({ [file]: text }, charged)), says);
  });

test('months that were asked for are answers beside the year they fill', async () => {
  const months = ['Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec', 'Jan', 'Feb', 'Mar'];
  const rows = months.map((month, at) => `${month} ${at < 9 ? 2022 : 2023},${at + 5}`);
  const reading = await readText(
    { 'a.csv': `Month,Offences\n${rows.join('\n')}\nTotal 2022/23,126\n` },
    charged,
  );
  assert.equal(reading.observations.length, 13);
  assert.ok(inLines(reading).includes('offences 2022/23 126'));
  assert.deepEqual(doubtsOf(reading), []);
});
