/**
 * Brings together what means the same: the same number stated again, spellings of one category, the same row twice. Two
 * different numbers for one thing are both kept, and reported.
 */
import { add, type Count, isExact, isSame } from '#count/count.ts';
import { finding } from '#finding/catalogue.ts';
import type { Finding } from '#finding/finding.ts';
import type { Observation } from '../reading.ts';
import type { Sum } from '../stated.ts';
import { type Candidate, joinPlaces, key } from './candidate.ts';
import type { Counted } from './counts.ts';

export function merge(
  candidates: readonly Candidate[],
  counted: readonly Counted[],
  sums: readonly Sum[],
  findings: Finding[],
  twice: Set<number>,
): readonly Observation[] {
  const groups = new Map<string, Candidate[]>();
  for (const one of candidates)
    groups.set(key(one.observation), [...(groups.get(key(one.observation)) ?? []), one]);
  const found: Observation[] = [];
  for (const group of groups.values()) {
    const byBlock = new Map<string, Candidate[]>();
    for (const one of group) byBlock.set(one.block, [...(byBlock.get(one.block) ?? []), one]);
    const perBlock = [...byBlock.values()].flatMap((same) =>
      withinBlock(same, counted, sums, findings, twice),
    );
    const [first, ...others] = perBlock;
    if (first === undefined) continue;
    let kept = first;
    for (const other of others) {
      if (isSame(other.count, kept.count)) continue;
      const isOverlap = overlap(other.count, kept.count);
      if (isOverlap && !isExact(kept.count) && isExact(other.count)) kept = other;
      else if (!isOverlap) {
        found.push(other);
        findings.push(
          finding('total-mismatch', other.at, {
            label: other.measure,
            stated: `${kept.count.low}`,
            partsLow: other.count.low,
            partsHigh: other.count.high,
            why: 'stated twice, differently',
          }),
        );
      }
    }
    found.push(kept);
  }
  const order = new Map(candidates.map((one, at) => [one.observation.at, at]));
  return found.sort(
    (a, b) => (order.get(a.at.replace(/,.*$/u, '')) ?? 0) - (order.get(b.at.replace(/,.*$/u, '')) ?? 0),
  );
}

/** Numbers of one block that mean the same: spellings of one category are added; the same label again is a row twice. */
function withinBlock(
  same: readonly Candidate[],
  counted: readonly Counted[],
  sums: readonly Sum[],
  findings: Finding[],
  twice: Set<number>,
): readonly Observation[] {
  const [first, ...others] = same;
  if (first === undefined) return [];
  if (others.length === 0) return [first.observation];
  if (same.every((one) => isSentencePlace(one))) return distinctCounts(same, findings);
  const kept: Candidate[] = [];
  for (const one of same) {
    const twin = kept.find((other) => other.label.trim().toLowerCase() === one.label.trim().toLowerCase());
    if (twin === undefined || provedBoth(twin, one, counted, sums)) kept.push(one);
    else {
      twice.add(one.stated);
      findings.push(finding('duplicate-row', one.observation.at, { label: one.label }));
    }
  }
  if (kept.some((one) => one.isTotal) || !hasCategory(first.observation)) {
    return distinctCounts(kept, findings);
  }
  const count = kept.map((one) => one.observation.count).reduce(add);
  return [{ ...first.observation, count, at: joinPlaces(kept.map((one) => one.observation.at)) }];
}

/** Spellings of one category are added; two bare numbers for one period are two statements of one thing. */
function hasCategory(one: Observation): boolean {
  return one.age !== null || one.sex !== null || one.offence !== null || one.platform !== null;
}

function isSentencePlace(one: Candidate): boolean {
  return one.block === one.observation.at;
}

function distinctCounts(same: readonly Candidate[], findings: Finding[]): readonly Observation[] {
  const kept: Observation[] = [];
  for (const { observation } of same) {
    if (kept.some((other) => isSame(other.count, observation.count))) continue;
    const wider = kept.findIndex((other) => overlap(other.count, observation.count));
    const known = kept[wider];
    if (known !== undefined) {
      // "<5" in one month and the year's total in figures are one number, known better by one of the two.
      if (isExact(observation.count)) kept[wider] = observation;
      continue;
    }
    if (kept.length > 0)
      findings.push(
        finding('total-mismatch', observation.at, {
          label: observation.measure,
          stated: `${kept[0]?.count.low}`,
          partsLow: observation.count.low,
          partsHigh: observation.count.high,
          why: 'stated twice, differently',
        }),
      );
    kept.push(observation);
  }
  return kept;
}

function overlap(a: Count, b: Count): boolean {
  return a.low <= b.high && b.low <= a.high;
}

/** A stated total that needs both rows, the same label twice or not, proves that they are two. */
function provedBoth(a: Candidate, b: Candidate, counted: readonly Counted[], sums: readonly Sum[]): boolean {
  return sums.some(({ whole, parts }) => {
    if (!parts.includes(a.stated) || !parts.includes(b.stated)) return false;
    const total = counted[whole]?.bounds;
    const added = parts.reduce<Count>(
      (left, part) => add(left, counted[part]?.bounds ?? { low: 0, high: 0 }),
      { low: 0, high: 0 },
    );
    return total !== undefined && isExact(total) && isExact(added) && total.low === added.low;
  });
}
