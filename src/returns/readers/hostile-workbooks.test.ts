import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { readBlocks } from '../../../test/support/read-blocks.ts';
import { fodsOf, odsOf, odsTable, xlsxOf, xlsxRows, zipOf } from '../../../test/support/workbooks.ts';
import { csvReader } from './csv.reader.ts';
import { odsReader } from './ods.reader.ts';
import { type Reader, usualLimits } from './reader.ts';
import { txtReader } from './txt.reader.ts';
import { xlsbReader, xlsReader } from './xls.reader.ts';
import { xlsxReader } from './xlsx.reader.ts';

const samples = join(import.meta.dirname, '../../../test/samples/workbooks');
const readerOf: Readonly<Record<string, Reader>> = {
  xlsx: xlsxReader,
  ods: odsReader,
  fods: odsReader,
  xls: xlsReader,
};
const grid = [
  ['Age', 'Victims'],
  ['12-15', 41],
  ['16-17', 7],
  ['Total', 48],
];
const book = (rows: string, after = '') => xlsxOf({ sheets: [{ name: 'Data', rows, after }] });

/** Reads within two seconds, throws nothing, and gives the reason of the first finding. */
async function reasonOf(reader: Reader, bytes: Uint8Array): Promise<unknown> {
  const started = performance.now();
  const { tables, findings } = await readBlocks(reader, bytes);
  assert.ok(performance.now() - started < 2000, 'too slow');
  assert.equal(tables.length, 0);
  assert.equal(findings[0]?.code, 'unreadable');
  return findings[0]?.facts.reason;
}

test('a small workbook that inflates beyond the limit is refused before it is inflated', async () => {
  const bomb = book(`<!--${' '.repeat(9_000_000)}-->`);
  assert.ok(bomb.length < 20_000);
  const tight = await readBlocks(xlsxReader, bomb, 'book', { ...usualLimits, inflatedBytes: 8_000_000 });
  assert.deepEqual([tight.tables.length, tight.findings[0]?.facts.reason], [0, 'over-limits']);
});

test('a spreadsheet of a thousand bytes that repeats one cell over a whole sheet is refused', async () => {
  const cell =
    '<table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell>';
  const row = `<table:table-row table:number-rows-repeated="1048576">${cell}</table:table-row>`;
  const table = `<table:table table:name="S">${row}</table:table>`;
  assert.equal(await reasonOf(odsReader, odsOf(table)), 'over-limits');
  assert.equal(await reasonOf(odsReader, fodsOf(table)), 'over-limits');
});

test('markup that declares a document type or uses an entity of its own is refused', async () => {
  const entity = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>';
  const workbook = xlsxOf({ sheets: [{ name: 'S', rows: '<row><c t="str"><v>&a;</v></c></row>' }] });
  assert.equal(await reasonOf(xlsxReader, workbook), 'unsafe');
  const declared = zipOf({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': `${entity}<a>&a;</a>`,
  });
  assert.equal(await reasonOf(odsReader, declared), 'unsafe');
});

test('elements nested beyond the limit are refused', async () => {
  const deep = (name: string) => `<${name}>`.repeat(100_000) + `</${name}>`.repeat(100_000);
  assert.equal(await reasonOf(xlsxReader, book(deep('row'))), 'over-limits');
  assert.equal(await reasonOf(odsReader, odsOf(deep('table:table-row-group'))), 'over-limits');
});

test('merged cells as large as the sheet cost nothing', async () => {
  const merges = Array.from({ length: 2000 }, (_, n) => `<mergeCell ref="A${n + 1}:XFD1048576"/>`);
  const started = performance.now();
  const { tables } = await readBlocks(
    xlsxReader,
    book(xlsxRows(grid), `<mergeCells>${merges.join('')}</mergeCells>`),
  );
  assert.ok(performance.now() - started < 2000);
  assert.deepEqual([tables[0]?.rows, tables[0]?.cols], [4, 2]);
});

test('cells beyond the edge of any sheet, broken references and broken numbers are refused', async () => {
  for (const cell of [
    '<c r="ZZZZ1"><v>1</v></c>',
    '<c r="A99999999"><v>1</v></c>',
    '<c r="4"><v>1</v></c>',
    '<c r="A1"><v>1x</v></c>',
    '<c r="A1" t="s"><v>9</v></c>',
    '<c r="A1"><v>1</c></v>',
  ]) {
    assert.equal(await reasonOf(xlsxReader, book(`<row>${cell}</row>`)), 'damaged', cell);
  }
});

