import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type MailParts, mailOf } from '../../../test/support/mails.ts';
import type { Contents } from './container.ts';
import { emlContainer } from './eml.container.ts';
import { usualLimits } from './reader.ts';

async function open(parts: MailParts): Promise<Contents> {
  return emlContainer.open(mailOf(parts), 'reply.eml', usualLimits);
}

async function body(parts: MailParts): Promise<readonly string[]> {
  const { blocks } = await open(parts);
  return blocks
    .filter((block) => /#(?:l|p|t)\d/.test(block.at))
    .map((block) => {
      const place = block.at.replace('reply.eml#', '');
      return block.kind === 'line'
        ? `${block.furniture ? '~' : ''}${place} ${block.text}`
        : `${place} ${block.cells.map((cell) => cell.text).join('|')}`;
    });
}

test('a message names who sent it by domain only, and its subject, as furniture', async () => {
  const { blocks } = await open({ subject: 'FOI 25/1', from: 'a.person@Force.example', text: 'Hello' });
  assert.deepEqual(
    blocks.slice(0, 3).map((block) => block.kind === 'line' && [block.at, block.text, block.furniture]),
    [
      ['reply.eml#subject', 'FOI 25/1', true],
      ['reply.eml#from', 'force.example', true],
      ['reply.eml#date', '2025-06-10', true],
    ],
  );
});

test('lines of a message are counted with blank ones, and a wrapped sentence stands where it begins', async () => {
  const text =
    'Good afternoon,\n\nQ1. Between 1 April 2015 and 31 March 2016 there were 13 recorded offences against\nchildren.\n\n' +
    '   Snapchat: 8\n   Instagram: 5\n';
  assert.deepEqual(await body({ text }), [
    'l1 Good afternoon,',
    'l3 Q1. Between 1 April 2015 and 31 March 2016 there were 13 recorded offences against children.',
    'l6 Snapchat: 8',
    'l7 Instagram: 5',
  ]);
});

test('mail wrapped throughout is joined wherever the next word had no room', async () => {
  const text = `${'The answer to the first question of your request is that there were 85'}\nOffences in the year. ${'This is the number of crimes recorded, and'}\n12 of them were passed on.`;
  assert.deepEqual(await body({ text }), [
    'l1 The answer to the first question of your request is that there were 85 Offences in the year. This is the number of crimes recorded, and 12 of them were passed on.',
  ]);
});

test('earlier mail below a reply is furniture, in each of the forms that mail programs write', async () => {
  const forms = [
    '> How many were there in 2015/16?',
    '-----Original Message-----\nHow many were there in 2015/16?',
    'From: requests@collector.example\nSent: 29 May 2025 09:02\nHow many were there in 2015/16?',
    'On 29 May 2025, at 09:02, Requests <requests@collector.example> wrote:\nHow many were there in 2015/16?',
  ];
  for (const form of forms) {
    const lines = await body({ text: `There were 85.\n\n${form}\n` });
    assert.equal(lines[0], 'l1 There were 85.', form);
    assert.ok(lines.length > 1 && lines.slice(1).every((line) => line.startsWith('~')), form);
  }
});

test('a forwarded answer is not earlier mail', async () => {
  const text = 'See below.\n\nFrom: foi@force.example\nSent: 10 June 2025\n\nThere were 85.\n';
  assert.equal((await body({ subject: 'FW: reply', text })).at(-1), 'l6 There were 85.');
});

test('columns in the text of a message are a table, unless they stand in earlier mail', async () => {
  const columns = 'Age       Female   Male\n0-11      13       5\n12-15     47       9\n';
  assert.deepEqual(await body({ text: `Hello\n\n${columns}` }), [
    'l1 Hello',
    'l3 Age|Female|Male|0-11|13|5|12-15|47|9',
  ]);
  const quoted = await body({ text: `There were 85.\n\n-----Original Message-----\n${columns}` });
  assert.ok(quoted.slice(1).every((line) => line.startsWith('~')));
});

test('the page form of a message is read where it keeps a table that the text form loses', async () => {
  const html = '<p>See:</p><table><tr><td>Age</td><td>N</td></tr><tr><td>12</td><td>5</td></tr></table>';
  assert.deepEqual(await body({ text: 'See:\nAge\nN\n12\n5\n', html }), ['p1 See:', 't1 Age|N|12|5']);
  assert.deepEqual(await body({ text: 'There were 85.', html: '<p>There were 85.</p>' }), [
    'l1 There were 85.',
  ]);
  assert.deepEqual(await body({ html: '<p>There were 85.</p>' }), ['p1 There were 85.']);
});

test('what is attached to a message is handed on by name, two of one name apart', async () => {
  const bytes = new Uint8Array([1, 2, 3]);
  const { members } = await open({
    text: 'Attached.',
    attachments: [
      { name: 'book.xlsx', bytes },
      { name: 'book.xlsx', bytes: new Uint8Array([4]) },
      { name: '../../letter.pdf', bytes },
      { name: 'smime.p7s', type: 'application/pkcs7-signature', bytes },
    ],
  });
  assert.deepEqual(
    members.map(({ name, bytes: content }) => [name, content.length]),
    [
      ['book.xlsx', 3],
      ['book.xlsx (2)', 1],
      ['letter.pdf', 3],
    ],
  );
});

test('a picture in a message is reported, a crest is not', async () => {
  const picture = (size: number): MailParts['attachments'] => [
    { name: 'image1.png', type: 'image/png', bytes: new Uint8Array(size), inline: true },
  ];
  const codes = async (text: string, size: number): Promise<readonly string[]> =>
    (await open({ text, attachments: picture(size) ?? [] })).findings.map((found) => found.code);
  assert.deepEqual(await codes('See the picture.', 50_000), ['not-a-return']);
  assert.deepEqual(await codes('There were 85.', 50_000), ['hidden-content']);
  assert.deepEqual(await codes('There were 85.', 500), []);
});

test('a message is recognised by its fields, a list of fields is not', () => {
  assert.equal(emlContainer.recognises(mailOf({ text: 'x' }), 'reply'), 1);
  assert.equal(emlContainer.recognises(Buffer.from('From: A\nTo: B\n\nHello'), 'message.txt'), 0);
  assert.equal(emlContainer.recognises(Buffer.from('Age,Victims\n12,5\n'), 'x.eml'), 0);
});
