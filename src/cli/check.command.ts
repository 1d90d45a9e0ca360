/** `check`: a whole extract in the force, what the flag says and what the records say. Opens no network. */
import type { Command } from './command.ts';
import { argumentsOf } from './command.ts';

export const check: Command = {
  name: 'check',
  usage:
    'FILE [--map FILE] [--policy FILE] [--calibration FILE] [--out DIR] [--json] [--all-offences] [--no-text] [--most N] [--with-evidence-text]',
  summary:
    'Checks an extract of crime records in the force: flags missed, flags without support, records to read.',
  async run(args, { terminal }) {
    const { values, positionals } = argumentsOf(
      check,
      args,
      {
        map: { type: 'string' },
        policy: { type: 'string' },
        calibration: { type: 'string' },
        out: { type: 'string' },
        json: { type: 'boolean', default: false },
        'all-offences': { type: 'boolean', default: false },
        'no-text': { type: 'boolean', default: false },
        most: { type: 'string' },
        'with-evidence-text': { type: 'boolean', default: false },
      },
      { least: 1, most: 1 },
    );
    const { checkFile } = await import('#work/check-file.ts');
    await checkFile(
      {
        path: positionals[0] ?? '',
        map: values.map,
        policy: values.policy,
        calibration: values.calibration,
        out: values.out,
        json: values.json,
        allOffences: values['all-offences'],
        withText: !values['no-text'],
        most: values.most,
        withEvidenceText: values['with-evidence-text'],
      },
      terminal,
    );
    return 0;
  },
};
