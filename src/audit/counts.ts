/**
 * The counts of a check: over the whole extract and by offence, month and station, for records in scope and for those perhaps in
 * scope apart. They are the force's own, for its own eyes: small numbers stand as they are, and no cell of them is fit to publish.
 */
import type { Tally } from './collect.ts';
import { type Scope, type Standing, standings } from './standing.ts';

export type CountRow = {
  readonly by: 'all' | 'offence' | 'month' | 'station';
  readonly value: string;
  readonly title: string;
  readonly scope: Scope;
  readonly records: number;
  /** Bearing the flag, among those recorded since it is in use. */
  readonly flagged: number;
  readonly standings: Readonly<Record<Standing, number>>;
};

export function countRows(tallies: readonly Tally[]): readonly CountRow[] {
  const rows = new Map<
    string,
    { row: CountRow; counts: Record<Standing, number>; records: number; flagged: number }
  >();
  const add = (by: CountRow['by'], value: string, title: string, tally: Tally): void => {
    const name = `${by}\t${tally.scope}\t${value}\t${title}`;
    let one = rows.get(name);
    if (one === undefined) {
      const counts = Object.fromEntries(standings.map((standing) => [standing, 0])) as Record<
        Standing,
        number
      >;
      const row = { by, value, title, scope: tally.scope, records: 0, flagged: 0, standings: counts };
      one = { row, counts, records: 0, flagged: 0 };
      rows.set(name, one);
    }
    one.records += tally.count;
    if (tally.standing === null) return;
    one.counts[tally.standing] += tally.count;
    if (tally.marked === 'yes' && tally.standing !== 'before-april-2015') one.flagged += tally.count;
  };
  for (const tally of tallies) {
    add('all', '', '', tally);
    // What is out of scope and unchecked is counted as a whole: its offences are no part of this work.
    if (tally.standing === null) continue;
    add('offence', tally.offence, tally.title, tally);
    add('month', tally.month, '', tally);
    add('station', tally.station, '', tally);
  }
  const order = ['all', 'offence', 'month', 'station'];
  return [...rows.values()]
    .map(({ row, records, flagged }) => ({ ...row, records, flagged }))
    .sort(
      (a, b) =>
        order.indexOf(a.by) - order.indexOf(b.by) ||
        compare(a.scope, b.scope) ||
        compare(a.value, b.value) ||
        compare(a.title, b.title),
    );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export const countColumns = [
  'by',
  'value',
  'title',
  'scope',
  'records',
  'flagged',
  ...standings.map((standing) => standing.replaceAll('-', '_')),
] as const;

export function cellsOf(row: CountRow): readonly (string | number)[] {
  const { by, value, title, scope, records, flagged } = row;
  return [by, value, title, scope, records, flagged, ...standings.map((standing) => row.standings[standing])];
}
