/**
 * `npm run check`: types, lint and every test, each step named. It goes on after a failure, so that one run shows all
 * there is to put right, and ends with what failed and one line of counts. It writes nothing to the repository.
 */
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

export type Step = { readonly name: string; readonly args: readonly string[]; readonly minutes: number };
export type Ended = {
  readonly step: Step;
  readonly passed: boolean;
  readonly seconds: number;
  readonly output: string;
};

const root = join(import.meta.dirname, '..');

const steps: readonly Step[] = [
  { name: 'types', args: ['node_modules/typescript/bin/tsc', '-p', '.'], minutes: 3 },
  {
    name: 'lint',
    args: ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings'],
    minutes: 2,
  },
  {
    name: 'tests',
    args: [
      '--import',
      './test/support/law-seed.ts',
      '--test',
      '--test-reporter=spec',
      // One file may not use up the time of all the others.
      '--test-timeout=300000',
      `--test-concurrency=${Math.max(2, availableParallelism())}`,
      'src/**/*.test.ts',
      'test/**/*.test.ts',
    ],
    minutes: 45,
  },
];

/** Runs every step and says how it went. The exit code: 0 when all passed. */
export async function check(): Promise<number> {
  const ended: Ended[] = [];
  for (const step of steps) {
    process.stdout.write(`\n── ${step.name}\n`);
    ended.push(await run(step));
  }
  process.stdout.write(`\n${summary(ended)}\n`);
  return ended.every((one) => one.passed) ? 0 : 1;
}

function run(step: Step): Promise<Ended> {
  return new Promise((resolve) => {
    const start = performance.now();
    const colour = process.stdout.isTTY ? { FORCE_COLOR: '1' } : {};
    const child = spawn(process.execPath, step.args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, ...colour },
    });
    let output = '';
    child.stdout.setEncoding('utf8');
    child.stdout.on('data', (text: string) => {
      output += text;
      process.stdout.write(text);
    });
    const clock = setTimeout(() => {
      process.stdout.write(`\n${step.name}: stopped after ${step.minutes} minutes.\n`);
      child.kill('SIGKILL');
    }, step.minutes * 60_000);
    child.on('close', (code) => {
      clearTimeout(clock);
      resolve({ step, passed: code === 0, seconds: (performance.now() - start) / 1000, output });
    });
  });
}

/** What the run ends with: every step, what failed, and as the last line the counts of tests. */
export function summary(ended: readonly Ended[]): string {
  const lines = ended.map(
    (one) => `${one.passed ? '✔' : '✖'} ${one.step.name} (${one.seconds.toFixed(1)} s)`,
  );
  const failed = ended.filter((one) => !one.passed).map((one) => one.step.name);
  lines.push(failed.length === 0 ? 'Everything passed.' : `Failed: ${failed.join(', ')}.`);
  const tests = ended.find((one) => one.step.name === 'tests')?.output ?? '';
  lines.push(`${tally(tests, 'pass')} passed, ${tally(tests, 'fail')} failed`);
  return lines.join('\n');
}

/** A number of the summary that `node --test` ends with; '?' when it was stopped before it came to that. */
function tally(output: string, word: 'pass' | 'fail'): string {
  return [...output.matchAll(new RegExp(`^\\S*ℹ ${word} (\\d+)`, 'gm'))].at(-1)?.[1] ?? '?';
}

if (process.argv[1] === import.meta.filename) process.exitCode = await check();
