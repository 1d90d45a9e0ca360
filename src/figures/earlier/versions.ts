/**
 * The numbers and sums of one earlier release in terms of those of today, for an outsider who takes a number to be the same until
 * something says that it is not: a number that was told otherwise, or one of a sum that would not hold.
 */
import type { Count } from '#count/count.ts';
import { atLeast, both, isExact, isSame, sum, unknown, without } from '#count/count.ts';
import type { BoundSum } from '../breakdown-sums.ts';
import type { GuardedNumber } from '../work-out-figures.ts';
import type { ToldNumber } from './told.ts';

/** What is found so far, from the newest release to older ones. */
export type Then = {
  readonly numbers: ReadonlyMap<string, GuardedNumber>;
  /** Told otherwise in a newer release: what an older one told of it, even the same as now, was told of what it was. */
  readonly revised: ReadonlySet<string>;
  /** What numbers may have been in a newer release that are something else now, by the names of what they were. */
  readonly changes: ReadonlyMap<string, ReadonlySet<string>>;
};

export type Those = {
  readonly told: readonly ToldNumber[];
  readonly bounds: readonly BoundSum[];
  readonly release: string;
  readonly threshold: number;
};

type Was = ReadonlyMap<string, Count>;
/** A number that is taken to have been what it was in a newer release. */
type Carried = { readonly id: string; readonly version: string } | null;

/** In the name of what a number once was. */
const ONCE = ' once ';

/** Numbers of a sum up to which it is asked of every two whether they have changed together. */
const MOST_PAIRED = 12;

