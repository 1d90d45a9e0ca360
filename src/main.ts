/** Wires the program: gives the commands a terminal and the web server, in the open, and returns the exit code. */
import { commands } from '#cli/all.ts';
import type { Serve, Terminal } from '#cli/command.ts';
import { runCommand } from '#cli/run-command.ts';

export async function run(args: readonly string[]): Promise<number> {
  // Whoever reads our output may stop reading ("cyberflag read … | head"); that is no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  return runCommand(args, commands, {
    parts: { terminal, serve },
    complain: (text) => process.stderr.write(`${text}\n`),
  });
}

const terminal: Terminal = {
  isRead: process.stdout.isTTY === true,
  say: (line) => process.stdout.write(`${line}\n`),
  // A copy: the bytes are used again before a slow reader has taken them.
  write: (lines) => process.stdout.write(Buffer.from(lines)),
  tell: (line) => process.stderr.write(`${line}\n`),
  async input() {
    const parts: Buffer[] = [];
    for await (const part of process.stdin) parts.push(Buffer.from(part));
    return Buffer.concat(parts).toString('utf8');
  },
  progress(line) {
    if (process.stderr.isTTY)
      process.stderr.write(`\r\u001b[K${line.slice(0, (process.stderr.columns ?? 80) - 1)}`);
  },
  untilStopped: () =>
    new Promise((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
    }),
};

/** The server is loaded when something is served: no other command waits for it. */
const serve: Serve = async (options) => {
  const { serveRelease } = await import('#web/serve-release.ts');
  return serveRelease(options);
};

if (import.meta.main) process.exitCode = await run(process.argv.slice(2));
