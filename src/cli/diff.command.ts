/** `diff`: what changed between two releases of one collection, figure by figure. */
import type { Command } from './command.ts';
import { argumentsOf } from './command.ts';

export const diff: Command = {
  name: 'diff',
  usage: 'OLD_DIR NEW_DIR [--json]',
  summary: 'Says figure by figure what a release changes of the one before it.',
  async run(args, { terminal }) {
    const { values, positionals } = argumentsOf(
      diff,
      args,
      { json: { type: 'boolean', default: false } },
      { least: 2, most: 2 },
    );
    const [old = '', now = ''] = positionals;
    const { difference, differenceLines } = await import('#work/keep-releases.ts');
    const found = difference(old, now);
    for (const line of values.json ? [JSON.stringify(found, null, 1)] : differenceLines(found))
      terminal.say(line);
    return 0;
  },
};
