/** The collection that tests of figures ask of made-up forces. */
import type { Collection } from '#collection/collection.ts';

export function madeUpCollection(
  period: string,
  measures: Collection['measures'] = [
    { id: 'offences', title: 'Offences', unit: 'offences', breakdowns: [] },
  ],
  threshold = 5,
): Collection {
  return {
    id: 'made-up',
    title: 'Made up',
    basis: 'foi',
    askedOn: null,
    period,
    compare: [],
    measures,
    ageBands: [],
    threshold,
    ranges: false,
  };
}
