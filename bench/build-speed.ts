/**
 * How long the command takes to build the example, from start to end of the process, and how long until the example is
 * served: `node bench/build-speed.ts [RUNS]`. The bars are 3 s and 10 s; the slowest of the runs counts.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const launcher = join(root, 'bin', 'cyberflag.mjs');
const runs = Number(process.argv[2] ?? 5);

const out = mkdtempSync(join(tmpdir(), 'build-speed-'));
try {
  const builds: number[] = [];
  for (let run = 0; run < runs; run++) {
    const from = performance.now();
    const args = [launcher, 'build', join(root, 'examples/flagged-2015-16'), '--out', join(out, 'release')];
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`the build ended with ${status}: ${stderr}`);
    builds.push(performance.now() - from);
  }
  const served: number[] = [];
  for (let run = 0; run < Math.min(runs, 3); run++) served.push(await untilServed());
  process.stdout.write(`build: ${seconds(builds)}, bar 3 s\nserved: ${seconds(served)}, bar 10 s\n`);
  if (Math.max(...builds) > 3_000 || Math.max(...served) > 10_000) process.exitCode = 1;
} finally {
  rmSync(out, { recursive: true });
}

async function untilServed(): Promise<number> {
  const from = performance.now();
  const child = spawn(process.execPath, [launcher, 'demo', '--port', '18080'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    for await (const chunk of child.stdout) {
      const address = /http:\S+/.exec(String(chunk))?.[0];
      if (address === undefined) continue;
      const { status } = await fetch(address);
      if (status !== 200) throw new Error(`the served site answered ${status}`);
      return performance.now() - from;
    }
    throw new Error('nothing was served');
  } finally {
    child.kill('SIGTERM');
  }
}

function seconds(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  return `median ${(middle / 1000).toFixed(2)} s, slowest ${((sorted.at(-1) ?? 0) / 1000).toFixed(2)} s of ${times.length}`;
}
