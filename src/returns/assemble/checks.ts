/**
 * Checks that ask nothing but the return itself: parts against their stated totals, breakdowns against totals stated
 * elsewhere, victims against offences. All with bounds, so that hidden parts never raise a false alarm.
 */
import { add, type Count, sum as sumOf } from '#count/count.ts';
import { finding } from '#finding/catalogue.ts';
import type { Finding } from '#finding/finding.ts';
import type { Observation } from '../reading.ts';
import type { Stated, Sum } from '../stated.ts';
import type { Counted } from './counts.ts';

/** Every sum whose stated total lies outside what its parts allow. */
export function totalMismatches(
  stated: readonly Stated[],
  counted: readonly Counted[],
  sums: readonly Sum[],
  /** Numbers that were found to stand twice: a total is right if it is right without them. */
  twice: ReadonlySet<number>,
  /** The sender says that the rows listed are not all that the total counts. */
  isPartListed = false,
): readonly Finding[] {
  const found: Finding[] = [];
  for (const { whole, parts: all, over } of sums) {
    if (twice.has(whole)) continue;
    const parts = all.filter((part) => !twice.has(part));
    const total = counted[whole];
    const one = stated[whole];
    if (total === undefined || one === undefined || total.count === null) continue;
    if (parts.some((part) => counted[part] === undefined)) continue;
    const added = parts.reduce<Count>(
      (left, part) => add(left, counted[part]?.bounds ?? { low: 0, high: 0 }),
      { low: 0, high: 0 },
    );
    if (!apart(total.bounds, added)) continue;
    if (isPartListed && added.high < total.bounds.low) continue;
    // Of platforms no row carries others; "SMS 2" over "Omegle 1" and "Kik 1" is chance.
    if (over !== 'platform' && isTotalOfGroups(total.bounds, parts, (part) => counted[part]?.bounds))
      continue;
    found.push(mismatch(one.at, one.labels, total.bounds, added));
  }
  return found;
}

/**
 * Rows that carry the sum of the rows below them ("Grooming offences" over its titles) stand in a list without a mark;
 * where leaving each of them out makes the total right to the last unit, that is what they are.
 */
function isTotalOfGroups(
  total: Count,
  parts: readonly number[],
  boundsOf: (part: number) => Count | undefined,
): boolean {
  const values = parts.map((part) => boundsOf(part));
  if (total.low !== total.high || values.some((one) => one === undefined || one.low !== one.high))
    return false;
  const numbers = values.map((one) => one?.low ?? 0);
  let sum = 0;
  let groups = 0;
  for (let at = 0; at < numbers.length; at += 1) {
    const head = numbers[at] ?? 0;
    sum += head;
    let below = 0;
    for (let end = at + 1; end < numbers.length && below < head; end += 1) {
      below += numbers[end] ?? 0;
      if (below !== head || end === at + 1) continue;
      groups += 1;
      at = end;
      break;
    }
  }
  return groups > 0 && sum === total.low;
}

type Group = {
  readonly block: string;
  readonly about: 'age' | 'sex' | 'platform' | 'offence';
  readonly observations: readonly Observation[];
};

/**
 * A breakdown in one block against the total of the same measure and period stated in another. Complete when it has a
 * group for what is not known: then it must add up to the total; else it may not go beyond it. An offence may stand under
 * several platforms, so platforms that differ from the total are a doubt and no contradiction.
 */
