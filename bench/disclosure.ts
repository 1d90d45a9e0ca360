/**
 * Protects every table of a folder for both outsiders, attacks what comes out, and prints it beside what the best other
 * tools need: `npm run bench:disclosure -- [FOLDER] [NAME …] [--auditor FILE]`. The others' figures were measured on the
 * same tables, for the outsider who does not know that zeros are never hidden; only patterns of theirs that no attack
 * narrows are counted. With `--auditor`, an auditor that is not ours is asked too, in the way of the one that measured them.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

type Peer = { readonly cells: number; readonly total: number; readonly seconds: number };

const PEERS: Readonly<Record<string, Peer>> = {
  I1: { cells: 60, total: 735, seconds: 38 },
  I2: { cells: 404, total: 7000, seconds: 534 },
  S5: { cells: 51, total: 1798, seconds: 7.6 },
  S6: { cells: 212, total: 4444, seconds: 61 },
  S7: { cells: 102, total: 1339, seconds: 39 },
};
/** Tables that no other tool protects. */
const BY_NONE = new Set(['I3', 'I4', 'I5']);
/** Seconds an auditor that is not ours is given for one pattern. */
const PATIENCE = 240;

const root = join(import.meta.dirname, '..');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { auditor: { type: 'string' } },
});
const [folder = join(root, 'test/samples/disclosure'), ...wanted] = positionals;
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.cells.csv'))
  .map((file) => file.replace('.cells.csv', ''))
  .filter((name) => wanted.length === 0 || wanted.includes(name))
  .sort();

const out = mkdtempSync(join(tmpdir(), 'disclosure-bench-'));
const pattern = join(out, 'pattern.csv');
let isWorse = false;

function json(args: readonly string[]) {
  const run = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 });
  return { isDone: run.status === 0, said: run.stdout, problem: run.stderr.trim() };
}

/** Exactly worked out, narrower than asked, and not covering what they must, by the auditor that is not ours. */
function askOther(spec: string, knows: boolean): string {
  if (values.auditor === undefined) return 'not asked';
  const { isDone, said, problem } = json([
    values.auditor,
    ...['--hier', spec, '--pattern', pattern, '--lb', knows ? '1' : '0'],
    ...['--seconds', String(PATIENCE), '--json'],
  ]);
  if (!isDone) return `failed: ${problem.split('\n')[0]}`;
  const found = JSON.parse(said);
  const text = `${found.exact_primary + found.exact_secondary} exact, ${found.narrow_width_primary} narrow, ${found.not_covering_primary} not covering`;
  return found.timed_out ? `${text}, ${found.undecided} undecided in ${PATIENCE} s` : text;
}

const say = (line: string) => process.stdout.write(`${line}\n`);
try {
  say(
    '| table | outsider knows zeros | withheld besides | adding up to | gap | seconds (of the processor) | MB | audit | given away by the shape | other auditor | best other tool |',
  );
  say('| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |');
  for (const name of names) {
    const spec: Record<string, unknown> = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
    for (const knows of [true, false]) {
      const path = join(out, `${name}.json`);
      writeFileSync(path, JSON.stringify({ ...spec, attacker: { knowsZerosAreNeverHidden: knows } }));
      const command = (...args: readonly string[]) => [
        join(root, 'src/main.ts'),
        ...args,
        '--spec',
        path,
        '--json',
      ];
      const run = json(command('protect', join(folder, `${name}.cells.csv`), '--out', pattern));
      if (!run.isDone) {
        say(`| ${name} | ${knows ? 'yes' : 'no'} | refused: ${run.problem.split('\n').at(-1)} |`);
        isWorse = true;
        continue;
      }
      const found = JSON.parse(run.said);
      const audit = json(command('audit-table', pattern));
      const isSafe = audit.isDone && JSON.parse(audit.said).isSafe === true;
      const peer = knows ? undefined : PEERS[name];
      const beside =
        peer === undefined
          ? BY_NONE.has(name)
            ? 'none protects it'
            : ''
          : `${peer.cells} cells, ${peer.total}, ${peer.seconds} s`;
      if (
        !isSafe ||
        (peer !== undefined && (found.secondary > peer.cells || found.secondaryTotal > peer.total))
      )
        isWorse = true;
      const gap = found.gap === null ? 'not worked out' : `${(found.gap * 100).toFixed(1)}%`;
      say(
        `| ${name} | ${knows ? 'yes' : 'no'} | ${found.secondary} | ${found.secondaryTotal} | ${gap} | ${found.processorSeconds.toFixed(1)} | ${found.memoryMb} | ${isSafe ? 'safe' : 'NOT SAFE'} | ${found.audit.setAside} | ${askOther(path, knows)} | ${beside} |`,
      );
    }
  }
} finally {
  rmSync(out, { recursive: true });
}
if (isWorse) process.exitCode = 1;
