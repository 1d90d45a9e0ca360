/** Figures that somebody published for an area, and the average a day of a national total. */
import { days, period as parsePeriod } from '#period/period.ts';
import { statedCoverage } from './coverage.ts';
import { noteOnFigure } from './doubts.ts';
import type { Figure } from './figure.ts';
import { categoryKey, figureId } from './number.ts';
import type { Workings } from './workings.ts';

export function publishedFigures({ statements, look, doubts }: Workings): readonly Figure[] {
  const releases = new Map<string, number>();
  return statements.map((statement) => {
    const { area, measure, unit, period, breakdown, count, named, unnamed, number, release, sources } =
      statement;
    const base = figureId([area.code, measure, period, categoryKey(breakdown), 'published']);
    // Two statements for one area may be about different forces of it.
    const times = (releases.get(base) ?? 0) + 1;
    releases.set(base, times);
    return {
      id: times === 1 ? base : `${base}.${times}`,
      area: area.code,
      group: null,
      measure,
      unit,
      period,
      breakdown,
      method: 'published',
      number,
      count,
      days: null,
      coverage: statedCoverage(area, named, unnamed, look),
      vintage: release === '' ? null : release,
      sources,
      from: [],
      doubts: [
        ...statement.notes.flatMap((note) => noteOnFigure(note, look)),
        ...(breakdown === null ? doubts.later(area.code, measure, period) : []),
      ],
    };
  });
}

/** Offences a day, for each national total: the total over the days of its period. */
export function rateFigures({ look }: Workings, figures: readonly Figure[]): readonly Figure[] {
  return figures.flatMap((figure): readonly Figure[] => {
    const span = parsePeriod(figure.period);
    const isTotal =
      figure.area === look.country.code && figure.breakdown === null && figure.unit === 'offences';
    if (!isTotal || figure.method !== 'published' || span === null) return [];
    const id = figure.id.replace('.published', '.rate');
    return [{ ...figure, id, method: 'rate', days: days(span), vintage: null, from: [figure.id] }];
  });
}
