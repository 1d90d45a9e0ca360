import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Refusal } from '#finding/refusal.ts';
import { readPublished } from './read-published.ts';

const example = (file: string): string =>
  new URL(`../../examples/flagged-2015-16/${file}`, import.meta.url).pathname;

function withFile<T>(text: string, read: (path: string) => T): T {
  const dir = mkdtempSync(join(tmpdir(), 'published-'));
  try {
    writeFileSync(join(dir, 'rows.csv'), text);
    return read(join(dir, 'rows.csv'));
  } finally {
    rmSync(dir, { recursive: true });
  }
}

test('what was published of the first year is read with its forces, its bounds and what it may be used for', () => {
  const published = readPublished(example('published.csv'));
  assert.equal(published.length, 28);
  const [national] = published;
  assert.deepEqual(national?.forces, {
    kind: 'unnamed',
    included: 38,
    asked: 44,
    said: '38 of 44; names not published',
  });
  assert.deepEqual(
    [national?.count, national?.row, national?.use],
    [{ low: 3186, high: 3186 }, 2, 'constraint'],
  );
  const over = published.find((one) => one.dimension === 'offence' && one.category === 'rape');
  assert.deepEqual([over?.value, over?.count], [100, { low: 101, high: null }]);
  const four = published.find((one) => one.area.startsWith('East Midlands'));
  assert.deepEqual(four?.forces.kind === 'named' && four.forces.forces.length, 4);
  assert.equal(published.filter((one) => one.count === null).length, 1);
});

test('later statements of the first year are read and are of another vintage', () => {
  const later = readPublished(example('published-later.csv'));
  assert.equal(later.length, 34);
  assert.ok(later.every((one) => one.use === 'later release' && one.release > '2016-06'));
});

test('a published line is refused with its line when a cell cannot stand', () => {
  const head =
    'area,forces,value,source_url,measure,period,dimension,category,unit,low,high,forces_responding,release,use,note\n';
  const whole =
    'Wales,W15000001,9,https://a,offences,2015-04-01/2016-03-31,,,offences,9,9,1,2016-06,constraint,\n';
  const refusedFor = (row: string): string => {
    try {
      withFile(head + row, readPublished);
    } catch (error) {
      assert.ok(error instanceof Refusal);
      return error.message;
    }
    return assert.fail('was read');
  };
  assert.match(
    refusedFor(whole.replace('constraint', 'sum')),
    /line 2, "use": found "sum"\. Write one of constraint/,
  );
  assert.match(refusedFor(whole.replace('9,9,1', '9,8,1')), /"high": found "8"/);
  assert.match(refusedFor(whole.replace('9,9,1', ',9,1')), /"low": found ""/);
  assert.match(refusedFor(whole.replace('2016-06,', 'June 2016,')), /"release": found "June 2016"/);
  assert.match(refusedFor(whole.replace('W15000001', 'Gwent Police')), /"forces": found "Gwent Police"/);
  assert.match(refusedFor(whole.replace('https://a', '')), /"source_url": found ""/);
});
