/** Files that stop before their end, in the types that carry no checksum, and whole files that look a little like them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentsOf } from '../../../test/support/read-text.ts';

async function isTold(file: string, text: string): Promise<boolean> {
  const documents = await documentsOf({ [file]: text });
  return documents.some(({ findings }) => findings.some(({ code }) => code === 'cut-short'));
}

const mail = [
  'From: a@example.org',
  'To: b@example.org',
  'Subject: FOI',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary="x1"',
  '',
  '--x1',
  'Content-Type: text/plain',
  '',
  'There were 52 offences in 2024/25.',
  '--x1--',
  '',
];

const cases: readonly (readonly [what: string, file: string, text: string, told: boolean])[] = [
  ['a table whose last number may have lost figures', 'a.csv', 'Year,Offences\n2023/24,47\n2024/25,5', true],
  ['a table that ends with its line', 'a.csv', 'Year,Offences\n2023/24,47\n2024/25,52\n', false],
  ['a table that ends with a total', 'a.csv', 'Year,Offences\n2023/24,47\nTotal,47', false],
  ['a table that ends with a note', 'a.csv', 'Year,Offences\n2023/24,47\nCounted by date of record.', false],
  ['a list that stops in a number', 'a.txt', 'Snapchat: 12\nInstagram: 1', true],
  ['a letter that stops in a sentence', 'a.txt', 'FOI 12\nI can confirm that the force recorded', true],
  [
    'a letter that ends with a name and no line end',
    'a.txt',
    'There were 52 offences.\nDisclosure Unit',
    false,
  ],
  ['a page without its end', 'a.html', '<html><body><p>There were 52 offences.</p>', true],
  ['a page with its end', 'a.html', '<html><body><p>There were 52 offences.</p></body></html>', false],
  ['a piece of a page', 'a.html', '<p>There were 52 offences.</p>', false],
  ['a piece of a page whose table stays open', 'a.html', '<table><tr><td>Offences</td><td>5', true],
  ['a message in parts without its last mark', 'a.eml', mail.slice(0, -2).join('\r\n'), true],
  ['a message in parts, whole', 'a.eml', mail.join('\r\n'), false],
];

for (const [what, file, text, told] of cases)
  test(`${what} is ${told ? 'told as cut short' : 'whole'}`, async () => {
    assert.equal(await isTold(file, text), told);
  });
