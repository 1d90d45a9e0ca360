/**
 * Estimates what each word of a text weighs for and against the online flag, and for a person to decide, from labelled practice records: `npm run learn:flag --
 * FOLDER…`. Logistic regression over the different words and pairs of words of a narrative, and the kind of offence, each scaled by the length of the
 * text, with shrinkage. The
 * same records give the same file, `register/flag-word-weights.csv`, which a person reads before it is committed.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readLexicon } from '#flag/lexicon.ts';
import { Reading } from '#flag/reading.ts';
import { Scan } from '#flag/scan.ts';
import { Vocabulary } from '#flag/vocabulary.ts';
import { knownOf, START, termsOf } from '#flag/word-weights.ts';
import { parseRecord } from '#record/record.ts';
import { ownRegister } from '#register/own-register.ts';

/** Steps over all records, their length and how much of a step goes on, shrinkage, and in how many records a word must stand to weigh. */
const STEPS = 800;
const STEP = 2;
const GOES_ON = 0.9;
const SHRINK = 0.0001;
const LEAST_RECORDS = 3;
const SOURCE = 'Estimated from the practice records in test/samples/flag';

type Example = { readonly words: readonly string[]; readonly label: string };

const scan = new Scan(new Vocabulary(readLexicon(ownRegister)));
const folders = process.argv.slice(2);
const lines = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n')),
);
const examples = known(lines.filter((line) => line.trim() !== '').map(example));
const decided = examples.filter(({ label }) => label !== 'review');
const online = estimate(decided, (label) => label === 'online');
const person = estimate(examples, (label) => label === 'review');
const words = [...new Set([...online.keys(), ...person.keys()])].sort();
const rows = words
  .map((word) => [word, rounded(online.get(word)), rounded(person.get(word))] as const)
  .filter(([, one, other]) => one !== '0.00' || other !== '0.00')
  .map((row) => [...row, SOURCE, new Date().toISOString().slice(0, 10)].join(','));
const file = join(import.meta.dirname, '..', 'register', 'flag-word-weights.csv');
writeFileSync(file, `word,online,person,source,added\n${rows.join('\n')}\n`);
process.stdout.write(`${examples.length} records, ${rows.length - 1} words\n`);

function rounded(weight = 0): string {
  const text = weight.toFixed(2);
  return text === '-0.00' ? '0.00' : text;
}

function example(line: string): Example {
  const json: { readonly label: string } = JSON.parse(line);
  const reading = new Reading(parseRecord(json), scan);
  return { words: [...knownOf(reading.family), ...termsOf(reading.scan)], label: json.label };
}

/** The examples with the words that stand in enough of them. */
function known(all: readonly Example[]): Example[] {
  const records = new Map<string, number>();
  for (const { words } of all) for (const word of words) records.set(word, (records.get(word) ?? 0) + 1);
  const isKnown = (word: string) => (records.get(word) ?? 0) >= LEAST_RECORDS;
  return all.map(({ words, label }) => ({ words: words.filter(isKnown), label }));
}

/** Gradient ascent on the likelihood of all records at once, with momentum: no order of records and no chance in it. */
function estimate(all: readonly Example[], isSo: (label: string) => boolean): ReadonlyMap<string, number> {
  const words = [...new Set(all.flatMap((one) => one.words))].sort();
  const numbers = new Map(words.map((word, at) => [word, at]));
  const texts = all.map((one) => ({
    truth: isSo(one.label) ? 1 : 0,
    scale: 1 / (Math.sqrt(one.words.length) || 1),
    words: Int32Array.from(one.words, (word) => numbers.get(word) ?? 0),
  }));
  const weights = new Float64Array(words.length);
  const speed = new Float64Array(words.length);
  let start = 0;
  let startSpeed = 0;
  for (let step = 0; step < STEPS; step += 1) {
    const slope = new Float64Array(words.length);
    let startSlope = 0;
    for (const text of texts) {
      let sum = 0;
      for (const word of text.words) sum += weights[word] as number;
      const error = text.truth - 1 / (1 + Math.exp(-(start + sum * text.scale)));
      startSlope += error;
      for (const word of text.words) slope[word] = (slope[word] as number) + error * text.scale;
    }
    for (let at = 0; at < words.length; at += 1) {
      const own = weights[at] as number;
      const pull = (slope[at] as number) / texts.length - SHRINK * own;
      speed[at] = GOES_ON * (speed[at] as number) + STEP * pull;
      weights[at] = own + (speed[at] as number);
    }
    startSpeed = GOES_ON * startSpeed + (STEP / 10) * (startSlope / texts.length);
    start += startSpeed;
  }
  return new Map([
    [START, start],
    ...words.map((word, at): [string, number] => [word, weights[at] as number]),
  ]);
}
