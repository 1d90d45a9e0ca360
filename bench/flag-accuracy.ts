/**
 * How often the decision agrees with labelled records: `npm run bench:flag -- PATH [--misses]`, a file or a folder of JSONL. Precision
 * and recall of `flag` against `online` over the decided records, the share sent to review, and each class. Prints ids, never a text.
 */
import { join } from 'node:path';
import { prepare } from '#flag/decide.ts';
import { readLexicon } from '#flag/lexicon.ts';
import { nothingSettled } from '#flag/policy.ts';
import { filesAt, labelled, linesOf, scoreOf, share } from './flag-score.ts';

const BAR = { precision: 0.97, recall: 0.95, review: 0.2 };

const [path = '', ...options] = process.argv.slice(2);
const decider = prepare(readLexicon(join(import.meta.dirname, '..', 'register')), nothingSettled);
const all = filesAt(path).flatMap((file) => linesOf(file).map((line) => labelled(line, decider)));

const { right, flagged, online, lost, reviewed, decided, grey, greyReviewed } = scoreOf(all);
say('precision', right, flagged, BAR.precision);
// A record left to a person counts as not found in the first line, and not at all in the second.
say('recall', right, online, BAR.recall);
say('recall where it decided', right, right + lost, BAR.recall);
say('review of decided', reviewed, decided, BAR.review);
say('grey that come out review', greyReviewed, grey, null);

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
  const wanted = bar === null ? '' : ` (bar ${100 * bar} %)`;
  console.log(`${what.padEnd(26)} ${share(part, whole).padStart(8)}  ${part} of ${whole}${wanted}`);
}
