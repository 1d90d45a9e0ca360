/**
 * One table of a release as a sheet: a row for each figure, with its lowest and highest, the forces behind it and its
 * doubts beside it. Columns are the same in every table and every release. Adds nothing up and leaves no cell blank.
 */
import type { Release, ReleasedFigure, ReleasedTable } from '#tables/release.ts';
import { type Edition, revisionMark } from '../edition.ts';
import { type Column, line, number, type Sheet, text, type Value } from './book.ts';
import { monthSpan, sheetTitle, shortMonth } from './names.ts';
import { legend, marksIn } from './shorthand.ts';

export type TableSheet = {
  readonly table: ReleasedTable;
  readonly release: Release;
  readonly edition: Edition;
  /** From 1, in the order of the contents. */
  readonly place: number;
  /** Numbers of the notes that apply to the whole table. */
  readonly notes: readonly number[];
};

export const METHODS: Readonly<Record<ReleasedFigure['method'], string>> = {
  stated: 'Stated by the force',
  published: 'Published at the time',
  sum: 'Known forces added up',
  difference: 'Published total less what is known',
  bounds: 'Range that follows from sums',
  rate: 'Published total over the days of its period',
};

const wide = (heading: string, width: number): Column => ({ heading, kind: 'text', width });
const counted = (heading: string): Column => ({ heading, kind: 'number', width: 18 });

const COLUMNS: readonly Column[] = [
  wide('Area name', 42),
  wide('Area code', 14),
  wide('Row of the table', 42),
  wide('What is counted', 36),
  wide('Unit', 18),
  wide('Period', 26),
  wide('How it was come by', 26),
  counted('Number'),
  counted('Lowest'),
  counted('Highest'),
  wide('Revision', 16),
  counted('Forces included'),
  counted('Forces asked'),
  wide('First stated', 18),
  wide('Coverage', 60),
  wide('Doubts', 60),
  wide('Figure', 60),
];

export function tableSheet({ table, release, edition, place, notes }: TableSheet): Sheet {
  const figures = new Map(release.figures.map((figure) => [figure.id, figure]));
  const areas = new Map(release.areas.map((area) => [area.code, area.name]));
  const rows = table.rows.flatMap((row) =>
    row.figures.flatMap((id, at): (readonly Value[])[] => {
      const figure = id === null ? undefined : figures.get(id);
      if (figure === undefined) return [];
      const named = areas.get(figure.area) ?? figure.area;
      return [
        cells(figure, { area: named, row: row.label, column: table.columns[at] ?? '', edition, figures }),
      ];
    }),
  );
  const marks = marksIn(rows.flat().flatMap((value) => (value.kind === 'text' ? [value.text] : [])));
  const noted = notes.map((note) => ` [note ${note}]`).join('');
  return {
    name: table.id.replaceAll('-', '_').slice(0, 31),
    lines: [
      line(`Table ${place}: ${sheetTitle(table.title, release)}${noted}`, { heading: 1 }),
      line(
        notes.length === 0
          ? 'This worksheet contains one table. No notes apply to it.'
          : 'This worksheet contains one table. Notes are marked in square brackets and stand in the worksheet called Notes.',
      ),
      line(legend(marks)),
      line('No cell of the table is blank.'),
      line(release.standingSentence),
      line(`Source: ${edition.publication.publisher}, release ${release.id}.`),
    ],
    table: { name: `table_of_${table.id.replaceAll('-', '_')}`, columns: COLUMNS, rows },
    width: 42,
  };
}

type Around = {
  readonly area: string;
  readonly row: string;
  readonly column: string;
  readonly edition: Edition;
  readonly figures: ReadonlyMap<string, ReleasedFigure>;
};

function cells(figure: ReleasedFigure, { area, row, column, edition, figures }: Around): readonly Value[] {
  const [exact, low, high] = numbers(figure, figures);
  return [
    text(area),
    text(figure.area),
    text(row),
    text(column),
    text(figure.unit),
    text(monthSpan(figure.period)),
    text(METHODS[figure.method]),
    exact,
    low,
    high,
    text(revisionMark(figure.id, edition)),
    number(figure.coverage.included),
    number(figure.coverage.asked),
    text(figure.vintage === null ? 'This release' : shortMonth(figure.vintage)),
    text(plain(figure.coverage.sentence) || 'Not stated'),
    text(plain(figure.doubts.join(' ')) || 'None recorded'),
    text(figure.id),
  ];
}

function numbers(
  figure: ReleasedFigure,
  figures: ReadonlyMap<string, ReleasedFigure>,
): readonly [Value, Value, Value] {
  const { value } = figure.number;
  if (value.status !== 'published') {
    const mark = text(value.status === 'withheld' ? '[c]' : '[x]');
    const range = value.status === 'withheld' ? value.range : undefined;
    if (range === undefined) return [mark, mark, mark];
    return [mark, number(range.low, figure.decimals), number(range.high, figure.decimals)];
  }
  const written = (one: number) =>
    one === 0 && isRoundedAway(figure, figures) ? text('[low]') : number(one, figure.decimals);
  const high = value.high === null ? text('[x]') : written(value.high);
  return [value.low === value.high ? written(value.low) : text('[z]'), written(value.low), high];
}

/** Whether a rate of nought came of a number that is not nought. */
function isRoundedAway(figure: ReleasedFigure, figures: ReadonlyMap<string, ReleasedFigure>): boolean {
  if (figure.decimals === 0) return false;
  return figure.from.some((id) => {
    const value = figures.get(id)?.number.value;
    return value?.status === 'published' && value.high !== 0;
  });
}

/** White space folded, so that no cell begins or ends with any. */
function plain(sentence: string): string {
  return sentence.replace(/\s+/g, ' ').trim();
}
