/**
 * Made-up releases as large as the product must carry: 44 forces and their areas over years, with totals, ages and sexes, a
 * place of origin for every number of a force, and what others printed of each force and year. Every part is worked out from
 * the made-up figures as in a real build, so that a release of this kind holds together: whatever it names, it holds.
 */
import { createHash } from 'node:crypto';
import { exact, unknown } from '#count/count.ts';
import { protectUnbound } from '#disclosure/protect.ts';
import { financialYear, label, type Period, written } from '#period/period.ts';
import { readPopulations } from '#register/populations.ts';
import type { PublishedFact } from '#register/published-figures.ts';
import { tables } from '#tables/all.ts';
import { compare } from '#tables/comparison.ts';
import type { Area, Breakdown, Origin, Release, ReleasedFigure } from '#tables/release.ts';
import { layTable } from '#tables/table.ts';
import { releaseSeries } from '#work/release-series.ts';
import { firstYearRelease } from './first-year-release.ts';
import { coverage } from './released.ts';

export const TEN_YEARS: readonly Period[] = Array.from({ length: 10 }, (_, at) => financialYear(2015 + at));

const PARTS: readonly (Breakdown | null)[] = [
  null,
  ...['0-9', '10-12', '13-15', '16-17'].map((category) => ({
    dimension: 'age' as const,
    category,
    label: `aged ${category}`,
  })),
  ...['female', 'male'].map((category) => ({ dimension: 'sex' as const, category, label: category })),
];

type Made = {
  readonly area: Area;
  readonly year: Period;
  readonly part: Breakdown | null;
  readonly count: number;
};

/** What others published, the same for every release made here. */
const SERIES = await releaseSeries(firstYearRelease().threshold, {
  facts: factsOf(firstYearRelease().areas),
});

/** One release that holds all the years; its own period is the last of them. */
export function releaseOf(years: readonly Period[]): Release {
  const base = firstYearRelease();
  const last = years.at(-1);
  if (last === undefined) throw new Error('a release needs a year');
  const period = written(last);
  const cells = cellsOf(base.areas, years);
  const figures = figuresOf(cells);
  return {
    ...base,
    id: `made-up-${last.from.slice(0, 4)}-r1`,
    collection: `made-up-${last.from.slice(0, 4)}`,
    title: `Sexual offences against children with the online (cyber) flag, ${label(last)} (made up)`,
    standing: 'practice',
    standingSentence: 'Practice data. Every figure is invented.',
    period,
    figures,
    origins: originsOf(cells),
    tables: tablesOf(base.areas, figures, years),
    requests: base.requests.map((request) => ({ ...request, state: 'answered', files: [] })),
    comparison: compare({ figures, areas: base.areas, period, populations: readPopulations() }),
    series: SERIES,
  };
}

function cellsOf(areas: readonly Area[], years: readonly Period[]): readonly Made[] {
  return areas.flatMap((area, place) =>
    years.flatMap((year, late) =>
      PARTS.map((part, at) => ({
        area,
        year,
        part,
        count: 40 + ((place * 37 + late * 11 + at * 101) % 900),
      })),
    ),
  );
}

function idOf({ area, year, part }: Made): string {
  return `${area.code}.${written(year)}.${part?.category ?? 'all'}`.toLowerCase();
}

function originOf(cell: Made): string {
  return `read-${idOf(cell)}`.replaceAll('/', '-');
}

/** Through the door, like every number. */
function figuresOf(cells: readonly Made[]): readonly ReleasedFigure[] {
  const { released } = protectUnbound({
    cells: cells.map((cell) => ({
      id: idOf(cell),
      count: exact(cell.count),
      given: exact(cell.count),
      known: unknown,
      standing: 'stated',
      isNational: cell.area.kind === 'country',
      rank: 0,
    })),
    sums: [],
    threshold: 5,
  });
  return cells.map((cell): ReleasedFigure => {
    const { area, year, part, count } = cell;
    const number = released.get(idOf(cell));
    if (number === undefined) throw new Error('every cell is released or withheld');
    const what = part === null ? 'offences' : 'victims';
    return {
      id: idOf(cell),
      area: area.code,
      group: null,
      measure: what,
      unit: what,
      period: written(year),
      breakdown: part,
      method: 'stated',
      number,
      decimals: 0,
      sentence: `For ${label(year)}, ${count} ${what} are told for ${area.name}${part === null ? '' : `, ${part.label}`}.`,
      coverage: coverage({
        included: area.forces.length,
        asked: area.forces.length,
        includedForces: area.forces,
        sentence: 'All forces asked are in it.',
      }),
      vintage: null,
      origins: area.kind === 'force' ? [originOf(cell)] : [],
      from: [],
      doubts: [],
    };
  });
}

function originsOf(cells: readonly Made[]): readonly Origin[] {
  return cells
    .filter(({ area }) => area.kind === 'force')
    .map((cell): Origin => {
      const { area, year, part, count } = cell;
      const file = `returns/${area.slug}/answer-${year.from.slice(0, 4)}.csv`;
      return {
        id: originOf(cell),
        kind: 'return',
        file,
        sha256: createHash('sha256').update(file).digest('hex'),
        at: `answer.csv#B${PARTS.indexOf(part) + 2}`,
        force: area.code,
        url: null,
        shown: {
          kind: 'row',
          headers: ['What', 'Number'],
          cells: [
            { text: part?.label ?? 'All offences', role: 'text' },
            { text: String(count), role: 'number' },
          ],
        },
        declares: null,
      };
    });
}

function tablesOf(areas: readonly Area[], figures: readonly ReleasedFigure[], years: readonly Period[]) {
  return years.flatMap((year) =>
    tables
      .map((table) => layTable(table, { period: written(year), areas, figures }))
      .filter(({ rows }) => rows.length > 0)
      .map((table) => ({
        ...table,
        id: `${table.id}-${year.from.slice(0, 4)}`,
        title: `${table.title}, ${label(year)}`,
      })),
  );
}

/** Two releases of others for each force, year and measure: the second restates the first. */
function factsOf(areas: readonly Area[]): readonly PublishedFact[] {
  const forces = areas.filter(({ kind }) => kind === 'force');
  const cells = forces.flatMap((area, place) =>
    TEN_YEARS.flatMap((year, late) =>
      ['cyber_flagged_csa', 'sexual_communication_child', 'iioc'].flatMap((measure) =>
        [0, 1].map((vintage) => ({ area, place, year, late, measure, vintage })),
      ),
    ),
  );
  return cells.map(
    ({ area, place, year, late, measure, vintage }, at): PublishedFact => ({
      measure,
      period: label(year),
      areaType: 'force',
      area: area.name,
      code: area.code,
      dimension: '',
      category: '',
      value: 40 + place * 7 + late * 11 + vintage * 3,
      unit: 'offences',
      forcesResponding: null,
      forcesAsked: null,
      release: `${Number(year.from.slice(0, 4)) + 1 + vintage}-06`,
      sourceUrl: `https://example.org/${area.code}/${year.from.slice(0, 4)}`,
      grade: 'exact',
      note: '',
      line: at + 2,
    }),
  );
}
