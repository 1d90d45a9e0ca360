/**
 * What anybody can know of the numbers of a release from the releases before it, put into the table before it is protected, so
 * that all of them are attacked together: also what an earlier one withheld and this one would give away.
 *
 * A number that was told before and is the same now is known whatever becomes of it. One that was told and has changed since
 * stands twice: as it is, and as it was, which is known; each sum that it stood in holds of the old numbers as it does of the
 * new. Of a number that was withheld nobody says whether it has changed. Where the old numbers add up with it as it is, a reader
 * takes it to be the same. Where they do not, something withheld has changed; for each number that it may be, what it then was
 * follows from the rest, and is guarded as if it were true, because no one but the force can say that it is not. One number is taken to have
 * changed before two are, and two before all: whoever thinks that more have changed can work out less.
 */
import { atLeast } from '#count/count.ts';
import { tighten } from '#count/tighten.ts';
import type { BoundSum } from '../breakdown-sums.ts';
import type { Figure } from '../figure.ts';
import type { GuardedNumber } from '../work-out-figures.ts';
import { sumsWithEarlier } from './shape.ts';
import type { ToldNumber, ToldRelease } from './told.ts';
import { toldNumbers } from './told.ts';
import type { Then, Those } from './versions.ts';
import { closest, isOnce, numbersThen, unstated } from './versions.ts';

type Tables = { readonly numbers: readonly GuardedNumber[]; readonly sums: readonly BoundSum[] };

export function joinEarlier(
  now: Tables & { readonly figures: readonly Figure[] },
  releases: readonly ToldRelease[],
  threshold: number,
): Tables {
  const byFigure = new Map(now.figures.map((figure) => [figure.id, figure]));
  // The newest first: where two told different things of a number that nobody tells now, the newer is the one to believe.
  const newestFirst = releases.toReversed();
  const told = newestFirst.map((release) => toldNumbers(release, byFigure));
  const shape = sumsWithEarlier(now.figures, told);
  const numbers = new Map(now.numbers.map((one) => [one.id, one]));
  for (const one of told.flat()) if (!numbers.has(one.number)) numbers.set(one.number, onlyTold(one));
  for (const { whole, parts } of shape) {
    for (const id of [whole, ...parts]) if (!numbers.has(id)) numbers.set(id, unstated(id));
  }
  let joined: Joined = { numbers, sums: now.sums, revised: new Set(), changes: new Map() };
  const bounds = [...now.sums, ...shape];
  for (const [at, { id: release }] of newestFirst.entries()) {
    const those = { told: told[at] ?? [], bounds, release, threshold };
    const alike = narrowed(joinOne(joined, those, true));
    joined = alike.fits ? alike : narrowed(joinOne(joined, those, false));
  }
  return { numbers: [...joined.numbers.values()], sums: joined.sums };
}

/** With all that follows for what numbers were; whether everything can be true at once. */
function narrowed(joined: Joined): Joined & { readonly fits: boolean } {
  const known = new Map([...joined.numbers].map(([id, one]) => [id, closest(one)]));
  const { counts, contradictions } = tighten(known, joined.sums);
  const numbers = new Map(joined.numbers);
  for (const [id, one] of numbers) {
    if (isOnce(id)) numbers.set(id, { ...one, count: counts.get(id) ?? one.count });
  }
  return { ...joined, numbers, fits: contradictions.length === 0 };
}

type Joined = Then & { readonly sums: readonly BoundSum[] };

/** One release more. `isAlike`: what was withheld here and in a later one, and is zero now, was the same number in both. */
function joinOne(joined: Joined, those: Those, isAlike: boolean): Joined {
  const sums = [...joined.sums];
  const seen = new Set(sums.map(contentOf));
  const then = numbersThen(joined, those, isAlike);
  for (const bound of those.bounds) {
    for (const held of then.sumsThen(bound)) {
      if (seen.has(contentOf(held))) continue;
      seen.add(contentOf(held));
      sums.push({ ...held, id: `${held.id}, ${those.release} ${sums.length}` });
    }
  }
  return { ...then, sums };
}

function contentOf({ whole, parts }: BoundSum): string {
  return [whole, ...[...parts].sort()].join(' ');
}

/** A number of which this release tells nothing. What was withheld then is guarded now. */
function onlyTold({ number, told, isNational, figure }: ToldNumber): GuardedNumber {
  const count = told === 'withheld' ? atLeast(1) : told;
  return { ...unstated(number), count, before: count, isNational, name: figure.id };
}
