import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { Refusal } from '#finding/refusal.ts';
import { nothingSettled } from '#flag/policy.ts';
import { cellsOfRecord, csvRow, headings, recordMaker } from '../../test/support/extract.ts';
import { escapeXml, letters, xlsxOf } from '../../test/support/workbooks.ts';
import { openCheck, runCheck } from './check-extract.ts';
import { type ExtractMap, noMap } from './extract-map.ts';

const dir = mkdtempSync(join(tmpdir(), 'types-'));
after(() => rmSync(dir, { recursive: true }));

async function linesOf(name: string, bytes: Uint8Array | string, map: ExtractMap = noMap) {
  const path = join(dir, name);
  writeFileSync(path, bytes);
  const question = { path, map, policy: nothingSettled, allOffences: false, withEvidenceText: false };
  const open = await openCheck(question);
  let lines = '';
  const setAside: string[] = [];
  await runCheck(open, {
    lines: (some) => {
      lines += Buffer.from(some).toString('utf8');
    },
    setAside: ({ row, fault }) => setAside.push(`${row} ${fault}`),
    wants: () => false,
    candidate: () => {},
  });
  return { lines, setAside };
}

/** A sheet whose texts are all shared, as office programs write it. */
function workbook(grid: readonly (readonly (string | number)[])[]): Uint8Array {
  const texts = new Map<string, number>();
  const sheet = grid.map((cells, row) => {
    const xml = cells.map((cell, column) => {
      const at = `${letters(column)}${row + 1}`;
      if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
      if (!texts.has(cell)) texts.set(cell, texts.size);
      return cell === '' ? '' : `<c r="${at}" t="s"><v>${texts.get(cell)}</v></c>`;
    });
    return `<row r="${row + 1}">${xml.join('')}</row>`;
  });
  const strings = [...texts.keys()].map((text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`);
  return xlsxOf({ sheets: [{ name: 'Crimes', rows: sheet.join('') }], strings: strings.join('') });
}

const make = recordMaker({ seed: 2, termShare: 0.5 });
const rows = Array.from({ length: 50 }, (_, n) => cellsOfRecord(make(n)));
const csv = [headings, ...rows].map((row) => csvRow(row)).join('');

test('a Parquet file gives the lines that the same records give as CSV, packed or not', async () => {
  const { lines } = await linesOf('a.csv', csv);
  const columnData = headings.map((name, at) => ({ name, data: rows.map((row) => row[at] ?? '') }));
  for (const codec of ['SNAPPY', 'UNCOMPRESSED'] as const) {
    const parquet = parquetWriteBuffer({ columnData, codec, rowGroupSize: 17 });
    assert.equal((await linesOf(`a-${codec}.dat`, new Uint8Array(parquet))).lines, lines);
  }
});

test('a Parquet file with days and numbers of their own types is read as they are', async () => {
  const { lines } = await linesOf('a.csv', csv);
  const columnData = headings.map((name, at) => {
    const data = rows.map((row) => row[at] ?? '');
    if (name === 'Victim Age') return { name, data: data.map(Number), type: 'INT32' as const };
    if (name !== 'Date Recorded') return { name, data };
    const days = data.map(
      (day) => new Date(`${day.slice(6)}-${day.slice(3, 5)}-${day.slice(0, 2)}T00:00:00Z`),
    );
    return { name, data: days, type: 'TIMESTAMP' as const };
  });
  assert.equal(
    (await linesOf('typed.parquet', new Uint8Array(parquetWriteBuffer({ columnData })))).lines,
    lines,
  );
});

test('a workbook gives the lines that the same records give as CSV, with its days as numbers and its texts shared', async () => {
  const { lines } = await linesOf('a.csv', csv);
  const serial = (day: string) =>
    Date.UTC(Number(day.slice(6)), Number(day.slice(3, 5)) - 1, Number(day.slice(0, 2))) / 86_400_000 +
    25_569;
  const cells = rows.map((row) =>
    row.map((cell, at) => (at === 3 ? serial(cell) : at === 4 ? Number(cell) : cell)),
  );
  const bytes = workbook([['Extract of crimes'], [], [...headings], ...cells]);
  const read = await linesOf('a.xlsx', bytes);
  assert.equal(read.lines, lines);
});

test('a damaged workbook, a damaged Parquet file and a file of no kind are refused without a word of theirs', async () => {
  const bytes = Buffer.from(workbook([[...headings], ...rows]));
  bytes.fill(7, bytes.length / 2, bytes.length / 2 + 200);
  const isRefusal = (error: unknown) =>
    error instanceof Refusal && !/Suspect|Report taken/.test(error.message);
  await assert.rejects(() => linesOf('damaged.xlsx', bytes), isRefusal);
  await assert.rejects(() => linesOf('damaged.parquet', 'PAR1 Report taken PAR1'), isRefusal);
  await assert.rejects(() => linesOf('none.bin', Buffer.from([1, 2, 0, 3, 0, 9])), isRefusal);
  await assert.rejects(() => linesOf('names.csv', 'Report taken,Suspect\n1,2\n'), isRefusal);
});

test('columns that could be one thing stop the work until a map says which', async () => {
  const two = csv.replace('Location Type', 'Summary');
  await assert.rejects(() => linesOf('two.csv', two), /"Summary" and "MO" could each be the narrative/);
  const map = { ...noMap, columns: new Map([['narrative' as const, ['MO']]]) };
  assert.notEqual((await linesOf('two.csv', two, map)).lines, '');
  const lost = { ...noMap, columns: new Map([['station' as const, ['Beat']]]) };
  await assert.rejects(() => linesOf('two.csv', csv, lost), /no such column/);
});
