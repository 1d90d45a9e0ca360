/**
 * Reads returns laid out by chance, each from a truth of its own, and prints what became of their numbers: right, missing
 * and told, missing in silence, wrong and told, wrong in silence. `node bench/read-layouts.ts [RETURNS] [FIRST] [--show]`;
 * `--show` tells the misses of each return. The bars: 95 % right, none wrong in silence.
 */
import { words } from '#finding/words.ts';
import { layout } from '../test/layouts/layouts.ts';
import { scoreOf } from '../test/layouts/score.ts';

const numbers = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const show = process.argv.includes('--show');
const [many = 2000, first = 1] = numbers.map(Number);
const sum = { right: 0, missingTold: 0, missingSilent: 0, wrongTold: 0, wrongSilent: 0 };
let clean = 0;
let warned = 0;
const started = performance.now();
for (let seed = first; seed < first + many; seed += 1) {
  const made = layout(seed);
  const { right, missing, wrong, isTold, notes, reading } = await scoreOf(made);
  sum.right += right;
  sum[isTold ? 'missingTold' : 'missingSilent'] += missing;
  sum[isTold ? 'wrongTold' : 'wrongSilent'] += wrong;
  if (notes.length === 0) clean += 1;
  if (notes.length === 0 && isTold) warned += 1;
  if (show && notes.length > 0) {
    console.log(
      `${seed} ${made.file.name} ${made.collection.id} ${isTold ? 'told' : 'SILENT'} ${made.shape}`,
    );
    for (const note of notes.slice(0, 4)) console.log(`      ${note}`);
    if (notes.length > 4) console.log(`      … and ${notes.length - 4} more`);
    for (const one of reading.findings.filter(({ level }) => level !== 'info').slice(0, 3))
      console.log(`      finding ${one.code} ${one.at}: ${words(one)}`);
  }
}
const all = sum.right + sum.missingTold + sum.missingSilent + sum.wrongTold + sum.wrongSilent;
const share = (part: number): string => `${part} (${((100 * part) / Math.max(1, all)).toFixed(2)} %)`;
console.log(
  `${many} layouts from ${first}, ${all} numbers: right ${share(sum.right)}; missing and told ${share(sum.missingTold)}, ` +
    `missing in silence ${share(sum.missingSilent)}; wrong and told ${share(sum.wrongTold)}, wrong in silence ${share(sum.wrongSilent)}`,
);
console.log(
  `returns read without a difference ${clean}, of them with a warning ${warned}; ${((performance.now() - started) / 1000).toFixed(1)} s`,
);
if (sum.wrongSilent > 0 || sum.right < 0.95 * all) process.exitCode = 1;
