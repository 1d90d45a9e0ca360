/**
 * Reads 44 returns of the samples, each force once and then one more, of every type that they hold, as the command does:
 * all opened at once in threads with limits, each read in turn. Prints the time from the start of the process and the
 * peak of memory. The bars are 4 s on two processors and 500 MB. `node bench/read-speed.ts [RUNS]`.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { readCollection } from '#collection/read-collection.ts';
import { readRegister } from '#register/register.ts';
import { forceOfFolder } from '#returns/letters/force-named.ts';
import { openReturn } from '#returns/open-return.ts';
import { readReturn } from '#returns/read-return.ts';

const all = 44;
const bar = { seconds: 4, megabytes: 500 };
const root = join(import.meta.dirname, '..');
/** Started as the command is. */
const starter = join(root, 'bin', 'on-node-24.mjs');
const dirs = [
  'examples/flagged-2015-16',
  'test/samples/communication-2024-25',
  'test/samples/letters-2023-24',
  'test/samples/workbooks-2024-25',
].map((dir) => join(root, dir));

type Chosen = { readonly dir: string; readonly force: string; readonly types: readonly string[] };

if (process.argv[2] === 'once') await readOnce();
else {
  const runs = Number(process.argv[2] ?? 5);
  const seen = Array.from({ length: runs }, () => {
    const from = performance.now();
    const { status, stdout, stderr } = spawnSync(process.execPath, [starter, import.meta.filename, 'once'], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`reading ended with ${status}: ${stderr}`);
    return { ...(JSON.parse(stdout) as Once), seconds: (performance.now() - from) / 1000 };
  });
  const [first] = seen;
  const slowest = Math.max(...seen.map((one) => one.seconds));
  const median = [...seen].sort((a, b) => a.seconds - b.seconds)[Math.floor(runs / 2)]?.seconds ?? 0;
  const memory = Math.max(...seen.map((one) => one.megabytes));
  process.stdout.write(
    `${first?.returns} returns (${first?.types}), ${first?.observations} observations\n` +
      `from start to end of the process: median ${median.toFixed(2)} s, slowest ${slowest.toFixed(2)} s of ${runs}, bar ${bar.seconds} s\n` +
      `of it reading: ${Math.max(...seen.map((one) => one.reading)).toFixed(2)} s; peak memory ${memory.toFixed(0)} MB, bar ${bar.megabytes} MB\n`,
  );
  if (slowest > bar.seconds || memory > bar.megabytes) process.exitCode = 1;
}

type Once = {
  readonly returns: number;
  readonly types: string;
  readonly observations: number;
  readonly reading: number;
  readonly megabytes: number;
};

async function readOnce(): Promise<void> {
  const register = readRegister();
  const returns = chosen();
  const from = performance.now();
  const opened = returns.map(({ dir, force }) => openReturn(join(dir, 'returns', force)));
  const collections = new Map(dirs.map((dir) => [dir, readCollection(join(dir, 'collection.yaml'))]));
  let observations = 0;
  for (const [at, { dir, force }] of returns.entries()) {
    const documents = (await opened[at]) ?? [];
    const collection = collections.get(dir);
    if (collection === undefined) throw new Error(`no collection was read for ${dir}`);
    const reading = readReturn({ documents, collection, register, force: forceOfFolder(force, register) });
    observations += reading.observations.length;
  }
  const reading = (performance.now() - from) / 1000;
  const kinds = new Map<string, number>();
  for (const type of returns.flatMap(({ types }) => types)) kinds.set(type, (kinds.get(type) ?? 0) + 1);
  const types = [...kinds].map(([type, count]) => `${count} ${type}`).join(', ');
  const megabytes = process.resourceUsage().maxRSS / 1024;
  process.stdout.write(
    JSON.stringify({ returns: returns.length, types, observations, reading, megabytes } satisfies Once),
  );
}

/** Of each force the return whose types were taken least so far; then the one left over that is of the rarest type. */
function chosen(): readonly Chosen[] {
  const returns = dirs.flatMap((dir) =>
    readdirSync(join(dir, 'returns')).map((force): Chosen => ({ dir, force, types: typesOf(dir, force) })),
  );
  const taken = new Map<string, number>();
  const picked: Chosen[] = [];
  const take = (from: readonly Chosen[]): void => {
    const rarity = (one: Chosen): number => Math.min(...one.types.map((type) => taken.get(type) ?? 0));
    const [best] = [...from].sort((a, b) => rarity(a) - rarity(b));
    if (best === undefined) return;
    picked.push(best);
    for (const type of best.types) taken.set(type, (taken.get(type) ?? 0) + 1);
  };
  for (const force of [...new Set(returns.map((one) => one.force))].sort()) {
    take(returns.filter((one) => one.force === force));
  }
  while (picked.length < all) take(returns.filter((one) => !picked.includes(one)));
  return picked;
}

function typesOf(dir: string, force: string): readonly string[] {
  return readdirSync(join(dir, 'returns', force), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => extname(entry.name).slice(1));
}
