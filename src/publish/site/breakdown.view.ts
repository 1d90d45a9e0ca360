/**
 * The breakdowns of an area, one table per dimension and unit, in the order of age or of the release. What was published
 * for the area and what we added up over some of its forces never stand in one table: they are numbers of different things.
 */
import type { Area, Breakdown, ReleasedFigure } from '#tables/release.ts';
import { bar } from '../chart/bar-list.ts';
import type { ReleaseIndex } from '../release-index.ts';
import { capital, inSentence } from '../wording/names.ts';
import { figureView } from './figure.view.ts';
import type { TableView } from './table.view.ts';

const HEADINGS: Readonly<Record<Breakdown['dimension'], string>> = {
  age: 'Age',
  sex: 'Sex',
  offence: 'Class of offence',
  platform: 'Platform',
};

export type BreakdownView = {
  readonly title: string;
  readonly table: TableView;
  readonly doubts: readonly string[];
  /** Added up over the forces that gave it, and so not a number of the area. */
  readonly isSum: boolean;
};

type Row = { readonly figure: ReleasedFigure; readonly breakdown: Breakdown };

export function breakdownTables(area: Area, index: ReleaseIndex): readonly BreakdownView[] {
  const groups = Map.groupBy(
    index
      .figuresOf(area.code)
      .flatMap((figure): Row[] => (figure.breakdown ? [{ figure, breakdown: figure.breakdown }] : [])),
    ({ figure, breakdown }) => `${breakdown.dimension} ${figure.unit} ${figure.method === 'sum'}`,
  );
  const order = Object.keys(HEADINGS);
  return [...groups.values()]
    .sort(
      (a, b) =>
        order.indexOf(a[0]?.breakdown.dimension ?? '') - order.indexOf(b[0]?.breakdown.dimension ?? ''),
    )
    .map((rows) => breakdownTable(area, rows, index));
}

function breakdownTable(area: Area, all: readonly Row[], index: ReleaseIndex): BreakdownView {
  const rows = [...all].sort((a, b) => firstAge(a.breakdown) - firstAge(b.breakdown));
  const [first] = rows;
  if (first === undefined) throw new Error('a group of figures is never empty');
  const heading = HEADINGS[first.breakdown.dimension];
  const title = `${capital(first.figure.unit)} by ${heading.toLowerCase()}`;
  const isSum = first.figure.method === 'sum';
  const isAlike = rows.every(({ breakdown }) => span(breakdown) === span(first.breakdown));
  const most = isAlike && !isSum ? Math.max(...rows.map(({ figure }) => mostOf(figure))) : 0;
  const forces = ({ coverage }: ReleasedFigure): string => `${coverage.included} of ${coverage.asked}`;
  return {
    title: isSum ? `${title}, added up over the forces that gave it` : title,
    isSum,
    doubts: [...new Set(rows.flatMap(({ figure }) => figure.doubts))],
    table: {
      caption: isSum
        ? `${title}: sums over some forces in ${inSentence(area)}, not numbers for the whole of it`
        : `${title}, as far as published, ${inSentence(area)}`,
      columns: [
        { text: heading },
        { text: capital(first.figure.unit), numeric: true },
        ...(isSum ? [{ text: 'Forces' }] : []),
      ],
      rows: rows.map(({ figure, breakdown }) => ({
        head: { text: capital(breakdown.label), svg: bar(figure.number, most) },
        cells: [{ figure: figureView(figure, index) }, ...(isSum ? [{ text: forces(figure) }] : [])],
      })),
      quiet: true,
    },
  };
}

/** Ages in their order; anything else keeps the order of the release, because a sort is stable. */
function firstAge({ dimension, category }: Breakdown): number {
  return dimension === 'age' && /^\d/.test(category) ? Number.parseInt(category, 10) : 1000;
}

/** Bars are drawn only over groups of one width: a band of ten years beside a single year would mislead the eye. */
function span({ dimension, category }: Breakdown): number | string {
  if (dimension !== 'age') return dimension;
  const [from, to] = category.split('-').map(Number);
  return to === undefined ? (Number.isInteger(from) ? 1 : category) : to - (from ?? 0) + 1;
}

function mostOf({ number: { value } }: ReleasedFigure): number {
  return value.status === 'published' ? (value.high ?? value.low * 1.25) : 0;
}
