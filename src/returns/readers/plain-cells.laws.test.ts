import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { letters, odsOf, odsTable, stylesOf, xlsxOf, zipOf } from '../../../test/support/workbooks.ts';
import { odsReader } from './ods.reader.ts';
import { type Reader, usualLimits } from './reader.ts';
import { xlsxReader } from './xlsx.reader.ts';

const root = join(import.meta.dirname, '../../..');

/** The same workbook under prefixes nobody uses, which the quick reading of plain cells leaves alone. */
function underOtherPrefixes(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  return zipOf(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => {
        if (name === 'content.xml')
          return [name, strFromU8(part).replace(/(<\/?|\s)table(?=:)|(xmlns:)table(?==)/g, '$1$2tbl')];
        if (!/worksheets\/[^/]+\.xml$/.test(name)) return [name, part];
        const renamed = strFromU8(part).replace(/(<\/?)([A-Za-z]+)(?=[\s/>])/g, '$1q:$2');
        return [name, renamed.replace('xmlns="', 'xmlns:q="')];
      }),
    ),
  );
}

async function sameEitherWay(reader: Reader, bytes: Uint8Array, name: string): Promise<number> {
  const [quick, slow] = [
    await reader.read(bytes, 'b', usualLimits),
    await reader.read(underOtherPrefixes(bytes), 'b', usualLimits),
  ];
  assert.equal(JSON.stringify(quick), JSON.stringify(slow), name);
  return quick.blocks.reduce((total, block) => total + (block.kind === 'table' ? block.cells.length : 0), 0);
}

test('plain cells read quickly are read as the careful way reads them, in every sample', async () => {
  const files = globSync('{examples,test/samples}/**/*.{xlsx,ods}', { cwd: root });
  let cells = 0;
  for (const file of files) {
    const bytes = new Uint8Array(readFileSync(join(root, file)));
    if (bytes[0] !== 0x50) continue;
    cells += await sameEitherWay(file.endsWith('ods') ? odsReader : xlsxReader, bytes, file);
  }
  assert.ok(cells > 1500, `${cells} cells`);
});

test('plain and unusual cells side by side are read alike in both ways', async () => {
  const codes = ['#,##0', '"<5"', 'dd/mm/yyyy', '@'];
  const number = fc.oneof(
    fc.nat(20),
    fc.nat(2_000_000_000),
    fc.constantFrom('007', '1.5', '-3', '1e3', '', ' 4', '0'),
  );
  const cell = fc.record({
    value: number,
    style: fc.option(fc.integer({ min: 0, max: 6 }), { nil: undefined }),
    type: fc.constantFrom('', ' t="n"', ' t="s"', ' t="str"', ' t="b"'),
    named: fc.boolean(),
    spaced: fc.constantFrom('', ' '),
    formula: fc.constantFrom('', '', '<f>A1</f>'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 5 }), async (grid) => {
      const rows = grid.map((cells, r) => {
        const written = cells.map(({ value, style, type, named, spaced, formula }, c) => {
          const shared = type === ' t="s"' ? Number(String(value).length % 2) : value;
          const s = style === undefined ? '' : ` s="${style}"`;
          const at = named ? ` r="${letters(c)}${r + 1}"` : '';
          return `<c${at}${s}${type}${spaced}>${formula}<v>${shared}</v></c>`;
        });
        return `<row r="${r + 1}">${written.join('')}</row>`;
      });
      const strings =
        '<si><t>12</t></si><si><r><t>4</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r></si>';
      const sheets = [{ name: 'Data', rows: rows.join('') }];
      await sameEitherWay(xlsxReader, xlsxOf({ sheets, strings, styles: stylesOf(codes) }), 'generated');
    }),
    { numRuns: 300 },
  );
  const text = fc.constantFrom('a', ' b ', 'c&amp;d', '<5', '12', '1,037', '007', 'x  y', '');
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.oneof(fc.nat(3000), text, fc.constant(null)), { maxLength: 6 }), { maxLength: 5 }),
      async (grid) => {
        await sameEitherWay(odsReader, odsOf(odsTable('Data', grid)), 'generated');
      },
    ),
    { numRuns: 200 },
  );
});