/** The numbers as they were in one release: the same as now, or beside them. */
export function numbersThen(newer: Then, { told, bounds, release, threshold }: Those, isAlike: boolean) {
  const numbers = new Map(newer.numbers);
  const revised = new Set(newer.revised);
  const changes = new Map(newer.changes);
  const then = new Map<string, string>();
  const isWithheld = new Set<string>();
  const isSaid = new Set<string>();
  const number = (id: string) => numbers.get(id) ?? unstated(id);
  /** Two releases that told the same of a number that has changed since told of one number. */
  const once = (id: string, count: Count, before: Count, isOne = isExact(count)): string => {
    for (let at = 0; ; at++) {
      const version = `${id}${ONCE}${at}`;
      const own = numbers.get(version);
      if (own === undefined) {
        const { isNational, name = id } = number(id);
        numbers.set(version, {
          ...unstated(version),
          count,
          before,
          isNational,
          name: `${name} in ${release}`,
        });
        return version;
      }
      if (isOne && isSame(own.count, count) && isSame(own.before ?? unknown, before)) return version;
    }
  };
  for (const { number: id, told: what } of told) {
    const own = number(id);
    if (what === 'withheld') {
      isWithheld.add(id);
      if (own.count.high === 0) then.set(id, once(id, atLeast(1), atLeast(1), isAlike));
      continue;
    }
    isSaid.add(id);
    const before = both(own.before ?? unknown, what);
    const isNow = before !== null && both(own.count, before) !== null;
    if (isNow && !revised.has(id)) numbers.set(id, { ...own, before });
    else then.set(id, once(id, what, what));
    if (!isNow) revised.add(id);
  }

  const least = (id: string) => (isWithheld.has(id) ? atLeast(1) : unknown);
  // A whole that was not told is what its parts were, and one of them has changed.
  for (let isMoving = true; isMoving; ) {
    isMoving = false;
    for (const { whole, parts } of bounds) {
      if (then.has(whole) || isSaid.has(whole) || !parts.some((part) => then.has(part))) continue;
      then.set(whole, once(whole, least(whole), least(whole)));
      isMoving = true;
    }
  }

  const known = (id: string) => closest(numbers.get(then.get(id) ?? id));
  const isOpen = (id: string) => !then.has(id) && !isSaid.has(id);

  /**
   * What each of `changed` was in the release, if they were something else than they are now, one more was what it was in a
   * newer release, and nothing else has changed; null when that cannot be.
   */
  const were = ({ whole, parts }: BoundSum, set: Carried, changed: readonly string[]): Was | null => {
    const count = (id: string) => {
      if (changed.includes(id)) return least(id);
      return id === set?.id ? closest(numbers.get(set.version)) : known(id);
    };
    const found = new Map<string, Count>();
    for (const id of new Set([...changed, whole])) {
      const others = sum(parts.filter((part) => part !== id).map(count));
      const left = id === whole ? others : without(count(whole), others);
      const was = left === null ? null : both(left, count(id));
      if (was === null) return null;
      if (changed.includes(id)) found.set(id, was);
    }
    return found;
  };
  const maySaySmall = (was: Was) =>
    [...was].some(([id, { low, high }]) => !number(id).isNational && low < threshold && high >= 1);
  /** Each number that alone may have changed; where none can, two together, and then all. */
  const guesses = (bound: BoundSum, set: Carried, open: readonly string[]): readonly Was[] => {
    const one = open.flatMap((id) => were(bound, set, [id]) ?? []);
    if (set !== null || one.length === open.length) return one;
    const alone = new Set(one.flatMap((was) => [...was.keys()]));
    const paired = open.length > MOST_PAIRED ? [] : open.filter((id) => !alone.has(id));
    const two = paired
      .flatMap((id) => open.flatMap((other) => were(bound, null, [id, other]) ?? []))
      .filter(maySaySmall);
    return one.length + two.length > 0 ? [...one, ...two] : [were(bound, null, open) ?? []].flat();
  };

  /** The sum as it held in the release; where it would not, once for each few numbers that may be what has changed. */
  const sumsThen = (bound: BoundSum): readonly BoundSum[] => {
    const ids = [bound.whole, ...bound.parts];
    if (!ids.some((id) => isSaid.has(id) || isWithheld.has(id))) return [];
    const asThen = (set: Carried, was: Was): BoundSum => {
      const changed = new Map([...was].map(([id, count]) => [id, once(id, count, least(id))]));
      for (const [id, version] of changed) changes.set(id, new Set(changes.get(id)).add(version));
      const as = (id: string) => changed.get(id) ?? (id === set?.id ? set.version : (then.get(id) ?? id));
      return { id: bound.id, whole: as(bound.whole), parts: bound.parts.map(as), isCertain: false };
    };
    const isTrue = were(bound, null, []) !== null;
    const guessed = isTrue ? [new Map()] : guesses(bound, null, ids.filter(isOpen));
    const sums = guessed.map((was) => asThen(null, was));
    if (!isSaid.has(bound.whole)) return sums;
    // What a newer release showed to have changed may have been then what it was there.
    const carried = bound.parts
      .filter((id) => !isSaid.has(id))
      .flatMap((id) => [...(newer.changes.get(id) ?? [])].map((version): Carried => ({ id, version })))
      .filter((set) => set !== null && set.version !== then.get(set.id));
    const more = carried.flatMap((set) => {
      const others = ids.filter((id) => id !== set?.id);
      const loose = others.filter((id) => then.has(id) && !isExact(known(id)));
      const own = were(bound, set, loose);
      return (own === null ? guesses(bound, set, others.filter(isOpen)) : [own]).map((was) =>
        asThen(set, was),
      );
    });
    return [...sums, ...more];
  };
  for (const id of isWithheld) {
    const version = then.get(id);
    if (version !== undefined) changes.set(id, new Set(changes.get(id)).add(version));
  }
  return { numbers, revised, changes, sumsThen };
}

export function isOnce(id: string): boolean {
  return id.includes(ONCE);
}

/** The count of a number with what earlier releases told of it. */
export function closest(own: GuardedNumber | undefined): Count {
  if (own === undefined) return unknown;
  return both(own.count, own.before ?? unknown) ?? own.count;
}

export function unstated(id: string): GuardedNumber {
  return { id, count: unknown, given: unknown, known: unknown, standing: 'rest', isNational: false, rank: 0 };
}
