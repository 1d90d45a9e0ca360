/**
 * How fast a whole extract is checked, beside a bare search for the same terms in the same file, in one run: for each share of records
 * that hold a term it makes a CSV file of neutral records, runs `grep -c -i -F -f terms` and `cyberflag check --out` on it in turn, and
 * prints records a second, the ratio of the two, and the most memory held. Bars: 250,000 records a second on two cores with the
 * decisions written, and at most 4 times as long as grep. `node bench/flag-speed.ts [--records N] [--shares 2,10,60] [--rounds N]`.
 */
import { spawn, spawnSync } from 'node:child_process';
import {
  closeSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readFacts } from '#register/facts.ts';
import { ownRegister } from '#register/own-register.ts';
import { cellsOfRecord, csvRow, headings, recordMaker } from '../test/support/extract.ts';

const RECORDS_A_SECOND = 250_000;
const TIMES_GREP = 4;

const MEANS = ['term', 'kind', 'needs', 'channel', 'from_year', 'to_year', 'source', 'added'] as const;

const { values } = parseArgs({
  options: {
    records: { type: 'string', default: '1000000' },
    shares: { type: 'string', default: '2,10,60' },
    rounds: { type: 'string', default: '2' },
  },
});
const records = Number(values.records);
const rounds = Number(values.rounds);
const dir = mkdtempSync(join(tmpdir(), 'flag-speed-'));
try {
  const terms = join(dir, 'terms');
  // A bare search finds its terms inside other words too: those that it would find in every record are left out of it, not of the check.
  const neutral = Array.from({ length: 500 }, (_, n) =>
    cellsOfRecord(recordMaker({ seed: n, termShare: 0 })(n)).join(' '),
  );
  const everywhere = `${headings.join(' ')} ${neutral.join(' ')}`.toLowerCase();
  const phrases = readFacts(ownRegister, 'flag-means.csv', MEANS)
    .map(({ term }) => term)
    .filter((term) => !everywhere.includes(term.toLowerCase()));
  writeFileSync(terms, `${phrases.join('\n')}\n`);
  console.log(
    `${records.toLocaleString('en-GB')} records, ${phrases.length} terms, ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}`,
  );
  for (const share of values.shares.split(',').map(Number)) await measure(share, terms);
} finally {
  rmSync(dir, { recursive: true });
}

async function measure(share: number, terms: string): Promise<void> {
  const file = join(dir, `extract-${share}.csv`);
  write(file, share / 100);
  settleDisk();
  const bytes = statSync(file).size;
  let grep = Number.POSITIVE_INFINITY;
  let check = Number.POSITIVE_INFINITY;
  let memory = 0;
  let found = 0;
  let grepWork = Number.POSITIVE_INFINITY;
  let checkWork = Number.POSITIVE_INFINITY;
  // In turn, and the best of each: whatever else runs on the machine slows both.
  for (let round = 0; round < rounds; round++) {
    const search = await timed('grep', ['-c', '-i', '-F', '-f', terms, file]);
    grep = Math.min(grep, search.seconds);
    grepWork = Math.min(grepWork, search.work);
    found = Number(search.out);
    const out = join(dir, 'out');
    rmSync(out, { recursive: true, force: true });
    settleDisk();
    const cli = join(import.meta.dirname, '..', 'bin', 'cyberflag.mjs');
    const run = await timed(process.execPath, [cli, 'check', file, '--out', out, '--most', '0']);
    check = Math.min(check, run.seconds);
    checkWork = Math.min(checkWork, run.work);
    memory = Math.max(memory, run.memory);
    const lines = readFileSync(join(out, 'summary.txt'), 'utf8').split('\n')[2] ?? '';
    if (!lines.trim().startsWith(records.toLocaleString('en-GB')))
      throw new Error(`records were lost: ${lines}`);
  }
  const rate = records / check;
  console.log(
    `${String(share).padStart(3)} % hold a term (grep finds ${found.toLocaleString('en-GB')}; ${Math.round(bytes / records)} bytes each): check ${check.toFixed(2)} s, ` +
      `${Math.round(rate).toLocaleString('en-GB')} records/s (bar ${RECORDS_A_SECOND.toLocaleString('en-GB')}: ${rate >= RECORDS_A_SECOND ? 'met' : 'missed'}); ` +
      `grep ${grep.toFixed(2)} s; ${(check / grep).toFixed(1)} times grep (bar ${TIMES_GREP}: ${check <= grep * TIMES_GREP ? 'met' : 'missed'}); ` +
      `processor seconds: check ${checkWork.toFixed(1)}, grep ${grepWork.toFixed(1)}; most memory ${Math.round(memory / 1024)} MB; load ${loadavg()[0]?.toFixed(1)}`,
  );
  rmSync(file);
}

/** What was written before goes to the disk first: else the system does that while the next command is timed. */
function settleDisk(): void {
  spawnSync('sync');
}

function write(path: string, termShare: number): void {
  const file = openSync(path, 'w');
  const make = recordMaker({ seed: 20_260, termShare });
  let held = csvRow(headings);
  for (let n = 0; n < records; n++) {
    held += csvRow(cellsOfRecord(make(n)));
    if (held.length < 1_000_000 && n + 1 < records) continue;
    writeSync(file, held);
    held = '';
  }
  closeSync(file);
}

type Timed = {
  readonly seconds: number;
  readonly work: number;
  readonly memory: number;
  readonly out: string;
};

/** Wall time, seconds of processor over all threads, and the most memory held at once as the system counts it, in kB. */
function timed(command: string, args: readonly string[]): Promise<Timed> {
  return new Promise((done, failed) => {
    const started = performance.now();
    // Not to the null device: grep sees that and stops at the first line it finds.
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'ignore'] });
    let out = '';
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    let memory = 0;
    let work = 0;
    const watch = setInterval(() => {
      memory = Math.max(memory, peakOf(child.pid));
      work = Math.max(work, workOf(child.pid));
    }, 100);
    child.on('error', failed);
    child.on('close', (code) => {
      clearInterval(watch);
      // grep ends with 1 where nothing is found.
      if (code === 0 || command === 'grep')
        done({ seconds: (performance.now() - started) / 1000, work, memory, out });
      else failed(new Error(`${command} ended with ${code}`));
    });
  });
}

function peakOf(pid: number | undefined): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/** Seconds of processor that a process has used, in all its threads, to the hundredth. */
function workOf(pid: number | undefined): number {
  try {
    const facts = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [user, system] = facts
      .slice(facts.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 13);
    return (Number(user) + Number(system)) / 100;
  } catch {
    return 0;
  }
}
