/**
 * A release for tests of data files: the first year of the flag, and beside it one table with every kind of number there
 * is, withheld, open, in a range, above a thousand, and a rate that rounds to nothing. Always an equal value.
 */
import { between, exact } from '#count/count.ts';
import type { Release, ReleasedFigure } from '#tables/release.ts';
import { firstYearRelease } from './first-year-release.ts';
import { figure } from './released.ts';

export function everyKindRelease(): Release {
  const release = firstYearRelease();
  const [place] = release.areas.filter(({ kind }) => kind === 'force');
  const area = place?.code ?? '';
  const made: readonly ReleasedFigure[] = [
    figure({ id: 'kind.exact', count: exact(12_345), sentence: '12,345 offences.' }),
    figure({ id: 'kind.zero', count: exact(0), sentence: 'No offence.' }),
    figure({ id: 'kind.range', count: between(1_000, 1_950), sentence: 'Between 1,000 and 1,950.' }),
    figure({ id: 'kind.open', count: between(700, Number.POSITIVE_INFINITY), sentence: 'At least 700.' }),
    figure({
      id: 'kind.withheld',
      area,
      count: 'withheld',
      sentence: '[c] offences.',
      doubts: ['A doubt, "quoted" & <bracketed>.'],
    }),
    figure({ id: 'kind.none', area, count: 'not-available', sentence: 'No number.', vintage: null }),
    figure({
      id: 'kind.rate',
      count: exact(8),
      unit: 'offences a day',
      decimals: 1,
      method: 'rate',
      sentence: 'A rate.',
      from: ['kind.exact'],
    }),
    figure({
      id: 'kind.low',
      count: exact(0),
      unit: 'offences a day',
      decimals: 1,
      method: 'rate',
      sentence: 'A rate.',
      from: ['kind.exact'],
    }),
  ];
  const table = {
    id: 'every-kind',
    title: 'Every kind of number',
    notes: ['This table is made for tests.'],
    columns: ['Offences'],
    rows: made.map(({ id, area: code }) => ({
      label: release.areas.find((one) => one.code === code)?.name ?? code,
      area: code,
      figures: [id],
    })),
  };
  return { ...release, figures: [...made, ...release.figures], tables: [table, ...release.tables] };
}
