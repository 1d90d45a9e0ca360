/**
 * Reads every return of the collections named and compares it with its truth: observations right, missing, wrong and
 * extra, errors that nothing warns of, outcomes, exemptions, findings. `node bench/read-accuracy.ts DIR... [--show]`,
 * where DIR holds `collection.yaml`, `returns/<force>/` and `truth/<force>.json`, as `test/samples/communication-2024-25`.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { readCollection } from '#collection/read-collection.ts';
import { words } from '#finding/words.ts';
import { readRegister } from '#register/register.ts';
import { forceOfFolder } from '#returns/letters/force-named.ts';
import { openReturn } from '#returns/open-return.ts';
import { readReturn } from '#returns/read-return.ts';
import { type Ambiguity, compare, readAmbiguities, type Score, type Truth } from '../test/support/truth.ts';

const show = process.argv.includes('--show');
const dirs = process.argv.slice(2).filter((word) => !word.startsWith('--'));
if (dirs.length === 0) dirs.push('examples/flagged-2015-16', 'test/samples/communication-2024-25');
const register = readRegister();
const total: Score = {
  right: 0,
  missing: 0,
  wrong: 0,
  extra: 0,
  silent: 0,
  outcomes: 0,
  exemptions: 0,
  returns: 0,
  findingsRight: 0,
  findingsMissing: 0,
};
/** Returns in whose truth no finding stands, read without a difference: a warning there is one for nothing. */
let clean = 0;
let warned = 0;
const started = performance.now();
for (const dir of dirs) {
  const collection = readCollection(join(dir, 'collection.yaml'));
  const list = [join(dir, 'ambiguities.csv'), join(dirname(dir), 'ambiguities.csv')].find((file) =>
    existsSync(file),
  );
  const ambiguities: readonly Ambiguity[] =
    list === undefined ? [] : readAmbiguities(readFileSync(list, 'utf8'), basename(dir));
  for (const force of readdirSync(join(dir, 'returns')).sort()) {
    const truthFile = join(dir, 'truth', `${force}.json`);
    if (!existsSync(truthFile)) continue;
    const truth = JSON.parse(readFileSync(truthFile, 'utf8')) as Truth;
    const documents = await openReturn(join(dir, 'returns', force), { isolated: false });
    const reading = readReturn({ documents, collection, register, force: forceOfFolder(force, register) });
    const score = compare(
      reading,
      truth,
      ambiguities.filter((one) => one.forces.has(force) || one.forces.has('*')),
    );
    for (const key of Object.keys(total) as (keyof Score)[])
      if (typeof total[key] === 'number') total[key] += score.score[key];
    const good = score.notes.length === 0;
    if (good && truth.findings.every(({ level }) => level === 'info')) {
      clean += 1;
      if (reading.findings.some(({ level }) => level !== 'info')) warned += 1;
    }
    if (!good || show) {
      console.log(`${good ? 'ok  ' : '    '}${basename(dir)}/${force}`);
      for (const note of score.notes.slice(0, show ? 1000 : 8)) console.log(`      ${note}`);
      if (!show && score.notes.length > 8) console.log(`      … and ${score.notes.length - 8} more`);
      if (show || score.score.silent > 0)
        for (const one of reading.findings)
          if (one.level !== 'info') console.log(`      finding ${one.code} ${one.at}: ${words(one)}`);
    }
  }
}
const seconds = (performance.now() - started) / 1000;
const all = total.right + total.missing + total.wrong;
console.log(
  `returns ${total.returns}; observations right ${total.right} of ${all} (${((100 * total.right) / Math.max(1, all)).toFixed(1)} %), missing ${total.missing}, wrong ${total.wrong}, extra ${total.extra}; silent errors ${total.silent}`,
);
console.log(
  `outcomes right ${total.outcomes}/${total.returns}; exemptions right ${total.exemptions}/${total.returns}; findings expected and raised ${total.findingsRight}, not raised ${total.findingsMissing}; ${seconds.toFixed(2)} s`,
);
console.log(
  `clean returns ${clean}, of them with a warning ${warned} (${((100 * warned) / Math.max(1, clean)).toFixed(0)} %)`,
);
