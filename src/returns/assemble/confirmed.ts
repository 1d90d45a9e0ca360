/**
 * Numbers that stand beside more than was understood, words of their sentence or a second number in brackets: told, unless
 * something else in the return says the same, a second statement, or parts and a total that fit to the last unit.
 */
import { isExact, isSame, sum } from '#count/count.ts';
import { finding } from '#finding/catalogue.ts';
import type { Finding } from '#finding/finding.ts';
import type { Observation } from '../reading.ts';
import type { Stated, Sum } from '../stated.ts';
import { type Candidate, key } from './candidate.ts';
import type { Counted } from './counts.ts';

export function unconfirmed(
  candidates: readonly Candidate[],
  stated: readonly Stated[],
  merged: readonly Observation[],
  counted: readonly Counted[],
  sums: readonly Sum[],
): readonly Finding[] {
  const fitting = new Set(
    sums.filter((sum) => isFitting(sum, counted)).flatMap(({ whole, parts }) => [whole, ...parts]),
  );
  return candidates.flatMap((one) => {
    const { unsure = [], text = '', value } = stated[one.stated] ?? {};
    const isBracketed = value?.kind === 'exact' && value.beside !== undefined;
    if (isBracketed && fitting.has(one.stated)) return [];
    const isKept = merged.some(
      (other) => other.at.split(',')[0] === one.observation.at && key(other) === key(one.observation),
    );
    if (unsure.length === 0 || !isKept || isConfirmed(one, candidates)) return [];
    if (isSaidPlainly(one, candidates, stated) || isInConfirmed(one, candidates, stated)) return [];
    return [
      finding('unknown-words', one.observation.at, {
        value: text,
        ...(isBracketed ? { beside: value.beside ?? '' } : {}),
      }),
    ];
  });
}

/** The parts add up to the total, all of them known to the unit. */
function isFitting({ whole, parts }: Sum, counted: readonly Counted[]): boolean {
  const total = counted[whole]?.bounds;
  const all = parts.map((part) => counted[part]?.bounds);
  if (total === undefined || !isExact(total) || parts.length < 2) return false;
  return (
    all.every((one) => one !== undefined && isExact(one)) &&
    all.reduce((left, one) => left + (one?.low ?? 0), 0) === total.low
  );
}

/** The same number for the same thing in another sentence, all of whose words were understood. */
function isSaidPlainly(one: Candidate, candidates: readonly Candidate[], stated: readonly Stated[]): boolean {
  return candidates.some((other) => {
    const { unsure = [], labels } = stated[other.stated] ?? {};
    return (
      other !== one &&
      unsure.length === 0 &&
      labels !== stated[one.stated]?.labels &&
      key(other.observation) === key(one.observation) &&
      isSame(other.observation.count, one.observation.count)
    );
  });
}

/** "rose from 388 in 2018/19 to 429 in 2019/20": where a workbook says 429, the sentence was read for what it says. */
function isInConfirmed(one: Candidate, candidates: readonly Candidate[], stated: readonly Stated[]): boolean {
  const own = one.observation;
  return candidates.some(
    (other) =>
      other !== one &&
      other.block === one.block &&
      stated[other.stated]?.labels === stated[one.stated]?.labels &&
      other.observation.measure === own.measure &&
      other.observation.period !== own.period &&
      DIMS.every((dim) => other.observation[dim] === own[dim]) &&
      isConfirmed(other, candidates),
  );
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
