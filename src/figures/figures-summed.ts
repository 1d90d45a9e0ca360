/**
 * What the forces whose own numbers are known add up to, for the country and each region. It is never called the total
 * of the area: its coverage says whose numbers are in it. A category is added up where at least two forces state it.
 */
import type { Count } from '#count/count.ts';
import { isSame, sum, unknown } from '#count/count.ts';
import type { AreaLookUp } from './area-look-up.ts';
import { noCoverage, sumCoverage } from './coverage.ts';
import { readNote } from './doubts.ts';
import type { Figure, FigureArea } from './figure.ts';
import type { FigureInput } from './input.ts';
import type { Known } from './known.ts';
import { categoryKey, figureId, subjectKey, sumNumber } from './number.ts';
import type { AreaSum, Workings } from './workings.ts';

export function ownSumsOf(
  input: FigureInput,
  known: ReadonlyMap<string, Known>,
  look: AreaLookUp,
): readonly AreaSum[] {
  // A number that a force hid whole adds nothing that is known.
  const usable = [...known.values()].filter(({ count }) => !isSame(count, unknown));
  const bySubject = Map.groupBy(usable, subjectKey);
  return look.areas
    .filter((area) => area.kind !== 'force')
    .flatMap((area) => [
      ...[...bySubject.values()].flatMap((all) => areaSum(area, all)),
      ...emptySum(area, input, usable),
    ]);
}

function areaSum(area: FigureArea, all: readonly Known[]): readonly AreaSum[] {
  const inside = all.filter(({ force }) => area.forces.includes(force));
  const [first] = inside;
  if (first === undefined || (first.breakdown !== null && inside.length < 2)) return [];
  const { measure, unit, period, breakdown } = first;
  return [
    {
      number: sumNumber(area.code, first),
      parts: inside.map(({ number }) => number),
      area: area.code,
      measure,
      unit,
      period,
      breakdown,
      forces: inside.map(({ force }) => force).sort(),
    },
  ];
}

/** An area in which no force's total is known still gets its line: not available, which is not zero. */
function emptySum(area: FigureArea, input: FigureInput, usable: readonly Known[]): readonly AreaSum[] {
  const [measure] = input.collection.measures;
  const { period } = input.collection;
  if (measure === undefined) return [];
  const isTotal = (one: Known) =>
    area.forces.includes(one.force) &&
    one.measure === measure.id &&
    one.period === period &&
    one.breakdown === null;
  if (usable.some(isTotal)) return [];
  const subject = { measure: measure.id, period, breakdown: null };
  const number = sumNumber(area.code, subject);
  return [{ ...subject, number, parts: [], area: area.code, unit: measure.unit, forces: [] }];
}

export function sumFigures(
  { ownSums, known, look, tight }: Workings,
  figures: readonly Figure[],
): readonly Figure[] {
  return ownSums.map((one) => {
    const area = look.area(one.area);
    const parts = one.parts.map((number) => figures.find((figure) => figure.number === number));
    const from = parts.flatMap((part) => (part === undefined ? [] : [part]));
    const added: Count = sum(
      one.parts.map((number) => tight.counts.get(number) ?? known.get(number)?.count ?? unknown),
    );
    return {
      id: figureId([one.area, one.measure, one.period, categoryKey(one.breakdown), 'sum']),
      area: one.area,
      group: null,
      measure: one.measure,
      unit: one.unit,
      period: one.period,
      breakdown: one.breakdown,
      method: 'sum',
      number: one.number,
      count: one.parts.length === 0 ? unknown : added,
      days: null,
      coverage: one.forces.length === 0 ? noCoverage(area, look) : sumCoverage(area, one.forces, look),
      vintage: null,
      sources: from.flatMap((figure) => figure.sources),
      from: from.map((figure) => figure.id),
      doubts: inherited(one.forces, look),
    };
  });
}

/** Doubts about whose number it is travel into every sum that contains it. */
export function inherited(forces: readonly string[], look: AreaLookUp): readonly string[] {
  return forces.flatMap((force) => {
    const { doubts } = readNote(look.request(force).note);
    return doubts.length === 0 ? [] : [`Of the figure of ${look.area(force).name}: ${doubts.join(' ')}`];
  });
}
