/**
 * Numbers read from sentences that say more than was understood: told, unless something else in the return says the same, a
 * second statement or the parts of a breakdown that add up to it.
 */
import { isExact, isSame, sum } from '#count/count.ts';
import { finding } from '#finding/catalogue.ts';
import type { Finding } from '#finding/finding.ts';
import type { Observation } from '../reading.ts';
import type { Stated } from '../stated.ts';
import { type Candidate, key } from './candidate.ts';

export function unconfirmed(
  candidates: readonly Candidate[],
  stated: readonly Stated[],
  merged: readonly Observation[],
): readonly Finding[] {
  return candidates.flatMap((one) => {
    const { unsure = [], text = '' } = stated[one.stated] ?? {};
    const isKept = merged.some(
      (other) => other.at.split(',')[0] === one.observation.at && key(other) === key(one.observation),
    );
    if (unsure.length === 0 || !isKept || isConfirmed(one, candidates)) return [];
    return [finding('unknown-words', one.observation.at, { value: text })];
  });
}

const DIMS = ['age', 'sex', 'platform', 'offence'] as const;

function isConfirmed(one: Candidate, candidates: readonly Candidate[]): boolean {
  const { observation } = one;
  const others = candidates.filter((other) => other.block !== one.block);
  if (
    others.some(
      (other) =>
        key(other.observation) === key(observation) && isSame(other.observation.count, observation.count),
    )
  )
    return true;
  return DIMS.some((dim) => {
    if (observation[dim] !== null) return false;
    const parts = others.filter(({ observation: part }) => isPart(part, observation, dim));
    const added = sum(parts.map((part) => part.observation.count));
    return parts.length > 1 && isExact(added) && isSame(added, observation.count);
  });
}

function isPart(part: Observation, whole: Observation, dim: (typeof DIMS)[number]): boolean {
  return (
    part.measure === whole.measure &&
    part.period === whole.period &&
    part[dim] !== null &&
    DIMS.every((other) => other === dim || part[other] === whole[other])
  );
}
