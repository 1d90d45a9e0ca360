/** Rows and captions whose meaning stands outside their own label: the row above, a numbered title, a group, a corner. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { communication, doubtsOf, flagged, inLines, readText } from '../../../test/support/read-text.ts';

async function lines(rows: readonly string[], collection = flagged): Promise<readonly string[]> {
  return inLines(await readText({ 'return.csv': `${rows.join('\n')}\n` }, collection));
}

async function errors(rows: readonly string[]): Promise<readonly string[]> {
  const reading = await readText({ 'return.csv': `${rows.join('\n')}\n` }, flagged);
  return reading.findings.filter((one) => one.level === 'error').map((one) => one.code);
}

test('a row told as a part of the row above says what that row says', async () => {
  const read = await lines([
    'Victims,2023/24',
    'Female,60',
    'of which 10 to 12,20',
    'Male,9',
    'of which 10 to 12,4',
  ]);
  assert.deepEqual(read, [
    'victims 2023/24 female 60',
    'victims 2023/24 10-12 female 20',
    'victims 2023/24 male 9',
    'victims 2023/24 10-12 male 4',
  ]);
});

test('a part of the row above that was not asked for is no answer', async () => {
  const read = await lines(['Offences,2023/24', 'Recorded offences,60', 'of which attempted,20']);
  assert.deepEqual(read, ['offences 2023/24 60']);
});

test('a numbered caption says what it says without its number', async () => {
  const read = await lines([
    'Table 2a. Female victims,',
    'Age,2023/24',
    '10 to 12,20',
    '13 to 15,31',
    ',',
    'Table 2b. Male victims,',
    'Age,2023/24',
    '10 to 12,4',
    '13 to 15,6',
  ]);
  assert.deepEqual(read, [
    'victims 2023/24 10-12 female 20',
    'victims 2023/24 13-15 female 31',
    'victims 2023/24 10-12 male 4',
    'victims 2023/24 13-15 male 6',
  ]);
});

test('a sex at the corner of a table of ages holds for all of it', async () => {
  const read = await lines(['Girl victims,2023/24', '10 to 12,20', '13 to 15,31']);
  assert.deepEqual(read, ['victims 2023/24 10-12 female 20', 'victims 2023/24 13-15 female 31']);
});

const grooming = [
  'Grooming offences,45',
  'Sexual communication with a child,40',
  'Meeting a girl following grooming,5',
];

test('rows that carry the sum of the rows below them do not make a total wrong', async () => {
  const rows = ['Offence,2023/24', 'Trespass offences,3', 'Arranging or facilitating a child sex offence,3'];
  assert.deepEqual(await errors([...rows, ...grooming, 'Total,48']), ['total-mismatch']);
  const two = ['Offence,2023/24', 'Exploitation offences,10', '71/01,7', '71/08,3', ...grooming];
  assert.deepEqual(await errors([...two, 'Total,55']), []);
});

test('a total that only some other number would explain stays wrong', async () => {
  const two = ['Offence,2023/24', 'Exploitation offences,11', '71/01,7', '71/08,3', ...grooming];
  assert.deepEqual(await errors([...two, 'Total,56']), ['total-mismatch']);
});

test('a sub-total of titles is not the total of all', async () => {
  const read = await lines([
    'Offence,2023/24',
    '71/17 Sexual communication with a child,40',
    '88/01 Meeting a girl following grooming,5',
    'Sub-total,45',
    '71/01 Arranging or facilitating a child sex offence,3',
    'Sub-total,3',
    'Grand total,48',
  ]);
  assert.deepEqual(read, [
    'offences 2023/24 71/17 40',
    'offences 2023/24 88/01 5',
    'offences 2023/24 71/01 3',
    'offences 2023/24 48',
  ]);
});

test('a table said to be for context is left out, with a word on every number', async () => {
  const rows = [
    '"Other crimes in the same reports, for context",2023/24',
    'Blackmail,64',
    'Malicious communications,19',
  ];
  const reading = await readText({ 'return.csv': `${rows.join('\n')}\n` }, flagged);
  assert.deepEqual(inLines(reading), []);
  assert.equal(reading.findings.filter((one) => one.code === 'decoy-number').length, 2);
});

test('small counts that rise beside an age are counts, not a second row of ages', async () => {
  const rows = ['Victims by age,Female,Male', '0-4 years,0,1', '5-9 years,4,2'];
  assert.deepEqual(await lines(rows, communication), [
    'victims 2024/25 0-4 female 0',
    'victims 2024/25 0-4 male 1',
    'victims 2024/25 5-9 female 4',
    'victims 2024/25 5-9 male 2',
  ]);
});

test('a title that says share is no share of a whole, and adults beside children are no answer', async () => {
  const rows = [
    'Offence,2023/24',
    '"Indecent images of a child, take, make or share (86/2)",40',
    '71/17,5',
    'Total,45',
  ];
  assert.deepEqual(await lines(rows), [
    'offences 2023/24 86/02 40',
    'offences 2023/24 71/17 5',
    'offences 2023/24 45',
  ]);
  const ages = await readText({ 'a.csv': 'Victims by age,2023/24\n13 to 15,40\n18 and over,212\n' }, flagged);
  assert.deepEqual(inLines(ages), ['victims 2023/24 13-15 40']);
  assert.equal(ages.findings.filter((one) => one.code === 'decoy-number').length, 1);
});

test('a number with another in brackets is the number where the total fits, and else it is told', async () => {
  const rows = ['Offence,2023/24', '71/17,297 (1)', '88/01,50 (2)'];
  const of = async (more: readonly string[]) =>
    readText({ 'return.csv': `${[...rows, ...more].join('\n')}\n` }, flagged);
  const fits = await of(['Total,347']);
  assert.deepEqual(inLines(fits), [
    'offences 2023/24 71/17 297',
    'offences 2023/24 88/01 50',
    'offences 2023/24 347',
  ]);
  assert.deepEqual(doubtsOf(fits), []);
  const alone = await of([]);
  assert.deepEqual(inLines(alone), ['offences 2023/24 71/17 297', 'offences 2023/24 88/01 50']);
  assert.deepEqual(doubtsOf(alone), ['unknown-words']);
});

test('the ages of one line of a sheet are not the year of the lines below it', async () => {
  const read = await lines(['Victims by age', 'Aged 11-13: 2', 'Aged 14/15: 5', 'Aged 16/17: 1']);
  assert.deepEqual(read, ['victims 2023/24 11-13 2', 'victims 2023/24 14-15 5', 'victims 2023/24 16-17 1']);
});

test('a count that does not make the share beside it is told', async () => {
  const rows = (count: number) => [
    'Age,Number of victims 2023/24,Share',
    '0-9,21,10%',
    `10-12,${count},40%`,
    '13-15,76,38%',
    '16-17,24,12%',
  ];
  const of = async (count: number) =>
    doubtsOf(await readText({ 'return.csv': `${rows(count).join('\n')}\n` }, flagged));
  assert.deepEqual(await of(81), []);
  assert.deepEqual(await of(130), ['share-differs']);
});

test('a year that stands behind the counts says what it says before them', async () => {
  const read = await lines(
    ['Platform,Offences,Year', 'Snapchat,58,2023/24', ',64,2024/25', 'Instagram,31,2023/24', ',29,2024/25'],
    communication,
  );
  assert.deepEqual(read, [
    'offences 2023/24 snapchat 58',
    'offences 2024/25 snapchat 64',
    'offences 2023/24 instagram 31',
    'offences 2024/25 instagram 29',
  ]);
});

test('a column whose own heading is lost under a heading that it shares is no answer', async () => {
  const reading = await readText(
    {
      'page.html':
        '<table><tr><th rowspan="2">Age of victim</th><th colspan="2">2024/25</th></tr><tr><th>Female</th><th></th></tr><tr><td>0-11</td><td>14</td><td>8</td></tr><tr><td>12-15</td><td>30</td><td>13</td></tr></table>',
    },
    communication,
  );
  assert.deepEqual(inLines(reading), ['victims 2024/25 0-11 female 14', 'victims 2024/25 12-15 female 30']);
  assert.deepEqual(doubtsOf(reading), ['unknown-category']);
});

test('of whom all of a table is told is no band beside its ages', async () => {
  const read = await lines([
    ',Victims under 18 with the online flag,',
    'Age,Female,Male',
    '0-9,14,8',
    '10-12,30,13',
  ]);
  assert.deepEqual(read, [
    'victims 2023/24 0-9 female 14',
    'victims 2023/24 0-9 male 8',
    'victims 2023/24 10-12 female 30',
    'victims 2023/24 10-12 male 13',
  ]);
});

test('one column may hold all that was asked, and a question before it is no quarter of a year', async () => {
  const read = await lines([
    'Question,Year,Category,Value',
    'Q1,2023/24,All flagged offences,104',
    'Q2,2023/24,Sexual communication with a child,47',
    'Q2,2023/24,Possessing an indecent image of a child,57',
    'Q3,2023/24,Victim age 10-12,21',
    'Q3,2023/24,Victim age 13-15,70',
  ]);
  assert.deepEqual(read, [
    'offences 2023/24 104',
    'offences 2023/24 71/17 47',
    'offences 2023/24 86/10 57',
    'victims 2023/24 10-12 21',
    'victims 2023/24 13-15 70',
  ]);
});

test('a title in two languages is the offence that one of them names', async () => {
  const read = await lines([
    'Trosedd / Offence,2023/24',
    'Cyfathrebu rhywiol â phlentyn / Sexual communication with a child,17',
  ]);
  assert.deepEqual(read, ['offences 2023/24 71/17 17']);
});

test('a title that the register does not hold is kept and told', async () => {
  const reading = await readText(
    { 'return.csv': 'Offence,2023/24\nCausing a child under 14 to watch a sexual act,17\n71/17,20\n' },
    flagged,
  );
  assert.deepEqual(doubtsOf(reading), ['unknown-category']);
  assert.equal(reading.observations.length, 2);
});

test('a note below a sheet whose mark a heading carries gives no answer', async () => {
  const read = await lines([
    'Offence,2023/24 (a)',
    '71/17,157',
    '(a) 6 crimes were recorded twice and have been taken out.',
  ]);
  assert.deepEqual(read, ['offences 2023/24 71/17 157']);
});

test('two kinds of labels in one column are not one over the other where a column before them tells them apart', async () => {
  const read = await lines([
    'Asked,Year,Group,Sex,Number',
    'Flagged offences,2023/24,86/02 Taking,,26',
    'Flagged offences,2023/24,71/17 Sexual communication,,19',
    'Victims,2023/24,0-9,Girl,6',
    'Victims,2023/24,0-9,Boy,3',
    'Victims,2023/24,10-12,Girl,14',
    'Victims,2023/24,10-12,Boy,2',
  ]);
  assert.deepEqual(read.slice(2), [
    'victims 2023/24 0-9 female 6',
    'victims 2023/24 0-9 male 3',
    'victims 2023/24 10-12 female 14',
    'victims 2023/24 10-12 male 2',
  ]);
});

test('a note that victims were not asked for sets no table of offences aside', async () => {
  const read = await lines([
    'Offences recorded 2023/24',
    '',
    'The victims of this year were not part of the question.',
    '',
    'Offence,Offences',
    '71/17,14',
    '88/01,3',
  ]);
  assert.deepEqual(read, ['offences 2023/24 71/17 14', 'offences 2023/24 88/01 3']);
});
