/**
 * What a bulletin says about change: only when the release holds an earlier period of the same length for the same area
 * and measure, over exactly the same named forces; and then no more than the two ranges allow.
 */
import { isComparable, period } from '#period/period.ts';
import type { ReleasedFigure } from '#tables/release.ts';
import type { ReleaseIndex } from '../release-index.ts';
import { periodText } from '../wording/names.ts';
import { exactValue, numberText } from '../wording/number-words.ts';
import { isMore } from './amounts.ts';

export function changeSentence(now: ReleasedFigure, index: ReleaseIndex): string {
  const before = earlier(now, index);
  if (before === null)
    return 'No comparable figure for an earlier year is published here, so there is no trend to report.';
  const year = periodText(before.period);
  const number = numberText(before.number);
  if (isMore(now, before) === 'yes')
    return `In ${year}, on the same basis, it was ${number}: more were recorded this time.`;
  if (isMore(before, now) === 'yes')
    return `In ${year}, on the same basis, it was ${number}: fewer were recorded this time.`;
  if (exactValue(before.number) !== null && exactValue(before.number) === exactValue(now.number)) {
    return `In ${year}, on the same basis, it was ${number} too.`;
  }
  return `In ${year}, on the same basis, it was ${number}; the two ranges overlap, so nobody can say whether it changed.`;
}

/** The latest comparable earlier figure that is published; null when there is none. */
export function earlier(now: ReleasedFigure, index: ReleaseIndex): ReleasedFigure | null {
  const span = period(now.period);
  if (span === null) return null;
  const comparable = index.release.figures.filter((one) => {
    const other = period(one.period);
    return (
      other !== null &&
      other.from < span.from &&
      isComparable(other, span) &&
      one.area === now.area &&
      one.measure === now.measure &&
      one.unit === now.unit &&
      one.breakdown === null &&
      one.group === null &&
      one.number.value.status === 'published' &&
      sameForces(one, now)
    );
  });
  return comparable.sort((a, b) => (a.period < b.period ? 1 : -1))[0] ?? null;
}

function sameForces({ coverage: a }: ReleasedFigure, { coverage: b }: ReleasedFigure): boolean {
  const codes = (forces: readonly string[]): string => [...forces].sort().join();
  const named = a.includedUnnamed === 0 && b.includedUnnamed === 0;
  return named && a.includedForces.length > 0 && codes(a.includedForces) === codes(b.includedForces);
}
