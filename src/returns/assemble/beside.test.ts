/** What is told of the figures, and what is not worth a look: each warning that a total takes away stands where there is none. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doubtsOf, flagged, readText } from '../../../test/support/read-text.ts';

async function doubts(text: string): Promise<readonly string[]> {
  return doubtsOf(await readText({ 'reply.txt': `${text}\n` }, flagged)).filter(
    (code) => code !== 'not-a-return',
  );
}

const total = 'We recorded 118 offences in 2023/24.\n\n';
const remarks = [
  'In 7 crimes no victim was recorded.',
  '3 offences had 2 victims.',
  'Two crimes were cancelled after the extract.',
  'Two crimes were moved here from 2022/23 in May 2024.',
  'Our reply 298/22 of June 2022 gave 151 offences for 2021/22.',
];

for (const remark of remarks)
  test(`beside a total this is a remark, and alone it is told: ${remark}`, async () => {
    const isOfBoth = /victim/u.test(remark);
    const all = isOfBoth ? `${total}There were 121 victims in 2023/24.\n\n` : total;
    assert.deepEqual(await doubts(all + remark), []);
    assert.ok((await doubts(remark)).includes('unread-number'));
  });

test('a number said again to tell what it is made of is told only where nothing gives it', async () => {
  const parts = 'Of the 118, most were committed by telephone.';
  assert.deepEqual(await doubts(total + parts), []);
  assert.deepEqual(await doubts(`${total}The total was 118.`), []);
  assert.ok((await doubts(`${total}The total was 119.`)).includes('unread-number'));
});

test('a sentence of two years is read for what it says where one of them is confirmed', async () => {
  const rose =
    'The number of flagged offences, our analysts write, rose from 388 in 2022/23 to 429 in 2023/24.';
  assert.ok((await doubts(rose)).includes('unknown-words'));
  const confirmed = `${rose}\n\nOffences\n2023/24: 429 offences`;
  assert.deepEqual(await doubts(confirmed), []);
});

test('what nobody counts as an answer is not told: references, telephones, the foot of a page', async () => {
  for (const line of [
    'Kent Police 22/05/0719',
    'West Midlands Police, 1187A/24.',
    'Nottinghamshire Police 004512-19',
    'Tel 101, office hours 9 to 5',
    'Freedom of Information Team, PO Box 2, telephone 101 extension 150022',
    'RFI 0610/21 - 1',
    'Disclosure log: 20231204, online-flagged offences',
  ])
    assert.deepEqual(await doubts(total + line), [], line);
});

test('rows of a table that count the work of answering are no answer, and a row that may be one is told', async () => {
  const codes = async (rows: readonly string[]) =>
    (await readText({ 'costs.csv': `${rows.join('\n')}\n` }, flagged)).findings.flatMap(
      ({ code, level, at }) => (level === 'warning' ? [`${code} ${at}`] : []),
    );
  const head = 'Task,Minutes,2023/24';
  assert.deepEqual(await codes([head, 'Open and read record,4,1187', 'Find reports,2,96']), []);
  assert.ok((await codes([head, 'Records with a child victim,4,1187'])).length > 0);
});

test('a total over the years beside it is no doubt', async () => {
  const rows = ['Offence,2022/23,2023/24,Both years', '71/17,8,11,19', '88/1,2,3,5'];
  const reading = await readText({ 'years.csv': `${rows.join('\n')}\n` }, flagged);
  assert.deepEqual(doubtsOf(reading), []);
});
