/** How each force of a release stands: with a figure of its own, a range, none, or known to have given no data. */
import type { Area, RequestState } from '#tables/release.ts';
import type { ReleaseIndex } from '../release-index.ts';

/** `own` an exact figure; `range` bounds only; `withheld` kept back; `none` nothing public; `gave-none` gave no data. */
export type Standing = 'own' | 'range' | 'withheld' | 'none' | 'gave-none';

export const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  own: 'Own figure published',
  range: 'Only a range can be worked out',
  withheld: 'Withheld to protect the people counted',
  none: 'No figure published',
  'gave-none': 'Gave no data',
};

const GAVE_NONE: readonly RequestState[] = ['refused', 'no-reply', 'not-held', 'flag-not-used'];

export function standingOf(force: Area, index: ReleaseIndex): Standing {
  const value = index.headline(force.code)?.number.value;
  if (value?.status === 'withheld') return 'withheld';
  if (value?.status === 'published') return value.low === value.high ? 'own' : 'range';
  const state = index.request(force.code)?.state;
  return state !== undefined && GAVE_NONE.includes(state) ? 'gave-none' : 'none';
}

export const STATE_WORDS: Readonly<Record<RequestState, string>> = {
  answered: 'Answered',
  partial: 'Answered in part',
  refused: 'Refused',
  'no-reply': 'Gave no data',
  unknown: 'Not public',
  'not-held': 'Does not hold it',
  'flag-not-used': 'Does not use the flag',
};
