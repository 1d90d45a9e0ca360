/** What forces write in sentences of offences with the flag, which are asked one by one: text in, a line for each count out. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doubtsOf, flagged, inLines, readText } from '../../../test/support/read-text.ts';

type Case = readonly [text: string, says: readonly string[], doubts?: readonly string[]];

/** Asked of 2023/24: offences with the flag, by offence, and victims by age. */
const flaggedCases: readonly Case[] = [
  ['The force recorded 29 offences with the online flag in 2023/24.', ['offences 2023/24 29']],
  [
    'In 2023/24 there were 29 flagged offences, of which 20 were sexual communication with a child.',
    ['offences 2023/24 29', 'offences 2023/24 71/17 20'],
  ],
  ['In 2023/24, 57 sexual offences against children carried the flag.', ['offences 2023/24 57']],
  ['Offences with the cyber-flag in 2023/24: 29', ['offences 2023/24 29']],
  [
    'There were 20 offences under code 71/17 and 5 under code 88/01.',
    ['offences 2023/24 71/17 20', 'offences 2023/24 88/01 5'],
  ],
  ['20 of the offences were sexual communication with a child.', ['offences 2023/24 71/17 20']],
  [
    'In 2023/24 29 offences were flagged, compared to 12 in 2022/23.',
    ['offences 2023/24 29', 'offences 2022/23 12'],
  ],
  ['No offences were flagged in 2023/24.', ['offences 2023/24 0']],
  ['The flag was not used in 2023/24.', [], ['flag-not-used']],
  ['The force does not use the online flag.', [], ['flag-not-used']],
  ['We began to use the flag in June 2016, so no data are held for 2015/16.', [], ['flag-not-used']],
  ['The flag is applied to about 2 % of crimes.', []],
  ['071/17 Sexual communication with a child - 20', ['offences 2023/24 71/17 20']],
  ['71/17 = 20; 86/2 = 6', ['offences 2023/24 71/17 20', 'offences 2023/24 86/02 6']],
  [
    'There were 29 online-flagged crimes: 71/17 (20), 88/01 (5) and 86/02 (4).',
    [
      'offences 2023/24 29',
      'offences 2023/24 71/17 20',
      'offences 2023/24 88/01 5',
      'offences 2023/24 86/02 4',
    ],
  ],
  [
    'Victims in 2023/24: 0-9: 5, 10-12: 8, 13-15: 26, 16-17: 13, unknown: 2',
    [
      'victims 2023/24 0-9 5',
      'victims 2023/24 10-12 8',
      'victims 2023/24 13-15 26',
      'victims 2023/24 16-17 13',
      'victims 2023/24 unknown 2',
    ],
  ],
  [
    'We recorded 57 offences of taking, making or sharing indecent images of a child in 2023/24.',
    ['offences 2023/24 86/02 57'],
  ],
  ['We recorded 57 offences of taking part in it in 2023/24.', [], ['unread-number']],
  [
    'Inciting a child to engage in sexual activity: fewer than 5',
    ['offences 2023/24 inciting a child to engage in sexual activity 0..4'],
    ['unknown-category'],
  ],
];

for (const [text, says, doubts = []] of flaggedCases) {
  test(`of flagged offences, "${text}" says ${says.length === 0 ? 'no count' : says.join('; ')}`, async () => {
    const reading = await readText({ 'reply.txt': text }, flagged);
    assert.deepEqual(inLines(reading), says);
    assert.deepEqual(doubtsOf(reading), doubts);
  });
}
