import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { writeWorkbook } from '#audit/workbook.ts';
import { cellsOfRecord, csvRow, headings, recordMaker } from '../../test/support/extract.ts';
import { fillIn, type Sheet, sheetsOf } from '../../test/support/reviewed-sheet.ts';
import { accuracyReviewed } from './accuracy-reviewed.ts';
import { accuracyLines } from './accuracy-words.ts';
import { readCalibration } from './calibration-file.ts';
import { sampleFile } from './sample-extract.ts';

const dir = mkdtempSync(join(tmpdir(), 'sample-'));
after(() => rmSync(dir, { recursive: true }));

const quiet = { say: () => {}, write: () => {}, tell: () => {}, progress: () => {} };
const make = recordMaker({ seed: 9, termShare: 0.3, letters: 120 });
const made = Array.from({ length: 400 }, (_, n) => make(n));
const extract = join(dir, 'extract.csv');
writeFileSync(extract, [headings, ...made.map(cellsOfRecord)].map((row) => csvRow(row)).join(''));

async function drawn(name: string, size: number, seed: number) {
  const out = join(dir, name);
  await sampleFile(
    { path: extract, map: undefined, policy: undefined, out, size, seed, allOffences: false, withText: true },
    quiet,
  );
  return { out, sheets: await sheetsOf(out) };
}

/** Fills in the truth for the first `read` records, as a person would. */
function filled(name: string, sheets: readonly Sheet[], read: number) {
  const truth = new Map(made.map((one) => [one.reference, one.hasTerm]));
  return fillIn(join(dir, name), sheets, (reference) => truth.get(reference) === true, read);
}

test('the same extract and seed draw the same sample byte for byte, and another seed draws another', async () => {
  const [one, two, other] = [
    await drawn('a.xlsx', 60, 5),
    await drawn('b.xlsx', 60, 5),
    await drawn('c.xlsx', 60, 6),
  ];
  assert.deepEqual(readFileSync(one.out), readFileSync(two.out));
  assert.notDeepEqual(readFileSync(one.out), readFileSync(other.out));
});

test('the sheet to read says neither what the rules said nor whether the flag is set', async () => {
  const { sheets } = await drawn('blind.xlsx', 60, 5);
  const [heads = []] = sheets[0]?.rows ?? [];
  assert.ok(!heads.some((head) => /flag|rules|confidence|stratum|channel/i.test(head)), heads.join());
});

test('a sample read to its end gives the accuracy of the flag, with the truth inside every interval', async () => {
  const { sheets } = await drawn('whole.xlsx', 400, 5);
  const calibration = join(dir, 'calibration.json');
  const { accuracy } = await accuracyReviewed(await filled('whole-read.xlsx', sheets, 400), calibration);
  const flagged = made.filter((one) => one.flags.includes('ONLINE'));
  const online = made.filter((one) => one.hasTerm);
  const both = flagged.filter((one) => one.hasTerm);
  assert.equal(accuracy.read, 400);
  assert.deepEqual(accuracy.online, { value: online.length, low: online.length, high: online.length });
  assert.equal(accuracy.missed.value, online.length - both.length);
  assert.equal(accuracy.correctness.value, both.length / flagged.length);
  assert.ok(Math.abs((accuracy.completeness.value ?? 0) - both.length / online.length) < 1e-9);
  assert.ok(readCalibration(calibration).length > 0);
});

test('a sample read in part gives wider intervals, says how much is unread and what to read next', async () => {
  const { sheets } = await drawn('part.xlsx', 300, 5);
  const report = await accuracyReviewed(await filled('part-read.xlsx', sheets, 120), undefined);
  const online = made.filter((one) => one.hasTerm).length;
  assert.equal(report.accuracy.read, 120);
  assert.equal(report.reviewed.unread, (sheets[0]?.rows.length ?? 0) - 1 - 120);
  assert.ok(report.accuracy.online.low <= online && online <= report.accuracy.online.high);
  assert.ok(report.accuracy.online.low < report.accuracy.online.high);
  const lines = accuracyLines(report).join('\n');
  assert.match(lines, /To narrow the interval of completeness most, read next:\n {2}\d+ more of /);
});

test('a row taken out of the sheet and a decision that is none are refused with their row', async () => {
  const { sheets } = await drawn('changed.xlsx', 60, 5);
  const shorter = sheets.map((sheet) =>
    sheet.name === 'To read' ? { ...sheet, rows: sheet.rows.filter((_, n) => n !== 3) } : sheet,
  );
  await assert.rejects(
    async () => accuracyReviewed(await filled('shorter.xlsx', shorter, 60), undefined),
    /sheet "Key", row 4: its record is not on the sheet "To read"/,
  );
  const path = await filled('odd.xlsx', sheets, 60);
  const odd = (await sheetsOf(path)).map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) => row.map((cell) => (cell === 'no flag' ? 'perhaps' : cell))),
  }));
  await writeWorkbook(
    path,
    odd.map(({ name, rows: [heads = [], ...rows] }) => ({
      name,
      heads: [...heads],
      widths: [],
      toFill: new Map(),
      rows: rows.map((row) => [...row]),
    })),
  );
  await assert.rejects(
    () => accuracyReviewed(path, undefined),
    /row \d+: the decision is none of flag, no flag/,
  );
});
