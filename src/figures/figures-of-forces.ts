/** Figures of single forces: each number as stated, and, for a force with no known total, that there is none. */
import { isSame, unknown } from '#count/count.ts';
import { noCoverage, ownCoverage } from './coverage.ts';
import type { Figure } from './figure.ts';
import type { Known } from './known.ts';
import { categoryKey, figureId, forceNumber } from './number.ts';
import type { Workings } from './workings.ts';

export function forceFigures({ known, look, doubts, tight }: Workings): readonly Figure[] {
  return [...known.values()].map((one) => {
    const count = tight.counts.get(one.number) ?? one.count;
    // A number the force hid, and that other numbers narrow, is a range of ours and not the force's word.
    const isNarrowed = !isSame(count, one.count);
    return {
      id: knownId(one, isNarrowed ? 'bounds' : one.method),
      area: one.force,
      group: null,
      measure: one.measure,
      unit: one.unit,
      period: one.period,
      breakdown: one.breakdown,
      method: isNarrowed ? 'bounds' : one.method,
      number: one.number,
      count,
      days: null,
      coverage: ownCoverage(look.area(one.force)),
      vintage: isNarrowed ? null : one.vintage,
      sources: one.sources,
      from: [],
      doubts: [
        ...doubts.ofForce(one.force),
        ...(one.breakdown === null ? doubts.later(one.force, one.measure, one.period) : []),
      ],
    };
  });
}

export function knownId(one: Known, method: Figure['method']): string {
  return figureId([one.force, one.measure, one.period, categoryKey(one.breakdown), method]);
}

/** For each force asked, the first measure and the period asked for: that no figure of its own is known. */
export function missingFigures(
  { input, look, doubts }: Workings,
  figures: readonly Figure[],
): readonly Figure[] {
  const [measure] = input.collection.measures;
  const { period } = input.collection;
  if (measure === undefined) return [];
  const isTotal = (figure: Figure) =>
    figure.measure === measure.id &&
    figure.period === period &&
    figure.breakdown === null &&
    figure.group === null;
  const has = new Set(figures.filter(isTotal).map(({ area }) => area));
  return look.country.forces
    .filter((force) => !has.has(force))
    .map((force) => ({
      id: figureId([force, measure.id, period, 'all', 'stated']),
      area: force,
      group: null,
      measure: measure.id,
      unit: measure.unit,
      period,
      breakdown: null,
      method: 'stated',
      number: forceNumber(force, { measure: measure.id, period, breakdown: null }),
      count: unknown,
      days: null,
      coverage: noCoverage(look.area(force), look),
      vintage: null,
      sources: [],
      from: [],
      doubts: [...doubts.ofForce(force), ...doubts.later(force, measure.id, period)],
    }));
}
