/** `verify`: whether a release, or every release of a store, is still byte for byte what was made and approved. */
import type { Command } from './command.ts';
import { argumentsOf } from './command.ts';

const ALTERED = 4;

export const verify: Command = {
  name: 'verify',
  usage: 'DIR',
  summary: 'Holds a release or a store of releases against its hashes and names every file that has changed.',
  async run(args, { terminal }) {
    const { positionals } = argumentsOf(verify, args, {}, { least: 1, most: 1 });
    const { verify: held } = await import('#work/keep-releases.ts');
    const { lines, isSound } = held(positionals[0] ?? '');
    for (const line of lines) terminal.say(line);
    return isSound ? 0 : ALTERED;
  },
};
