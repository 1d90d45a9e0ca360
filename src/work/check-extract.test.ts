import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { nothingSettled } from '#flag/policy.ts';
import type { TextExtract } from '#record/extract-open.ts';
import { breaks, cellsOfRecord, csvRow, headings, recordMaker } from '../../test/support/extract.ts';
import type { Tuning } from './check-batches.ts';
import { openCheck, runCheck } from './check-extract.ts';
import { noMap } from './extract-map.ts';

const dir = mkdtempSync(join(tmpdir(), 'extract-'));
after(() => rmSync(dir, { recursive: true }));

async function checked(name: string, bytes: string | Buffer, tuning: Tuning = {}) {
  const path = join(dir, name);
  writeFileSync(path, bytes);
  const open = await openCheck({
    path,
    map: noMap,
    policy: nothingSettled,
    allOffences: false,
    withEvidenceText: false,
  });
  const lines: string[] = [];
  const setAside: string[] = [];
  const collected = await runCheck(
    open,
    {
      lines: (some) => lines.push(...Buffer.from(some).toString('utf8').split('\n').slice(0, -1)),
      setAside: ({ row, fault }) => setAside.push(`${row} ${fault}`),
      wants: () => false,
      candidate: () => {},
    },
    tuning,
  );
  return { open, lines, setAside, collected };
}

/** A file of `count` records with broken rows at known places, and what must be told of them. */
function damaged(count: number): { readonly text: string; readonly told: readonly string[] } {
  const make = recordMaker({ seed: 11 });
  const told: string[] = [];
  const kinds = Object.keys(breaks) as (keyof typeof breaks)[];
  let text = csvRow(headings);
  for (let n = 0; n < count; n++) {
    const row = n + 2;
    const cells = cellsOfRecord(make(n));
    if (n % 7 === 3) {
      const kind = kinds[Math.floor(n / 7) % kinds.length] as keyof typeof breaks;
      text += breaks[kind](cells);
      told.push(`${row} ${kind}`);
    } else if (n % 11 === 5 && n % 7 !== 4) {
      text += csvRow([`42/${String(n - 1).padStart(7, '0')}/24`, ...cells.slice(1)]);
      told.push(`${row} repeat`);
    } else if (n % 13 === 6) {
      text += csvRow([...cells.slice(0, 8), `${cells[8]}\nSecond line, with "marks" and 1,2,3\n\nlast`]);
    } else text += csvRow(cells);
  }
  return { text, told };
}

test('every broken row is told with its number and fault, and no other row is lost', async () => {
  const { text, told } = damaged(300);
  const { collected, setAside, lines } = await checked('damaged.csv', text);
  assert.deepEqual(setAside, told);
  assert.equal(collected.rows, 300);
  assert.equal(lines.length, 300 - told.length);
});

test('a file walked in small parts gives the same lines and the same faults as in one', async () => {
  const { text } = damaged(150);
  const whole = await checked('whole.csv', text);
  for (const part of [1_997, 10_001]) {
    const parts = await checked('parts.csv', text, { part });
    assert.deepEqual(parts.setAside, whole.setAside);
    assert.deepEqual(parts.lines, whole.lines);
  }
  const workers = await checked('workers.csv', text, { part: 20_000, workers: 2 });
  assert.deepEqual(workers.lines, whole.lines);
  assert.deepEqual(workers.setAside, whole.setAside);
});

test('one extract gives the same lines in every encoding, delimiter and type of text', async () => {
  const make = recordMaker({ seed: 5 });
  const rows = Array.from({ length: 60 }, (_, n) => {
    const cells = cellsOfRecord(make(n));
    return [...cells.slice(0, 6), 'Caf\u00e9 \u2013 \u00a3 Street', ...cells.slice(7)];
  });
  const csv = (delimiter: string) => [headings, ...rows].map((row) => csvRow(row, delimiter)).join('');
  const { lines } = await checked('utf8.csv', csv(','));
  assert.equal(lines.length, 60);
  const windows = Buffer.from(csv(';').replaceAll('\u2013', '\u0096'), 'latin1');
  const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(csv('\t'), 'utf16le')]);
  const objects = rows.map(
    (row) => `${JSON.stringify(Object.fromEntries(headings.map((head, n) => [head, row[n]])))}\n`,
  );
  assert.deepEqual((await checked('bom.csv', `\ufeff${csv('|')}`)).lines, lines);
  assert.deepEqual((await checked('windows.csv', windows)).lines, lines);
  assert.deepEqual((await checked('wide.csv', wide)).lines, lines);
  assert.deepEqual((await checked('wide-parts.csv', wide, { part: 3_001 })).lines, lines);
  assert.deepEqual((await checked('records.jsonl', objects.join(''))).lines, lines);
  const stations = (await checked('again.csv', windows)).collected.tallies.map(({ station }) => station);
  assert.ok(stations.every((station) => station === 'Caf\u00e9 \u2013 \u00a3 Street'));
});

