/** What forces write in sentences, and the counts that must be read from it: text in, a line for each count out. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doubtsOf, inLines, readText } from '../../../test/support/read-text.ts';

type Case = readonly [text: string, says: readonly string[], doubts?: readonly string[]];

/** Asked of 2024/25 and, to compare, of 2023/24: offences by platform, victims by age and sex. */
const cases: readonly Case[] = [
  ['There were 52 offences recorded between 1 April 2024 and 31 March 2025.', ['offences 2024/25 52']],
  ['Between 1 April 2024 and 31 March 2025 there have been 39 offences.', ['offences 2024/25 39']],
  [
    'A total of 114 offences were recorded in 2024/25, compared with 98 in 2023/24.',
    ['offences 2024/25 114', 'offences 2023/24 98'],
  ],
  [
    'During 2024/25, 1,204 crimes were recorded; in the year before there were 1,187.',
    ['offences 2024/25 1204', 'offences 2023/24 1187'],
  ],
  ['Fifty-two offences were recorded in 2024/25.', ['offences 2024/25 52']],
  ['The number of offences recorded in 2024/25 was 87.', ['offences 2024/25 87']],
  ['The total number of recorded offences for the financial year 2024/25 is 203.', ['offences 2024/25 203']],
  [
    'I can confirm that Norfolk Constabulary recorded 61 offences of sexual communication with a child between 01/04/2024 and 31/03/2025.',
    ['offences 2024/25 61'],
  ],
  ['No offences were recorded in 2024/25.', ['offences 2024/25 0']],
  [
    'There were no offences of sexual communication with a child recorded in 2024/25.',
    ['offences 2024/25 0'],
  ],
  ['No offences were recorded in either year.', ['offences 2024/25 0', 'offences 2023/24 0']],
  [
    'Snapchat was used in 12 offences in 2024/25 and none was recorded in either year on Instagram.',
    ['offences 2024/25 snapchat 12', 'offences 2024/25 instagram 0', 'offences 2023/24 instagram 0'],
  ],
  [
    'In 2023/24 and 2024/25 the force recorded 451 and 188 offences in the same order.',
    ['offences 2023/24 451', 'offences 2024/25 188'],
  ],
  [
    'Of the girls, 11 were 0-11, 20 were 12-15 and 9 were 16-17.',
    ['victims 2024/25 0-11 female 11', 'victims 2024/25 12-15 female 20', 'victims 2024/25 16-17 female 9'],
  ],
  [
    'Among boys 3 were aged 12-15 and 2 were 16-17, and of the girls 20 were 12-15.',
    ['victims 2024/25 12-15 male 3', 'victims 2024/25 16-17 male 2', 'victims 2024/25 12-15 female 20'],
  ],
  [
    'There were 109 females, 26 males and three persons whose sex was not recorded.',
    ['victims 2024/25 female 109', 'victims 2024/25 male 26', 'victims 2024/25 unknown 3'],
  ],
  ['Recorded offences: 2023/24 - 61 - 2024/25 - 74', ['offences 2023/24 61', 'offences 2024/25 74']],
  [
    'Victims: 0-11 - 19 - 12-15 - 48 - 16-17 - 7',
    ['victims 2024/25 0-11 19', 'victims 2024/25 12-15 48', 'victims 2024/25 16-17 7'],
  ],
  ['All three offences together.', []],
  [
    'Victims by age, 2024/25: 0-10 3, 11 23, 12 5.',
    ['victims 2024/25 0-10 3', 'victims 2024/25 11 23', 'victims 2024/25 12 5'],
  ],
  ['We received 18 similar requests last year.', []],
  [
    'Offences by month in 2024/25: April - 4; May - 5; June - 3; July - 6; August - 2; September - 4; October - 5; November - 7; December - 3; January - 4; February - 5; March - 4.',
    ['offences 2024/25 52'],
  ],
  [
    'April 4, May 5, June 3, July 6, August 2, September 4, October 5, November 7, December 3, January 4, February 5, March 4.',
    ['offences 2024/25 52'],
    ['unit-ambiguous'],
  ],
  ['The victim was 0-10 in nine cases.', ['victims 2024/25 0-10 9']],
  ['Nil offences were recorded in 2024/25.', ['offences 2024/25 0']],
  ['Fewer than five offences were recorded in 2024/25.', ['offences 2024/25 0..4']],
  [
    '5 or fewer offences were recorded in 2024/25 and 12 in 2023/24.',
    ['offences 2024/25 0..5', 'offences 2023/24 12'],
  ],
  ['There were 52 offences in 2024/25 (2023/24: 47).', ['offences 2024/25 52', 'offences 2023/24 47']],
  [
    'In 2023/24 there were 47 and in 2024/25 there were 52 offences.',
    ['offences 2023/24 47', 'offences 2024/25 52'],
  ],
  ['Offences rose from 47 in 2023/24 to 52 in 2024/25.', ['offences 2023/24 47', 'offences 2024/25 52']],
  [
    'Offences fell by 12 from 64 in 2023/24 to 52 in 2024/25.',
    ['offences 2023/24 64', 'offences 2024/25 52'],
  ],
  ['We recorded 52 offences in 2024/25, an increase of 5 on the previous year.', ['offences 2024/25 52']],
  [
    'We recorded 52 offences in 2024/25, up from 47 the year before.',
    ['offences 2024/25 52', 'offences 2023/24 47'],
  ],
  [
    'In 2024/25 52 offences were recorded, of which 30 were on Snapchat, 12 on Instagram and 10 had no platform recorded.',
    [
      'offences 2024/25 52',
      'offences 2024/25 snapchat 30',
      'offences 2024/25 instagram 12',
      'offences 2024/25 unknown 10',
    ],
  ],
  [
    'Of the 52 offences in 2024/25, 30 were on Snapchat and 22 on Instagram.',
    ['offences 2024/25 52', 'offences 2024/25 snapchat 30', 'offences 2024/25 instagram 22'],
  ],
  [
    'Snapchat was recorded in 30 offences and Instagram in 12.',
    ['offences 2024/25 snapchat 30', 'offences 2024/25 instagram 12'],
  ],
  [
    '30 offences involved Snapchat, 12 Instagram and 7 WhatsApp.',
    ['offences 2024/25 snapchat 30', 'offences 2024/25 instagram 12', 'offences 2024/25 whatsapp 7'],
  ],
  [
    'The platforms were Snapchat (30), Instagram (12) and WhatsApp (fewer than 5).',
    ['offences 2024/25 snapchat 30', 'offences 2024/25 instagram 12', 'offences 2024/25 whatsapp 0..4'],
  ],
  [
    'The most common platform was Snapchat with 30 offences, followed by Instagram with 12.',
    ['offences 2024/25 snapchat 30', 'offences 2024/25 instagram 12'],
  ],
  ['Snapchat accounted for 30 of the 52 offences.', ['offences 2024/25 snapchat 30', 'offences 2024/25 52']],
  ['In 30 offences the platform was Snapchat.', ['offences 2024/25 snapchat 30']],
  ['In 10 cases no platform was recorded.', ['offences 2024/25 unknown 10']],
  ['The platform was not recorded in 10 offences.', ['offences 2024/25 unknown 10']],
  [
    'Platform: Snapchat 30, Instagram 12, unknown 10.',
    ['offences 2024/25 snapchat 30', 'offences 2024/25 instagram 12', 'offences 2024/25 unknown 10'],
  ],
  ['In the twelve months to March 2025 there were 52 offences.', ['offences 2024/25 52']],
  ['In the year ending 31 March 2025 the force recorded 52 offences.', ['offences 2024/25 52']],
  [
    'There were 13 offences in the first quarter, 14 in the second, 11 in the third and 14 in the fourth.',
    ['offences 2024-04-01/2024-06-30 13'],
    ['unread-number', 'period-mismatch'],
  ],
  [
    'In the calendar year 2024 there were 50 offences.',
    ['offences 2024-01-01/2024-12-31 50'],
    ['period-mismatch'],
  ],
  ['In April 2024 there were 4 offences.', ['offences 2024-04-01/2024-04-30 4'], ['period-mismatch']],
  [
    'Recorded from 1 May 2024 to 31 March 2025: 47 offences.',
    ['offences 2024-05-01/2025-03-31 47'],
    ['period-mismatch'],
  ],
  ['There were 52 offences in the period.', ['offences 2024/25 52']],
  [
    'There were 52 offences in the first period and 47 in the second.',
    ['offences 2023/24 52'],
    ['unread-number', 'period-mismatch'],
  ],
  [
    'There were 47 and 52 offences in 2023/24 and 2024/25 respectively.',
    ['offences 2023/24 47', 'offences 2024/25 52'],
  ],
  [
    'In 2023/24 and 2024/25 there were 47 and 52 offences respectively.',
    ['offences 2023/24 47', 'offences 2024/25 52'],
  ],
  ['There were 52 (2024/25) and 47 (2023/24) offences.', ['offences 2024/25 52', 'offences 2023/24 47']],
  ['52 offences were recorded last year.', ['offences 2023/24 52'], ['period-mismatch']],
  ['In the last financial year 52 offences were recorded.', ['offences 2023/24 52'], ['period-mismatch']],
  ['As at 1 May 2025 there were 52 offences recorded in 2024/25.', ['offences 2024/25 52']],
  ['As of 1 May 2025, the force had recorded 52 offences in 2024/25.', ['offences 2024/25 52']],
  ['On 3 June 2025 our records showed 52 offences for 2024/25.', ['offences 2024/25 52']],
  [
    'Of the 52 offences, fewer than 5 had no platform recorded.',
    ['offences 2024/25 52', 'offences 2024/25 unknown 0..4'],
  ],
  ['Other platforms: 7', ['offences 2024/25 other 7']],
  ['All other platforms combined made up 7 offences.', ['offences 2024/25 other 7']],
  [
    '7 offences were on other platforms and 10 on unknown platforms.',
    ['offences 2024/25 other 7', 'offences 2024/25 unknown 10'],
  ],
  ['Offences on X (formerly Twitter): 4', ['offences 2024/25 x-twitter 4']],
  ['X: 4', ['offences 2024/25 x-twitter 4']],
  ['Text message (SMS): 6', ['offences 2024/25 text-message 6']],
  ['No offences were recorded in either year.', ['offences 2024/25 0', 'offences 2023/24 0']],
  [
    'Snapchat was used in 12 offences in 2024/25 and none was recorded in either year on Instagram.',
    ['offences 2024/25 snapchat 12', 'offences 2024/25 instagram 0', 'offences 2023/24 instagram 0'],
  ],
  [
    'In 2023/24 and 2024/25 the force recorded 451 and 188 offences in the same order.',
    ['offences 2023/24 451', 'offences 2024/25 188'],
  ],
  [
    'Of the girls, 11 were 0-11, 20 were 12-15 and 9 were 16-17.',
    ['victims 2024/25 0-11 female 11', 'victims 2024/25 12-15 female 20', 'victims 2024/25 16-17 female 9'],
  ],
  [
    'Among boys 3 were aged 12-15 and 2 were 16-17, and of the girls 20 were 12-15.',
    ['victims 2024/25 12-15 male 3', 'victims 2024/25 16-17 male 2', 'victims 2024/25 12-15 female 20'],
  ],
  [
    'There were 109 females, 26 males and three persons whose sex was not recorded.',
    ['victims 2024/25 female 109', 'victims 2024/25 male 26', 'victims 2024/25 unknown 3'],
  ],
  ['Recorded offences: 2023/24 - 61 - 2024/25 - 74', ['offences 2023/24 61', 'offences 2024/25 74']],
  [
    'Victims: 0-11 - 19 - 12-15 - 48 - 16-17 - 7',
    ['victims 2024/25 0-11 19', 'victims 2024/25 12-15 48', 'victims 2024/25 16-17 7'],
  ],
  ['All three offences together.', []],
  [
    'Victims by age, 2024/25: 0-10 3, 11 23, 12 5.',
    ['victims 2024/25 0-10 3', 'victims 2024/25 11 23', 'victims 2024/25 12 5'],
  ],
  ['We received 18 similar requests last year.', []],
  [
    'Offences by month in 2024/25: April - 4; May - 5; June - 3; July - 6; August - 2; September - 4; October - 5; November - 7; December - 3; January - 4; February - 5; March - 4.',
    ['offences 2024/25 52'],
  ],
  [
    'April 4, May 5, June 3, July 6, August 2, September 4, October 5, November 7, December 3, January 4, February 5, March 4.',
    ['offences 2024/25 52'],
    ['unit-ambiguous'],
  ],
  ['The victim was 0-10 in nine cases.', ['victims 2024/25 0-10 9']],
  ['Nil offences were recorded in 2024/25.', ['offences 2024/25 0']],
  ['Around half of the 52 offences were on Snapchat.', ['offences 2024/25 52']],
  [
    'There were 13 offences in the first quarter, 14 in the second, 11 in the third and 14 in the fourth.',
    ['offences 2024-04-01/2024-06-30 13'],
    ['unread-number', 'period-mismatch'],
  ],
  [
    'There were 13 offences in the first quarter of 2024/25, 14 in the second quarter, 11 in the third quarter and 14 in the fourth quarter.',
    [
      'offences 2024-04-01/2024-06-30 13',
      'offences 2024-07-01/2024-09-30 14',
      'offences 2024-10-01/2024-12-31 11',
      'offences 2025-01-01/2025-03-31 14',
    ],
    ['period-mismatch'],
  ],
  ['All other platforms combined made up 7 offences.', ['offences 2024/25 other 7']],
  [
    '7 offences were on other platforms and 10 on unknown platforms.',
    ['offences 2024/25 other 7', 'offences 2024/25 unknown 10'],
  ],
  ['Seven offences were on other apps.', ['offences 2024/25 other 7']],
  ['There were 52 (2024/25) and 47 (2023/24) offences.', ['offences 2024/25 52', 'offences 2023/24 47']],
  [
    '30 offences were on Snapchat and a further 12 on Instagram.',
    ['offences 2024/25 snapchat 30', 'offences 2024/25 instagram 12'],
  ],
  [
    'The force recorded 52 offences in 2024/25: Snapchat 30, Instagram 12, WhatsApp fewer than 5 and unknown 10.',
    [
      'offences 2024/25 52',
      'offences 2024/25 snapchat 30',
      'offences 2024/25 instagram 12',
      'offences 2024/25 whatsapp 0..4',
      'offences 2024/25 unknown 10',
    ],
  ],
  [
    'There were 52 offences recorded in the financial year 2024-2025 and 47 in 2023-2024.',
    ['offences 2024/25 52', 'offences 2023/24 47'],
  ],
  ['From April 2024 to March 2025 we recorded twelve (12) offences.', ['offences 2024/25 12']],
  ['We recorded 1,052 such crimes in the 2024-25 financial year.', ['offences 2024/25 1052']],
  [
    'In the 12 months ending 31 March 2025, 52 offences of sexual communication with a child (Home Office code 71/17) were recorded.',
    ['offences 2024/25 52'],
  ],
  [
    'Our records show 52 offences under code 71/17 in 2024/25 and 9 under code 71/16.',
    ['offences 2024/25 52'],
  ],
  ['The answer to question 1 is 52 offences.', ['offences 2024/25 52']],
  ['The figure for 2024/25 is 52 offences.', ['offences 2024/25 52']],
  ['We hold a record of 52 offences.', ['offences 2024/25 52']],
  ['Up to 5 offences were recorded in 2024/25.', ['offences 2024/25 0..5']],
  ['At least 12 offences were recorded on Snapchat.', ['offences 2024/25 snapchat 12..']],
  ['More than 50 offences were recorded in 2024/25.', ['offences 2024/25 51..']],
  [
    'Thirteen of the offences took place on Snapchat and eleven on Instagram.',
    ['offences 2024/25 snapchat 13', 'offences 2024/25 instagram 11'],
  ],
  [
    'Snapchat featured in 13 offences, Instagram in 11, and Kik in 2.',
    ['offences 2024/25 snapchat 13', 'offences 2024/25 instagram 11', 'offences 2024/25 kik 2'],
  ],
  [
    'Offences by platform were as follows: Snapchat 13, Instagram 11, Kik 2.',
    ['offences 2024/25 snapchat 13', 'offences 2024/25 instagram 11', 'offences 2024/25 kik 2'],
  ],
  [
    'WhatsApp 5, Discord 4 and Kik 2.',
    ['offences 2024/25 whatsapp 5', 'offences 2024/25 discord 4', 'offences 2024/25 kik 2'],
  ],
  ['Facebook Messenger was used in 9 offences.', ['offences 2024/25 facebook-messenger 9']],
  ['9 offences used text messages.', ['offences 2024/25 text-message 9']],
  ['In 9 offences contact was by text message.', ['offences 2024/25 text-message 9']],
  [
    'TikTok, 9; Roblox, 4; Fortnite, nil.',
    ['offences 2024/25 tiktok 9', 'offences 2024/25 roblox 4', 'offences 2024/25 fortnite 0'],
  ],
  [
    'The app used was Snapchat in 30 offences, Instagram in 12 and not recorded in 10.',
    ['offences 2024/25 snapchat 30', 'offences 2024/25 instagram 12', 'offences 2024/25 unknown 10'],
  ],
  ['For 10 offences the platform is not known.', ['offences 2024/25 unknown 10']],
  ['10 offences had no app recorded.', ['offences 2024/25 unknown 10']],
  [
    'Ten of the 52 offences had no platform recorded.',
    ['offences 2024/25 unknown 10', 'offences 2024/25 52'],
  ],
  ['The platform was unknown in ten offences.', ['offences 2024/25 unknown 10']],
  ['In the remaining 10 offences the platform was not recorded.', ['offences 2024/25 unknown 10']],
  ['The remaining 10 had no platform recorded.', ['offences 2024/25 unknown 10']],
  [
    'Snapchat (30 offences), Instagram (12 offences).',
    ['offences 2024/25 snapchat 30', 'offences 2024/25 instagram 12'],
  ],
  [
    'Snapchat – 30; Instagram – 12; Other – 7; Not known – 10',
    [
      'offences 2024/25 snapchat 30',
      'offences 2024/25 instagram 12',
      'offences 2024/25 other 7',
      'offences 2024/25 unknown 10',
    ],
  ],
  [
    'In 2024/25: 30 on Snapchat, 12 on Instagram. In 2023/24: 28 on Snapchat, 9 on Instagram.',
    [
      'offences 2024/25 snapchat 30',
      'offences 2024/25 instagram 12',
      'offences 2023/24 snapchat 28',
      'offences 2023/24 instagram 9',
    ],
  ],
  [
    'Snapchat rose from 28 in 2023/24 to 30 in 2024/25.',
    ['offences 2023/24 snapchat 28', 'offences 2024/25 snapchat 30'],
  ],
  [
    'There were 30 Snapchat offences in 2024/25 and 28 in 2023/24.',
    ['offences 2024/25 snapchat 30', 'offences 2023/24 snapchat 28'],
  ],
  ['Rhwng 1 Ebrill 2024 a 31 Mawrth 2025, cofnodwyd 52 o droseddau.', ['offences 2024/25 52']],
  ['Ni chofnodwyd unrhyw droseddau yn 2024/25.', ['offences 2024/25 0']],
  [
    'Snapchat: 30. Instagram: 12. Platfform heb ei gofnodi: 10.',
    ['offences 2024/25 snapchat 30', 'offences 2024/25 instagram 12', 'offences 2024/25 unknown 10'],
  ],
  [
    'We recorded 52 offences in 2024/25. This is an increase of 10% on the 47 recorded in 2023/24.',
    ['offences 2024/25 52', 'offences 2023/24 47'],
  ],
  ['We recorded 52 offences in 2024/25. This is five more than in 2023/24.', ['offences 2024/25 52']],
  ['There were 52 offences recorded in 2024/25, 4 of which were attempts.', ['offences 2024/25 52']],
  ['Around half of the 52 offences were on Snapchat.', ['offences 2024/25 52']],
  [
    'Snapchat 30, of which 4 were attempts, and Instagram 12.',
    ['offences 2024/25 snapchat 30', 'offences 2024/25 instagram 12'],
  ],
  ['There were 52 offences, including 4 attempts.', ['offences 2024/25 52']],
  [
    'The 52 offences in 2024/25 include 5 recorded before the period.',
    ['offences 2024/25 52'],
    ['unread-number'],
  ],
  ['There are 52 offences, but 3 have since been cancelled.', ['offences 2024/25 52']],
  ['Table 1 shows 52 offences.', ['offences 2024/25 52']],
  ['The number of offences is lower than 100.', ['offences 2024/25 0..99']],
  [
    'Offences increased from 47 in 2023/24 to 52 in 2024/25, an increase of 11%.',
    ['offences 2023/24 47', 'offences 2024/25 52'],
  ],
];

for (const [text, says, doubts = []] of cases) {
  test(`the sentence "${text}" says ${says.join('; ')}`, async () => {
    const reading = await readText({ 'reply.txt': text });
    assert.deepEqual(inLines(reading), says);
    assert.deepEqual(doubtsOf(reading), doubts);
  });
}
