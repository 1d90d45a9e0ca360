/** The two workbooks of a release as other programs read them: our reader, a second reader, and LibreOffice. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import Papa from 'papaparse';
import { firstEdition } from '#publish/edition.ts';
import { type Book, type Sheet, shown, type Value } from '#publish/spreadsheet/book.ts';
import { odsBytes } from '#publish/spreadsheet/ods.ts';
import { releaseBook } from '#publish/spreadsheet/release-book.ts';
import { renderSpreadsheets } from '#publish/spreadsheet/render-spreadsheets.ts';
import { xlsxBytes } from '#publish/spreadsheet/xlsx.ts';
import type { Table } from '#returns/document.ts';
import { odsReader } from '#returns/readers/ods.reader.ts';
import { usualLimits } from '#returns/readers/reader.ts';
import { xlsxReader } from '#returns/readers/xlsx.reader.ts';
import { convert } from '../support/libreoffice.ts';
import { compareWithSecondReader } from '../support/second-reader.ts';
import { everyKindRelease } from '../support/spreadsheet-release.ts';

const release = everyKindRelease();
const book = releaseBook(release, firstEdition);
const files = new Map(
  [...renderSpreadsheets(release, firstEdition)].map(([path, bytes]) => [path.split('.').at(-1), bytes]),
);
const readers = { ods: odsReader, xlsx: xlsxReader };

/** Every row of a sheet as texts, the way it was meant. */
function rowsOf({ lines, table }: Sheet): readonly (readonly string[])[] {
  const body = (table?.rows ?? []).map((row) =>
    row.map((value) => (value.kind === 'text' ? value.text : shown(value.number, value.decimals))),
  );
  return [
    ...lines.map(({ text }) => [text]),
    ...(table === null ? [] : [table.columns.map(({ heading }) => heading)]),
    ...body,
  ];
}

function meant({ sheets }: Book): ReadonlyMap<string, readonly (readonly string[])[]> {
  return new Map(sheets.map((sheet) => [sheet.name, rowsOf(sheet)]));
}

for (const format of ['ods', 'xlsx'] as const) {
  const bytes = files.get(format) ?? new Uint8Array();

  test(`our own reader finds in the ${format} every cell that was meant, numbers as numbers, and no finding`, async () => {
    const { blocks, findings } = await readers[format].read(bytes, `release.${format}`, usualLimits);
    assert.deepEqual(findings, []);
    const tables = blocks.filter((block): block is Table => block.kind === 'table');
    assert.deepEqual(
      tables.map(({ name }) => name),
      book.sheets.map(({ name }) => name),
    );
    for (const [at, sheet] of book.sheets.entries()) {
      const own = new Map(tables[at]?.cells.map((cell) => [`${cell.row},${cell.col}`, cell]));
      for (const [row, cells] of rowsOf(sheet).entries()) {
        for (const [col, text] of cells.entries()) {
          const cell = own.get(`${row},${col}`);
          assert.equal(cell?.text, text.replace(/\s+/g, ' '), `${sheet.name} ${row},${col}`);
          const value = sheet.table?.rows[row - sheet.lines.length - 1]?.[col];
          if (value?.kind === 'number') assert.equal(cell?.stored, value.number);
          own.delete(`${row},${col}`);
        }
      }
      assert.deepEqual([...own.keys()], [], sheet.name);
    }
  });

  test(`a second reader gets the same values from the ${format}`, async () => {
    const { blocks } = await readers[format].read(bytes, `release.${format}`, usualLimits);
    const tables = blocks.filter((block): block is Table => block.kind === 'table');
    assert.deepEqual(compareWithSecondReader(bytes, tables), []);
  });

  test(`LibreOffice opens the ${format} without repair and shows every cell as it was meant`, () => {
    const dir = mkdtempSync(join(tmpdir(), 'spreadsheet-'));
    try {
      const path = join(dir, `release.${format}`);
      writeFileSync(path, bytes);
      const { files: sheets, said } = convert(path, 'csv');
      assert.doesNotMatch(said, /repair|corrupt|error/i);
      for (const [name, rows] of meant(book)) {
        const csv = new TextDecoder().decode(sheets.get(`release-${name}.csv`));
        const read = Papa.parse<string[]>(csv.trimEnd()).data;
        const width = Math.max(...rows.map((row) => row.length));
        const padded = rows.map((row) => [...row, ...Array<string>(width - row.length).fill('')]);
        assert.deepEqual(read, padded, `${format} ${name}`);
      }
      const pdf = convert(path, 'pdf').files.get('release.pdf');
      assert.equal(
        Buffer.from(pdf ?? [])
          .subarray(0, 5)
          .toString(),
        '%PDF-',
      );
    } finally {
      rmSync(dir, { recursive: true });
    }
  });
}

test('the same release gives the same two workbooks, byte for byte', () => {
  const again = renderSpreadsheets(everyKindRelease(), firstEdition);
  for (const [path, bytes] of renderSpreadsheets(release, firstEdition))
    assert.deepEqual(again.get(path), bytes, path);
});

