import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { unzipSync } from 'fflate';
import { readBlocks } from '../../../test/support/read-blocks.ts';
import { zipOf } from '../../../test/support/workbooks.ts';
import { xlsbReader, xlsReader } from './xls.reader.ts';

const library = createRequire(import.meta.url)('@e965/xlsx') as typeof import('@e965/xlsx');
const samples = join(import.meta.dirname, '../../../test/samples/workbooks');
const sample = (name: string) => new Uint8Array(readFileSync(join(samples, name)));

function written(type: 'xlsb' | 'biff8' | 'xlml', grid: unknown[][]): Uint8Array {
  const book = library.utils.book_new();
  library.utils.book_append_sheet(book, library.utils.aoa_to_sheet(grid), 'Data');
  return new Uint8Array(library.write(book, { type: 'buffer', bookType: type, bookSST: true }) as Buffer);
}

test('an older Excel workbook reads with what it shows, stores, merges and hides', async () => {
  const { tables, cell, found } = await readBlocks(xlsReader, sample('libreoffice.xls'), 'old.xls');
  assert.deepEqual([cell('Victims!B6').text, cell('Victims!B6').stored], ['1,234', 1234]);
  assert.deepEqual([cell('Victims!C6').text, cell('Victims!C6').stored], ['<5', 3]);
  assert.deepEqual([cell('Victims!B2').kind, cell('Victims!B2').stored], ['date', '2024-04-01']);
  assert.equal(cell('Victims!B4').colSpan, 2);
  assert.deepEqual([cell('Victims!A4').bold, cell('Victims!A6').bold], [true, false]);
  assert.deepEqual([cell('Victims!D8').hidden, cell('Victims!E6').hidden], [true, true]);
  assert.equal(tables[1]?.visibility, 'hidden');
  assert.deepEqual(
    found.filter((one) => one.startsWith('stored')),
    ['stored-value-hidden #Victims!C6'],
  );
});

test('a raised footnote mark of an older workbook is not part of its number', async () => {
  for (const name of ['libreoffice.xls', 'gnumeric-biff8.xls', 'gnumeric-biff5.xls']) {
    const { cell } = await readBlocks(xlsReader, sample(name));
    assert.deepEqual([cell('Victims!B7').text, cell('Victims!B7').marks], ['45', ['2']], name);
    assert.deepEqual([cell('Victims!B5').text, cell('Victims!B5').marks], ['Female', ['1']], name);
  }
});

test('letters of an old code page are read', async () => {
  const { cell } = await readBlocks(xlsReader, sample('gnumeric-biff5.xls'));
  assert.equal(cell('Victims!A10').text, 'Café – £5 “quoted” and a second line');
});

test('binary workbooks and the XML of Excel 2003 read like any other', async () => {
  const grid = [
    ['Age', 'Victims'],
    ['13', 40],
    [true, 0.5],
  ];
  for (const [reader, bytes] of [
    [xlsbReader, written('xlsb', grid)],
    [xlsReader, written('xlml', grid)],
    [xlsReader, written('biff8', grid)],
  ] as const) {
    assert.ok(reader.recognises(bytes, 'reply') > 0.8);
    const { cell, findings } = await readBlocks(reader, bytes);
    assert.deepEqual(
      [cell('A2').text, cell('A2').stored, cell('B2').stored, cell('A3').stored],
      ['13', null, 40, true],
    );
    assert.deepEqual(findings, []);
  }
});

test('a raised footnote mark of a binary workbook is not part of its number', async () => {
  const parts = unzipSync(written('xlsb', [['452', 'plain']]));
  const styles = Buffer.from(parts['xl/styles.bin'] ?? []);
  const font = fontRecord(styles);
  const raised = Buffer.from(font);
  raised.writeUInt16LE(1, 2 + 6);
  const at = styles.indexOf(font);
  const bytes = zipOf({
    ...parts,
    'xl/styles.bin': Buffer.concat([styles.subarray(0, at), font, raised, styles.subarray(at + font.length)]),
    'xl/sharedStrings.bin': Buffer.concat([
      record([0x9f, 0x01], Buffer.from([2, 0, 0, 0, 2, 0, 0, 0])),
      record([19], Buffer.concat([Buffer.from([1]), wide('452'), Buffer.from([1, 0, 0, 0, 2, 0, 1, 0])])),
      record([19], Buffer.concat([Buffer.from([0]), wide('plain')])),
      record([0xa0, 0x01], Buffer.alloc(0)),
    ]),
  });
  const { cell } = await readBlocks(xlsbReader, bytes);
  assert.deepEqual([cell('A1').text, cell('A1').marks, cell('B1').text], ['45', ['2'], 'plain']);
});

function record(type: number[], data: Buffer): Buffer {
  return Buffer.concat([Buffer.from(type), Buffer.from([data.length]), data]);
}

function wide(text: string): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(text.length);
  return Buffer.concat([length, Buffer.from(text, 'utf16le')]);
}

/** The first font of a style part, header included: type 43 and a length of one byte. */
function fontRecord(styles: Buffer): Buffer {
  for (let at = 0; at < styles.length; ) {
    const header = (styles[at] ?? 0) < 0x80 ? 1 : 2;
    const length = styles[at + header] ?? 0;
    if (header === 1 && styles[at] === 43) return styles.subarray(at, at + 2 + length);
    at += header + 1 + length;
  }
  throw new Error('no font in the style part');
}

test('a locked or cut older workbook is reported and not guessed at', async () => {
  const whole = sample('libreoffice.xls');
  const cut = await readBlocks(xlsReader, whole.slice(0, 3000));
  assert.deepEqual([cut.tables.length, cut.findings[0]?.code], [0, 'unreadable']);
  const wrapped = new Uint8Array(1024);
  wrapped.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  wrapped.set(Buffer.from('EncryptedPackage', 'utf16le'), 600);
  const locked = await readBlocks(xlsReader, wrapped);
  assert.equal(locked.findings[0]?.facts.reason, 'encrypted');
});
