/**
 * Totals that stand far from the force's other years, or from what its number of children makes likely. A doubt and never
 * a correction: recording differs between forces and changes between years; a digit too many does not look otherwise.
 */
import { isExact } from '#count/count.ts';
import { finding } from '#finding/catalogue.ts';
import type { Finding } from '#finding/finding.ts';
import { days, isComparable, period } from '#period/period.ts';
import { type Populations, readPopulations } from '#register/populations.ts';
import type { Observation } from '../reading.ts';

/** Smaller and a force that began to use the flag would be doubted; larger and a doubled row would not. */
const TIMES = 3;
/** Differences below this are common in forces with few offences. */
const APART = 30;
/** Yearly flagged offences for each 10,000 children: about 9 in the highest national year, 2019/20; five times that is doubted. */
const PER_10_000 = 45;
/** Fewer children than this and one case moves the rate by much: the City of London has some 600. */
const ENOUGH_CHILDREN = 20_000;

/** `children`: the force's population aged 0 to 17, in the nearest year known; null when none is. */
export function outliers(observations: readonly Observation[], children: number | null): readonly Finding[] {
  const totals = observations.filter((one) => isTotal(one) && isExact(one.count));
  const found: Finding[] = [];
  for (const one of totals) {
    const earlier = totals.find(
      (other) => other.measure === one.measure && other.period < one.period && comparable(other, one),
    );
    if (earlier !== undefined && isFar(earlier.count.low, one.count.low)) {
      found.push(finding('outlier', one.at, { label: one.measure, why: 'far from the year before' }));
    }
    const span = period(one.period);
    if (span === null || children === null || children < ENOUGH_CHILDREN) continue;
    const yearly = (one.count.low * 365) / days(span);
    if ((yearly * 10_000) / children > PER_10_000) {
      found.push(
        finding('outlier', one.at, {
          label: one.measure,
          why: 'high for the number of children in the area',
        }),
      );
    }
  }
  return found;
}

let populations: Populations | undefined;

/** Residents aged 0 to 17 of the force's area in the year known nearest to `year`; null where the register has none. */
export function childrenOf(force: string | null, year: number): number | null {
  if (force === null) return null;
  populations ??= readPopulations();
  const { years, population } = populations;
  const nearest = [...years].sort((a, b) => Math.abs(a - year) - Math.abs(b - year));
  for (const one of nearest) {
    const children = population(force, one, '0-17');
    if (children !== undefined) return children;
  }
  return null;
}

function isFar(before: number, now: number): boolean {
  const [small, large] = [Math.min(before, now), Math.max(before, now)];
  return large - small >= APART && large >= TIMES * small;
}

function comparable(a: Observation, b: Observation): boolean {
  const [one, other] = [period(a.period), period(b.period)];
  return one !== null && other !== null && isComparable(one, other);
}

function isTotal(one: Observation): boolean {
  return one.age === null && one.sex === null && one.offence === null && one.platform === null;
}
