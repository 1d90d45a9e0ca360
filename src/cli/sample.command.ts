/** `sample`: records drawn at random, for people to read. Opens no network. */
import { Refusal } from '#finding/refusal.ts';
import type { Command } from './command.ts';
import { argumentsOf } from './command.ts';

export const sample: Command = {
  name: 'sample',
  usage:
    'FILE --out FILE.xlsx [--size N] [--seed N] [--map FILE] [--policy FILE] [--all-offences] [--no-text]',
  summary:
    'Draws records from an extract at random, by stratum, and writes the sheet on which people say what they read.',
  async run(args, { terminal }) {
    const { values, positionals } = argumentsOf(
      sample,
      args,
      {
        out: { type: 'string' },
        size: { type: 'string', default: '600' },
        seed: { type: 'string', default: '1' },
        map: { type: 'string' },
        policy: { type: 'string' },
        'all-offences': { type: 'boolean', default: false },
        'no-text': { type: 'boolean', default: false },
      },
      { least: 1, most: 1 },
    );
    if (values.out === undefined) {
      throw new Refusal(
        'bad-use',
        'Where the sheet goes is not given. Add --out and a path that ends in .xlsx.',
      );
    }
    const { sampleFile } = await import('#work/sample-extract.ts');
    await sampleFile(
      {
        path: positionals[0] ?? '',
        map: values.map,
        policy: values.policy,
        out: values.out,
        size: wholeOf('--size', values.size, 1, 100_000),
        seed: wholeOf('--seed', values.seed, 0, 2_147_483_647),
        allOffences: values['all-offences'],
        withText: !values['no-text'],
      },
      terminal,
    );
    return 0;
  },
};

function wholeOf(option: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new Refusal('bad-use', `${option} ${text}: write a whole number from ${least} to ${most}.`);
}
