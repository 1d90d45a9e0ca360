import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Refusal } from '#finding/refusal.ts';
import { commands } from './all.ts';
import type { Command, Parts } from './command.ts';
import { argumentsOf, portOf } from './command.ts';
import { runCommand } from './run-command.ts';

function told() {
  const said: string[] = [];
  const complained: string[] = [];
  const parts: Parts = {
    terminal: {
      say: (line) => said.push(line),
      write: () => undefined,
      tell: () => undefined,
      input: async () => '',
      progress: () => undefined,
      isRead: true,
      untilStopped: async () => undefined,
    },
    serve: async () => {
      throw new Error('nothing is served here');
    },
  };
  return { said, complained, options: { parts, complain: (text: string) => complained.push(text) } };
}

const ends = (name: string, run: () => Promise<number>): Command => ({
  name,
  usage: 'THING',
  summary: 'Ends.',
  run,
});

test('help lists every command with its usage, and of one command its own', async () => {
  const all = told();
  assert.equal(await runCommand([], commands, all.options), 0);
  for (const { name, usage } of commands) assert.ok(all.said.includes(`cyberflag ${name} ${usage}`));
  const one = told();
  assert.equal(await runCommand(['build', '--help'], commands, one.options), 0);
  assert.equal(one.said.length, 2);
});

test('the version is the one of the package', async () => {
  const { said, options } = told();
  assert.equal(await runCommand(['--version'], commands, options), 0);
  assert.match(said.join(), /^cyberflag \d+\.\d+\.\d+$/);
});

test('a refusal chooses the exit code and is told in its own words', async () => {
  for (const [code, exit] of [
    ['bad-use', 2],
    ['not-found', 2],
    ['open-errors', 3],
    ['not-protected', 3],
  ] as const) {
    const { complained, options } = told();
    const refuses = ends('refuse', async () => {
      throw new Refusal(code, 'what was found, and what to do');
    });
    assert.equal(await runCommand(['refuse'], [refuses], options), exit);
    assert.deepEqual(complained, ['what was found, and what to do']);
  }
});

test('anything else that is thrown is a fault of the program', async () => {
  const { complained, options } = told();
  const breaks = ends('break', async () => {
    throw new Error('unforeseen');
  });
  assert.equal(await runCommand(['break'], [breaks], options), 1);
  assert.match(complained.join(), /fault of the program.*unforeseen/s);
});

test('an unknown command, an unknown option and a missing place are bad use and say what to write', async () => {
  for (const args of [
    ['mend'],
    ['build', '--in', 'x'],
    ['build'],
    ['build', 'a', 'b', '--out', 'c'],
    ['read', 'x'],
  ]) {
    const { complained, options } = told();
    assert.equal(await runCommand(args, commands, options), 2, args.join(' '));
    assert.equal(complained.length, 1);
  }
});

test('arguments are read by their options, and a port must be one', () => {
  const { values, positionals } = argumentsOf(
    { name: 'n', usage: 'PLACE' },
    ['here', '--out', 'there'],
    { out: { type: 'string' } },
    { least: 1, most: 1 },
  );
  assert.deepEqual([values.out, positionals], ['there', ['here']]);
  assert.equal(portOf('8080'), 8080);
  for (const port of ['eighty', '-1', '70000', '80.5']) assert.throws(() => portOf(port), Refusal);
});
