import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { readBlocks } from '../../../test/support/read-blocks.ts';
import { compareWithSecondReader } from '../../../test/support/second-reader.ts';
import { letters, odsOf, odsTable, stylesOf, xlsxOf } from '../../../test/support/workbooks.ts';
import { csvReader } from './csv.reader.ts';
import { odsReader } from './ods.reader.ts';
import type { Reader } from './reader.ts';
import { xlsReader } from './xls.reader.ts';
import { xlsxReader } from './xlsx.reader.ts';

const root = join(import.meta.dirname, '../../..');
const readers: Readonly<Record<string, Reader>> = {
  xlsx: xlsxReader,
  xlsm: xlsxReader,
  ods: odsReader,
  fods: odsReader,
  xls: xlsReader,
  csv: csvReader,
  tsv: csvReader,
};
const typeOf = (file: string) => file.split('.').at(-1)?.toLowerCase() ?? '';
const returned = globSync('{examples,test/samples}/**/returns/**/*.{xlsx,xlsm,ods,xls,csv,tsv}', {
  cwd: root,
});
const workbooks = [
  ...returned.filter((file) => !/[ct]sv$/.test(file)),
  ...globSync('test/samples/workbooks/*.{xlsx,ods,fods,xls}', { cwd: root }),
];
const bytesOf = (file: string) => new Uint8Array(readFileSync(join(root, file)));

async function read(file: string) {
  const reader = readers[typeOf(file)];
  assert.ok(reader !== undefined, file);
  return readBlocks(reader, bytesOf(file), basename(file));
}

test('every cell of every sample workbook reads as a second reader reads it, or differs for a known cause', async (t) => {
  const causes = new Map<string, number>();
  let cells = 0;
  for (const file of workbooks) {
    const { tables, findings } = await read(file);
    cells += tables.reduce((total, table) => total + table.cells.length, 0);
    if (findings[0]?.facts.reason === 'encrypted') {
      assert.throws(() => compareWithSecondReader(bytesOf(file), tables), /password/, file);
      continue;
    }
    const differences = compareWithSecondReader(bytesOf(file), tables);
    assert.deepEqual(
      differences.filter(({ cause }) => cause === null),
      [],
      file,
    );
    for (const { cause } of differences) causes.set(cause ?? '', (causes.get(cause ?? '') ?? 0) + 1);
  }
  assert.ok(workbooks.length >= 20 && cells > 1500, `${workbooks.length} workbooks, ${cells} cells`);
  t.diagnostic(
    `${cells} cells of ${workbooks.length} workbooks; ${JSON.stringify(Object.fromEntries(causes))}`,
  );
});

test('one workbook reads the same whichever program and format wrote it', async () => {
  const look = async (file: string) => {
    const { tables, found } = await read(`test/samples/workbooks/${file}`);
    const cells = tables.flatMap((table) =>
      table.cells.map(({ at, bold, ...cell }) => ({ ...cell, at: at.replace(/^[^#]*/, '') })),
    );
    return { cells, found: found.filter((one) => !one.includes('Old & hidden')) };
  };
  const first = await look('libreoffice.ods');
  assert.equal(first.cells.length, 35);
  const others = [
    'libreoffice.fods',
    'libreoffice.xlsx',
    'libreoffice.xls',
    'gnumeric.ods',
    'gnumeric.xlsx',
    'gnumeric-biff8.xls',
    'gnumeric-biff5.xls',
  ];
  for (const file of others) assert.deepEqual(await look(file), first, file);
});

test('the cells that the truth of a sample names hold what it says', async () => {
  let checked = 0;
  for (const file of returned) {
    const folder = dirname(file).split(/[\\/]returns[\\/]/);
    const truth = JSON.parse(
      readFileSync(join(root, folder[0] ?? '', 'truth', `${folder[1]}.json`), 'utf8'),
    ) as {
      observations: { low: number; high: number | null; at: string }[];
    };
    const { cell, has } = await read(file);
    const own = truth.observations.filter(({ at }) => at.startsWith(`${basename(file)}#`));
    for (const { low, high, at } of own) {
      const name = at.slice(basename(file).length + 1);
      if (!/^(?:.*!)?[A-Z]{1,3}\d+$/.test(name)) continue;
      // A blank may be a zero that its total proves.
      if (!has(name)) assert.equal(low, 0, at);
      const text = has(name) ? cell(name).text : '';
      const number = /^\d[\d,]*$/.test(text) ? Number(text.replaceAll(',', '')) : null;
      if (number !== null) assert.deepEqual([low, high], [number, number], at);
      checked++;
    }
  }
  assert.ok(checked > 300, `${checked} cells checked`);
});

const value = fc.oneof(
  fc.nat(3000),
  fc.integer({ min: -50, max: 5_000_000 }),
  fc.integer({ min: 0, max: 9999 }).map((hundredths) => hundredths / 100),
  fc.constantFrom('Snapchat', 'a & b', '<5', '1,037', ' x  y ', '007', '*', 'Café', '£5', 'Total', '-'),
  fc.constant(null),
);
const grids = fc.array(fc.array(value, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 });

test('a generated sheet reads back as it was written and as the second reader reads it', async () => {
  const codes = ['0', '#,##0', '0.00', '@', '#,##0;(#,##0)', '000'];
  await fc.assert(
    fc.asyncProperty(
      grids,
      fc.array(fc.nat(codes.length), { minLength: 6, maxLength: 6 }),
      async (grid, styles) => {
        const rows = grid.map((cells, r) => {
          const written = cells.map((one, c) => {
            const at = `r="${letters(c)}${r + 1}"`;
            if (one === null) return `<c ${at}/>`;
            if (typeof one === 'number') return `<c ${at} s="${styles[c]}"><v>${one}</v></c>`;
            return `<c ${at} t="inlineStr"><is><t xml:space="preserve">${one.replace('&', '&amp;').replace('<', '&lt;')}</t></is></c>`;
          });
          return `<row r="${r + 1}">${written.join('')}</row>`;
        });
        const xlsx = xlsxOf({ sheets: [{ name: 'Data', rows: rows.join('') }], styles: stylesOf(codes) });
        const ods = odsOf(odsTable('Data', grid));
        for (const [reader, bytes] of [
          [xlsxReader, xlsx],
          [odsReader, ods],
        ] as const) {
          const { tables } = await readBlocks(reader, bytes);
          const held = grid.flatMap((cells, row) =>
            cells.flatMap((one, col) => (one === null ? [] : [{ row, col, one }])),
          );
          assert.deepEqual(
            tables[0]?.cells.map(({ row, col, stored, text }) => ({ row, col, one: stored ?? text })),
            held.map((cell) => ({
              ...cell,
              one: typeof cell.one === 'string' ? cell.one.replace(/\s+/g, ' ').trim() : cell.one,
            })),
          );
          assert.deepEqual(
            compareWithSecondReader(bytes, tables).filter(({ cause }) => cause === null),
            [],
          );
        }
      },
    ),
    { numRuns: 150 },
  );
});
