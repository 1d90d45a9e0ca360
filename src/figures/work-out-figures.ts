/**
 * From what forces stated and others published to figures: as stated, as published, added up over the forces known,
 * what a published total leaves for the others, ranges that follow, and a rate. Nothing is estimated. Numbers that
 * cannot all be true are findings. See `docs/method/figures.md`.
 *
 * Offences and victims are never added together: every number belongs to one measure, and a measure has one unit.
 */
import type { Count } from '#count/count.ts';
import { both, unknown } from '#count/count.ts';
import { tighten } from '#count/tighten.ts';
import { finding } from '#finding/catalogue.ts';
import type { Finding } from '#finding/finding.ts';
import type { AreaLookUp } from './area-look-up.ts';
import { areaLookUp } from './area-look-up.ts';
import { boundSums } from './bound-sums.ts';
import type { BoundSum } from './breakdown-sums.ts';
import { differencesOf } from './differences.ts';
import { doubtsOf } from './doubts.ts';
import type { Figure } from './figure.ts';
import { boundsFigures, differenceFigures } from './figures-left.ts';
import { forceFigures, missingFigures } from './figures-of-forces.ts';
import { publishedFigures, rateFigures } from './figures-published.ts';
import { ownSumsOf, sumFigures } from './figures-summed.ts';
import type { FigureInput } from './input.ts';
import type { Known } from './known.ts';
import { knownNumbers } from './known.ts';
import type { Statement } from './statements.ts';
import { statementsOf } from './statements.ts';
import type { Workings } from './workings.ts';

/** A number as disclosure needs it: what is known of it, whether a figure tells it, and how much it matters. */
export type GuardedNumber = {
  readonly id: string;
  readonly count: Count;
  /** What somebody stated of it, before sums narrowed it. */
  readonly given: Count;
  /** What others published of it: known whatever a release says. */
  readonly known: Count;
  /** What earlier releases of ours told of it and what nothing since contradicts; nothing when left out. */
  readonly before?: Count;
  /** What a refusal calls it. */
  readonly name?: string;
  readonly standing: 'stated' | 'rest';
  readonly isNational: boolean;
  readonly rank: number;
};

export type WorkedOut = {
  readonly figures: readonly Figure[];
  readonly numbers: readonly GuardedNumber[];
  readonly sums: readonly BoundSum[];
  readonly findings: readonly Finding[];
};

export function workOutFigures(input: FigureInput): WorkedOut {
  const look = areaLookUp(input.areas, input.requests);
  const { statements, forceFigures: published, findings: unread } = statementsOf(input, look);
  const { known, findings: contradicted } = knownNumbers(input, published, look);
  const differences = differencesOf(statements, known, look);
  const ownSums = ownSumsOf(input, known, look);
  const sums = boundSums(known, statements, differences, ownSums);

  const given = new Map<string, Count>();
  for (const { number, count } of [...known.values(), ...statements]) given.set(number, count);
  const tight = tighten(
    given,
    sums.filter(({ isCertain }) => isCertain),
  );

  const doubts = doubtsOf(input, look);
  const workings: Workings = { input, look, known, statements, differences, ownSums, doubts, tight };
  const direct = [...publishedFigures(workings), ...forceFigures(workings)];
  const left = differenceFigures(workings, direct);
  const bounds = boundsFigures(workings, [...direct, ...left]);
  const summed = sumFigures(workings, [...direct, ...left]);
  const told = [...direct, ...summed, ...left, ...bounds];
  const figures = [...told, ...rateFigures(workings, told), ...missingFigures(workings, told)].sort((a, b) =>
    a.id < b.id ? -1 : 1,
  );

  return {
    figures,
    numbers: guarded(workings, figures, given, sums),
    sums,
    findings: [
      ...unread,
      ...contradicted,
      ...tight.contradictions.map(({ sum }) => contradiction(sum, sums, known, workings)),
    ],
  };
}

/** Told numbers carry what their figure says; every other number in a sum what follows for it, assumed sums included. */
function guarded(
  { known, statements, look }: Workings,
  figures: readonly Figure[],
  givenCounts: ReadonlyMap<string, Count>,
  sums: readonly BoundSum[],
): readonly GuardedNumber[] {
  const numbers = new Map<string, GuardedNumber>();
  const publicly = publicCounts(known, statements);
  for (const figure of figures) {
    if (numbers.has(figure.number)) continue;
    const { number: id, count } = figure;
    const told = { given: givenCounts.get(id) ?? unknown, known: publicly.get(id) ?? unknown };
    const standing = 'stated';
    numbers.set(id, {
      id,
      count,
      ...told,
      standing,
      isNational: isNational(figure),
      rank: rankOf(figure),
      name: nameOf(figure, look),
    });
  }
  const all = tighten(givenCounts, sums).counts;
  for (const { whole, parts } of sums) {
    for (const id of [whole, ...parts]) {
      if (numbers.has(id)) continue;
      const count = all.get(id) ?? unknown;
      const told = { given: givenCounts.get(id) ?? unknown, known: publicly.get(id) ?? unknown };
      numbers.set(id, { id, count, ...told, standing: 'rest', isNational: false, rank: 0 });
    }
  }
  return [...numbers.values()];
}

/** A number that others published is public with all they said of it, also where a return states the same number. */
function publicCounts(
  known: ReadonlyMap<string, Known>,
  statements: readonly Statement[],
): ReadonlyMap<string, Count> {
  const publicly = new Map(statements.map(({ number, count }) => [number, count]));
  for (const { number, sources } of known.values()) {
    for (const { kind, count } of sources) {
      if (kind !== 'published-statement') continue;
      const first = publicly.get(number) ?? unknown;
      publicly.set(number, both(first, count) ?? first);
    }
  }
  return publicly;
}

/** Only what was published of the whole country identifies no place: our sum over some known forces might. */
function isNational(figure: Figure): boolean {
  return figure.method === 'published' && figure.coverage.asked > 1 && figure.area.startsWith('K');
}

/** `Leicestershire Police, flagged offences aged 13, 2015-04-01/2016-03-31`, without its number. */
function nameOf({ area, group, measure, breakdown, period }: Figure, look: AreaLookUp): string {
  const of = breakdown === null ? measure : `${measure} ${breakdown.label}`;
  return `${group?.label ?? look.area(area).name}, ${of}, ${period}`;
}

const RANKS = { stated: 2, bounds: 2, difference: 4, sum: 3, published: 5, rate: 7 } as const;

/** Detail is given up before totals, our own sums before what is already public, the national total last. */
function rankOf(figure: Figure): number {
  return RANKS[figure.method] - (figure.breakdown === null ? 0 : 2) + (isNational(figure) ? 4 : 0);
}

function contradiction(
  id: string,
  sums: readonly BoundSum[],
  known: ReadonlyMap<string, Known>,
  { statements, look }: Workings,
): Finding {
  const sum = sums.find((one) => one.id === id);
  const statement = statements.find(({ number }) => number === sum?.whole);
  const own = [sum?.whole ?? '', ...(sum?.parts ?? [])].flatMap((number) => known.get(number) ?? []);
  const at = statement?.sources[0]?.at ?? own[0]?.sources[0]?.at ?? '';
  const label = statement?.area.name ?? (own[0] === undefined ? '' : look.area(own[0].force).name);
  return finding('total-mismatch', at, { label });
}
