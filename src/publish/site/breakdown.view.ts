/** The breakdowns published for an area, one table per dimension and unit, in the order of age or of the release. */
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
};

export function breakdownTables(area: Area, index: ReleaseIndex): readonly BreakdownView[] {
  const groups = Map.groupBy(
    index
      .figuresOf(area.code)
      .flatMap((figure) => (figure.breakdown ? [{ figure, breakdown: figure.breakdown }] : [])),
    ({ figure, breakdown }) => `${breakdown.dimension} ${figure.unit}`,
  );
  return [...groups.values()].map((all) => {
    const rows = [...all].sort((a, b) => firstAge(a.breakdown) - firstAge(b.breakdown));
    const [first] = rows;
    if (first === undefined) throw new Error('a group of figures is never empty');
    const heading = HEADINGS[first.breakdown.dimension];
    const unit = capital(first.figure.unit);
    const most = rows.every(({ breakdown }) => span(breakdown) === span(first.breakdown))
      ? Math.max(...rows.map(({ figure }) => mostOf(figure)))
      : 0;
    return {
      title: `${unit} by ${heading.toLowerCase()}`,
      doubts: [...new Set(rows.flatMap(({ figure }) => figure.doubts))],
      table: {
        caption: `${unit} by ${heading.toLowerCase()}, as far as published, ${inSentence(area)}`,
        columns: [{ text: heading }, { text: unit, numeric: true }],
        rows: rows.map(({ figure, breakdown }) => ({
          head: { text: capital(breakdown.label), svg: bar(figure.number, most) },
          cells: [{ figure: figureView(figure, index) }],
        })),
        quiet: true,
      },
    };
  });
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
