import assert from 'node:assert/strict';
import { test } from 'node:test';
import { communication, documentsOf, register } from '../../test/support/read-text.ts';
import { numbersOf } from './explain.ts';
import { explainedPage } from './explain-page.ts';
import { readExplained } from './read-return.ts';

async function explained(files: Readonly<Record<string, string>>) {
  const documents = await documentsOf(files);
  return readExplained({ documents, collection: communication, register, force: null });
}

async function fates(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { explained: all } = await explained(files);
  return numbersOf(all).map(({ text, fate, as }) => `${text} | ${fate} | ${as}`);
}

test('numbers of a letter are told apart: the answer, the period, the section, the cost, the reference', async () => {
  const told = await fates({
    'reply.txt': [
      'Reference: FOI 2025/1482',
      '',
      'We recorded 145 offences of sexual communication with a child (71/17) in 2024/25.',
      '',
      'The platform is exempt under section 12(1): 1,204 records would take 35 hours, or £875.',
    ].join('\n'),
  });
  assert.deepEqual(told, [
    'FOI 2025 | not-an-answer | section or Act',
    '1482 | not-an-answer | reference',
    '145 | observation | offences, 2024-04-01/2025-03-31: 145',
    '71/17 | not-an-answer | offence code',
    '2024/25 | not-an-answer | period',
    'section 12(1) | not-an-answer | section or Act',
    '1,204 records | not-an-answer | records, searches, staff or the like',
    '35 hours | not-an-answer | hours, days or years',
    '£875 | not-an-answer | money',
  ]);
});

test('a total is told with the parts it was checked against', async () => {
  const told = await fates({
    'ages.csv': 'Age of victim,2024/25\n11 and under,38\n12-15,131\n16-17,35\nTotal,204\n',
  });
  assert.deepEqual(told, [
    '2024/25 | not-an-answer | period',
    '11 | not-an-answer | age',
    '38 | observation | victims, 2024-04-01/2025-03-31, age 0-11: 38',
    '12-15 | not-an-answer | age',
    '131 | observation | victims, 2024-04-01/2025-03-31, age 12-15: 131',
    '16-17 | not-an-answer | age',
    '35 | observation | victims, 2024-04-01/2025-03-31, age 16-17: 35',
    '204 | total | victims, 2024-04-01/2025-03-31: 204; total of 3 parts (11 and under, 2024/25 …), which add up to 204',
  ]);
});

test('two numbers in one cell are not read, and are not passed over in silence', async () => {
  const { reading, explained: all } = await explained({
    'years.csv':
      'Platform,2023/24,2024/25\nSnapchat,29,41\nInstagram,12 (old system) and 33 (new system),50\nTikTok,3,4\n',
  });
  const silent = ['12', '33'].map((text) => ({ at: 'years.csv#B3', text }));
  assert.deepEqual(
    numbersOf(all).filter(({ fate }) => fate === 'unread'),
    silent.map((one) => ({ ...one, fate: 'unread', as: 'unread-number' })),
  );
  assert.deepEqual(
    reading.findings.map(({ code, at, facts }) => ({ code, at, text: facts.value })),
    silent.map((one) => ({ code: 'unread-number', ...one })),
  );
});

test('a number in a label that was not understood is told with the finding on what it labels', async () => {
  const told = await fates({ 'a.csv': 'Platform,2024/25\nSnapchat,29\nKiosk 77 thing,8\nTikTok,41\n' });
  assert.deepEqual(
    told.filter((one) => one.includes('unread')),
    ['77 | unread | unknown-category', '8 | unread | unknown-category'],
  );
});

test('every row of a list of crimes is told as counted, and a row about another offence as not', async () => {
  const rows = ['Ref,Offence,Date recorded,Age of victim,Sex of victim,Platform'];
  for (let row = 1; row <= 6; row += 1) {
    const code = row === 4 ? '008/71' : '071/17';
    rows.push(`35/1${row}4/24,${code},0${row}/06/2024,1${row},F,Snapchat`);
  }
  const { explained: all } = await explained({ 'crimes.csv': `${rows.join('\n')}\n` });
  const told = numbersOf(all).filter(({ at }) => /#[AE]\d$/.test(at) || /#D[45]$/.test(at));
  const counted = 'in one of the rows that were counted (offences, 2024-04-01/2025-03-31: 5)';
  assert.deepEqual(
    [...new Set(told.map(({ at, as }) => `${at.slice(-1)} ${as}`))],
    [2, 3, 4, 5, 6, 7].map((row) => `${row} ${row === 5 ? 'in a row about another offence' : counted}`),
  );
});

test('many silent numbers of one table are one finding, and each of them is told', async () => {
  const rows = Array.from({ length: 30 }, (_, row) => `${row + 1} of ${row + 40},${row + 3} of ${row + 60}`);
  const { reading, explained: all } = await explained({
    'shares.csv': `Snapchat,Instagram\n${rows.join('\n')}\n`,
  });
  const unread = numbersOf(all).filter(({ fate }) => fate === 'unread');
  const findings = reading.findings.filter(({ code }) => code === 'unread-number');
  assert.ok(unread.length >= 60);
  assert.equal(findings.length, 1);
  assert.match(String(findings[0]?.facts.why), /^and \d+ other numbers of this table$/);
});

test('the page shows each table as a grid, each line, and under them what became of their numbers', async () => {
  const { explained: all } = await explained({ 'platforms.csv': 'Platform,2024/25\nSnapchat,29\nOther,-\n' });
  assert.deepEqual(explainedPage(all), [
    '',
    'platforms.csv (csv)',
    '',
    '  table platforms.csv ""',
    '    A1 | Platform | 2024/25',
    '    A2 | Snapchat | 29',
    '    A3 | Other    | -',
    '      B1  2024/25 -> not an answer: period',
    '      B2  29 -> observation: offences, 2024-04-01/2025-03-31, snapchat: 29',
    '      B3  - -> unread: blank-ambiguous',
  ]);
});

test('a telephone number under a letter is no count of a platform, and a number with a comma is whole', async () => {
  const told = await fates({
    'reply.txt': [
      'We recorded 145 offences in 2024/25.',
      '',
      'To answer the rest of your request 1,204 records would have to be read.',
      '',
      'Telephone: 101',
    ].join('\n'),
  });
  assert.deepEqual(told, [
    '145 | observation | offences, 2024-04-01/2025-03-31: 145',
    '2024/25 | not-an-answer | period',
    '1,204 records | not-an-answer | records, searches, staff or the like',
    '101 | not-an-answer | furniture of the page',
  ]);
});
