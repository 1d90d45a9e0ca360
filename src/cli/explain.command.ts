/** `explain`: does this record get the online crime flag, and why; the record comes on standard input and goes nowhere else. */
import type { Explained } from '#work/explain-records.ts';
import type { Command } from './command.ts';
import { argumentsOf } from './command.ts';

export const explain: Command = {
  name: 'explain',
  usage: '[--policy FILE] [--json | --text] < RECORD',
  summary:
    'Says of one record whether it gets the online crime flag, with the words and the rules it rests on.',
  async run(args, { terminal }) {
    const { values } = argumentsOf(
      explain,
      args,
      {
        policy: { type: 'string' },
        json: { type: 'boolean', default: false },
        text: { type: 'boolean', default: false },
      },
      { least: 0, most: 0 },
    );
    const { explainRecords } = await import('#work/explain-records.ts');
    const policy = typeof values.policy === 'string' ? values.policy : null;
    // A program that reads the answer wants it whole; a person at the terminal wants it told.
    const isJson = values.json === true || (values.text !== true && !terminal.isRead);
    for (const one of explainRecords(await terminal.input(), policy)) {
      const lines = isJson ? [JSON.stringify(one.decision)] : told(one);
      for (const line of lines) terminal.say(line);
    }
    return 0;
  },
};

function told({ decision, rules }: Explained): readonly string[] {
  const { id, confidence, channel, evidence } = decision;
  const name = id === '' ? '' : `${id}: `;
  const by = channel === null ? '' : `, ${channel}`;
  return [
    `${name}${decision.decision}${by} (confidence ${confidence.toFixed(2)})`,
    ...evidence.map(
      (one) =>
        `  ${one.effect.padEnd(10)}  "${one.text}"  ${one.rule} (${one.field} ${one.start} to ${one.end})`,
    ),
    ...rules.map((rule) => `  ${rule.id} (${rule.group}): ${rule.says}`),
  ];
}