test('an encrypted spreadsheet of either kind says so', async () => {
  const encrypted = zipOf({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'META-INF/manifest.xml': '<manifest><encryption-data/></manifest>',
    'content.xml': 'ciphertext',
  });
  assert.equal(await reasonOf(odsReader, encrypted), 'encrypted');
  const locked = Uint8Array.from(book(xlsxRows(grid)));
  const view = new DataView(locked.buffer);
  for (let at = 0; at < locked.length - 4; at++)
    if (view.getUint32(at, true) === 0x02014b50) locked[at + 8] = 1;
  assert.equal(await reasonOf(xlsxReader, locked), 'encrypted');
});

test('a workbook cut short anywhere is reported and gives no table', async () => {
  for (const file of ['libreoffice.xlsx', 'libreoffice.ods', 'gnumeric.ods']) {
    const whole = new Uint8Array(readFileSync(join(samples, file)));
    const reader = readerOf[file.split('.')[1] ?? ''] ?? xlsxReader;
    for (let part = 0; part < 20; part++) {
      assert.equal(
        await reasonOf(reader, whole.slice(0, Math.floor((whole.length * part) / 20))),
        'damaged',
        file,
      );
    }
  }
});

test('a workbook with changed bytes reads as before or is reported, and never stops the program', async () => {
  const files = globSync('*.{xlsx,ods,xls,fods}', { cwd: samples });
  const seen = { whole: 0, reported: 0, changed: 0 };
  for (const file of files) {
    const type = file.split('.')[1] ?? '';
    const reader = readerOf[type] ?? xlsxReader;
    const whole = new Uint8Array(readFileSync(join(samples, file)));
    const before = JSON.stringify(await readBlocks(reader, whole));
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const bytes = Uint8Array.from(whole);
        bytes[at] = (bytes[at] ?? 0) ^ flip;
        const after = await readBlocks(reader, bytes);
        if (after.findings.some(({ code }) => code === 'unreadable')) seen.reported++;
        else if (JSON.stringify(after) === before) seen.whole++;
        else seen.changed++;
        // A package carries checksums; the flat and the older types carry none, and nobody could tell.
        if (type === 'xlsx' || type === 'ods') assert.equal(seen.changed, 0, `${file} at ${at}`);
      }),
      { numRuns: 50, seed: 7 },
    );
    seen.changed = 0;
  }
  assert.ok(seen.reported > 50 && seen.whole > 10, JSON.stringify(seen));
});

test('bytes of any kind given to any reader end in a finding or a table, and never in an error', async () => {
  const readers = [xlsxReader, odsReader, xlsReader, xlsbReader, csvReader, txtReader];
  const opening = fc.constantFrom(
    [],
    [0x50, 0x4b, 3, 4],
    [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    [9, 8, 16, 0],
    [0xff, 0xfe],
    [...Buffer.from('<?xml version="1.0"?><office:document')],
  );
  await fc.assert(
    fc.asyncProperty(opening, fc.uint8Array({ maxLength: 700 }), async (start, rest) => {
      const bytes = Uint8Array.from([...start, ...rest]);
      for (const reader of readers) {
        assert.ok(reader.recognises(bytes, 'reply') >= 0);
        const { blocks, findings } = await reader.read(bytes, 'reply', usualLimits);
        assert.ok(
          blocks.length > 0 ||
            findings.length > 0 ||
            reader === txtReader ||
            reader === csvReader ||
            reader === odsReader,
        );
      }
    }),
    { numRuns: 300 },
  );
});

test('a flat spreadsheet or an older workbook whose structure is broken is reported', async () => {
  const flat = new TextDecoder().decode(fodsOf(odsTable('Data', grid)));
  assert.equal(
    await reasonOf(odsReader, new TextEncoder().encode(flat.replace('</table:table-row>', ''))),
    'damaged',
  );
  assert.equal(await reasonOf(odsReader, new TextEncoder().encode(flat.slice(0, -20))), 'damaged');
});
