/** `build`: a release from a collection, into a folder of its own. */
import { Refusal } from '#finding/refusal.ts';
import type { Command } from './command.ts';
import { argumentsOf } from './command.ts';

export const build: Command = {
  name: 'build',
  usage: 'COLLECTION_DIR --out DIR [--corrects RELEASE_DIR --why TEXT] [--earlier RELEASE_DIR|STORE]',
  summary: 'Reads every return of a collection and writes a release: site, data, bulletins and manifest.',
  async run(args, { terminal }) {
    const { values, positionals } = argumentsOf(
      build,
      args,
      {
        out: { type: 'string' },
        corrects: { type: 'string' },
        why: { type: 'string' },
        earlier: { type: 'string', multiple: true, default: [] },
      },
      { least: 1, most: 1 },
    );
    const [dir = ''] = positionals;
    if (typeof values.out !== 'string') {
      throw new Refusal(
        'bad-use',
        'Where to write the release is not given. Add --out and the path of a folder.',
      );
    }
    const { corrects, why } = values;
    if ((corrects === undefined) !== (why === undefined)) {
      throw new Refusal(
        'bad-use',
        'A correction says why. Give --corrects with the folder of the release and --why with a sentence.',
      );
    }
    const { makeRelease } = await import('#work/make-release.ts');
    const lines = await makeRelease({
      dir,
      out: values.out,
      progress: terminal.progress,
      corrects: corrects === undefined || why === undefined ? null : { dir: corrects, why },
      earlier: values.earlier ?? [],
    });
    for (const line of lines) terminal.say(line);
    return 0;
  },
};
