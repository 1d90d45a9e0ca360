/** `serve`: a built release on this machine, until it is stopped. */
import type { Command } from './command.ts';
import { argumentsOf, portOf } from './command.ts';

export const serve: Command = {
  name: 'serve',
  usage: 'DIR [--port 8080]',
  summary: 'Serves a release on 127.0.0.1.',
  async run(args, parts) {
    const options = { port: { type: 'string', default: '8080' } } as const;
    const { values, positionals } = argumentsOf(serve, args, options, { least: 1, most: 1 });
    const [dir = ''] = positionals;
    const served = await parts.serve({ dir, port: portOf(String(values.port)) });
    parts.terminal.say(`Serving ${dir} at ${served.address}  (stop with Ctrl+C)`);
    await parts.terminal.untilStopped();
    await served.close();
    return 0;
  },
};
