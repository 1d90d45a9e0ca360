/**
 * A table of any shape: labels of one or two lines along its rows, of none to two over its columns, totals at any edge,
 * headings merged, repeated or printed once, shares beside the counts. Categories stand in the lines that they are given.
 */
import type { Chance } from './chance.ts';
import type { Dim, Figures, Key } from './figures.ts';
import { cell, type PageCell, type PageTable, type Text } from './page.ts';
import type { Told } from './told.ts';

export type Axis = Dim | 'period' | 'measure';

type Entry = { readonly label: string; readonly set: Partial<Key>; readonly isTotal: boolean };
type Path = readonly Entry[];

export type CrossParts = {
  readonly by: Chance;
  readonly figures: Figures;
  readonly told: Told;
  readonly base: Key;
  readonly rows: readonly Axis[];
  readonly cols: readonly Axis[];
  readonly periodLabel: (period: string) => string;
  readonly unitWord: string;
};

const NAMES: Readonly<Record<Axis, readonly string[]>> = {
  age: ['Age', 'Age group', 'Age of victim', 'Victim age', 'Age band', 'Age at time of offence'],
  sex: ['Sex', 'Gender', 'Sex of victim', 'Victim gender'],
  offence: ['Offence', 'Offence type', 'Offence title', 'Crime type', 'HO classification'],
  platform: ['Platform', 'Social media platform', 'Platform used', 'App', 'Method'],
  period: ['Year', 'Financial year', 'Period', 'FY'],
  measure: ['Measure', 'Counted'],
};

export function cross(parts: CrossParts): PageTable {
  const { by, figures, told, base, rows, cols } = parts;
  const totalWord = by.pick(['Total', 'Total', 'TOTAL', 'Grand Total', 'All', 'Totals', 'Sum']);
  const rowTotals = rows.length > 0 && by.maybe(0.6);
  const colTotals = cols.length > 0 && by.maybe(0.5);
  const totalsFirst = by.maybe(0.15);
  const rowPaths = paths(parts, rows, rowTotals, totalsFirst, totalWord);
  const colPaths = cols.length === 0 ? [[]] : paths(parts, cols, colTotals, totalsFirst, totalWord);
  const isPivot = by.maybe(0.1);
  const lone = isPivot
    ? by.pick(['Count of Crime Ref', 'Count of URN'])
    : by.pick(['Number', 'Count', 'Total', `Number of ${parts.unitWord}`, parts.unitWord]);
  const withShare = cols.length < 2 && by.maybe(0.12);
  const labelsOnce = by.pick(['once', 'repeated', 'merged'] as const);
  const heading = by.pick(['merged', 'once', 'repeated'] as const);
  const named = by.maybe(0.8);
  const corner = rows.map((axis, at) =>
    isPivot ? (at === 0 ? 'Row Labels' : null) : named ? by.pick(NAMES[axis]) : null,
  );
  const overs = Math.max(1, cols.length);
  const made: (PageCell | null)[][] = [];
  for (let level = 0; level < overs; level += 1) {
    const isLast = level === overs - 1;
    const over: (PageCell | null)[] = corner.map((text) => cell(isLast ? text : null));
    let before = '';
    let open: { at: number; cols: number } | null = null;
    for (const path of colPaths) {
      const text = cols.length === 0 ? lone : (path[level]?.label ?? '');
      const above = path
        .slice(0, level + 1)
        .map(({ label }) => label)
        .join('|');
      const same = !isLast && above === before && text !== '';
      if (!same) open = { at: over.length, cols: 1 };
      else if (open !== null) open = { at: open.at, cols: open.cols + 1 };
      over.push(same && heading !== 'repeated' ? null : cell(text === '' ? null : text));
      if (same && heading === 'merged' && open !== null) over[open.at] = { text, cols: open.cols };
      before = above;
      if (withShare) over.push(cell(isLast ? '%' : null));
    }
    made.push(over);
  }
  const bodyFrom = made.length;
  for (const [at, path] of rowPaths.entries()) {
    const labels = path.map(({ label }, level): Text => {
      const above = rowPaths[at - 1];
      const same =
        level < path.length - 1 &&
        above !== undefined &&
        path.slice(0, level + 1).every((one, place) => one.label === above[place]?.label);
      return same && labelsOnce !== 'repeated' ? null : label === '' ? null : label;
    });
    const row: (PageCell | null)[] = labels.map(cell);
    for (const colPath of colPaths) {
      const key: Key = Object.assign({ ...base }, ...[...path, ...colPath].map(({ set }) => set));
      row.push(cell(told.show(key)));
      if (withShare) row.push(cell(shareOf(key, base, figures)));
    }
    made.push(row);
  }
  if (labelsOnce === 'merged' && rows.length > 1) mergeDown(made, bodyFrom);
  return { kind: 'table', rows: by.maybe(0.15) ? inTwoColumns(made, cols.length === 0) : made };
}

