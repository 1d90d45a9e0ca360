/** Lists of labels and numbers on lines, as letters and messages write them, with what each must be read as. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doubtsOf, inLines, readText } from '../../../test/support/read-text.ts';

type Case = readonly [text: string, says: readonly string[], doubts?: readonly string[]];

/** Asked of 2024/25 and, to compare, of 2023/24: offences by platform, victims by age and sex. */
const cases: readonly Case[] = [
  ['X - 4\nSnapchat - 12', ['offences 2024/25 x-twitter 4', 'offences 2024/25 snapchat 12']],
  [
    'F: 40\nM: 12\nU: 3',
    ['victims 2024/25 female 40', 'victims 2024/25 male 12', 'victims 2024/25 unknown 3'],
  ],
  ['Sex of victims\nF 40\nM 12', ['victims 2024/25 female 40', 'victims 2024/25 male 12']],
  [
    'Female: 8\nMale: 3\nUnknown sex: 2',
    ['victims 2024/25 female 8', 'victims 2024/25 male 3', 'victims 2024/25 unknown 2'],
  ],
  ['Victims, female, age not recorded: 1', ['victims 2024/25 unknown female 1']],
  ['Victims, 12-15, sex not known: 3', ['victims 2024/25 12-15 unknown 3']],
  ['Victims (female, age unknown) - 4', ['victims 2024/25 unknown female 4']],
  ['Female, not recorded: 3', [], ['unknown-category']],
  [
    '2024/25: Snapchat 30, Instagram 12\n2023/24: Snapchat 28, Instagram 9',
    [
      'offences 2024/25 snapchat 30',
      'offences 2024/25 instagram 12',
      'offences 2023/24 snapchat 28',
      'offences 2023/24 instagram 9',
    ],
  ],
  ['2024/25 = 111', ['offences 2024/25 111'], ['unit-ambiguous']],
  ['2023/24 - 47\n2024/25 - 52', ['offences 2023/24 47', 'offences 2024/25 52'], ['unit-ambiguous']],
  ['2023/24: 47; 2024/25: 52', ['offences 2023/24 47', 'offences 2024/25 52'], ['unit-ambiguous']],
  ['2023-24 47\n2024-25 52', ['offences 2023/24 47', 'offences 2024/25 52'], ['unit-ambiguous']],
  ['1. 52', ['offences 2024/25 52']],
  [
    'Question 1\n52\nQuestion 2\nFemale 40\nMale 12',
    ['offences 2024/25 52', 'victims 2024/25 female 40', 'victims 2024/25 male 12'],
  ],
  [
    'Q1: 52\nQ2: 40 female and 12 male',
    ['offences 2024/25 52', 'victims 2024/25 female 40', 'victims 2024/25 male 12'],
  ],
  ['Q1. How many offences were recorded in 2024/25?\n52', ['offences 2024/25 52']],
  [
    'Q1. How many offences were recorded in 2024/25?\nA1. 52\nQ2. How many victims were there, by sex?\nA2. Female: 40. Male: 12.',
    ['offences 2024/25 52', 'victims 2024/25 female 40', 'victims 2024/25 male 12'],
  ],
  [
    'You asked:\n1. The number of offences of sexual communication with a child recorded in 2024/25.\n2. The number of victims by age.\nOur response:\n1. 52\n2. 11 and under: 9; 12-15: 31; 16-17: 12',
    ['offences 2024/25 52', 'victims 2024/25 0-11 9', 'victims 2024/25 12-15 31', 'victims 2024/25 16-17 12'],
  ],
  [
    'Snapchat - 29 - Instagram - 11 - WhatsApp - 4',
    ['offences 2024/25 snapchat 29', 'offences 2024/25 instagram 11', 'offences 2024/25 whatsapp 4'],
  ],
  [
    'Snapchat (29), Instagram (11), WhatsApp (4)',
    ['offences 2024/25 snapchat 29', 'offences 2024/25 instagram 11', 'offences 2024/25 whatsapp 4'],
  ],
  [
    'Snapchat: 29\nInstagram: 11\nWhatsApp: <5\nKik: *\nUnknown: 10',
    [
      'offences 2024/25 snapchat 29',
      'offences 2024/25 instagram 11',
      'offences 2024/25 whatsapp 0..4',
      'offences 2024/25 kik 0..',
      'offences 2024/25 unknown 10',
    ],
  ],
  [
    'Snapchat 29\nInstagram 11\nNot recorded 10\nTotal 50',
    [
      'offences 2024/25 snapchat 29',
      'offences 2024/25 instagram 11',
      'offences 2024/25 unknown 10',
      'offences 2024/25 50',
    ],
  ],
  [
    'Snapchat 29\nInstagram 11\nNot recorded 10\nTotal 55',
    [
      'offences 2024/25 snapchat 29',
      'offences 2024/25 instagram 11',
      'offences 2024/25 unknown 10',
      'offences 2024/25 55',
    ],
    ['total-mismatch'],
  ],
  ['* Snapchat - 29\n* Instagram - 11', ['offences 2024/25 snapchat 29', 'offences 2024/25 instagram 11']],
  ['- Snapchat: 29\n- Instagram: nil', ['offences 2024/25 snapchat 29', 'offences 2024/25 instagram 0']],
  ['a) Snapchat: 29\nb) Instagram: 11', ['offences 2024/25 snapchat 29', 'offences 2024/25 instagram 11']],
  ['i. Snapchat: 29\nii. Instagram: 11', ['offences 2024/25 snapchat 29', 'offences 2024/25 instagram 11']],
  [
    '29 Snapchat\n11 Instagram\n10 Unknown',
    ['offences 2024/25 snapchat 29', 'offences 2024/25 instagram 11'],
    ['unread-number'],
  ],
  [
    '11 and under: 9\n12 to 15: 31\n16 and over: 12',
    ['victims 2024/25 0-11 9', 'victims 2024/25 12-15 31', 'victims 2024/25 16+ 12'],
  ],
  [
    'Under 12 - 9\n12 - 15 - 31\n16 - 17 - 12',
    ['victims 2024/25 0-11 9', 'victims 2024/25 12-15 31', 'victims 2024/25 16-17 12'],
  ],
  [
    '0-11 9\n12-15 31\n16-17 12',
    ['victims 2024/25 0-11 9', 'victims 2024/25 12-15 31', 'victims 2024/25 16-17 12'],
  ],
  [
    'Age 10: 2\nAge 11: 3\nAge 12: 9',
    ['victims 2024/25 10 2', 'victims 2024/25 11 3', 'victims 2024/25 12 9'],
  ],
  ['10 years old: 2\n11 years old: 3', ['victims 2024/25 10 2', 'victims 2024/25 11 3']],
  [
    '0-9 - 146\nAged 10 - 12 - 701\nAged 13 - 15 - 1647',
    ['victims 2024/25 0-9 146', 'victims 2024/25 10-12 701', 'victims 2024/25 13-15 1647'],
  ],
  ['10 - 2\n11 - 3\n12 - 9', [], ['unread-number']],
  [
    'Female 11 and under: 8\nFemale 12-15: 27\nMale 11 and under: <5\nUnknown sex: 2',
    ['victims 2024/25 0-11 female 8', 'victims 2024/25 12-15 female 27', 'victims 2024/25 0-11 male 0..4'],
    ['unread-number'],
  ],
  [
    'Females: 40, Males: 12, Not recorded: 3',
    ['victims 2024/25 female 40', 'victims 2024/25 male 12', 'victims 2024/25 unknown 3'],
  ],
  ['Number of offences: 52\nNumber of victims: 55', ['offences 2024/25 52', 'victims 2024/25 55']],
  ['Total offences 2024/25: 1,204', ['offences 2024/25 1204']],
  ['Victims 2024/25: 55\nVictims 2023/24: 49', ['victims 2024/25 55', 'victims 2023/24 49']],
  ['Offences recorded in 2024/25: None', ['offences 2024/25 0']],
  ['Offences: not held', []],
  ['Offences recorded: N/A', []],
  ['Cofnodwyd 52 o droseddau yn 2024/25.', ['offences 2024/25 52']],
  ['Cofnodwyd 52 o droseddau rhwng 1 Ebrill 2024 a 31 Mawrth 2025.', ['offences 2024/25 52']],
  [
    "Roedd 40 o'r dioddefwyr yn ferched a 12 yn fechgyn.",
    ['victims 2024/25 female 40', 'victims 2024/25 male 12'],
  ],
  ['2024/25: 52 trosedd\n2023/24: 47 trosedd', ['offences 2024/25 52', 'offences 2023/24 47']],
  [
    'Snapchat: 29\nInstagram: 11\nCyfanswm: 40',
    ['offences 2024/25 snapchat 29', 'offences 2024/25 instagram 11', 'offences 2024/25 40'],
  ],
  ['Nifer y troseddau: 52', ['offences 2024/25 52']],
  ['Blwyddyn ariannol 2024/25: 52', ['offences 2024/25 52'], ['unit-ambiguous']],
  [
    'Offences recorded in 2024/25:\nQ1 2024/25 - 10\nQ2 2024/25 - 10\nQ3 2024/25 - 10\nQ4 2024/25 - 10',
    ['offences 2024/25 40'],
  ],
  ['Q1: 2024/25 - 164 offences', ['offences 2024/25 164']],
  [
    'Victims by age, 2024/25\n10: 153\n11: 604\nNot stated: 7',
    ['victims 2024/25 10 153', 'victims 2024/25 11 604', 'victims 2024/25 unknown 7'],
  ],
  [
    'Victims by age, 2024/25: U11 129, 11 300, 12 3, Unknown 4',
    [
      'victims 2024/25 0-10 129',
      'victims 2024/25 11 300',
      'victims 2024/25 12 3',
      'victims 2024/25 unknown 4',
    ],
  ],
  ['Snapchat: 29\nTelephone 101 ext. 1866.', ['offences 2024/25 snapchat 29']],
];

for (const [text, says, doubts = []] of cases) {
  test(`the lines "${text.replaceAll('\n', ' / ')}" say ${says.length === 0 ? 'no count' : says.join('; ')}`, async () => {
    const reading = await readText({ 'reply.txt': `${text}\n` });
    assert.deepEqual(inLines(reading), says);
    assert.deepEqual(doubtsOf(reading), doubts);
  });
}
