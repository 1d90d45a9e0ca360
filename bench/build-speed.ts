/**
 * How long the command takes to build the example, from start to end of the process, and how long until the example is
 * served: `node bench/build-speed.ts [RUNS]`. Started as a person does, by the node of the machine, which hands over where it is
 * an older one. The bars are 3 s and 10 s; the slowest of the runs counts. The first build after an installation, which finds no
 * compiled code, is told apart.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

const root = join(import.meta.dirname, '..');
const launcher = join(root, 'bin', 'cyberflag.mjs');
const runs = Number(process.argv[2] ?? 5);

/** As a person has it: npm puts its own node before that of the machine, and `on-node-24.mjs` has chosen where code is kept. */
const { NODE_COMPILE_CACHE: _, PATH = '', ...others } = process.env;
const ofMachine = PATH.split(delimiter).filter((folder) => !folder.includes('node_modules'));
const env = { ...others, PATH: ofMachine.join(delimiter) };

const out = mkdtempSync(join(tmpdir(), 'build-speed-'));
try {
  const first = build({ NODE_COMPILE_CACHE: join(out, 'compiled') });
  build();
  const builds = Array.from({ length: runs }, () => build());
  const served: number[] = [];
  for (let run = 0; run < Math.min(runs, 3); run++) served.push(await untilServed());
  const { stdout: version } = spawnSync('node', ['--version'], { encoding: 'utf8', env });
  process.stdout.write(
    `started by node ${version.trim()}\n` +
      `build: ${seconds(builds)}, bar 3 s (the first after an installation: ${(first / 1000).toFixed(2)} s)\n` +
      `served: ${seconds(served)}, bar 10 s\n`,
  );
  if (Math.max(...builds) > 3_000 || Math.max(...served) > 10_000) process.exitCode = 1;
} finally {
  rmSync(out, { recursive: true });
}

function build(more: Readonly<Record<string, string>> = {}): number {
  const from = performance.now();
  const args = [launcher, 'build', join(root, 'examples/flagged-2015-16'), '--out', join(out, 'release')];
  const { status, stderr } = spawnSync('node', args, { encoding: 'utf8', env: { ...env, ...more } });
  if (status !== 0) throw new Error(`the build ended with ${status}: ${stderr}`);
  return performance.now() - from;
}

async function untilServed(): Promise<number> {
  const from = performance.now();
  const child = spawn('node', [launcher, 'demo', '--port', '18080'], {
    env,
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
