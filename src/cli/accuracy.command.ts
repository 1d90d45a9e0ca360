/** `accuracy`: what a filled-in sample says of the flag in the force. Opens no network. */
import type { Command } from './command.ts';
import { argumentsOf } from './command.ts';

export const accuracy: Command = {
  name: 'accuracy',
  usage: 'REVIEWED.xlsx [--json] [--calibration FILE]',
  summary:
    'Says from a filled-in sample how complete and correct the flag is in the force, and how many are still missed.',
  async run(args, { terminal }) {
    const { values, positionals } = argumentsOf(
      accuracy,
      args,
      { json: { type: 'boolean', default: false }, calibration: { type: 'string' } },
      { least: 1, most: 1 },
    );
    const { accuracyReviewed } = await import('#work/accuracy-reviewed.ts');
    const { accuracyLines } = await import('#work/accuracy-words.ts');
    const report = await accuracyReviewed(positionals[0] ?? '', values.calibration);
    if (values.json) terminal.say(JSON.stringify(report));
    else for (const line of accuracyLines(report)) terminal.say(line);
    return 0;
  },
};
