/**
 * Picks the command and is the edge where everything thrown ends: a refusal is told as it is and chooses the exit code;
 * anything else is a defect of ours and is told with its place in the program.
 */
import { readFileSync } from 'node:fs';
import { Refusal } from '#finding/refusal.ts';
import type { Command, Parts } from './command.ts';

const DEFECT = 1;

export type Told = { readonly parts: Parts; readonly complain: (text: string) => void };

export async function runCommand(
  args: readonly string[],
  commands: readonly Command[],
  { parts, complain }: Told,
): Promise<number> {
  const [name = 'help', ...rest] = args;
  try {
    if (['help', '--help', '-h'].includes(name) || rest.some((arg) => arg === '--help' || arg === '-h')) {
      for (const line of help(commands, name)) parts.terminal.say(line);
      return 0;
    }
    if (['version', '--version', '-v'].includes(name)) {
      parts.terminal.say(version());
      return 0;
    }
    const command = commands.find((one) => one.name === name);
    if (command === undefined) {
      throw new Refusal('bad-use', `There is no command "${name}". "cyberflag help" lists those there are.`);
    }
    return await command.run(rest, parts);
  } catch (error) {
    parts.terminal.progress('');
    if (error instanceof Refusal) {
      complain(error.message);
      return error.exit;
    }
    complain(
      `This is a fault of the program, not of your files. ${error instanceof Error ? error.stack : error}`,
    );
    return DEFECT;
  }
}

function help(commands: readonly Command[], name: string): readonly string[] {
  const asked = commands.filter((command) => command.name === name);
  const shown = asked.length > 0 ? asked : commands;
  return shown.flatMap((command) => [`cyberflag ${command.name} ${command.usage}`, `    ${command.summary}`]);
}

function version(): string {
  const file = new URL('../../package.json', import.meta.url);
  const read: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const found = typeof read === 'object' && read !== null && 'version' in read ? read.version : '';
  return `cyberflag ${String(found)}`;
}
