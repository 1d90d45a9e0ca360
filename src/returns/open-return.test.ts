import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Refusal } from '#finding/refusal.ts';
import { letterOf, p } from '../../test/support/letters.ts';
import { mailOf } from '../../test/support/mails.ts';
import { pdfOf } from '../../test/support/pdf.ts';
import { xlsxOf, zipOf } from '../../test/support/workbooks.ts';
import type { Document } from './document.ts';
import { type OpenOptions, openReturn } from './open-return.ts';
import { usualLimits } from './readers/reader.ts';

const letter = letterOf({ body: p('We recorded 85 offences.') });
const page = Buffer.from('<!DOCTYPE html><p>We recorded 85 offences.</p>');
const pdf = pdfOf({ pages: [[{ text: 'We recorded 85 offences.', x: 60, y: 60 }]] });
const book = xlsxOf({
  sheets: [{ name: 'Data', rows: '<row r="1"><c r="A1"><v>85</v></c></row>' }],
});

async function inFolder(
  files: Readonly<Record<string, Uint8Array | string>>,
  options: OpenOptions = { isolated: false },
): Promise<readonly Document[]> {
  const folder = await mkdtemp(join(tmpdir(), 'return-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      await writeFile(join(folder, name), content);
    }
    return await openReturn(folder, options);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function told(documents: readonly Document[]): readonly string[] {
  return documents.map(({ file, type, findings }) =>
    [file, type, ...findings.map((found) => found.code)].join(' '),
  );
}

test('a folder is read in order of name, without dotfiles and recorded decisions', async () => {
  const documents = await inFolder({
    'b.docx': letter,
    'a.html': page,
    '.DS_Store': 'x',
    'decisions.yaml': 'a: 1',
    'c.pdf': pdf,
  });
  assert.deepEqual(told(documents), ['a.html html', 'b.docx docx', 'c.pdf pdf']);
  assert.ok(documents.every((document) => /^[0-9a-f]{64}$/.test(document.sha256)));
});

test('a path that is not there is refused', async () => {
  await assert.rejects(
    openReturn('/no/such/return', { isolated: false }),
    (error) => error instanceof Refusal && error.code === 'not-found',
  );
});

test('a file is told by what it holds, whatever its name', async () => {
  const documents = await inFolder({
    'letter.pdf': letter,
    'page.xls': page,
    'reply.docx': pdf,
    'reply.txt': mailOf({ text: '85' }),
  });
  assert.deepEqual(told(documents), ['letter.pdf docx', 'page.xls html', 'reply.docx pdf', 'reply.txt eml']);
});

test('what is attached to a message and packed in an archive is read as outer and inner name', async () => {
  const inner = mailOf({ text: 'Attached.', attachments: [{ name: 'book.xlsx', bytes: book }] });
  const outer = mailOf({
    text: 'Forwarded.',
    attachments: [{ name: 'reply.eml', type: 'message/rfc822', bytes: inner }],
  });
  const documents = await inFolder({
    'all.zip': zipOf({
      'one/letter.docx': letter,
      'two/letter.docx': letter,
      '__MACOSX/._x': 'x',
      'mail.eml': outer,
    }),
  });
  assert.deepEqual(told(documents), [
    'all.zip/mail.eml eml',
    'all.zip/mail.eml/reply.eml eml',
    'all.zip/mail.eml/reply.eml/book.xlsx xlsx',
    'all.zip/one/letter.docx docx',
    'all.zip/two/letter.docx docx',
  ]);
  assert.equal(documents[2]?.blocks[0]?.at, 'all.zip/mail.eml/reply.eml/book.xlsx#Data');
});

test('kinds that are not read are named, with what to ask for', async () => {
  const ole = (stream: string): Uint8Array =>
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(504),
      Buffer.from(stream, 'utf16le'),
      Buffer.alloc(512),
    ]);
  const files: Readonly<Record<string, Uint8Array | string>> = {
    'a.doc': ole('WordDocument'),
    'b.msg': ole('__substg1.0_0037001F'),
    'c.xlsx': ole('EncryptedPackage'),
    'd.png': Buffer.from('89504e470d0a1a0a0000', 'hex'),
    'e.rtf': '{\\rtf1 85 offences}',
    'f.odt': zipOf({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<a/>' }),
    'g.bin': Buffer.from([0, 1, 2, 3, 255, 254, 0, 0, 7]),
    'h.csv': '',
    'i.zip': zipOf({}),
  };
  const found = (await inFolder(files)).map(({ file, findings }) => [
    file,
    findings[0]?.code,
    findings[0]?.facts.reason ?? findings[0]?.facts.why,
  ]);
  assert.deepEqual(found, [
    ['a.doc', 'unreadable', 'not-supported'],
    ['b.msg', 'unreadable', 'not-supported'],
    ['c.xlsx', 'unreadable', 'encrypted'],
    ['d.png', 'not-a-return', 'picture of text'],
    ['e.rtf', 'unreadable', 'not-supported'],
    ['f.odt', 'unreadable', 'not-supported'],
    ['g.bin', 'unreadable', 'not-supported'],
    ['h.csv', 'unreadable', 'damaged'],
    ['i.zip', 'not-a-return', 'an archive with no files in it'],
  ]);
});

test('archives inside archives end at a limit, and what is left unread is reported', async () => {
  let nested: Uint8Array = zipOf({ 'letter.docx': letter });
  for (let depth = 0; depth < 8; depth += 1) {
    nested = zipOf({ 'a.zip': nested });
  }
  const deep = await inFolder({ 'a.zip': nested });
  assert.deepEqual(told(deep), ['a.zip/a.zip/a.zip/a.zip/a.zip/a.zip/a.zip unknown unreadable']);
  const limits = { ...usualLimits, members: 3 };
  const many = await inFolder(
    {
      'a.zip': zipOf({ '1.html': page, 'b.zip': zipOf({ '2.html': page, '3.html': page, '4.html': page }) }),
    },
    { isolated: false, limits },
  );
  assert.ok(told(many).includes('a.zip/b.zip unknown unreadable'));
  const limited = await inFolder(
    { 'a.html': page },
    { isolated: false, limits: { ...usualLimits, bytes: 10 } },
  );
  assert.deepEqual(told(limited), ['a.html unknown unreadable']);
});

test('the same folder gives the same documents in threads and without, places of blank cells too', async () => {
  const files = {
    'a.xlsx': book,
    'b.csv': 'Age,Victims\n12,5\n13,\n',
    'c.html': '<table><tr><td>A<td>B<tr><td>x<td></table>',
    'd.txt': 'Age       Female   Male\n0-11      13       5\n12-15     47       9\n',
    'e.pdf': pdf,
    'f.eml': mailOf({ text: 'Attached.', attachments: [{ name: 'book.xlsx', bytes: book }] }),
  };
  const spread = (documents: readonly Document[]): unknown =>
    documents.map((document) => ({
      ...document,
      blocks: document.blocks.map((block) =>
        block.kind === 'line'
          ? block
          : {
              ...block,
              placeOf: Array.from({ length: block.rows + 2 }, (_, row) =>
                Array.from({ length: block.cols }, (__, col) =>
                  row < block.rows ? block.placeOf(row, col) : '',
                ),
              ),
            },
      ),
    }));
  assert.deepEqual(spread(await inFolder(files, {})), spread(await inFolder(files)));
});
