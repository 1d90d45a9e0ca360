/** Sentences about victims: each number takes the age and sex said beside it, before it or around it, and no other's. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doubtsOf, inLines, readText } from '../../../test/support/read-text.ts';

type Case = readonly [text: string, says: readonly string[], doubts?: readonly string[]];

/** Asked of 2024/25 and, to compare, of 2023/24: offences by platform, victims by age and sex. */
const cases: readonly Case[] = [
  [
    'Of these, 40 victims were female and 12 were male.',
    ['victims 2024/25 female 40', 'victims 2024/25 male 12'],
  ],
  [
    'In 2024/25 there were 40 female victims and 12 male victims.',
    ['victims 2024/25 female 40', 'victims 2024/25 male 12'],
  ],
  [
    'Forty victims were girls, twelve were boys and for three the sex was not recorded.',
    ['victims 2024/25 female 40', 'victims 2024/25 male 12', 'victims 2024/25 unknown 3'],
  ],
  [
    'In 2024/25 there were 55 victims: 40 girls, 12 boys and 3 whose sex was not recorded.',
    [
      'victims 2024/25 55',
      'victims 2024/25 female 40',
      'victims 2024/25 male 12',
      'victims 2024/25 unknown 3',
    ],
  ],
  [
    '9 victims were aged 11 and under, 31 were aged 12 to 15 and 15 were 16 or 17.',
    ['victims 2024/25 0-11 9', 'victims 2024/25 12-15 31', 'victims 2024/25 16-17 15'],
  ],
  ['31 victims were aged between 12 and 15.', ['victims 2024/25 12-15 31']],
  ['Fifteen of the victims were aged 16 or 17.', ['victims 2024/25 16-17 15']],
  ['There were 14 victims under 12 years old.', ['victims 2024/25 0-11 14']],
  [
    'In 2024/25 there were 8 girls aged 11 and under and 31 girls aged 12-15.',
    ['victims 2024/25 0-11 female 8', 'victims 2024/25 12-15 female 31'],
  ],
  ['There were 52 victims aged between 8 and 17.', ['victims 2024/25 8-17 52']],
  [
    '5 victims were 10, 8 were 11 and 12 were 12.',
    ['victims 2024/25 10 5', 'victims 2024/25 11 8', 'victims 2024/25 12 12'],
  ],
  [
    'Five victims were under 10, 8 were 10-12, 26 were 13-15 and 13 were 16-17.',
    [
      'victims 2024/25 0-9 5',
      'victims 2024/25 10-12 8',
      'victims 2024/25 13-15 26',
      'victims 2024/25 16-17 13',
    ],
  ],
  [
    'Under 10s: 5; 10 to 12: 8; 13 to 15: 26; 16 and 17: 13.',
    [
      'victims 2024/25 0-9 5',
      'victims 2024/25 10-12 8',
      'victims 2024/25 13-15 26',
      'victims 2024/25 16-17 13',
    ],
  ],
  ['There were 12 victims aged 12.', ['victims 2024/25 12 12']],
  ['There were 12 12-year-old victims.', ['victims 2024/25 12 12']],
  [
    'There were 13 thirteen-year-olds and 14 fourteen-year-olds.',
    ['victims 2024/25 13 13', 'victims 2024/25 14 14'],
  ],
  ['13 of the victims were 13.', ['victims 2024/25 13 13']],
  [
    'The victims were 40 girls (8 aged 11 or under, 22 aged 12-15 and 10 aged 16-17) and 12 boys.',
    [
      'victims 2024/25 female 40',
      'victims 2024/25 0-11 female 8',
      'victims 2024/25 12-15 female 22',
      'victims 2024/25 16-17 female 10',
      'victims 2024/25 male 12',
    ],
  ],
  [
    'Girls: 8 aged 0-11, 22 aged 12-15, 10 aged 16-17. Boys: 2 aged 0-11, 7 aged 12-15, 3 aged 16-17.',
    [
      'victims 2024/25 0-11 female 8',
      'victims 2024/25 12-15 female 22',
      'victims 2024/25 16-17 female 10',
      'victims 2024/25 0-11 male 2',
      'victims 2024/25 12-15 male 7',
      'victims 2024/25 16-17 male 3',
    ],
  ],
  [
    'Of the 40 girls, 8 were aged 11 or under.',
    ['victims 2024/25 female 40', 'victims 2024/25 0-11 female 8'],
  ],
  [
    '5 victims were 10, 8 were 11 and 12 were 12.',
    ['victims 2024/25 10 5', 'victims 2024/25 11 8', 'victims 2024/25 12 12'],
  ],
  ['The other 12 victims were boys.', ['victims 2024/25 male 12']],
  ['There were 40 girls (77%) and 12 boys (23%).', ['victims 2024/25 female 40', 'victims 2024/25 male 12']],
  [
    '40 girls (2024/25) and 38 girls (2023/24) were victims.',
    ['victims 2024/25 female 40', 'victims 2023/24 female 38'],
  ],
  ['The sex of 3 victims is unknown.', ['victims 2024/25 unknown 3']],
  ['In three cases the age of the victim was not recorded.', ['victims 2024/25 unknown 3']],
  ['Three victims did not have their age recorded.', ['victims 2024/25 unknown 3']],
  ['For 3 victims neither age nor sex was recorded.', ['victims 2024/25 unknown unknown 3']],
  [
    'Female = 40, Male = 12, Unknown = 3',
    ['victims 2024/25 female 40', 'victims 2024/25 male 12', 'victims 2024/25 unknown 3'],
  ],
  ['F 40, M 12', ['victims 2024/25 female 40', 'victims 2024/25 male 12']],
  ['Unknown sex: 2', ['victims 2024/25 unknown 2']],
  [
    'Your first question: 52 offences in 2024/25. Your second question: 55 victims.',
    ['offences 2024/25 52', 'victims 2024/25 55'],
  ],
  ['There were 52 offences with 55 victims in 2024/25.', ['offences 2024/25 52', 'victims 2024/25 55']],
  [
    'In 2024/25 there were 52 offences and 55 victims, in 2023/24 47 offences and 50 victims.',
    ['offences 2024/25 52', 'victims 2024/25 55', 'offences 2023/24 47', 'victims 2023/24 50'],
  ],
  ['52 offences (55 victims) were recorded in 2024/25.', ['offences 2024/25 52', 'victims 2024/25 55']],
  [
    'There were 52 crimes in 2024/25; the victims were 40 girls and 15 boys.',
    ['offences 2024/25 52', 'victims 2024/25 female 40', 'victims 2024/25 male 15'],
  ],
  [
    'Victims: 40 female, 12 male and 3 unknown.',
    ['victims 2024/25 female 40', 'victims 2024/25 male 12', 'victims 2024/25 unknown 3'],
  ],
  ['Female victims numbered 40 and male victims 12.', ['victims 2024/25 male 12'], ['unknown-category']],
  ['The number of female victims was 40.', ['victims 2024/25 female 40']],
  ['40 of the 55 victims were female.', ['victims 2024/25 female 40', 'victims 2024/25 55']],
  [
    'Of 55 victims 40 were female and 15 male.',
    ['victims 2024/25 55', 'victims 2024/25 female 40', 'victims 2024/25 male 15'],
  ],
  [
    'The victims comprised 40 females and 15 males.',
    ['victims 2024/25 female 40', 'victims 2024/25 male 15'],
  ],
  ['There was one victim aged 10 or under.', ['victims 2024/25 0-10 1']],
  ['One victim was under 10, 8 were aged 10-12.', ['victims 2024/25 0-9 1', 'victims 2024/25 10-12 8']],
  ['No victims were under 10.', ['victims 2024/25 0-9 0']],
  ['None of the victims were aged 11 or under.', ['victims 2024/25 0-11 0']],
  ['None were aged 16 or 17.', ['victims 2024/25 16-17 0']],
  [
    'There were fewer than 5 victims aged 11 and under, 31 aged 12-15 and 15 aged 16-17.',
    ['victims 2024/25 0-11 0..4', 'victims 2024/25 12-15 31', 'victims 2024/25 16-17 15'],
  ],
  ['There were between 1 and 4 victims aged 11 and under.', ['victims 2024/25 0-11 1..4']],
  [
    'By platform: Snapchat = 13; Instagram = 11. By sex: female = 20; male = 4.',
    [
      'offences 2024/25 snapchat 13',
      'offences 2024/25 instagram 11',
      'victims 2024/25 female 20',
      'victims 2024/25 male 4',
    ],
  ],
  ['2024/25: 52 offences, 55 victims', ['offences 2024/25 52', 'victims 2024/25 55']],
  ['Boys: 12 in 2024/25 and 9 in 2023/24.', ['victims 2024/25 male 12', 'victims 2023/24 male 9']],
  [
    'The number of boys was 12 in 2024/25, against 9 in 2023/24.',
    ['victims 2024/25 male 12', 'victims 2023/24 male 9'],
  ],
  [
    'Dioddefwyr: 40 merch, 12 bachgen, 3 heb ei gofnodi.',
    ['victims 2024/25 female 40', 'victims 2024/25 male 12', 'victims 2024/25 unknown 3'],
  ],
  ['Nid oedd unrhyw droseddau yn 2024/25.', ['offences 2024/25 0']],
  [
    'In 2024/25 there were 191 victims. Of these 24 were aged 0 to 11 and 71 were aged 12 to 15.',
    ['victims 2024/25 191', 'victims 2024/25 0-11 24', 'victims 2024/25 12-15 71'],
  ],
  [
    'In 2024/25 there were 44 victims. Of these 44, 24 were girls.',
    ['victims 2024/25 44', 'victims 2024/25 female 24'],
  ],
  [
    'By age: 34 were 11 or under and 120 were aged 12 to 15. The age of 9 victims is not on the record.',
    ['victims 2024/25 0-11 34', 'victims 2024/25 12-15 120', 'victims 2024/25 unknown 9'],
  ],
  [
    'By sex: 38 boys and seven whose sex is not on the record.',
    ['victims 2024/25 male 38', 'victims 2024/25 unknown 7'],
  ],
  [
    'The age found most often in 2024/25 was 13, with 46 victims.',
    ['victims 2024/25 13 46'],
    ['unknown-words'],
  ],
  ['The most common age in 2024/25 was 14, with 12 victims.', ['victims 2024/25 14 12']],
  ['Every victim is in one of the four age groups.', []],
  ["Roedd 12 yn 10 oed neu'n iau.", ['victims 2024/25 0-10 12']],
  ['Sex not recorded, all ages: 17', ['victims 2024/25 unknown 17']],
  ['Yn 2024/25 roedd 52 trosedd ac yn 2023/24 roedd 47.', ['offences 2024/25 52', 'offences 2023/24 47']],
  ["Roedd llai na 5 o'r dioddefwyr dan 12 oed.", ['victims 2024/25 0-11 0..4']],
  [
    'Roedd 9 o ddioddefwyr yn 11 oed ac iau, 31 rhwng 12 a 15 oed.',
    ['victims 2024/25 0-11 9', 'victims 2024/25 12-15 31'],
  ],
];

for (const [text, says, doubts = []] of cases) {
  test(`of victims, "${text}" says ${says.join('; ')}`, async () => {
    const reading = await readText({ 'reply.txt': text });
    assert.deepEqual(inLines(reading), says);
    assert.deepEqual(doubtsOf(reading), doubts);
  });
}
