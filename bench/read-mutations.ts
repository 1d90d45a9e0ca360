/**
 * Reads damaged versions of each return of the samples: bytes cut or flipped, columns swapped, a row doubled, a total or
 * another number changed, a heading blanked. Prints for each kind how many were read the same, with fewer or with other
 * numbers, told of or in silence. `node bench/read-mutations.ts [VERSIONS] [DIR…] [--show]`. The bars: no crash, none slower than
 * 20 s, and a changed number is told where a total on its page shows it.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Kind, kinds } from '../test/mutations/damage.ts';
import { damagedReading, documentsOf, readingOf, samplesOf } from '../test/mutations/damaged-reading.ts';
import { type Outcome, outcomeOf, outcomes } from '../test/mutations/outcome.ts';

const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const show = process.argv.includes('--show');
const versions = Number(words[0] ?? 50);
const dirs =
  words.length > 1
    ? words.slice(1)
    : [
        'examples/flagged-2015-16',
        ...readdirSync('test/samples')
          .sort()
          .map((name) => join('test/samples', name))
          .filter((dir) => existsSync(join(dir, 'returns'))),
      ];
const tally = new Map<Kind, Map<Outcome, number>>(kinds.map((kind) => [kind, new Map()]));
let made = 0;
let crashed = 0;
let slowest = { milliseconds: 0, of: '' };
let witnessed = 0;
let missed = 0;
for (const sample of dirs.flatMap(samplesOf)) {
  const documents = await documentsOf(sample);
  const whole = readingOf(sample, documents);
  for (let version = 0; version < versions; version += 1) {
    const kind = kinds[version % kinds.length] ?? 'cut';
    const started = process.cpuUsage();
    try {
      const damaged = await damagedReading(sample, documents, kind, 1000 + version);
      if (damaged === null) continue;
      made += 1;
      const outcome = outcomeOf(whole, damaged.reading);
      if (damaged.isWitnessed) {
        witnessed += 1;
        if (outcome.endsWith('silence')) missed += 1;
      }
      const of = tally.get(kind);
      of?.set(outcome, (of.get(outcome) ?? 0) + 1);
      if (show && outcome.endsWith('silence')) {
        const shown = damaged.isWitnessed ? ', though a total shows it' : '';
        console.log(`${kind} ${version} ${sample.name}: ${outcome}${shown}`);
      }
    } catch (error) {
      crashed += 1;
      console.log(`${kind} ${version} ${sample.name}: ${String(error)}`);
    }
    const { user, system } = process.cpuUsage(started);
    const milliseconds = (user + system) / 1000;
    if (milliseconds > slowest.milliseconds)
      slowest = { milliseconds, of: `${kind} ${version} ${sample.name}` };
  }
}
for (const [kind, of] of tally)
  console.log(
    `${kind.padEnd(8)} ${outcomes.map((outcome) => `${outcome} ${of.get(outcome) ?? 0}`).join(', ')}`,
  );
console.log(
  `numbers and totals changed where a total on the page shows it ${witnessed}, of them read as changed and not told ${missed}`,
);
console.log(
  `${made} damaged versions, crashes ${crashed}, most time of a processor ${(slowest.milliseconds / 1000).toFixed(2)} s (${slowest.of}), peak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`,
);
if (crashed > 0 || missed > 0 || slowest.milliseconds > 20_000) process.exitCode = 1;
