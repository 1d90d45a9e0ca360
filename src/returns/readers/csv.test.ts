import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readBlocks } from '../../../test/support/read-blocks.ts';
import { csvReader } from './csv.reader.ts';
import { chooseDelimiter } from './csv-delimiter.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

test('a delimited file is one table with its rows and columns where they stand', async () => {
  const { tables, cell } = await readBlocks(csvReader, utf8('Force,Total\n\nAvon,"1,037"\n'), 'list.csv');
  assert.deepEqual([cell('B3').text, cell('B3').at, cell('B3').row], ['1,037', 'list.csv#B3', 2]);
  assert.deepEqual([tables[0]?.rows, tables[0]?.cols, tables[0]?.placeOf(0, 3)], [3, 2, 'list.csv#D1']);
  assert.deepEqual([cell('B3').stored, cell('B3').kind], [null, 'text'], 'a file of text stores no number');
});

test('the delimiter is the one that gives neighbouring lines as many columns', () => {
  const cases: [string, string][] = [
    ['a,b\n1,2\n3,4\n', ','],
    ['a;b\n1,5;2,5\n3,5;4,5\n', ';'],
    ['Practice data, invented; not a document\nName\tNo\nAvon\t1,037\nKent\t2,114\n', '\t'],
    ['a|b|c\n1|2|3\n', '|'],
    ['Reply, with a note, and more.\nPlatform;Number\nSnapchat, other;12\nNone;3\n', ';'],
    ['sep=;\na,b;c\n', ';'],
    ['"one; two",3\n"four; five",6\n', ','],
    ['Age, Number\n13, 4\n14, 5\n', ','],
  ];
  for (const [text, delimiter] of cases) assert.equal(chooseDelimiter(text).delimiter, delimiter, text);
});

test('every usual encoding of a text file gives the same letters', async () => {
  const text = 'Sir Gâr,£5\nCaf\u00e9 – “x”,7\n';
  const utf16 = (mark: boolean) => Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
  const big = utf16(true).swap16();
  const old = Buffer.from(
    [...text].map((letter) => ({ '–': 0x96, '“': 0x93, '”': 0x94 })[letter] ?? letter.charCodeAt(0)),
  );
  for (const bytes of [utf8(text), utf8(`\ufeff${text}`), utf16(true), utf16(false), big, old]) {
    const { cell } = await readBlocks(csvReader, new Uint8Array(bytes));
    assert.deepEqual(
      [cell('A1').text, cell('B1').text, cell('A2').text],
      ['Sir Gâr', '£5', 'Caf\u00e9 – “x”'],
    );
  }
});

test('line ends of any kind end a row, and none of them adds a row', async () => {
  for (const end of ['\n', '\r\n', '\r']) {
    const { tables } = await readBlocks(csvReader, utf8(['a,1', 'b,2', ''].join(end)));
    assert.deepEqual([tables[0]?.rows, tables[0]?.cells.length], [2, 4]);
  }
});

test('a quoted field may hold the delimiter, quotes and line ends', async () => {
  const { cell, found } = await readBlocks(csvReader, utf8('a,"say ""5"",\nor so",2\nb,c,3\n'));
  assert.deepEqual(
    [cell('B1').text, cell('C1').text, cell('C2').text, found.length],
    ['say "5", or so', '2', '3', 0],
  );
});

test('a quotation mark that never closes swallows nothing and is reported', async () => {
  const { cell, findings } = await readBlocks(csvReader, utf8('a,b\n"open,2\nc,3\nd,4\n'));
  assert.deepEqual([cell('B2').text, cell('B4').text], ['2', '4']);
  assert.deepEqual([findings[0]?.code, findings[0]?.facts.reason], ['unreadable', 'damaged']);
});

test('a number cut in two by its own thousands comma is reported', async () => {
  const cut = await readBlocks(csvReader, utf8('Year,Total\n2023/24,981\n2024/25,1,037\n'));
  assert.deepEqual(cut.found, ['unreadable #B3']);
  const whole = await readBlocks(csvReader, utf8('Age,Female,Male\n13,12,100\n14,5,104\n'));
  assert.deepEqual(whole.found, []);
});

test('a letter is not taken for a delimited file and bytes that are no text are refused', async () => {
  const letter = utf8(
    'Dear all,\n\nWe hold 5 records, of which 3 are new, and will write.\n\nYours,\nThe team\n',
  );
  assert.equal(csvReader.recognises(letter, 'reply.txt'), 0);
  assert.ok(csvReader.recognises(utf8('a,b\n1,2\n'), 'reply.txt') > 0.5);
  const { findings } = await readBlocks(
    csvReader,
    Uint8Array.from({ length: 300 }, (_, n) => n % 256),
  );
  assert.equal(findings[0]?.code, 'unreadable');
});
