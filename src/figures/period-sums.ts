/**
 * How numbers of one subject hang together over periods that overlap: a year is the sum of its quarters, so a year less three
 * of them is the fourth, whether anybody states it or not. Periods are cut where any of them begins or ends. That such numbers
 * add up is only what a reader would assume, since each was counted on a day of its own: the sums are marked, used by
 * disclosure, and never used to work out a figure.
 */
import { dayNumber, dayText, overlaps, period as parsePeriod, written } from '#period/period.ts';
import type { BoundSum } from './breakdown-sums.ts';

/** `name` gives the id of the number of a period. Empty where no two periods overlap. */
export function periodSums(periods: Iterable<string>, name: (period: string) => string): readonly BoundSum[] {
  const spans = [...new Set(periods)].flatMap((text) => parsePeriod(text) ?? []);
  const crossing = spans.filter((one) => spans.some((other) => other !== one && overlaps(one, other)));
  const starts = crossing.flatMap(({ from, to }) => [dayNumber(from), dayNumber(to) + 1]);
  const cuts = [...new Set(starts)].sort((a, b) => a - b);
  return crossing.flatMap((span) => {
    const [first, last] = [dayNumber(span.from), dayNumber(span.to) + 1];
    const own = cuts.filter((cut) => cut >= first && cut <= last);
    if (own.length < 3) return [];
    const whole = name(written(span));
    const parts = own
      .slice(1)
      .map((next, index) => name(written({ from: dayText(own[index] ?? next), to: dayText(next - 1) })));
    return [{ id: `${whole} by period`, whole, parts, isCertain: false }];
  });
}
