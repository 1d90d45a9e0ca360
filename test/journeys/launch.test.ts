/** The command starts on any Node: it finds the Node 24 that was installed with it, hands over, and ends the way that one ended. */
import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';

const bin = join(import.meta.dirname, '..', '..', 'bin');
const launcher = pathToFileURL(join(bin, 'node-24.mjs')).href;

/** A program that uses the launcher, as text for `node --input-type=module -e`. */
function using(body: string): string[] {
  return [
    '--input-type=module',
    '-e',
    `import { findNode24, handOver } from ${JSON.stringify(launcher)};\n${body}`,
  ];
}

test('the Node that was installed with the program is found and is a Node 24', () => {
  const found = execFileSync(process.execPath, using('process.stdout.write(String(findNode24()));'), {
    encoding: 'utf8',
  });
  assert.match(execFileSync(found, ['--version'], { encoding: 'utf8' }), /^v24\./);
});

test('where no Node 24 stands in any folder above, none is found', () => {
  const empty = mkdtempSync(join(tmpdir(), 'launch-'));
  try {
    const body = `process.stdout.write(String(findNode24(${JSON.stringify(empty)})));`;
    assert.equal(execFileSync(process.execPath, using(body), { encoding: 'utf8' }), 'null');
  } finally {
    rmSync(empty, { recursive: true });
  }
});

test('a program that is handed over passes on its arguments, what it prints and its exit code', () => {
  const program = 'process.stdout.write(process.argv.slice(1).join("|")); process.exitCode = 3;';
  const ended = spawnSync(
    process.execPath,
    using(`handOver(['-e', ${JSON.stringify(program)}, 'one', 'two words']);`),
    {
      encoding: 'utf8',
    },
  );
  assert.deepEqual({ out: ended.stdout, status: ended.status }, { out: 'one|two words', status: 3 });
});

test('a signal to the command reaches the program it handed over to', async () => {
  const program = `
    process.on('SIGTERM', () => { process.stdout.write('stopped'); process.exit(4); });
    setTimeout(() => {}, 60_000);
    process.stdout.write('ready ');`;
  const child = spawn(process.execPath, using(`handOver(['-e', ${JSON.stringify(program)}]);`), {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  child.stdout.setEncoding('utf8');
  child.stdout.on('data', (text: string) => {
    out += text;
    if (out === 'ready ') child.kill('SIGTERM');
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  assert.deepEqual({ out, code }, { out: 'ready stopped', code: 4 });
});

test('a program that a signal ended makes the command end with 128 and the number of the signal', () => {
  const ended = spawnSync(
    process.execPath,
    using(`handOver(['-e', 'process.kill(process.pid, "SIGKILL")']);`),
  );
  assert.equal(ended.status, 137);
});

/** What a program prints that keeps its compiled code in `folder` and then says where it and a thread of it keep theirs. */
function keepingIn(folder: string) {
  const keeper = pathToFileURL(join(bin, 'compiled-code.mjs')).href;
  const say = `
    import { getCompileCacheDir } from 'node:module';
    process.stdout.write(getCompileCacheDir() + ' ');`;
  const program = `
    import { once } from 'node:events';
    import { Worker } from 'node:worker_threads';
    import { keepCompiledCode } from ${JSON.stringify(keeper)};
    keepCompiledCode(${JSON.stringify(folder)});
    ${say}
    await once(new Worker(${JSON.stringify(say)}, { eval: true }), 'exit');`;
  const { NODE_COMPILE_CACHE: _, ...env } = process.env;
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    encoding: 'utf8',
    env,
  });
  return { places: stdout.trim().split(' '), stderr, status };
}

test('compiled code is kept where the command says, also that of its threads', () => {
  const dir = mkdtempSync(join(tmpdir(), 'launch-'));
  try {
    const { places, stderr, status } = keepingIn(join(dir, 'kept'));
    const [first = ''] = places;
    assert.ok(first.startsWith(join(dir, 'kept')), first);
    assert.deepEqual({ places, stderr, status }, { places: [first, first], stderr: '', status: 0 });
    assert.ok(existsSync(first));
  } finally {
    rmSync(dir, { recursive: true });
  }
});

test('where compiled code cannot be kept, the command runs without and says nothing of it', () => {
  const dir = mkdtempSync(join(tmpdir(), 'launch-'));
  try {
    const file = join(dir, 'a-file');
    writeFileSync(file, '');
    assert.deepEqual(keepingIn(join(file, 'kept')), {
      places: ['undefined', 'undefined'],
      stderr: '',
      status: 0,
    });
  } finally {
    rmSync(dir, { recursive: true });
  }
});