export function breakdownMismatches(
  observations: readonly Observation[],
  blockOf: (observation: Observation) => string,
  inSums: (observation: Observation) => boolean,
): readonly Finding[] {
  const found: Finding[] = [];
  for (const { about, observations: parts } of groups(observations, blockOf)) {
    const [first] = parts;
    if (first === undefined || parts.some(inSums)) continue;
    const total = observations.find(
      (one) =>
        one.measure === first.measure && one.period === first.period && isTotal(one) && !parts.includes(one),
    );
    if (total === undefined || parts.length < 2) continue;
    const added = sumOf(parts.map((part) => part.count));
    const complete =
      parts.some((part) => part[about] === 'unknown') ||
      about === 'sex' ||
      (about === 'age' && coverChildhood(parts.map(({ age }) => age ?? '')));
    const over = added.low > total.count.high;
    const under = complete && added.high < total.count.low;
    if (about === 'platform' || about === 'offence') {
      if (over || (under && parts.some((part) => part[about] === 'unknown'))) {
        found.push(
          finding('parts-differ', first.at, { ...facts(first.measure, total.count, added), over: about }),
        );
      }
    } else if (over || (under && parts.some((part) => part[about] === 'unknown'))) {
      found.push(mismatch(first.at, first.measure, total.count, added));
    } else if (under)
      found.push(
        finding('parts-differ', first.at, { ...facts(first.measure, total.count, added), over: about }),
      );
  }
  return found;
}

/** Bands that follow one another from birth to the last year before 18 leave no known age out. */
function coverChildhood(ages: readonly string[]): boolean {
  const spans = ages
    .map((age) => /^(?<low>\d+)(?:-(?<high>\d+)|(?<open>\+))?$/u.exec(age)?.groups)
    .map((one) => ({
      low: Number(one?.low ?? Number.NaN),
      high: one?.open === undefined ? Number(one?.high ?? one?.low ?? Number.NaN) : Number.POSITIVE_INFINITY,
    }))
    .sort((a, b) => a.low - b.low);
  return (
    spans.length > 1 &&
    spans[0]?.low === 0 &&
    (spans.at(-1)?.high ?? 0) >= LAST_YEAR &&
    spans.every(({ low }, at) => at === 0 || spans[at - 1]?.high === low - 1)
  );
}

const LAST_YEAR = 17;
const FEWER = 0.85;

/**
 * One offence has at least one victim, but a child who was the victim of several offences may be counted once: a few victims
 * less are usual, and a warning on each such return would make the warning worthless.
 */
export function victimsBelowOffences(
  observations: readonly Observation[],
  unitOf: (measure: string) => string,
): readonly Finding[] {
  const found: Finding[] = [];
  for (const victims of observations.filter((one) => unitOf(one.measure) === 'victims' && isTotal(one))) {
    const offences = observations.find(
      (one) => unitOf(one.measure) === 'offences' && isTotal(one) && one.period === victims.period,
    );
    if (offences === undefined || victims.count.high >= FEWER * offences.count.low) continue;
    found.push(
      finding('victims-below-offences', victims.at, facts(victims.measure, offences.count, victims.count)),
    );
  }
  return found;
}

function groups(
  observations: readonly Observation[],
  blockOf: (observation: Observation) => string,
): readonly Group[] {
  const found = new Map<string, Group & { observations: Observation[] }>();
  for (const one of observations) {
    const dims = (['age', 'sex', 'platform', 'offence'] as const).filter((dim) => one[dim] !== null);
    const [about] = dims;
    if (dims.length !== 1 || about === undefined) continue;
    const key = [blockOf(one), one.measure, one.period, about].join('|');
    const group = found.get(key) ?? { block: blockOf(one), about, observations: [] };
    group.observations.push(one);
    found.set(key, group);
  }
  return [...found.values()];
}

function isTotal(one: Observation): boolean {
  return one.age === null && one.sex === null && one.platform === null && one.offence === null;
}

function apart(a: Count, b: Count): boolean {
  return a.low > b.high || b.low > a.high;
}

function mismatch(at: string, label: string, total: Count, added: Count): Finding {
  return finding('total-mismatch', at, facts(label, total, added));
}

function facts(label: string, total: Count, added: Count) {
  return {
    label,
    stated: total.low === total.high ? total.low : `${total.low} to ${total.high}`,
    partsLow: added.low,
    ...(added.high === Number.POSITIVE_INFINITY ? {} : { partsHigh: added.high }),
  };
}
