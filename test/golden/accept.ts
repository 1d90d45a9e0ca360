/** `npm run golden:accept [CASE…]` makes what the program produces now the accepted output, and names what changed. */
import { accept, cases } from './harness.ts';

if (process.env.CI !== undefined && process.env.CI !== 'false') {
  process.stderr.write(
    'Golden output is accepted by a person who has read the change, not by the server. Nothing was written.\n',
  );
  process.exitCode = 2;
} else {
  const named = process.argv.slice(2);
  const unknown = named.filter((name) => !cases().includes(name));
  if (unknown.length > 0) {
    process.stderr.write(
      `No such case: ${unknown.join(', ')}. There are: ${cases().join(', ')}. Nothing was written.\n`,
    );
    process.exitCode = 2;
  } else {
    const lines = (named.length > 0 ? named : cases()).flatMap((name) =>
      accept(name).map(
        ({ path, kind }) =>
          `${kind === 'missing' ? 'removed' : kind === 'unexpected' ? 'added' : 'changed'} ${name}/out/${path}`,
      ),
    );
    process.stdout.write(lines.length === 0 ? 'Nothing changed.\n' : `${lines.join('\n')}\n`);
  }
}
