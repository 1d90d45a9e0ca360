/**
 * Protects every table of a folder for both outsiders and prints what was withheld beside what the best other tools need:
 * `npm run bench:disclosure -- [FOLDER] [NAME …]`. The others' figures were measured on the same tables, for the outsider
 * who does not know that zeros are never hidden; only patterns of theirs that no attack narrows are counted.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Peer = { readonly cells: number; readonly total: number; readonly seconds: number };

const PEERS: Readonly<Record<string, Peer>> = {
  I1: { cells: 60, total: 735, seconds: 38 },
  I2: { cells: 404, total: 7000, seconds: 534 },
  S5: { cells: 51, total: 1798, seconds: 7.6 },
  S6: { cells: 212, total: 4444, seconds: 61 },
  S7: { cells: 102, total: 1339, seconds: 39 },
};

const root = join(import.meta.dirname, '..');
const [folder = join(root, 'test/samples/disclosure'), ...wanted] = process.argv.slice(2);
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.cells.csv'))
  .map((file) => file.replace('.cells.csv', ''))
  .filter((name) => wanted.length === 0 || wanted.includes(name))
  .sort();

const out = mkdtempSync(join(tmpdir(), 'disclosure-bench-'));
let isWorse = false;
const say = (line: string) => process.stdout.write(`${line}\n`);
try {
  say(
    '| table | outsider knows zeros | withheld besides | adding up to | gap | seconds (of the processor) | MB | best other tool |',
  );
  say('| --- | --- | --- | --- | --- | --- | --- | --- |');
  for (const name of names) {
    const spec: Record<string, unknown> = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
    for (const knows of [false, true]) {
      const path = join(out, `${name}.json`);
      writeFileSync(path, JSON.stringify({ ...spec, attacker: { knowsZerosAreNeverHidden: knows } }));
      const run = spawnSync(
        process.execPath,
        [
          join(root, 'src/main.ts'),
          'protect',
          join(folder, `${name}.cells.csv`),
          '--spec',
          path,
          '--out',
          join(out, 'pattern.csv'),
          '--json',
        ],
        { encoding: 'utf8', maxBuffer: 1 << 26 },
      );
      if (run.status !== 0) throw new Error(`${name}: ${run.stderr}`);
      const found = JSON.parse(run.stdout);
      const peer = knows ? undefined : PEERS[name];
      const beside = peer === undefined ? '' : `${peer.cells} cells, ${peer.total}, ${peer.seconds} s`;
      if (peer !== undefined && (found.secondary > peer.cells || found.secondaryTotal > peer.total))
        isWorse = true;
      const gap = found.gap === null ? 'not worked out' : `${(found.gap * 100).toFixed(1)}%`;
      say(
        `| ${name} | ${knows ? 'yes' : 'no'} | ${found.secondary} | ${found.secondaryTotal} | ${gap} | ${found.processorSeconds.toFixed(1)} | ${found.memoryMb} | ${beside} |`,
      );
    }
  }
} finally {
  rmSync(out, { recursive: true });
}
if (isWorse) process.exitCode = 1;
