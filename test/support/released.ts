/**
 * Released numbers and figures for tests of what is published. They come through the real door: each is protected as a
 * table of its own, so that a test cannot print what a release could not hold.
 */
import { type Count, exact, unknown } from '#count/count.ts';
import { protectUnbound } from '#disclosure/protect.ts';
import type { Released } from '#disclosure/released.ts';
import type { Coverage, ReleasedFigure } from '#tables/release.ts';

export type Known = Count | 'withheld' | 'not-available';

export function released(known: Known): Released {
  const isWithheld = known === 'withheld';
  const count = isWithheld ? exact(3) : known === 'not-available' ? unknown : known;
  const cell = {
    id: 'cell',
    count,
    given: count,
    known: unknown,
    standing: 'stated',
    isNational: !isWithheld,
    rank: 0,
  } as const;
  const number = protectUnbound({ cells: [cell], sums: [], threshold: 5 }).released.get('cell');
  if (number === undefined) throw new Error('a stated cell is always released or withheld');
  return number;
}

export function coverage(over: Partial<Coverage> = {}): Coverage {
  return {
    included: 1,
    asked: 1,
    includedForces: [],
    includedUnnamed: 0,
    missing: [],
    sentence: '',
    ...over,
  };
}

/** A national total of offences in 2015/16, unless told otherwise. */
export function figure(over: Partial<ReleasedFigure> & { readonly count: Known }): ReleasedFigure {
  const { count, ...rest } = over;
  return {
    id: 'figure',
    area: 'K04000001',
    group: null,
    measure: 'offences',
    unit: 'offences',
    period: '2015-04-01/2016-03-31',
    breakdown: null,
    method: 'stated',
    number: released(count),
    decimals: 0,
    sentence: '',
    coverage: coverage(),
    vintage: '2016-06',
    origins: [],
    from: [],
    doubts: [],
    ...rest,
  };
}
