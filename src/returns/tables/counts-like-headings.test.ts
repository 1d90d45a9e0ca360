/** Counts that look like years, ages or shares, and rows of labels alone: each is what the rows around it make it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRegister } from '#register/register.ts';
import { communication, flagged, inLines, readText } from '../../../test/support/read-text.ts';
import type { Block, Cell, Line, Table } from '../document.ts';
import { lexiconOf } from '../words/lexicon.ts';
import { labelsBelow } from './labels-below.ts';

async function lines(rows: readonly string[], collection = flagged): Promise<readonly string[]> {
  return inLines(await readText({ 'return.csv': `${rows.join('\n')}\n` }, collection));
}

test('a total first in its table that looks like a year is a total', async () => {
  const rows = ['10 to 12,1395', '13 to 15,597'];
  const read = ['victims 2023/24 1992', 'victims 2023/24 10-12 1395', 'victims 2023/24 13-15 597'];
  assert.deepEqual(await lines(['Age of victim,Number of victims', 'Totals,1992', ...rows]), read);
  assert.deepEqual(await lines([',Number of victims', 'Totals,1992', ...rows]), read);
});

test('a count that looks like a year is a count where an outer label is printed once', async () => {
  const read = await lines([
    'Year,Counted,Number',
    '2022/23,Offences,2002',
    ',Victims,2007',
    '2023/24,Offences,1525',
    ',Victims,1530',
  ]);
  assert.ok(read.includes('victims 2022/23 2007'));
  assert.ok(read.includes('offences 2023/24 1525'));
});

test('a row of those of whom nothing is known heads no ages, however its numbers rise', async () => {
  const read = await lines([
    'Age,2023/24,2022/23,2021/22,2020/21',
    '10 to 12,7,9,8,6',
    'Age not known,0,1,2,3',
    'Total,7,10,10,9',
  ]);
  assert.ok(read.includes('victims 2023/24 unknown 0'));
  assert.ok(read.includes('victims 2023/24 7'));
});

test('years that come again under no heading label the numbers behind them', async () => {
  const read = await lines([',,Number', 'Offences,2022,742', ',2023,942', 'Victims,2022,748', ',2023,951']);
  assert.deepEqual(read, [
    'offences 2022-01-01/2022-12-31 742',
    'offences 2023-01-01/2023-12-31 942',
    'victims 2022-01-01/2022-12-31 748',
    'victims 2023-01-01/2023-12-31 951',
  ]);
});

test('a small range below a blank is a hidden number and no heading of ages', async () => {
  const read = await lines(
    [
      'Platform,Year,Count',
      'Other,2023/24,1-4',
      'Other,2024/25,',
      'Snapchat,2023/24,1-4',
      'Not recorded,2023/24,5',
      'Not recorded,2024/25,13',
    ],
    communication,
  );
  assert.deepEqual(read, [
    'offences 2023/24 other 1..4',
    'offences 2023/24 snapchat 1..4',
    'offences 2023/24 unknown 5',
    'offences 2024/25 unknown 13',
  ]);
});

test('a share of more than the whole is a count run together with its share, and is told', async () => {
  const told = async (heading: string) => {
    const rows = [`Platform,2023/24,${heading}`, 'Snapchat,40,40220.4%', 'Kik,9,120.4%'];
    const { findings } = await readText({ 'return.csv': `${rows.join('\n')}\n` }, communication);
    return findings.flatMap(({ code, at }) => (code === 'unread-number' ? [at] : []));
  };
  assert.deepEqual(await told('2024/25'), ['return.csv#C2', 'return.csv#C3']);
  assert.deepEqual(await told('Change'), []);
});

test('a list of label and number below a table of many columns is no part of it', async () => {
  const rows = ['Month,Snapchat,Kik,Skype,Discord', ...['April', 'May'].map((month) => `${month},3,1,1,0`)];
  const read = await lines(
    [
      'Offences by month and platform,,,,',
      ...rows,
      ',,,,',
      '"Victims by age, 2024/25",,,,',
      'Under 13,7,,,',
      '13-15,9,,,',
    ],
    communication,
  );
  assert.deepEqual(
    read.filter((one) => one.startsWith('victims')),
    ['victims 2024/25 0-12 7', 'victims 2024/25 13-15 9'],
  );
});

test('among platforms a row that the rows below it happen to add up to makes no total right', async () => {
  const rows = ['Platform,2024/25', 'Snapchat,12', 'SMS,2', 'Omegle,1', 'Kik,1', 'Total,14'];
  const { findings } = await readText({ 'return.csv': `${rows.join('\n')}\n` }, communication);
  assert.deepEqual(
    findings.filter(({ level }) => level === 'error').map(({ code }) => code),
    ['total-mismatch'],
  );
});

const lexicon = lexiconOf(readRegister(), flagged.ageBands);
const cell = (row: number, col: number, text: string) => ({ row, col, text }) as Cell;
const ages = {
  kind: 'table',
  structure: 'inferred',
  cells: [cell(0, 0, 'Age'), cell(0, 1, '2023/24'), cell(1, 0, '15'), cell(1, 1, '7')],
} as unknown as Table;
const line = (text: string) => ({ kind: 'line', text, furniture: false }) as Line;

test('labels that stand below a table without ruled lines are its last rows, unless they head the next table', () => {
  const below = (blocks: readonly Block[]) => labelsBelow(ages, blocks, lexicon).map(({ text }) => text);
  const note = line('The figures may change.');
  assert.deepEqual(below([line('16'), line('Not known'), note]), ['16', 'Not known']);
  assert.deepEqual(below([line('16'), ages]), []);
  assert.deepEqual(below([note, line('16')]), []);
});
