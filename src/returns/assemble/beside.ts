/**
 * Numbers that a sentence says of the figures and not as one: "Two crimes were cancelled after the extract", "3 offences had 2
 * victims", "our earlier reply gave 151". Alone they may be all there is, and are told; beside a total of what was asked they are
 * remarks.
 */
import type { Collection } from '#collection/collection.ts';
import { isExact, isSame } from '#count/count.ts';
import type { Stated } from '../stated.ts';
import type { Candidate } from './candidate.ts';

export function isBeside(one: Stated): boolean {
  return one.not?.why === 'beside' || (one.not?.finding?.code === 'unread-number' && isBase(one));
}

/** "Of the 212, …", "The total was 164": a number said again, to tell what it is made of. */
function isBase({ text, labels, value }: Stated): boolean {
  if (value?.kind !== 'exact' || value.count.low < LEAST_SAID_AGAIN || !/^[\d,]+$/u.test(text)) return false;
  return (
    /^of\s+(?:the|these|those)$/iu.test(labels) ||
    new RegExp(`\\b(?:of\\s+(?:the|these|those)|total\\s+(?:was|is|of))\\s+${text}\\b`, 'iu').test(labels)
  );
}

/** Small numbers may be the same by chance. */
const LEAST_SAID_AGAIN = 20;

/** Read as the total of something, elsewhere or in the same letter. */
function isSaidAgain(one: Stated, candidates: readonly Candidate[]): boolean {
  const { value } = one;
  return (
    value?.kind === 'exact' &&
    candidates.some(
      ({ observation: { age, sex, offence, platform, count } }) =>
        [age, sex, offence, platform].every((dim) => dim === null) && isSame(count, value.count),
    )
  );
}

/** Such a number as the remark that it is, where the return states elsewhere what it might have been taken for. */
export function settled(one: Stated, candidates: readonly Candidate[], collection: Collection): Stated {
  if (one.not?.why !== 'beside')
    return isSaidAgain(one, candidates) ? { ...one, not: { why: 'remark', finding: null } } : one;
  const asked = collection.measures.filter(({ unit }) => one.unit === null || unit === one.unit);
  const isAnswered = asked.every(({ id }) =>
    candidates.some(
      ({ block, observation: { measure, period, age, sex, offence, platform, count } }) =>
        measure === id &&
        period === collection.period &&
        block !== one.block &&
        [age, sex, offence, platform].every((dim) => dim === null) &&
        isExact(count),
    ),
  );
  return asked.length > 0 && isAnswered ? { ...one, not: { why: 'remark', finding: null } } : one;
}
