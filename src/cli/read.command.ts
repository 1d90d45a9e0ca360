/** `read`: what one return says, as a table for people or as the promised JSON for programs. */
import { Refusal } from '#finding/refusal.ts';
import { words } from '#finding/words.ts';
import type { OneReading } from '#work/read-one.ts';
import type { Command } from './command.ts';
import { argumentsOf } from './command.ts';

export const read: Command = {
  name: 'read',
  usage: 'PATH --collection FILE [--force CODE] [--json] [--explain]',
  summary: 'Reads what one force sent, a file or a folder, and says what it states and what does not add up.',
  async run(args, { terminal }) {
    const { values, positionals } = argumentsOf(
      read,
      args,
      {
        collection: { type: 'string' },
        force: { type: 'string' },
        json: { type: 'boolean', default: false },
        explain: { type: 'boolean', default: false },
      },
      { least: 1, most: 1 },
    );
    const [path = ''] = positionals;
    if (typeof values.collection !== 'string') {
      throw new Refusal(
        'bad-use',
        'What was asked is not given. Add --collection and the path of collection.yaml.',
      );
    }
    const force = typeof values.force === 'string' ? values.force : null;
    const { pageOf, readOne, writtenReading } = await import('#work/read-one.ts');
    const one = await readOne({ path, collection: values.collection, force });
    const isExplained = values.explain === true;
    const lines = values.json
      ? [writtenReading(one, { isExplained })]
      : [...told(one), ...(isExplained ? pageOf(one) : [])];
    for (const line of lines) terminal.say(line);
    return 0;
  },
};

function told({ reading, forceName, collection }: OneReading): readonly string[] {
  const exemptions = reading.exemptions.length === 0 ? '' : `, relying on ${reading.exemptions.join(', ')}`;
  const head = ['measure', 'period', 'category', 'count', 'place'];
  const rows = reading.observations.map(({ measure, period, age, sex, offence, platform, count, at }) => [
    measure,
    period === collection.period ? 'as asked' : period,
    [age, sex, offence, platform].filter((one) => one !== null).join(', ') || 'total',
    count.low === count.high
      ? String(count.low)
      : `${count.low} to ${count.high === Infinity ? '?' : count.high}`,
    at,
  ]);
  return [
    `${forceName ?? 'Force not named'}: ${reading.outcome}${exemptions}`,
    ...(rows.length === 0 ? ['No number was read.'] : aligned([head, ...rows])),
    ...reading.findings.map((finding) => `${finding.level} ${finding.code}: ${words(finding)}`),
  ];
}

function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
