/**
 * Look-ups over the figures that others published, shared by pages and bulletins. A statement, cell or measure that the
 * series does not hold is our bug and throws.
 */
import type {
  ReleasedCell,
  ReleasedChange,
  ReleasedFlagUse,
  ReleasedSeries,
  SeriesMeasure,
  SeriesStatement,
} from '#tables/released-series.ts';

export type SeriesIndex = {
  readonly series: ReleasedSeries;
  measure(id: string): SeriesMeasure;
  statement(id: string): SeriesStatement;
  /** The cell that a statement is of. */
  cellWith(id: string): ReleasedCell;
  /** The number of a statement when it may be shown and is exact; null otherwise. */
  value(id: string): number | null;
  /** Totals of one area and measure over single years, earliest first. */
  totals(code: string, measure: string): readonly ReleasedCell[];
  changes(code: string, measure: string): readonly ReleasedChange[];
  flagUse(code: string): readonly ReleasedFlagUse[];
  /** Every cell of an area, whatever it counts. */
  cellsOf(code: string): readonly ReleasedCell[];
};

export function indexSeries(series: ReleasedSeries): SeriesIndex {
  const statements = new Map(
    series.cells.flatMap((cell) => cell.statements.map((one) => [one.id, one] as const)),
  );
  const holders = new Map(
    series.cells.flatMap((cell) => cell.statements.map(({ id }) => [id, cell] as const)),
  );
  const measures = new Map(series.measures.map((measure) => [measure.id, measure]));
  const byArea = Map.groupBy(series.cells, ({ area }) => area.code ?? '');
  const changes = Map.groupBy(series.changes, ({ code }) => code);
  const statement = (id: string): SeriesStatement => {
    const found = statements.get(id);
    if (found === undefined) throw new Error(`the series names statement ${id} and does not hold it`);
    return found;
  };
  return {
    series,
    statement,
    cellWith: (id) => {
      const found = holders.get(id);
      if (found === undefined) throw new Error(`the series names statement ${id} and does not hold it`);
      return found;
    },
    measure: (id) => {
      const found = measures.get(id);
      if (found === undefined) throw new Error(`the series names measure ${id} and does not hold it`);
      return found;
    },
    value: (id) => countShown(statement(id)),
    totals: (code, measure) =>
      (byArea.get(code) ?? [])
        .filter((cell) => cell.measure === measure && isYearTotal(cell))
        .sort((a, b) => (a.from < b.from ? -1 : 1)),
    changes: (code, measure) => (changes.get(code) ?? []).filter((change) => change.measure === measure),
    flagUse: (code) => series.flagUse.filter((use) => use.code === code),
    cellsOf: (code) => byArea.get(code) ?? [],
  };
}

export function isYearTotal({ kind, dimension, unit }: ReleasedCell): boolean {
  return kind === 'year' && dimension === '' && unit === 'offences';
}

export function countShown({ number }: SeriesStatement): number | null {
  const value = number?.value;
  return value?.status === 'published' && value.low === value.high ? value.low : null;
}
