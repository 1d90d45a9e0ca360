/**
 * How often the decision agrees with labelled records: `npm run bench:flag -- PATH [--misses]`, a file or a folder of JSONL. Precision
 * and recall of `flag` against `online` over the decided records, the share sent to review, and each class. Prints ids, never a text.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { prepare } from '#flag/decide.ts';
import { readLexicon } from '#flag/lexicon.ts';
import { nothingSettled } from '#flag/policy.ts';
import { parseRecord } from '#record/record.ts';

const BAR = { precision: 0.97, recall: 0.95, review: 0.2 };

type Labelled = {
  readonly id: string;
  readonly label: string;
  readonly group: string;
  readonly decision: string;
};

const [path = '', ...options] = process.argv.slice(2);
const files = statSync(path).isDirectory()
  ? readdirSync(path)
      .filter((name) => name.endsWith('.jsonl'))
      .sort()
      .map((name) => join(path, name))
  : [path];
const decider = prepare(readLexicon(join(import.meta.dirname, '..', 'register')), nothingSettled);

const all: Labelled[] = files.flatMap((file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const json: { readonly label: string; readonly reason?: string } = JSON.parse(line);
      const { id, decision } = decider.decide(parseRecord(json));
      return { id, label: json.label, group: /^[YNA]\d+/.exec(json.reason ?? '')?.[0] ?? '?', decision };
    }),
);

const decided = all.filter(({ label }) => label !== 'review');
const flagged = decided.filter(({ decision }) => decision === 'flag');
const online = decided.filter(({ label }) => label === 'online');
const right = flagged.filter(({ label }) => label === 'online').length;
const reviewed = decided.filter(({ decision }) => decision === 'review').length;
const grey = all.filter(({ label }) => label === 'review');
say('precision', right, flagged.length, BAR.precision);
say('recall', right, online.length, BAR.recall);
say('review of decided', reviewed, decided.length, BAR.review);
say(
  'grey that come out review',
  grey.filter(({ decision }) => decision === 'review').length,
  grey.length,
  null,
);

const groups = [...new Set(all.map(({ group }) => group))].sort((a, b) =>
  a.localeCompare(b, 'en', { numeric: true }),
);
console.log('\nclass  records  flag  no-flag  review');
for (const group of groups) {
  const own = all.filter((one) => one.group === group);
  const count = (decision: string) => String(own.filter((one) => one.decision === decision).length);
  console.log(
    `${group.padEnd(5)}${String(own.length).padStart(9)}${count('flag').padStart(6)}${count('no-flag').padStart(9)}${count('review').padStart(8)}`,
  );
}

if (options.includes('--misses')) {
  const wanted: Readonly<Record<string, string>> = {
    online: 'flag',
    not_online: 'no-flag',
    review: 'review',
  };
  console.log('');
  for (const { id, label, group, decision } of all) {
    if (wanted[label] !== decision) console.log(`${id} ${group} is ${label}, decided ${decision}`);
  }
}

function say(what: string, part: number, whole: number, bar: number | null): void {
  const share = whole === 0 ? 'no records' : `${((100 * part) / whole).toFixed(1)} %`;
  const wanted = bar === null ? '' : ` (bar ${100 * bar} %)`;
  console.log(`${what.padEnd(26)} ${share.padStart(8)}  ${part} of ${whole}${wanted}`);
}
