import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Refusal } from '#finding/refusal.ts';
import { readRegister } from '#register/register.ts';
import { readRequests } from './read-requests.ts';

const register = readRegister();
const example = (file: string): string =>
  new URL(`../../examples/flagged-2015-16/${file}`, import.meta.url).pathname;

function withFile<T>(text: string, read: (path: string) => T): T {
  const dir = mkdtempSync(join(tmpdir(), 'collection-'));
  try {
    writeFileSync(join(dir, 'rows.csv'), text);
    return read(join(dir, 'rows.csv'));
  } finally {
    rmSync(dir, { recursive: true });
  }
}

const HEAD = 'force_gss,force,asked_on,state,answered_on,exemptions,note\n';

function refused(rows: string): string {
  try {
    withFile(HEAD + rows, (path) => readRequests(path, register));
  } catch (error) {
    assert.ok(error instanceof Refusal);
    return error.message;
  }
  return assert.fail('was read');
}

test('the requests of the first year are all 44, and what is not public is unknown', () => {
  const requests = readRequests(example('requests.csv'), register);
  const states = (state: string): number => requests.filter((one) => one.state === state).length;
  assert.deepEqual(
    new Set(requests.map((one) => one.force)),
    new Set(register.asked.map((force) => force.code)),
  );
  assert.deepEqual([states('answered'), states('no-reply'), states('unknown')], [14, 1, 29]);
  assert.ok(requests.every((one) => one.askedOn === null));
});

test('a request without a code is found by the name of its force, with byte order mark and Windows line ends', () => {
  const text = `\ufeff${HEAD}E23000028,Essex Police,2025-05-29,partial,2025-06-23,12(1);40(2),"a, b"\n,BTP,,unknown,,,\n`;
  const requests = withFile(text.replaceAll('\n', '\r\n'), (path) => readRequests(path, register));
  assert.deepEqual(requests, [
    {
      force: 'E23000028',
      askedOn: '2025-05-29',
      state: 'partial',
      answeredOn: '2025-06-23',
      exemptions: ['12(1)', '40(2)'],
      note: 'a, b',
      row: 2,
    },
    { force: 'btp', askedOn: null, state: 'unknown', answeredOn: null, exemptions: [], note: '', row: 3 },
  ]);
});

test('a request is refused with its line when a cell cannot stand', () => {
  const whole = 'E23000028,Essex Police,2025-05-29,answered,2025-06-23,,\n';
  assert.match(
    refused(`${whole}${whole}`),
    /line 3, "force": found "Essex Police"\. Write each force once.*line 2 too/,
  );
  assert.match(
    refused(whole.replace('answered', 'maybe')),
    /line 2, "state": found "maybe"\. Write one of answered/,
  );
  assert.match(
    refused(whole.replace('E23000028', 'E23000099')),
    /"force_gss".*a code of register\/forces\.csv/,
  );
  assert.match(refused(whole.replace('Essex', 'Kent')), /"force".*the code is that of another/);
  assert.match(refused(whole.replace('2025-06-23', '2025-05-01')), /"answered_on".*a day from 2025-05-29/);
  assert.match(refused(whole.replace('2025-06-23,', '23 June,')), /"answered_on".*a day as 2025-05-29/);
  assert.match(refused(whole.replace('23,,', '23,section 12,')), /"exemptions".*12\(1\);40\(2\)/);
  assert.match(refused('E23000028,Essex Police\n'), /line 2: 2 cells stand here under 7 headings/);
  assert.match(refused('E23000028,"Essex,,,,,\n'), /line 2: a quote is not closed/);
  assert.throws(
    () => withFile('force\nEssex\n', (path) => readRequests(path, register)),
    /line 1: the column "force_gss"/,
  );
});
