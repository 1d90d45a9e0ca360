/** `release`: the life of a release in a store, from draft to published. Each step is asked for by name. */
import { Refusal } from '#finding/refusal.ts';
import type { Command } from './command.ts';
import { argumentsOf } from './command.ts';

const NOT_SOUND = 4;

export const release: Command = {
  name: 'release',
  usage:
    'add|list|check|approve|withdraw|publish STORE [RELEASE_DIR|RELEASE] [--who ROLE] [--at TIME] [--why TEXT]',
  summary:
    'Keeps releases: adds a draft, checks it, approves it for a time, takes that back, publishes what is due.',
  async run(args, { terminal }) {
    const { values, positionals } = argumentsOf(
      release,
      args,
      { who: { type: 'string' }, at: { type: 'string' }, why: { type: 'string' } },
      { least: 2, most: 3 },
    );
    const [step = '', store = '', what = ''] = positionals;
    const life = await import('#work/keep-releases.ts');
    const wanted = (name: 'who' | 'at' | 'why'): string => {
      const value = values[name];
      if (value !== undefined && value !== '') return value;
      throw new Refusal('bad-use', `"release ${step}" needs --${name}. ${HELP[name]}`);
    };
    if (['add', 'check', 'approve', 'withdraw'].includes(step) && what === '') {
      throw new Refusal(
        'bad-use',
        `"release ${step}" needs ${step === 'add' ? 'the folder of a release' : 'the id of a release'}.`,
      );
    }
    const told = (): { lines: readonly string[]; isSound: boolean } => {
      const sound = (lines: readonly string[]) => ({ lines, isSound: true });
      if (step === 'add') return sound(life.add(store, what));
      if (step === 'list') return sound(life.list(store));
      if (step === 'check') return life.check(store, what);
      if (step === 'approve')
        return sound(life.approveFor(store, what, { who: wanted('who'), at: wanted('at') }));
      if (step === 'withdraw')
        return sound(life.takeBack(store, what, { who: wanted('who'), why: wanted('why') }));
      if (step === 'publish') return life.publish(store);
      throw new Refusal('bad-use', `Write: cyberflag release ${release.usage}`);
    };
    const { lines, isSound } = told();
    for (const line of lines) terminal.say(line);
    return isSound ? 0 : NOT_SOUND;
  },
};

const HELP = {
  who: 'Name a role, not a person: "head of statistics".',
  at: 'Give the time of publication with its zone: 2026-12-01T09:30:00Z.',
  why: 'Say why in a sentence.',
} as const;
