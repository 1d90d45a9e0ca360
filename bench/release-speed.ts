/**
 * How long all outputs of a large release take, from released figures to bytes of every file: 44 forces and their areas over
 * 10 years, by age and sex, with practice numbers: `node bench/release-speed.ts`. The bar is 15 s on two cores.
 */
import { exact, unknown } from '#count/count.ts';
import { protect } from '#disclosure/protect.ts';
import { financialYear, label, written } from '#period/period.ts';
import { firstEdition } from '#publish/edition.ts';
import { tables } from '#tables/all.ts';
import type { Release, ReleasedFigure } from '#tables/release.ts';
import { layTable } from '#tables/table.ts';
import { loadRendering, renderFiles } from '#work/render-release.ts';
import { firstYearRelease } from '../test/support/first-year-release.ts';
import { coverage } from '../test/support/released.ts';

const BAR = 15;
const YEARS = Array.from({ length: 10 }, (_, at) => financialYear(2015 + at));
const PARTS = [
  null,
  ...['0-9', '10-12', '13-15', '16-17'].map((category) => ({
    dimension: 'age' as const,
    category,
    label: `aged ${category}`,
  })),
  ...['female', 'male'].map((category) => ({ dimension: 'sex' as const, category, label: category })),
];

const base = firstYearRelease();
const cells = base.areas.flatMap((area, place) =>
  YEARS.flatMap((year, late) =>
    PARTS.map((part, at) => ({ area, year, part, count: 40 + ((place * 37 + late * 11 + at * 101) % 900) })),
  ),
);
const idOf = ({ area, year, part }: (typeof cells)[number]) =>
  `${area.code}.${written(year)}.${part?.category ?? 'all'}`.toLowerCase();
const { released } = protect({
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
const figures = cells.map((cell): ReleasedFigure => {
  const { area, year, part, count } = cell;
  const number = released.get(idOf(cell));
  if (number === undefined) throw new Error('every cell is released or withheld');
  const sentence = `For ${label(year)}, ${count} are told for ${area.name}${part === null ? '' : `, ${part.label}`}. Practice number.`;
  return {
    id: idOf(cell),
    area: area.code,
    group: null,
    measure: part === null ? 'offences' : 'victims',
    unit: part === null ? 'offences' : 'victims',
    period: written(year),
    breakdown: part,
    method: 'stated',
    number,
    decimals: 0,
    sentence,
    coverage: coverage({ included: 1, asked: 1, sentence: 'The force itself.' }),
    vintage: null,
    origins: [],
    from: [],
    doubts: [],
  };
});
const laid = YEARS.flatMap((year) =>
  tables
    .map((table) => layTable(table, { period: written(year), areas: base.areas, figures }))
    .filter(({ rows }) => rows.length > 0)
    .map((table) => ({
      ...table,
      id: `${table.id}-${year.from.slice(0, 4)}`,
      title: `${table.title}, ${label(year)}`,
    })),
);
const release: Release = {
  ...base,
  standing: 'practice',
  standingSentence: 'Practice data. Every figure is invented.',
  origins: [],
  figures,
  tables: laid,
  period: written(YEARS.at(-1) ?? financialYear(2015)),
};

const from = performance.now();
const before = process.cpuUsage();
const files = renderFiles(release, firstEdition, await loadRendering());
const seconds = (performance.now() - from) / 1000;
const { user, system } = process.cpuUsage(before);
const bytes = [...files.values()].reduce((sum, file) => sum + file.length, 0);
process.stdout.write(
  `${figures.length} figures in ${laid.length} tables: ${files.size} files, ${(bytes / 1e6).toFixed(1)} MB, in ${seconds.toFixed(1)} s (${((user + system) / 1e6).toFixed(1)} s of a processor), bar ${BAR} s\n`,
);
if (seconds > BAR) process.exitCode = 1;