/** Every way down the lines of labels; a total of the outer line stands once, a total of the inner under each outer. */
function paths(
  parts: CrossParts,
  axes: readonly Axis[],
  totals: boolean,
  first: boolean,
  word: string,
): readonly Path[] {
  const [outer, ...rest] = axes;
  if (outer === undefined) return [[]];
  const inner = paths(parts, rest, totals, first, word);
  const made = entries(parts, outer).flatMap((entry) => inner.map((path): Path => [entry, ...path]));
  // A sum over years is no answer to anything.
  if (!totals || outer === 'period' || outer === 'measure') return made;
  const all: Entry = { label: word, set: {}, isTotal: true };
  const blank: Entry = { label: '', set: {}, isTotal: true };
  const hasPeriod = rest.some((axis) => axis === 'period' || axis === 'measure');
  const whole: Path[] = hasPeriod
    ? entriesUnder(parts, rest).map((path) => [all, ...path])
    : [[all, ...rest.map(() => blank)]];
  return first ? [...whole, ...made] : [...made, ...whole];
}

function entriesUnder(parts: CrossParts, axes: readonly Axis[]): readonly Path[] {
  const [outer, ...rest] = axes;
  if (outer === undefined) return [[]];
  return entries(parts, outer).flatMap((entry) =>
    entriesUnder(parts, rest).map((path): Path => [entry, ...path]),
  );
}

function entries({ figures, periodLabel }: CrossParts, axis: Axis): readonly Entry[] {
  if (axis === 'period')
    return figures.periods.map((period) => ({ label: periodLabel(period), set: { period }, isTotal: false }));
  if (axis === 'measure')
    return figures.collection.measures.map(({ id, unit }) => ({
      label: unit === 'offences' ? 'Offences' : 'Victims',
      set: { measure: id },
      isTotal: false,
    }));
  return figures.categories[axis].map(({ id, label }) => ({ label, set: { [axis]: id }, isTotal: false }));
}

function shareOf(key: Key, base: Key, figures: Figures): Text {
  const whole = figures.count({ ...base, period: key.period, measure: key.measure });
  return whole === 0 ? '0.0%' : `${((100 * figures.count(key)) / whole).toFixed(1)}%`;
}

/** A long list of label and number set in two columns of a page, under the same headings twice. */
function inTwoColumns(
  made: readonly (readonly (PageCell | null)[])[],
  isList: boolean,
): readonly (readonly (PageCell | null)[])[] {
  const [head, ...body] = made;
  const isPlain = body.every((row) => row.length === 2 && row[0] !== null);
  if (!isList || head === undefined || head.some((one) => one === null) || !isPlain || body.length < 6)
    return made;
  const half = Math.ceil(body.length / 2);
  return [
    [...head, ...head],
    ...body.slice(0, half).map((row, at) => [...row, ...(body[half + at] ?? [null, null])]),
  ];
}

function mergeDown(made: (PageCell | null)[][], from: number): void {
  let open: number | null = null;
  for (let row = from; row <= made.length; row += 1) {
    const own = made[row]?.[0];
    if (row < made.length && (own === null || own === undefined)) continue;
    const above = open === null ? undefined : made[open];
    const top = above?.[0];
    if (open !== null && above !== undefined && top !== null && top !== undefined && row - open > 1)
      above[0] = { ...top, rows: row - open };
    open = row;
  }
}
