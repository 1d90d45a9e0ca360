/**
 * One table as tidy CSV: one line for each figure in it, in the order of the table, every column described in
 * `docs/method/figures.md`. A number that is withheld or not available leaves the column `value` empty and stands as
 * `[c]` or `[x]` in the column `status`, so that no program takes it for zero; a withheld one has `low` and `high` where the
 * release tells safe ranges.
 */
import type { Release, ReleasedFigure, ReleasedTable } from '#tables/release.ts';
import { type Edition, firstEdition, revisionMark } from '../edition.ts';
import { columns } from './columns.ts';

export function tableCsv(table: ReleasedTable, release: Release, edition: Edition = firstEdition): string {
  const figures = new Map(release.figures.map((figure) => [figure.id, figure]));
  const areas = new Map(release.areas.map((area) => [area.code, area]));
  const lines = table.rows.flatMap((row) =>
    row.figures.flatMap((id, index) => {
      const figure = id === null ? undefined : figures.get(id);
      if (figure === undefined) return [];
      const { name = '', kind = '' } = areas.get(figure.area) ?? {};
      const cells = cellsOf(figure, { name, kind }, MARKS[revisionMark(figure.id, edition)]);
      return [[row.label, table.columns[index] ?? '', ...cells]];
    }),
  );
  return csvOf([columns.map(({ name }) => name), ...lines]);
}

const MARKS = { 'First release': 'first', Unchanged: 'unchanged', New: 'new', '[r]': '[r]' } as const;

export function csvOf(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map(quoted).join(',')}\n`).join('');
}

function cellsOf(
  figure: ReleasedFigure,
  area: { readonly name: string; readonly kind: string },
  revision: string,
): readonly string[] {
  const { value } = figure.number;
  const written = (number: number | null) => (number === null ? '' : number.toFixed(figure.decimals));
  const numbers =
    value.status === 'published'
      ? [
          'published',
          value.low === value.high ? written(value.low) : '',
          written(value.low),
          written(value.high),
        ]
      : value.status === 'withheld'
        ? ['[c]', '', written(value.range?.low ?? null), written(value.range?.high ?? null)]
        : ['[x]', '', '', ''];
  const [from = '', to = ''] = figure.period.split('/');
  return [
    figure.id,
    figure.area,
    area.name,
    area.kind,
    figure.group?.label ?? '',
    figure.measure,
    figure.unit,
    from,
    to,
    figure.breakdown?.dimension ?? '',
    figure.breakdown?.category ?? '',
    figure.method,
    ...numbers,
    revision,
    String(figure.coverage.included),
    String(figure.coverage.includedUnnamed),
    String(figure.coverage.asked),
    figure.vintage ?? '',
    figure.coverage.sentence,
    figure.sentence,
    figure.doubts.join(' '),
    figure.origins.join(' '),
  ];
}

/** A cell that a spreadsheet would take for a formula is quoted like any other: all of our texts begin with a letter. */
function quoted(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
