/**
 * What every published table declares. A table lays out figures that exist: it computes nothing, and a cell for which
 * there is no figure stays empty.
 */
import type { Area, ReleasedFigure, ReleasedTable } from './release.ts';

export type TableParts = {
  readonly period: string;
  readonly areas: readonly Area[];
  readonly figures: readonly ReleasedFigure[];
};

export type TableDeclaration = {
  readonly id: string;
  readonly title: string;
  readonly notes: readonly string[];
  readonly lay: (parts: TableParts) => Pick<ReleasedTable, 'columns' | 'rows'>;
};

/** Said under every table, because each of them leaves cells open for these two reasons. */
export const SYMBOL_NOTES = [
  '[c] stands for a number withheld so that nobody can be identified; [x] for a number nobody supplied or published. Neither means zero.',
] as const;

export function layTable(table: TableDeclaration, parts: TableParts): ReleasedTable {
  const { id, title, notes } = table;
  return { id, title, notes: [...notes, ...SYMBOL_NOTES], ...table.lay(parts) };
}

/** The total of an area as far as one is known, the most direct first; undefined when the release has none. */
export function totalOf(
  figures: readonly ReleasedFigure[],
  area: string,
  period: string,
): ReleasedFigure | undefined {
  const order = ['stated', 'published', 'difference', 'bounds'];
  return figures
    .filter((one) => isTotal(one) && one.area === area && one.period === period && order.includes(one.method))
    .sort((a, b) => order.indexOf(a.method) - order.indexOf(b.method))[0];
}

export function isTotal(figure: ReleasedFigure): boolean {
  return figure.unit === 'offences' && figure.breakdown === null && figure.group === null;
}
