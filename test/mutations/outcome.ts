/**
 * What a damaged return was read as, beside the whole one: the same, less, or other numbers. Told where the return carries
 * an error or a warning, since then a person looks at it; in silence where it carries none.
 */
import { isSame } from '#count/count.ts';
import { key } from '#returns/assemble/candidate.ts';
import type { Reading } from '#returns/reading.ts';

export type Outcome = 'same' | 'less and told' | 'less in silence' | 'other and told' | 'other in silence';

export const outcomes: readonly Outcome[] = [
  'same',
  'less and told',
  'less in silence',
  'other and told',
  'other in silence',
];

export function outcomeOf(whole: Reading, damaged: Reading): Outcome {
  const known = Map.groupBy(whole.observations, key);
  const left = new Set(known.keys());
  let isOther = false;
  for (const one of damaged.observations) {
    const same = known.get(key(one))?.some(({ count }) => isSame(count, one.count)) ?? false;
    if (!same) isOther = true;
    left.delete(key(one));
  }
  const isTold = damaged.findings.some(({ level }) => level !== 'info');
  if (isOther) return isTold ? 'other and told' : 'other in silence';
  if (left.size > 0) return isTold ? 'less and told' : 'less in silence';
  return 'same';
}
