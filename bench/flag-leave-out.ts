/**
 * What to expect of records by another author: `npm run bench:flag-left-out -- FOLDER`. For each set of labelled records the words are
 * weighed anew from all the others and then decide that set. The rules and the lists know every set that was read when they were
 * written, so this is honest of the words alone; the sets in `docs/method/flag.md` that nobody had read are honest of both.
 */
import { basename } from 'node:path';
import { prepare } from '#flag/decide.ts';
import { readLexicon, witness } from '#flag/lexicon.ts';
import { nothingSettled } from '#flag/policy.ts';
import { ownRegister } from '#register/own-register.ts';
import { filesAt, type Labelled, labelled, linesOf, scoreOf, share } from './flag-score.ts';
import { type Example, estimateWeights, exampleReader } from './flag-weights.ts';

const lexicon = readLexicon(ownRegister);
const read = exampleReader(lexicon);
const sets = filesAt(process.argv[2] ?? '').map((file) => ({ file, lines: linesOf(file) }));
const examples: ReadonlyMap<string, readonly Example[]> = new Map(
  sets.map(({ file, lines }) => [file, lines.flatMap(read)]),
);

console.log('set              precision   recall  where decided   review   grey in review');
const all: Labelled[] = [];
for (const { file, lines } of sets) {
  const others = sets.flatMap((set) => (set.file === file ? [] : (examples.get(set.file) ?? [])));
  const decider = prepare({ ...lexicon, witness: witness(estimateWeights(others)) }, nothingSettled);
  const own = lines.map((line) => labelled(line, decider));
  all.push(...own);
  say(basename(file, '.jsonl'), own);
}
say('all', all);

function say(name: string, own: readonly Labelled[]): void {
  const { right, flagged, online, lost, reviewed, decided, grey, greyReviewed } = scoreOf(own);
  const cells = [
    share(right, flagged).padStart(10),
    share(right, online).padStart(9),
    share(right, right + lost).padStart(15),
    share(reviewed, decided).padStart(9),
    share(greyReviewed, grey).padStart(17),
  ];
  console.log(name.padEnd(16) + cells.join(''));
}