/**
 * Rule C19, on the bytes: beside every number of the release, before it was rounded, what stands in the cells of the table. A
 * zero that is one must be the number 0, a number that only rounds to it must be [low], and nothing else may be either.
 */
async function zerosIn(format: 'ods' | 'xlsx', bytes: Uint8Array): Promise<readonly string[]> {
  const { blocks } = await readers[format].read(bytes, `release.${format}`, usualLimits);
  const tables = blocks.filter((block): block is Table => block.kind === 'table');
  const figures = new Map(release.figures.map((figure) => [figure.id, figure]));
  const wrong: string[] = [];
  for (const { cells } of tables) {
    const rows = [...Map.groupBy(cells, ({ row }) => row).values()];
    for (const row of rows) {
      const at = new Map(row.map((cell) => [cell.col, cell]));
      const figure = figures.get(row.at(-1)?.text ?? '');
      const value = figure?.number.value;
      if (figure === undefined || value?.status !== 'published') continue;
      // Counts are never rounded, so that a count of 0, or a lowest of 0, is one; a rate is as good as its total.
      const whole = figures.get(figure.from[0] ?? '')?.number.value;
      const isNone = figure.method !== 'rate' || (whole?.status === 'published' && whole.high === 0);
      for (const [col, told] of [
        [8, value.low],
        [9, value.high],
      ] as const) {
        const cell = at.get(col);
        const should = told !== 0 ? 'neither' : isNone ? '0' : '[low]';
        const is = cell?.text === '[low]' ? '[low]' : cell?.stored === 0 ? '0' : 'neither';
        if (is !== should) wrong.push(`${figure.id}: ${is} where ${should} must stand`);
      }
    }
  }
  return wrong;
}

for (const format of ['ods', 'xlsx'] as const) {
  test(`rule C19 holds in the bytes of the ${format} of a release, beside the numbers before they were rounded`, async () => {
    assert.deepEqual(await zerosIn(format, files.get(format) ?? new Uint8Array()), []);
  });

  test(`a breach of rule C19 is found in the bytes of an ${format}, whichever way round`, async () => {
    const swapped = (from: Value, to: Value): Book => ({
      ...book,
      sheets: book.sheets.map((sheet) => ({
        ...sheet,
        table: sheet.table && {
          ...sheet.table,
          rows: sheet.table.rows.map((row) =>
            row.map((value) => (JSON.stringify(value) === JSON.stringify(from) ? to : value)),
          ),
        },
      })),
    });
    const [zero, low] = [
      { kind: 'number', number: 0, decimals: 0 },
      { kind: 'text', text: '[low]', link: null },
    ] as const;
    const bytesOf = format === 'ods' ? odsBytes : xlsxBytes;
    const [asZero, asLow] = [
      await zerosIn(format, bytesOf(swapped(low, zero))),
      await zerosIn(format, bytesOf(swapped(zero, low))),
    ];
    assert.ok(
      asZero.some((one) => /^kind\.low: 0 where \[low\]/.test(one)),
      asZero.join(),
    );
    assert.ok(
      asLow.some((one) => /^kind\.zero: \[low\] where 0/.test(one)),
      asLow.join(),
    );
  });
}

test('a number that is withheld stands in no cell of either workbook', () => {
  for (const { table } of book.sheets) {
    const figure = table?.columns.findIndex(({ heading }) => heading === 'Figure') ?? -1;
    for (const row of table?.rows ?? []) {
      const id = row[figure];
      const found = release.figures.find((one) => id?.kind === 'text' && one.id === id.text);
      if (found?.number.value.status !== 'withheld') continue;
      assert.deepEqual(
        row.slice(7, 10).map((value) => (value.kind === 'text' ? value.text : value.number)),
        ['[c]', '[c]', '[c]'],
      );
    }
  }
});

test('both workbooks have one name for the release, in lower case, with its year whole', () => {
  assert.deepEqual(
    [
      ...renderSpreadsheets(
        {
          ...release,
          title: 'Sexual offences against children with the online (cyber) flag, 2015/16 (real figures)',
        },
        firstEdition,
      ).keys(),
    ],
    [
      'sexual-offences-against-children-with-the-online-flag-2015-16.ods',
      'sexual-offences-against-children-with-the-online-flag-2015-16.xlsx',
    ],
  );
});

test('LibreOffice makes nothing of a workbook of which the end is missing, so that opening one shows that it is whole', () => {
  const dir = mkdtempSync(join(tmpdir(), 'spreadsheet-'));
  try {
    for (const format of ['ods', 'xlsx']) {
      const bytes = files.get(format) ?? new Uint8Array();
      const path = join(dir, `cut.${format}`);
      writeFileSync(path, bytes.subarray(0, Math.floor(bytes.length / 2)));
      assert.ok(isRefused(path), format);
    }
  } finally {
    rmSync(dir, { recursive: true });
  }
});

function isRefused(path: string): boolean {
  try {
    return !convert(path, 'csv').files.has('cut-Notes.csv');
  } catch {
    return true;
  }
}
