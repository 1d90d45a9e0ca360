/**
 * Estimates the weights of the second witness from labelled practice records: `npm run learn:flag -- FOLDER…`. Writes
 * `register/flag-word-weights.csv`, which a person reads before it is committed. How they are estimated: `flag-weights.ts`.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readLexicon } from '#flag/lexicon.ts';
import { ownRegister } from '#register/own-register.ts';
import { estimateWeights, exampleReader } from './flag-weights.ts';

const SOURCE = 'practice records';

const lines = process.argv.slice(2).flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n')),
);
const records = lines.filter((line) => line.trim() !== '');
const examples = records.flatMap(exampleReader(readLexicon(ownRegister)));
const rows = [...estimateWeights(examples)]
  .sort(([one], [other]) => (one < other ? -1 : 1))
  .map(([term, { online, person }]) =>
    [term, online.toFixed(2), person.toFixed(2), SOURCE, new Date().toISOString().slice(0, 10)].join(','),
  );
const file = join(import.meta.dirname, '..', 'register', 'flag-word-weights.csv');
writeFileSync(file, `word,online,person,source,added\n${rows.join('\n')}\n`);
process.stdout.write(`${records.length} records, ${rows.length - 1} terms\n`);