test('a large file that is plain ASCII but for its end is read in the encoding of its end', async () => {
  const make = recordMaker({ seed: 8 });
  const rows = Array.from({ length: 30_000 }, (_, n) => csvRow(cellsOfRecord(make(n))));
  const last = cellsOfRecord(make(30_000));
  const end = csvRow([...last.slice(0, 6), 'Caf\u00e9 Street', ...last.slice(7)]);
  const ascii = csvRow(headings) + rows.join('');
  const stationOf = ({ collected }: Awaited<ReturnType<typeof checked>>) =>
    collected.tallies.find(({ station }) => station.endsWith('Street'))?.station;
  for (const encoding of ['latin1', 'utf8'] as const) {
    const all = await checked(`late-${encoding}.csv`, Buffer.from(ascii + end, encoding));
    assert.ok(all.open.threads !== null);
    assert.equal(stationOf(all), 'Caf\u00e9 Street');
    assert.equal(all.lines.length, 30_001);
    const extract = all.open.extract as TextExtract;
    assert.deepEqual(
      [extract.encoding, extract.isSettled],
      [encoding === 'utf8' ? 'utf-8' : 'windows-1252', true],
    );
  }
  const plain = await checked('plain.csv', ascii);
  assert.equal((plain.open.extract as TextExtract).isSettled, false);
  assert.equal(plain.lines.length, 30_000);
});

test('a file cut in the middle of a row tells the cut row, and all before it are counted', async () => {
  const make = recordMaker({ seed: 3 });
  const rows = [headings, ...Array.from({ length: 20 }, (_, n) => cellsOfRecord(make(n)))];
  const text = rows.map((row) => csvRow(row)).join('');
  const within = await checked('cut.csv', text.slice(0, text.lastIndexOf('42/') + 30));
  assert.deepEqual(within.setAside, ['21 cut']);
  assert.equal(within.collected.records, 19);
  const quoted = await checked('cut-quoted.csv', `${text}42/9/24,21,"An offence, with`);
  assert.deepEqual(quoted.setAside, ['22 cut']);
  const half = Buffer.from(text, 'utf16le');
  const wide = await checked(
    'cut-wide.csv',
    Buffer.concat([Buffer.from([0xff, 0xfe]), half.subarray(0, half.length - 801)]),
  );
  assert.equal(wide.collected.rows, 20);
  assert.deepEqual(wide.setAside, ['21 cut']);
});

test('bytes that are no letters and a narrative beyond any record are told, and their neighbours are read', async () => {
  const make = recordMaker({ seed: 4 });
  const row = (n: number, narrative?: string) => {
    const cells = cellsOfRecord(make(n));
    return Buffer.from(csvRow([...cells.slice(0, 8), narrative ?? cells[8] ?? '']));
  };
  const lost = row(3, 'Caf\u00e9 street');
  lost[lost.indexOf(0xa9)] = 0x20;
  const bytes = Buffer.concat([
    Buffer.from(csvRow(headings)),
    row(1, 'At the caf\u00e9 in the street.'),
    row(2, 'In the r\u00e9serve.'),
    lost,
    row(4, 'Noted. '.repeat(300_000)),
    row(5),
  ]);
  const { setAside, collected } = await checked('bytes.csv', bytes);
  assert.deepEqual(setAside, ['4 bytes', '5 narrative']);
  assert.equal(collected.records, 3);
});

test('a line that is no object is told, and the lines round it are read', async () => {
  const make = recordMaker({ seed: 6 });
  const line = (n: number) =>
    JSON.stringify(Object.fromEntries(headings.map((head, at) => [head, cellsOfRecord(make(n))[at]])));
  const { setAside, collected } = await checked('x.jsonl', `${line(1)}\n{"MO": "cut\n\n[1]\n${line(2)}`);
  assert.deepEqual(setAside, ['2 json', '3 json']);
  assert.equal(collected.records, 2);
});
