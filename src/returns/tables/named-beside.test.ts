/** Tables whose meaning stands beside them: what one column says of the next, headings that are offences, flags and numbers of questions. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { communication, doubtsOf, flagged, inLines, readText } from '../../../test/support/read-text.ts';

test('in a long list one column names what the next is of, and the total is that of each breakdown', async () => {
  const csv = [
    'Year ending,Counted,Breakdown,Group,Count',
    '31 March 2024,Victims,All,All,73',
    '31 March 2024,Victims,Age,10-12,20',
    '31 March 2024,Victims,Age,13-15,50',
    '31 March 2024,Victims,Age,Not known,3',
    '31 March 2024,Victims,Sex,Female,52',
    '31 March 2024,Victims,Sex,Male,17',
    '31 March 2024,Victims,Sex,Not known,4',
  ];
  const reading = await readText({ 'return.csv': `${csv.join('\n')}\n` }, flagged);
  assert.deepEqual(doubtsOf(reading), []);
  assert.deepEqual(
    reading.observations.map(({ age, sex, count }) => [age, sex, count.low]),
    [
      [null, null, 73],
      ['10-12', null, 20],
      ['13-15', null, 50],
      ['unknown', null, 3],
      [null, 'female', 52],
      [null, 'male', 17],
      [null, 'unknown', 4],
    ],
  );
});

test('a code that falls at the beginning of a line is no day and no range', async () => {
  const reading = await readText(
    { 'reply.txt': 'Offences 2023/24, by Home Office code\n71-17: 19\n22-11: 6\n21-11: 4\n' },
    flagged,
  );
  assert.deepEqual(inLines(reading), [
    'offences 2023/24 71/17 19',
    'offences 2023/24 22/11 6',
    'offences 2023/24 21/11 4',
  ]);
});

test('an offence as a heading is the offence of what stands below it, until the next', async () => {
  const reading = await readText(
    {
      'page.html':
        '<h2>Sexual communication with a child</h2><table><tr><th>Year</th><th>Offences</th></tr><tr><td>2023/24</td><td>12</td></tr></table>' +
        '<h2>Meeting a girl following sexual grooming</h2><table><tr><th>Year</th><th>Offences</th></tr><tr><td>2023/24</td><td>2</td></tr></table>',
    },
    flagged,
  );
  assert.deepEqual(inLines(reading), ['offences 2023/24 71/17 12', 'offences 2023/24 88/01 2']);
});

test('a caption that says "only" limits the table below it to that offence', async () => {
  const reading = await readText(
    {
      'page.html':
        '<p>Answer: sexual communication with a child only, where the age is on the record</p><table><tr><th>Age</th><th>2023/24</th></tr><tr><td>10-12</td><td>12</td></tr></table>',
    },
    flagged,
  );
  assert.deepEqual(
    reading.observations.map(({ offence, age, count }) => [offence, age, count.low]),
    [['71/17', '10-12', 12]],
  );
});

test('victims of all offences, told behind the table of one, are of all', async () => {
  const table = (head: string, rows: string): string =>
    `<table><tr><th>${head}</th><th>2023/24</th></tr>${rows}</table>`;
  const reading = await readText(
    {
      'page.html':
        `<h2>Sexual communication with a child</h2>${table('Platform', '<tr><td>Snapchat</td><td>12</td></tr>')}` +
        `<h2>Victims by age</h2>${table('Age', '<tr><td>10-12</td><td>7</td></tr>')}`,
    },
    flagged,
  );
  assert.deepEqual(
    reading.observations.map(({ measure, offence, age, count }) => [measure, offence, age, count.low]),
    [
      ['offences', '71/17', null, 12],
      ['victims', null, '10-12', 7],
    ],
  );
});

test('a sentence where a number should stand is a part of the reply', async () => {
  const rows = [
    'Counted,Breakdown,2024/25',
    'Offences,All,52',
    'Offences,Platform,Not held: it has no field of its own',
  ];
  const reading = await readText({ 'return.csv': `${rows.join('\n')}\n` }, communication);
  assert.equal(reading.outcome, 'partial');
});

test('the total of the victims is none of all offences, flagged or not', async () => {
  const rows = [
    'Measure,Number',
    'Offences with the online flag,105',
    'Victims aged 10 to 12,13',
    'Victims aged 13 to 15,99',
    'Total victims,113',
  ];
  const reading = await readText({ 'return.csv': `${rows.join('\n')}\n` }, flagged);
  assert.ok(inLines(reading).includes('victims 2023/24 113'));
  assert.deepEqual(doubtsOf(reading), ['total-mismatch']);
});

test('a number of a question before what is counted makes it no title', async () => {
  const rows = [
    'Question,Year,Group,Answer',
    'Q1 offences recorded (71/17),2024/25,All,37',
    'Q2 victims,2024/25,Girl,27',
    'Q2 victims,2024/25,Boy,9',
  ];
  const reading = await readText({ 'return.csv': `${rows.join('\n')}\n` }, communication);
  assert.deepEqual(inLines(reading), [
    'offences 2024/25 37',
    'victims 2024/25 female 27',
    'victims 2024/25 male 9',
  ]);
});
