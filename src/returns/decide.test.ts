import assert from 'node:assert/strict';
import { test } from 'node:test';
import { communication, documentsOf, inLines, register } from '../../test/support/read-text.ts';
import { checkDecisions } from './decide.ts';
import { parseDecisions } from './decide-file.ts';
import { liesIn } from './decide-places.ts';
import { numbersOf } from './explain.ts';
import { type ReadExplained, readExplained } from './read-return.ts';

const WHO = ', who: analyst, when: "2025-09-01", why: Asked the force}';

/** The files read with decisions written as flow lines, `map: {…}` without who, when and why. */
async function read(files: Readonly<Record<string, string>>, ...decisions: string[]): Promise<ReadExplained> {
  const source = decisions.map((one) => `- {${one}${WHO}\n`).join('');
  return readExplained({
    documents: await documentsOf(files),
    collection: communication,
    register,
    force: null,
    decisions: parseDecisions(source, 'decisions.yaml'),
  });
}

function found({ reading }: ReadExplained): readonly string[] {
  return reading.findings.map(({ level, code, at }) => `${level} ${code} ${at}`);
}

const PLATFORMS = { 'platforms.csv': 'Platform,2024/25\nSnapchat,29\nZibble,12\nInstagram,9\n' };

test('a label that a person mapped is read as decided, and no longer unknown', async () => {
  const before = await read(PLATFORMS);
  assert.deepEqual(found(before), ['warning unknown-category platforms.csv#B3']);
  const after = await read(PLATFORMS, 'map: {label: zibble, to: {platform: other}}');
  assert.deepEqual(inLines(after.reading), [
    'offences 2024/25 snapchat 29',
    'offences 2024/25 other 12',
    'offences 2024/25 instagram 9',
  ]);
  assert.deepEqual(found(after), []);
});

test('a heading may be mapped to a measure, a period, an age and a sex, and means that', async () => {
  const files = { 'table.csv': 'Grp,CSA1,CSA2\nG-one,24,31\nG-two,8,5\n' };
  const after = await read(
    files,
    'map: {label: G-one, to: {age: "12-15", sex: female}}',
    'map: {label: G-two, to: {age: "16-17", sex: female}}',
    'map: {label: CSA1, to: {measure: victims, period: 2023-04-01/2024-03-31}}',
    'map: {label: CSA2, to: {measure: victims, period: 2024-04-01/2025-03-31}}',
  );
  assert.deepEqual(inLines(after.reading), [
    'victims 2023/24 12-15 female 24',
    'victims 2024/25 12-15 female 31',
    'victims 2023/24 16-17 female 8',
    'victims 2024/25 16-17 female 5',
  ]);
});

test('a label in a list of a letter and in a sentence is read as decided', async () => {
  const list = await read(
    { 'reply.txt': 'Snapchat: 29\nZibble: 12\n' },
    'map: {label: Zibble, to: {platform: tiktok}}',
  );
  assert.ok(inLines(list.reading).includes('offences 2024/25 tiktok 12'));
  const sentence = await read(
    {
      'reply.txt':
        'The force recorded 41 offences in 2024/25, of which 12 were on Zibble and 29 on Snapchat.\n',
    },
    'map: {label: Zibble, to: {platform: tiktok}}',
  );
  assert.ok(inLines(sentence.reading).includes('offences 2024/25 tiktok 12'));
});

test('a label mapped at one place stays unknown at others, and the place goes before everywhere', async () => {
  const files = { 'a.csv': PLATFORMS['platforms.csv'], 'b.csv': 'Platform,2023/24\nSnapchat,7\nZibble,3\n' };
  const one = await read(files, 'map: {label: Zibble, to: {platform: other}}, where: "a.csv"');
  assert.deepEqual(found(one), ['warning unknown-category b.csv#B3']);
  const two = await read(
    files,
    'map: {label: Zibble, to: {platform: other}}, where: "a.csv"',
    'map: {label: Zibble, to: {platform: tiktok}}',
  );
  assert.ok(inLines(two.reading).includes('offences 2024/25 other 12'));
  assert.ok(inLines(two.reading).includes('offences 2023/24 tiktok 3'));
  assert.deepEqual(found(two), []);
});

