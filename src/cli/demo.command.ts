/** `demo`: builds the example that comes with the program, the first year of the flag, and serves it. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command, Parts } from './command.ts';
import { argumentsOf, portOf } from './command.ts';

const HOME = fileURLToPath(new URL('../..', import.meta.url));
const EXAMPLE = 'flagged-2015-16';
/** How many ports above the first are tried: enough for a busy machine, few enough to end soon. */
const TRIES = 20;

export const demo: Command = {
  name: 'demo',
  usage: '[--port 8080]',
  summary: 'Builds the example collection and serves its release.',
  async run(args, parts) {
    const { values } = argumentsOf(
      demo,
      args,
      { port: { type: 'string', default: '8080' } },
      { least: 0, most: 0 },
    );
    const { terminal } = parts;
    const out = join(HOME, 'build', EXAMPLE);
    const { makeRelease } = await import('#work/make-release.ts');
    const lines = await makeRelease({
      dir: join(HOME, 'examples', EXAMPLE),
      out,
      progress: terminal.progress,
    });
    for (const line of lines) terminal.say(line);
    const served = await serveNearby(parts, out, portOf(String(values.port)));
    terminal.say(`Open ${served.address}  (stop with Ctrl+C)`);
    await terminal.untilStopped();
    await served.close();
    return 0;
  },
};

/** On the port asked for, or on the next that nothing else uses. */
async function serveNearby({ serve }: Parts, dir: string, first: number): ReturnType<Parts['serve']> {
  for (let port = first; ; port++) {
    try {
      return await serve({ dir, port });
    } catch (error) {
      const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!isTaken || port >= first + TRIES) throw error;
    }
  }
}
