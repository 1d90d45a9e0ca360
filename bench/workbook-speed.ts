/**
 * Reads a generated sheet of 50,000 rows by 12 columns as xlsx and as ods, and beside it the least anyone could do: unzip
 * the same file and run one regular expression over its XML. Prints the times and how many times as long we take.
 * The bar is 3. Run with `node --expose-gc` to part the two more cleanly.
 */
import { strFromU8, unzipSync } from 'fflate';
import { odsReader } from '#returns/readers/ods.reader.ts';
import { type Reader, usualLimits } from '#returns/readers/reader.ts';
import { xlsxReader } from '#returns/readers/xlsx.reader.ts';
import { odsOf, odsTable, plainGrid, xlsxOf, xlsxRows } from '../test/support/workbooks.ts';

const rows = 50_000;
const cols = 12;
const rounds = 7;

const grid = plainGrid(rows, cols);
const xlsx = xlsxOf({ sheets: [{ name: 'Data', rows: xlsxRows(grid) }] });
const ods = odsOf(odsTable('Data', grid));

/** Every cell with its reference, its number or its text; nothing else. */
function bareXlsx(bytes: Uint8Array): number {
  const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  let cells = 0;
  for (const match of xml.matchAll(
    /<c r="([A-Z]+\d+)"[^>]*>(?:<v>([^<]*)<\/v>|<is><t[^>]*>([^<]*)<\/t><\/is>)<\/c>/g,
  )) {
    if (match[2] !== undefined ? Number(match[2]) >= 0 : match[3] !== undefined) cells++;
  }
  return cells;
}

function bareOds(bytes: Uint8Array): number {
  const xml = strFromU8(unzipSync(bytes)['content.xml'] ?? new Uint8Array());
  let cells = 0;
  const cell =
    /<table:table-cell[^>]*?(?: office:value="([^"]*)")?>(?:<text:p>([^<]*)<\/text:p>)?<\/table:table-cell>/g;
  for (const match of xml.matchAll(cell)) {
    if (match[1] !== undefined ? Number(match[1]) >= 0 : match[2] !== undefined) cells++;
  }
  return cells;
}

async function ours(reader: Reader, bytes: Uint8Array): Promise<number> {
  const { blocks, findings } = await reader.read(bytes, 'book', usualLimits);
  if (findings.length > 0) throw new Error(`the plain workbook has findings: ${findings[0]?.code}`);
  return blocks.reduce((total, block) => total + (block.kind === 'table' ? block.cells.length : 0), 0);
}

/** Fastest time of each; the two take turns, so that a busy machine slows both. */
async function fastest(reads: readonly (() => number | Promise<number>)[]): Promise<number[]> {
  const best = reads.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < rounds; round++) {
    for (const [n, read] of reads.entries()) {
      globalThis.gc?.();
      const start = performance.now();
      const cells = await read();
      best[n] = Math.min(best[n] ?? 0, performance.now() - start);
      if (cells !== rows * cols) throw new Error(`${cells} cells read of ${rows * cols}`);
    }
  }
  return best;
}

process.stdout.write(`${rows} rows by ${cols} columns, fastest of ${rounds} in one run\n`);
for (const [type, bytes, reader, bare] of [
  ['xlsx', xlsx, xlsxReader, bareXlsx],
  ['ods', ods, odsReader, bareOds],
] as const) {
  const [floor = 0, full = 0] = await fastest([() => bare(bytes), () => ours(reader, bytes)]);
  const line = [
    type.padEnd(5),
    `${(bytes.length / 1e6).toFixed(1)} MB`,
    `bare unzip and scan ${floor.toFixed(0)} ms`,
    `read ${full.toFixed(0)} ms`,
    `ratio ${(full / floor).toFixed(2)}`,
  ];
  process.stdout.write(`${line.join('  ')}\n`);
}
