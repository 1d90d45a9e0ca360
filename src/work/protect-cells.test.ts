/** Tables of cells in files: what the column of ranges says, that a limit in seconds is kept, and how rounds are counted. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { auditCells, protectCells } from './protect-cells.ts';

const folder = mkdtempSync(join(tmpdir(), 'protect-cells-'));
after(() => rmSync(folder, { recursive: true }));
const samples = join(import.meta.dirname, '../../test/samples/disclosure');

async function protect(name: string, more: object, seconds: number | null) {
  const spec = join(folder, `${name}.json`);
  const out = join(folder, `${name}.csv`);
  writeFileSync(
    spec,
    JSON.stringify({ ...JSON.parse(readFileSync(join(samples, `${name}.json`), 'utf8')), ...more }),
  );
  const cells = join(samples, `${name}.cells.csv`);
  const summary = await protectCells({ cells, spec, out, seconds, earlier: [], progress: () => undefined });
  return { summary, spec, out, lines: readFileSync(out, 'utf8').trim().split('\n') };
}

test('the column of ranges shows a withheld cell as [c] with a range no tighter than the audit allows', async () => {
  const { summary, lines, spec, out } = await protect('S1', { ranges: true }, null);
  assert.match(lines[0] ?? '', /,freq,status,published$/);
  const audit = await auditCells({ pattern: out, spec, earlier: [], isFull: true, seconds: null });
  const ranges = new Map(audit.ranges.map((range) => [range.cell.join(), range]));
  let withheld = 0;
  for (const line of lines.slice(1)) {
    const [force, age, freq, status, published = ''] = line.split(',');
    if (status === '') {
      assert.equal(published, freq);
      continue;
    }
    withheld += 1;
    const [, low, high] = /^\[c\] (\d+)(?:-(\d+)|\+)$/.exec(published) ?? [];
    const derived = ranges.get(`${force},${age}`);
    assert.ok(low !== undefined && derived != null && derived.low !== null, published);
    // Subtraction alone leaves no less than everything together.
    assert.ok(Number(low) <= derived.low && (high === undefined || Number(high) >= (derived.high ?? 0)));
    if (status === 'P') assert.ok(Number(low) <= 1 && (high === undefined || Number(high) >= 5), published);
  }
  assert.equal(withheld, summary.audit.withheld);
  assert.ok(summary.rounds >= 1);
});

test('a limit in seconds ends the search soon after it, with a pattern that is safe', async () => {
  const began = performance.now();
  const { summary, spec, out } = await protect('I1', {}, 4);
  // The attack on the result, and a machine that others use too, are allowed for.
  assert.ok(performance.now() - began < 15_000);
  assert.ok(summary.audit.isSafe && summary.isCutShort);
  const audit = await auditCells({ pattern: out, spec, earlier: [], isFull: false, seconds: null });
  assert.ok(audit.summary.isSafe && audit.failing.length === 0);
});
