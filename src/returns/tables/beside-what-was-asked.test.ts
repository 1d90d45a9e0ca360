/** Columns and rows beside what was asked, and headings that look like numbers. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flagged, inLines, readText } from '../../../test/support/read-text.ts';

async function lines(rows: readonly string[]): Promise<readonly string[]> {
  return inLines(await readText({ 'return.csv': `${rows.join('\n')}\n` }, flagged));
}

test('of all offences beside those with the flag, only the flagged answer', async () => {
  const read = await lines(['Code,All,Flagged', '71/17,131,104', '21/3,40,21', 'Total,171,125']);
  assert.deepEqual(read, ['offences 2023/24 71/17 104', 'offences 2023/24 21/03 21', 'offences 2023/24 125']);
});

test('a kind of offence alone over its codes is no row of its own', async () => {
  const read = await lines(['Offence,2023/24', 'SEXUAL GROOMING,', '88/1,9', '71/17,97', 'Total,106']);
  assert.deepEqual(read, ['offences 2023/24 88/01 9', 'offences 2023/24 71/17 97', 'offences 2023/24 106']);
});

test('ages with gaps between them are headings where their row is named age', async () => {
  const read = await lines(['Age,<1,5,7,8', 'Victims,0,1,3,4']);
  assert.deepEqual(read, [
    'victims 2023/24 0 0',
    'victims 2023/24 5 1',
    'victims 2023/24 7 3',
    'victims 2023/24 8 4',
  ]);
});

test('a total that names several codes is of none of them', async () => {
  const read = await lines(['Offence,2023/24', '71/17,9', '88/1,4', '"Total (71/17, 88/1)",13']);
  assert.deepEqual(read, ['offences 2023/24 71/17 9', 'offences 2023/24 88/01 4', 'offences 2023/24 13']);
});

test('a list of crimes in which ages stand under no heading of ages has a place for every count', async () => {
  const title = 'Sexual communication with a child';
  const crimes = [`1,2023/24,071/17,${title},F,12-15,Snapchat`, `2,2023/24,071/17(${title},F,16-17,Snapchat`];
  const list = ["No.,Financial year,HO code,Offence,Victim sex,Victim a'e band,Platform", ...crimes];
  const { observations } = await readText({ 'return.csv': `${list.join('\n')}\n` }, flagged);
  assert.ok(observations.length > 0);
  for (const { at } of observations) assert.match(at, /^return\.csv#[A-G]\d(:[A-G]\d)?$/);
});

test('ages under a heading that says nothing of ages are told, where no other column has them', async () => {
  const title = 'Sexual communication with a child';
  const crimes = ['F,12-15', 'M,12-15', 'F,16-17'].map(
    (told, at) => `${at + 1},2023/24,071/17,${title},${told}`,
  );
  const told = async (heading: string) => {
    const list = [`No.,Financial year,HO code,Offence,Victim sex,${heading}`, ...crimes];
    const { findings } = await readText({ 'return.csv': `${list.join('\n')}\n` }, flagged);
    return findings.flatMap(({ code, at }) => (code === 'unknown-category' ? [at] : []));
  };
  assert.deepEqual(await told("Victim a'e band"), ['return.csv#F1']);
  assert.deepEqual(await told('Victim age band'), []);
});
