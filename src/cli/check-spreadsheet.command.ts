/** `check-spreadsheet`: anyone's workbook against the rules of accessible spreadsheets, rule by rule. */
import { Refusal } from '#finding/refusal.ts';
import type { SpreadsheetCheck } from '#work/check-spreadsheet.ts';
import type { Command } from './command.ts';
import { argumentsOf } from './command.ts';

/** Of a rule that is broken in many places so many are told to a person; a program is told all. */
const MOST_PLACES = 5;

export const checkSpreadsheet: Command = {
  name: 'check-spreadsheet',
  usage: 'FILE [--before FILE] [--publisher NAME]… [--seconds N] [--json]',
  summary: 'Checks an .ods or .xlsx against the rules of accessible spreadsheets, by their numbers.',
  async run(args, { terminal }) {
    const { values, positionals } = argumentsOf(
      checkSpreadsheet,
      args,
      {
        before: { type: 'string' },
        publisher: { type: 'string', multiple: true },
        seconds: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
      { least: 1, most: 1 },
    );
    const [path = ''] = positionals;
    const { checkSpreadsheet: check } = await import('#work/check-spreadsheet.ts');
    const before = typeof values.before === 'string' ? values.before : null;
    const publishers = Array.isArray(values.publisher) ? values.publisher.map(String) : [];
    const checked = await check({ path, before, publishers }, secondsOf(values.seconds));
    for (const line of values.json ? [JSON.stringify(checked, null, 1)] : told(checked)) terminal.say(line);
    const isBroken = checked.rules.some(({ state, weight }) => state === 'broken' && weight === 'essential');
    return checked.unreadable !== null || isBroken ? 4 : 0;
  },
};

function secondsOf(given: unknown): number | undefined {
  if (given === undefined) return undefined;
  const seconds = Number(given);
  if (!(seconds > 0)) throw new Refusal('bad-use', `--seconds ${String(given)}: write a number above 0.`);
  return seconds;
}

function told({ file, unreadable, rules }: SpreadsheetCheck): readonly string[] {
  const lines = unreadable === null ? [] : [`${file} was not checked: ${unreadable}.`];
  for (const rule of rules) {
    if (rule.state === 'broken') {
      const places = rule.breaches.slice(0, MOST_PLACES).map(({ at, found }) => `     ${at}: ${found}`);
      const left = rule.breaches.length - places.length;
      lines.push(`${rule.number.padEnd(4)} ${rule.weight}: ${rule.asks}`, ...places);
      if (left > 0) lines.push(`     and ${left} more`);
    } else if (rule.state === 'untold' && unreadable === null) {
      lines.push(`${rule.number.padEnd(4)} for a person to say: ${rule.why}`);
    }
  }
  const count = (state: string) => rules.filter((rule) => rule.state === state).length;
  if (unreadable === null) {
    lines.push(
      `${file}: ${count('kept')} rules kept, ${count('broken')} broken, ${count('untold')} for a person to say`,
    );
  }
  return lines;
}