test('a row mapped to no answer gives nothing and is no part of the total', async () => {
  const files = { 'ages.csv': 'Age of victim,2024/25\n0-11,4\n12-15,9\nZibble of them,2\nTotal,13\n' };
  const after = await read(files, 'map: {label: Zibble of them, to: not-an-answer}');
  assert.deepEqual(inLines(after.reading), [
    'victims 2024/25 0-11 4',
    'victims 2024/25 12-15 9',
    'victims 2024/25 13',
  ]);
  assert.deepEqual(found(after), []);
  assert.deepEqual(
    numbersOf(after.explained).find(({ at }) => at === 'ages.csv#B4'),
    { at: 'ages.csv#B4', text: '2', fate: 'not-an-answer', as: 'left out by a decision' },
  );
});

test('an ignored file, line, row or cell gives nothing, and every number in it is told as left out', async () => {
  const files = {
    'a.csv': 'Platform,2024/25\nSnapchat,29\nInstagram,9\nTikTok,4\n',
    'old.csv': 'Platform,2024/25\nSnapchat,28\n',
    'reply.txt': 'Thank you for your request.\n\nThe force recorded 77 offences in 2024/25.\n',
  };
  const after = await read(
    files,
    'ignore: {at: "old.csv"}',
    'ignore: {at: "reply.txt#l3"}',
    'ignore: {at: "a.csv#3"}',
    'ignore: {at: "a.csv#B4"}',
  );
  assert.deepEqual(inLines(after.reading), ['offences 2024/25 snapchat 29']);
  assert.deepEqual(found(after), []);
  const left = numbersOf(after.explained).filter(({ as }) => as === 'left out by a decision');
  assert.deepEqual(
    left.map(({ at, text }) => `${at} ${text}`),
    [
      'a.csv#B3 9',
      'a.csv#B4 4',
      'old.csv#B1 2024/25',
      'old.csv#B2 28',
      'reply.txt#l3 77',
      'reply.txt#l3 2024/25',
    ],
  );
});

const WRONG_TOTAL = { 'ages.csv': 'Age of victim,2024/25\n0-11,4\n12-15,9\nTotal,15\n' };

test('an accepted finding stays, as information with who accepted it, and one elsewhere stays an error', async () => {
  const before = await read(WRONG_TOTAL);
  assert.deepEqual(found(before), ['error total-mismatch ages.csv#B4']);
  const after = await read(WRONG_TOTAL, 'accept: {finding: total-mismatch, at: "ages.csv#B4"}');
  assert.deepEqual(found(after), ['info total-mismatch ages.csv#B4']);
  const [finding] = after.reading.findings;
  assert.equal(finding?.facts.acceptedBy, 'analyst');
  assert.equal(finding?.facts.acceptedOn, '2025-09-01');
  assert.equal(finding?.facts.acceptedBecause, 'Asked the force');
  assert.deepEqual(
    after.accepted.map(({ finding: one, decision }) => [one.level, decision.line]),
    [['error', 1]],
  );
  const elsewhere = await read(WRONG_TOTAL, 'accept: {finding: total-mismatch, at: "ages.csv#B3"}');
  assert.deepEqual(found(elsewhere), [
    'error total-mismatch ages.csv#B4',
    'warning unused-decision decisions.yaml#l1',
  ]);
});

const OF_AGES = 'measure: victims, period: 2024-04-01/2025-03-31';

test('a number read by a person stands in the place of what was read there, and takes part in the checks', async () => {
  const ages = (total: number) => ({
    'ages.csv': `Age of victim,2024/25\n0-11,4\n12-15,see note\n16-17,*\nTotal,${total}\n`,
  });
  const decisions = [
    `read: {at: "ages.csv#B3", as: {${OF_AGES}, age: "12-15", low: 9, high: 9}}`,
    `read: {at: "ages.csv#B4", as: {${OF_AGES}, age: "16-17", low: 1, high: 4}}`,
  ];
  const after = await read(ages(16), ...decisions);
  assert.deepEqual(inLines(after.reading), [
    'victims 2024/25 0-11 4',
    'victims 2024/25 12-15 9',
    'victims 2024/25 16-17 1..4',
    'victims 2024/25 16',
  ]);
  assert.deepEqual(found(after), ['info hidden-value ages.csv#B4']);
  assert.ok(found(await read(ages(20), ...decisions)).includes('error total-mismatch ages.csv#B5'));
  const told = numbersOf(after.explained).find(({ at }) => at === 'ages.csv#B3');
  assert.equal(told?.as, 'victims, 2024-04-01/2025-03-31, age 12-15: 9');
});

