/** What a published total leaves for the forces without a known figure, and the range that follows for each of them. */
import { isSame, unknown } from '#count/count.ts';
import { gaveNone, groupCoverage, ownCoverage } from './coverage.ts';
import type { Difference } from './differences.ts';
import type { Figure } from './figure.ts';
import { inherited } from './figures-summed.ts';
import { categoryKey, figureId } from './number.ts';
import type { Workings } from './workings.ts';

/** `figures` are those already worked out, from which these follow. */
export function differenceFigures(workings: Workings, figures: readonly Figure[]): readonly Figure[] {
  const found: Figure[] = [];
  for (const difference of workings.differences) {
    found.push(differenceFigure(difference, workings, [...figures, ...found]));
  }
  return found;
}

function differenceFigure(
  difference: Difference,
  { look, tight, known, doubts }: Workings,
  figures: readonly Figure[],
): Figure {
  const { number, statement, group, less } = difference;
  const { measure, unit, period, breakdown } = statement;
  const [only] = group.forces;
  const alone = group.forces.length === 1 && group.unnamed === 0 && only !== undefined ? only : null;
  const area = alone ?? (group.unnamed > 0 ? statement.area.code : look.around(group.forces).code);
  const from = [statement.number, ...less].flatMap(
    (id) => figures.find((figure) => figure.number === id && figure.method !== 'rate') ?? [],
  );
  const forces = less.flatMap((id) => known.get(id)?.force ?? []);
  const pool = statement.area.forces.filter(
    (force) => !statement.named.includes(force) && !gaveNone(force, look),
  );
  return {
    id: figureId([
      area,
      measure,
      period,
      categoryKey(breakdown),
      'difference',
      alone === null ? groupSlug(difference) : '',
    ]),
    area,
    group: alone === null ? group : null,
    measure,
    unit,
    period,
    breakdown,
    method: 'difference',
    number,
    count: tight.counts.get(number) ?? unknown,
    days: null,
    coverage:
      alone === null
        ? groupCoverage(look.area(area), group.forces, group.unnamed, pool, look)
        : ownCoverage(look.area(alone)),
    vintage: null,
    sources: uniqueSources(from),
    from: from.map((figure) => figure.id),
    doubts: [
      ...inherited(forces, look),
      ...(alone === null ? [] : [...doubts.ofForce(alone), ...doubts.later(alone, measure, period)]),
    ],
  };
}

function groupSlug({ group }: Difference): string {
  const unnamed = group.unnamed === 0 ? [] : [`${group.unnamed} unnamed`];
  return [...group.forces, ...unnamed].join(' ');
}

function uniqueSources(from: readonly Figure[]): Figure['sources'] {
  return [...new Set(from.flatMap((figure) => figure.sources))];
}

/** For each force that shares a group with others: between nothing and what the group's total allows. */
export function boundsFigures(
  { differences, look, tight, doubts }: Workings,
  figures: readonly Figure[],
): readonly Figure[] {
  const told = new Set(figures.map((figure) => figure.number));
  const found = new Map<string, Figure>();
  for (const { number, statement, group, members } of differences) {
    const share = figures.find((figure) => figure.number === number);
    for (const [index, force] of group.forces.entries()) {
      const id = members[index] ?? '';
      const count = tight.counts.get(id) ?? unknown;
      if (told.has(id) || found.has(id) || isSame(count, unknown)) continue;
      const { measure, unit, period, breakdown } = statement;
      found.set(id, {
        id: figureId([force, measure, period, categoryKey(breakdown), 'bounds']),
        area: force,
        group: null,
        measure,
        unit,
        period,
        breakdown,
        method: 'bounds',
        number: id,
        count,
        days: null,
        coverage: ownCoverage(look.area(force)),
        vintage: null,
        sources: share?.sources ?? statement.sources,
        from: share === undefined ? [] : [share.id],
        doubts: [...doubts.ofForce(force), ...doubts.later(force, measure, period)],
      });
    }
  }
  return [...found.values()];
}