test('of the numbers of a line only the one that a person read gives way', async () => {
  const files = { 'reply.txt': 'There were 41 victims in 2024/25, 12 of whom were in years 7 to 10.\n' };
  const after = await read(
    files,
    `read: {at: "reply.txt#l1", as: {${OF_AGES}, age: "11-15", low: 12, high: 12}}`,
  );
  assert.deepEqual(inLines(after.reading), ['victims 2024/25 41', 'victims 2024/25 11-15 12']);
  assert.ok(!found(after).some((one) => one.includes('unused-decision')));
});

test('a number read from a picture stands on the word of the person', async () => {
  const documents = [{ file: 'scan.pdf', type: 'pdf', sha256: '', blocks: [], findings: [] }] as const;
  const source = `- {read: {at: "scan.pdf#page1", as: {${OF_AGES}, low: 57, high: 57}}${WHO}`;
  const decisions = parseDecisions(source, 'decisions.yaml');
  const request = { documents, collection: communication, register, force: null, decisions };
  assert.deepEqual(inLines(readExplained(request).reading), ['victims 2024/25 57']);
});

test('a decision that names what is no longer there applies to nothing, and is named', async () => {
  const told = await read(
    PLATFORMS,
    'map: {label: Zibble, to: {platform: other}}',
    'map: {label: Zabble, to: {platform: other}}',
    'map: {label: Snapchat, to: {platform: other}}, where: "b.csv"',
    'ignore: {at: "platforms.csv#D9"}',
    'accept: {finding: total-mismatch, at: "platforms.csv#B4"}',
    `read: {at: "platforms.csv#B9", as: {${OF_AGES}, low: 3, high: 3}}`,
    `read: {at: "platforms.csv#B2", as: {${OF_AGES}, low: 30, high: 30}}`,
  );
  assert.deepEqual(
    told.reading.findings.map(({ code, at, facts }) => `${code} ${at} ${facts.decision}`),
    [
      'unused-decision decisions.yaml#l2 map "Zabble"',
      'unused-decision decisions.yaml#l3 map "Snapchat" in b.csv',
      'unused-decision decisions.yaml#l4 ignore platforms.csv#D9',
      'unused-decision decisions.yaml#l5 accept total-mismatch at platforms.csv#B4',
      'unused-decision decisions.yaml#l6 read platforms.csv#B9',
      'unused-decision decisions.yaml#l7 read platforms.csv#B2',
    ],
  );
  assert.ok(inLines(told.reading).includes('offences 2024/25 snapchat 29'));
});

test('a decision about a measure nobody asked for, or a platform the register lacks, is refused', () => {
  const check = (one: string) => () =>
    checkDecisions(parseDecisions(`- {${one}${WHO}`, 'decisions.yaml'), communication, register);
  assert.throws(
    check('map: {label: a, to: {measure: crimes}}'),
    /decisions\.yaml, line 1: "crimes" is no measure of communication-2024-25\. Write one of offences, victims\./,
  );
  assert.throws(check('map: {label: a, to: {platform: zibble}}'), /"zibble" is no platform of the register/);
  assert.doesNotThrow(check('map: {label: a, to: {platform: other, measure: victims}}'));
});

test('places hold what lies in them and nothing beside them', () => {
  const holds: readonly (readonly [string, string, boolean])[] = [
    ['a.xlsx', 'a.xlsx#Q1!B4', true],
    ['a.zip', 'a.zip/b.csv#B4', true],
    ['a.xls', 'a.xlsx#Q1!B4', false],
    ['a.xlsx#Q1', 'a.xlsx#Q1!B4', true],
    ['a.xlsx#Q1', 'a.xlsx#Q12!B4', false],
    ['a.xlsx#Q1!B4', 'a.xlsx#Q1!B4', true],
    ['a.xlsx#Q1!B4', 'a.xlsx#Q1!B40', false],
    ['a.xlsx#Q1!B4:C9', 'a.xlsx#Q1!C9', true],
    ['a.xlsx#Q1!B4:C9', 'a.xlsx#Q1!D9', false],
    ['a.xlsx#Q1!4:5', 'a.xlsx#Q1!Z5', true],
    ['a.xlsx#Q1!C', 'a.xlsx#Q1!C77', true],
    ['a.xlsx#Q1!C', 'a.xlsx#Q1!D77', false],
    ['a.csv#B4,B7', 'a.csv#B7', true],
    ['page.html#t1', 'page.html#t1r2c3', true],
    ['page.html#t1', 'page.html#t12r2c3', false],
    ['page.html#t1r2', 'page.html#t1r2c3', true],
    ['page.html#p7', 'page.html#p71', false],
  ];
  for (const [place, at, isIn] of holds) assert.equal(liesIn(at, place), isIn, `${at} in ${place}`);
});
